"""Scripted learners who know k of the 17 things novices get wrong score higher the more they know.

This proves that the scoring is monotone, and nothing about whether people learn.
"""

from __future__ import annotations

import hashlib

from course.answers import right, wrong
from topicmine.course.grading import grade
from topicmine.course.loading import all_items

# which of the 17 faults (domain: order in which they arise) an exercise of a kind shows
FAULTS = {
    "E1": (1, 11), "E2": (1, 4), "E3": (2,), "E4": (4,), "E5": (2,), "E6": (1, 2), "E7": (1, 3), "E8": (12,),
    "E9": (12,), "E10": (5, 6), "E11": (13, 14), "E12": (14,), "E13": (7,), "E14": (8,), "E15": (3, 15),
    "E16": (9, 15), "E17": (6, 7, 10), "E18": (10, 17), "E19": (15, 16),
}  # fmt: skip


def score(known: frozenset[int]) -> float:
    """The mean score of somebody who answers right exactly where all faults of the kind are known."""
    earned, weight = 0.0, 0
    for item in all_items().values():
        answer = right(item) if known.issuperset(FAULTS[item.kind]) else wrong(item)
        graded = grade(item, answer)
        earned += graded.score * graded.weight
        weight += graded.weight
    return earned / weight


def test_every_fault_is_met_and_every_kind_is_placed():
    assert {fault for faults in FAULTS.values() for fault in faults} == set(range(1, 18))
    assert {item.kind for item in all_items().values()} <= set(FAULTS)


def test_scores_rise_with_what_is_known():
    forward = list(range(1, 18))
    mixed = sorted(forward, key=lambda fault: hashlib.sha256(str(fault).encode()).digest())
    for order in (forward, forward[::-1], mixed):
        scores = [score(frozenset(order[:count])) for count in (0, 4, 8, 12, 17)]
        assert scores == sorted(scores)
        assert scores[0] < 0.5
        assert scores[-1] == 1.0
