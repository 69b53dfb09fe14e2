"""A mean difference with its interval, without claiming more than the number of people allows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist, mean, stdev

# Student's t at 97.5 % for 1 to 4 degrees of freedom, where the expansion below is not near enough
_FEW = (12.706, 4.303, 3.182, 2.776)


@dataclass(frozen=True, slots=True)
class Difference:
    """A mean paired difference of `n` people with its 95 % interval; None where n is under 2."""

    n: int
    mean: float | None
    low: float | None
    high: float | None


def paired_difference(before: Sequence[float], after: Sequence[float]) -> Difference:
    """The mean of after minus before, person by person. Rule: paired t interval.

    >>> d = paired_difference([0.5, 0.4, 0.6, 0.5, 0.5], [0.7, 0.7, 0.7, 0.8, 0.6])
    >>> d.n, round(d.mean, 2), round(d.low, 2), round(d.high, 2)
    (5, 0.2, 0.08, 0.32)
    """
    gains = [b - a for a, b in zip(before, after, strict=True)]
    if len(gains) < 2:
        return Difference(len(gains), None, None, None)
    centre, reach = mean(gains), critical_t(len(gains) - 1) * stdev(gains) / sqrt(len(gains))
    return Difference(len(gains), centre, centre - reach, centre + reach)


def critical_t(freedom: int) -> float:
    """Student's t at 97.5 %. Formula: Abramowitz and Stegun 26.7.5, right to 0.002 from five degrees on.

    >>> round(critical_t(5), 2), round(critical_t(29), 3)
    (2.57, 2.045)
    """
    if freedom <= len(_FEW):
        return _FEW[freedom - 1]
    z = NormalDist().inv_cdf(0.975)
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / freedom + second / freedom**2 + third / freedom**3
