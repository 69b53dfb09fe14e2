"""How near an answer comes to the key: pure measures, all in [0, 1] except kappa."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import combinations
from typing import TypeVar

T = TypeVar("T")
Stretch = tuple[int, int]


def jaccard(left: Set[T], right: Set[T]) -> float:
    """Shared over all members; two empty sets agree.

    >>> jaccard({"a", "b"}, {"b", "c"})
    0.3333333333333333
    """
    return len(left & right) / len(left | right) if left | right else 1.0


def match_stretches(marked: Sequence[Stretch], wanted: Sequence[Stretch]) -> dict[int, int]:
    """Which marked stretch meets which wanted one, by place in the two lists; each is used once.

    Two stretches meet when they share at least half of what they cover together (intersection over union).
    """
    pairs = [(_share(m, w), i, j) for i, m in enumerate(marked) for j, w in enumerate(wanted)]
    met: dict[int, int] = {}
    for share, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if share >= 0.5 and i not in met and j not in met.values():
            met[i] = j
    return met


def join_inside(marked: Sequence[Stretch], wanted: Sequence[Stretch]) -> list[Stretch]:
    """Marks of which several lie within one wanted stretch become one: two clauses marked are one sentence marked.

    >>> join_inside([(0, 5), (5, 10), (20, 25)], [(0, 10)])
    [(0, 10), (20, 25)]
    """
    joined = list(marked)
    for start, end in wanted:
        inside = [m for m in joined if 2 * (min(m[1], end) - max(m[0], start)) > m[1] - m[0]]
        if len(inside) > 1:
            joined = [m for m in joined if m not in inside]
            joined.append((min(m[0] for m in inside), max(m[1] for m in inside)))
    return sorted(joined)


def stretch_f1(marked: Sequence[Stretch], wanted: Sequence[Stretch]) -> float:
    """F1 of marked stretches at half overlap.

    >>> stretch_f1([(0, 10)], [(0, 12), (20, 30)])
    0.6666666666666666
    """
    return 2 * len(match_stretches(marked, wanted)) / (len(marked) + len(wanted)) if marked and wanted else 0.0


def kendall_tau(order: Sequence[int]) -> float:
    """Kendall's tau of an order of 0…n-1 against the right one: 1 the same, -1 reversed.

    >>> kendall_tau([0, 2, 1])
    0.3333333333333333
    """
    pairs = list(combinations(order, 2))
    return sum(1 if first < second else -1 for first, second in pairs) / len(pairs) if pairs else 1.0


def weighted_kappa(given: Sequence[int], key: Sequence[int], grades: int = 4) -> float | None:
    """Cohen's kappa with quadratic weights of marks 0…grades-1; None when the marks leave nothing to agree upon.

    Rule: Cohen 1968. 1 is full agreement, 0 what chance would give.

    >>> weighted_kappa([0, 1, 2, 3], [0, 1, 2, 3]), weighted_kappa([2, 2], [2, 2])
    (1.0, None)
    """
    pairs = list(zip(given, key, strict=True))
    seen = sum((a - b) ** 2 for a, b in pairs) / max(len(pairs), 1)
    chance = sum((a - b) ** 2 for a in given for b in key) / max(len(pairs) ** 2, 1)
    assert all(0 <= mark < grades for pair in pairs for mark in pair)
    return 1 - seen / chance if chance else None


def _share(one: Stretch, other: Stretch) -> float:
    both = min(one[1], other[1]) - max(one[0], other[0])
    whole = max(one[1], other[1]) - min(one[0], other[0])
    return max(both, 0) / whole if whole else 0.0
