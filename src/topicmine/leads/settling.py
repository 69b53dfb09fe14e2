"""Which matter each quoted sentence of a document belongs to, once all of them are chosen."""

from __future__ import annotations

import math
from collections.abc import Sequence

from topicmine.analysis.matters import Matters

_APART = 1.5  # log odds: two sentences stay together only when they tell one matter far likelier than not
_SURE = 0.99
_ROUNDS = 6


def settle(found: Sequence[Sequence[int]], matters: Matters, worths: Sequence[float]) -> list[list[int]]:
    """The matters of `found` (places of sentences) with each sentence moved to where it belongs most.

    Each is sorted; the matter with the sentence of the most worth comes first.

    What binds two sentences is how likely they tell the same (log odds, less 1.5), times the worth of both: two that
    a reader wants most are kept apart first. A matter keeps its last sentence; in doubt a sentence stays.
    """
    home = {place: number for number, places in enumerate(found) for place in places}
    for _ in range(_ROUNDS):
        moved = False
        for place in sorted(home):
            pull = [0.0] * len(found)
            for other, number in home.items():
                if other != place:
                    pull[number] += _bond(matters.same(place, other)) * worths[place] * worths[other]
            alone = list(home.values()).count(home[place]) == 1
            best = max(range(len(found)), key=lambda number: (pull[number], number == home[place], -number))
            if not alone and best != home[place]:
                home[place], moved = best, True
        if not moved:
            break
    settled = [sorted(place for place, number in home.items() if number == own) for own in range(len(found))]
    return sorted(settled, key=lambda places: (-max(worths[place] for place in places), places))


def _bond(same: float) -> float:
    chance = min(max(same, 1 - _SURE), _SURE)
    return math.log(chance / (1 - chance)) - _APART
