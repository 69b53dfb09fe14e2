"""The value: the worked examples of the design, missing criteria, advice that keeps its word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from topicmine.leads.value import NAMES, advise, value_of, weigh_criteria, weights_of
from topicmine.model import LEAD_TYPES, Criterion


@pytest.mark.parametrize(
    ("kind", "values", "wanted"),
    [
        ("experience", (0.9, 0.8, 0.9, 1, 0.7, 0.5, 0.33, 1), 81.0),
        ("dynamic", (1, 0.6, 0.1, 0.17, 0.1, 0.5, 0.33, 0), 39.3),
        ("experience", (0.6, 0.5, 0.8, 1, 0.5, 0.2, 0, 0.5), 58.0),
    ],
)
def test_the_three_worked_examples(kind: str, values: tuple[float, ...], wanted: float) -> None:
    assert value_of(dict(zip(NAMES, values, strict=True)), weights_of(kind)) == wanted


@pytest.mark.parametrize("kind", LEAD_TYPES)
def test_weights_of_every_type_sum_to_one(kind: str) -> None:
    assert sum(weights_of(kind).values()) == pytest.approx(1)
    assert set(weights_of(kind)) == set(NAMES)


def test_one_weak_criterion_cannot_be_bought_off() -> None:
    values = dict(zip(NAMES, (0.9, 0.8, 0.9, 1, 0.7, 0.5, 0.33, 1), strict=True))
    assert value_of({**values, "novelty": 0.1}, weights_of("experience")) == 58.5


def test_a_missing_criterion_shares_its_weight_out() -> None:
    criteria = {name: Criterion(0.5, "") for name in NAMES} | {"relevance": Criterion(None, "没有要点")}
    weighed = weigh_criteria(criteria, weights_of("research"))
    assert weighed["relevance"].weight == 0
    assert sum(c.weight for c in weighed.values()) == pytest.approx(1, abs=1e-3)


_SHARE = st.one_of(st.none(), st.floats(0, 1))


@given(st.tuples(*[_SHARE] * len(NAMES)), st.sampled_from(LEAD_TYPES))
def test_a_better_criterion_never_lowers_the_value(values: tuple[float | None, ...], kind: str) -> None:
    table = dict(zip(NAMES, values, strict=True))
    now = value_of(table, weights_of(kind))
    assert 0 <= now <= 100
    for name, value in table.items():
        if value is not None:
            assert value_of({**table, name: 1.0}, weights_of(kind)) >= now


def test_advice_names_the_figures_it_promises() -> None:
    criteria = {name: Criterion(0.6, "") for name in NAMES} | {"specificity": Criterion(0.2, "")}
    said = advise(criteria, weights_of("experience"))
    assert "具体由0.20升到0.50" in said
    assert "总分由" in said
