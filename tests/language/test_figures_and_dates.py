"""Figures are counts with a thing counted; dates, labels, phone and document numbers are none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from topicmine.language.dates import find_dates
from topicmine.language.figures import find_figures


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("检查112家，下架八十六桶", [(112, "家"), (86, "桶")]),
        ("罚没款3.2万元，合格率97%", [(32000, "元"), (97, "%")]),
        ("新增一千二百个摊位", [(1200, "个")]),
        ("退款２１件", [(21, "件")]),
        ("1.2万片刹车片", [(12000, "片")]),
    ],
)
def test_counts_are_read_with_their_unit_and_scale(text: str, wanted: list[tuple[float, str]]) -> None:
    assert [(f.value, f.unit) for f in find_figures(text)] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "2026年3月5日",
        "青市监〔2026〕12号",
        "3月4日至8日",
        "第3批",
        "一、总体情况",
        "一是建账",
        "一个人说了算",
        "电话0000-1234567",
    ],
)
def test_dates_labels_and_numbers_of_things_are_no_figures(text: str) -> None:
    assert find_figures(text) == ()


def test_approximate_figures_say_so() -> None:
    (near,) = find_figures("约300余户")
    (exact,) = find_figures("签约8项")
    assert near.approximate
    assert not exact.approximate


@pytest.mark.parametrize(
    ("text", "base", "wanted"),
    [
        ("二〇二六年三月二十一日", None, ["2026-03-21"]),
        ("4月8日前", date(2026, 1, 12), ["2026-04-08"]),
        ("2月底前", date(2026, 1, 12), ["2026-02-28"]),
        ("2026-03-05 会议", None, ["2026-03-05"]),
        ("2月30日", date(2026, 1, 1), []),
        ("3月5日", None, []),
    ],
)
def test_dates(text: str, base: date | None, wanted: list[str]) -> None:
    assert [str(d.day) for d in find_dates(text, base)] == wanted


@given(st.text(alphabet="0123456789零一二三十百千万亿年月日号家%.,、约 余", max_size=60))
def test_any_mix_of_digits_is_read_without_failing_and_in_order(text: str) -> None:
    figures = find_figures(text)
    assert all(text[f.start : f.end] == f.text for f in figures)
    assert list(figures) == sorted(figures, key=lambda f: f.start)
    assert all(text[d.start : d.end] == d.text for d in find_dates(text, date(2026, 1, 1)))
