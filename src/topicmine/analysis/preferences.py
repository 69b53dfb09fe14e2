"""Weights from choices: a pairwise logistic regression whose weights are shares, never below zero."""

from __future__ import annotations

from collections.abc import Sequence

_TOWARDS_PRIOR = 1.0
_TOWARDS_ZERO = 0.05
_STEEPEST = 0.25
_ROUNDS = 3000
_STILL = 1e-7


def fit_preferences(differences: Sequence[Sequence[float]], prior: Sequence[float]) -> tuple[float, ...]:
    """The weights under which the chosen side of each pair most likely wins.

    Args:
        differences: one row a pair, chosen minus rejected, one column a weight.
        prior: the weights believed so far, at least one above zero. Only a turn away from their direction is
            penalised, so a column that the pairs say nothing about keeps the share it had.

    Returns:
        Weights that are not negative and sum to 1; the prior's own shares when there are no pairs.

    Rule: Bradley and Terry 1952, P(a over b) = 1 / (1 + exp(-w·(a - b))), fitted by coordinate descent under the
    bound p(1 - p) ≤ 1/4 (Böhning and Lindsay 1988), which never overshoots and keeps w ≥ 0 exactly.

    >>> fit_preferences([], [1.0, 3.0])
    (0.25, 0.75)
    """
    import numpy

    start = numpy.asarray(prior, dtype=float)
    start = start / start.sum()
    if not len(differences):
        return tuple(float(share) for share in start)
    rows = numpy.asarray(differences, dtype=float)
    pull = _TOWARDS_PRIOR * (numpy.eye(len(start)) - numpy.outer(start, start) / (start @ start))
    pull += _TOWARDS_ZERO * numpy.eye(len(start))
    slopes = _STEEPEST * (rows**2).sum(axis=0) + numpy.diag(pull)
    weights, margins = start.copy(), rows @ start
    for _ in range(_ROUNDS):
        farthest = 0.0
        for place in range(len(start)):
            gradient = pull[place] @ weights - rows[:, place] @ (1 / (1 + numpy.exp(numpy.minimum(margins, 500))))
            moved = max(0.0, weights[place] - gradient / slopes[place]) - weights[place]
            weights[place] += moved
            margins = margins + moved * rows[:, place]
            farthest = max(farthest, abs(moved))
        if farthest < _STILL:
            break
    whole = weights.sum()
    return tuple(float(share) for share in (weights / whole if whole > 0 else start))
