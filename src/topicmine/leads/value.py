"""The value of a lead: eight criteria in [0, 1], weighed by type and joined geometrically.

V = 100 (g - 0.2) / 0.8 with g the product of (0.2 + 0.8 v) to the power of its weight: one very weak criterion cannot
be bought off by the others. A criterion that could not be judged shares its weight out among the rest.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib import resources

from topicmine.departments.profile import Profile
from topicmine.model import Criterion

NAMES = {
    "timeliness": "时效",
    "relevance": "切合重点",
    "novelty": "新意",
    "specificity": "具体",
    "distinctiveness": "特色",
    "attention": "领导关注",
    "representativeness": "代表性",
    "actionability": "可操作",
}
_FLOOR = 0.2


def weights_of(kind: str, profile: Profile | None = None) -> Mapping[str, float]:
    """The weight of each criterion for leads of type `kind`; the profile's own weights come first."""
    if profile is not None and kind in profile.weights:
        return profile.weights[kind]
    return _default_weights()[kind]


def value_of(criteria: Mapping[str, float | None], weights: Mapping[str, float]) -> float:
    """The value, 0 to 100, to one decimal. `criteria` maps names to [0, 1] or None (not judged).

    >>> a = dict(zip(NAMES, (.9, .8, .9, 1, .7, .5, .33, 1)))
    >>> value_of(a, weights_of("experience"))
    81.0
    """
    return round(100 * (math.exp(log_value(criteria, weights)) - _FLOOR) / (1 - _FLOOR), 1)


def log_value(criteria: Mapping[str, float | None], weights: Mapping[str, float]) -> float:
    """The weighted mean of log(0.2 + 0.8 v) over the criteria that could be judged, from log 0.2 to 0.

    >>> log_value({"novelty": 1.0, "attention": None}, {"novelty": 0.5, "attention": 0.5})
    0.0
    """
    known = {name: value for name, value in criteria.items() if value is not None and weights.get(name)}
    whole = sum(weights[name] for name in known)
    if not whole:
        return math.log(_FLOOR)
    return sum(weights[name] / whole * math.log(_FLOOR + (1 - _FLOOR) * value) for name, value in known.items())


def weigh_criteria(criteria: Mapping[str, Criterion], weights: Mapping[str, float]) -> dict[str, Criterion]:
    """The criteria with the weights that really counted: a missing one's weight goes to the others."""
    whole = sum(weights.get(name, 0.0) for name, criterion in criteria.items() if criterion.value is not None)
    return {
        name: replace(c, weight=round(weights.get(name, 0.0) / whole, 4) if whole and c.value is not None else 0.0)
        for name, c in criteria.items()
    }


def advise(criteria: Mapping[str, Criterion], weights: Mapping[str, float]) -> str:
    """What would raise the value most, with the arithmetic; timeliness is left out, nobody can turn back a clock."""
    values = {name: criterion.value for name, criterion in criteria.items()}
    now = value_of(values, weights)
    best = ("", 0.0, 0.0)
    for name, value in values.items():
        step = _next_step(name, value)
        if step is None or name in {"timeliness", "attention"}:
            continue
        then = value_of({**values, name: step}, weights)
        if then - now > best[2] - now and then > now:
            best = (name, step, then)
    if not best[0]:
        return ""
    name, step, then = best
    had = values[name]
    return f"{_DEEDS[name]}：{NAMES[name]}由{0.0 if had is None else had:.2f}升到{step:.2f}，总分由{now}升到{then}。"


_DEEDS = {
    "relevance": "找出它回应的上级要求，写进第一段",
    "novelty": "换一个没写过的角度",
    "specificity": "补一个完整的事例（时间、地点、谁、结果）",
    "distinctiveness": "写出别处没有的那一步做法",
    "representativeness": "补两个以上地方或两个时期的数字",
    "actionability": "写明由谁办、怎么办、什么时候办",
}


def _next_step(name: str, value: float | None) -> float | None:
    if value is None:
        return None
    step = {"specificity": 0.3, "representativeness": 0.33, "actionability": 0.34}.get(name, 0.3)
    return min(1.0, round(value + step, 2)) if value < 0.99 else None


@cache
def _default_weights() -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = tomllib.loads(
        resources.files("topicmine.leads").joinpath("weights.toml").read_text("utf-8")
    )
    return table
