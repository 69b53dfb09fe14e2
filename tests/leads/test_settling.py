"""Each quoted sentence goes to the matter it belongs to; no matter is left without one."""

from __future__ import annotations

from itertools import combinations

from topicmine.leads.settling import settle


class _Matters:
    """Pairs of places that tell one matter; all others do not."""

    def __init__(self, *groups: set[int]) -> None:
        self._together = {frozenset(pair) for group in groups for pair in combinations(sorted(group), 2)}

    def same(self, one: int, other: int) -> float:
        return 0.95 if frozenset((one, other)) in self._together else 0.05


_WORTHS = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4]


def test_a_sentence_moves_to_the_matter_it_tells() -> None:
    matters = _Matters({0, 1, 4}, {2, 3})
    assert settle([[0, 3], [2, 1, 4]], matters, _WORTHS) == [[0, 1, 4], [2, 3]]  # type: ignore[arg-type]


def test_sentences_that_tell_different_things_are_spread() -> None:
    assert sorted(map(len, settle([[0, 1, 3], [2]], _Matters(), _WORTHS))) == [2, 2]  # type: ignore[arg-type]
    assert {2, 3} in map(set, settle([[0, 1, 3], [2]], _Matters({2, 3}), _WORTHS))  # type: ignore[arg-type]


def test_no_matter_is_emptied_and_nothing_is_lost() -> None:
    matters = _Matters({0, 1, 2, 3, 4, 5})
    settled = settle([[0], [1], [2, 3, 4, 5]], matters, _WORTHS)  # type: ignore[arg-type]
    assert all(settled)
    assert sorted(place for places in settled for place in places) == [0, 1, 2, 3, 4, 5]
