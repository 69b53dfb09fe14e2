"""Copies: texts that are nearly word for word alike. Found by sampled shingles, verified on all of them.

Linear in the length of the texts: only texts that share several rare shingles are ever compared.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

_SIZE = 5
_SAMPLE = 4
_MOST_OWNERS = 60
_LEAST_SHARED = 4
_ALIKE = 0.5
_NOT_TEXT = re.compile(r"[^一-鿿A-Za-z]+")
_PLACE = re.compile("[一-鿿]{1,4}?(?:省|市|县|区|镇|乡|街道|村|所|局|大队|学校|小学|中学|社区)")


def skeleton(text: str) -> str:
    """The text without figures, marks and blanks: what stays the same when only numbers change."""
    return _NOT_TEXT.sub("", text)


def shingles(text: str) -> frozenset[str]:
    """All stretches of five characters of the skeleton."""
    bones = skeleton(text)
    return frozenset(bones[at : at + _SIZE] for at in range(max(1, len(bones) - _SIZE + 1)))


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared shingles over all of the two texts together (Jaccard)."""
    return len(one & other) / max(1, len(one | other))


def find_copies(texts: Sequence[str], alike: float = _ALIKE) -> tuple[tuple[int, ...], ...]:
    """Groups of places in `texts` whose members are at least half alike, each group sorted, groups by first member.

    Texts about different things in one mould (two sampling notices) are kept apart: what differs between the two,
    place names aside, must be little.

    >>> a = "近日，甲县局高度重视灭火器质量安全，成立专班，排查经营单位{}家，发现隐患{}处，均已责令整改。"
    >>> find_copies([a.format(3, 1), "桥下的秤换了新的，谁都能来称一称，少了当场补。", a.format(9, 4)])
    ((0, 2),)
    """
    bones = [skeleton(text) for text in texts]
    groups = _Groups(len(texts))
    sets: dict[int, frozenset[str]] = {}
    for one, other in _candidates(bones):
        for place in (one, other):
            if place not in sets:
                sets[place] = shingles(texts[place])
        if overlap(sets[one], sets[other]) >= alike and same_subject(bones[one], bones[other]):
            groups.join(one, other)
    return groups.listed()


def same_subject(one: str, other: str) -> bool:
    """True when two alike texts do not swap one thing for another: their differing pairs, places aside, are few."""
    a, b = _pairs(one), _pairs(other)
    differing = sum(((a - b) + (b - a)).values())
    return differing <= 0.45 * sum((a | b).values())


def _pairs(bones: str) -> Counter[str]:
    plain = _PLACE.sub("", bones)
    return Counter(a + b for a, b in pairwise(plain))


def _candidates(bones: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of texts that share at least four sampled shingles, none of which more than sixty texts have."""
    import numpy

    hashes, owners = _sampled(bones)
    if not len(hashes):
        return []
    order = numpy.lexsort((owners, hashes))
    hashes, owners = hashes[order], owners[order]
    starts = numpy.flatnonzero(numpy.concatenate(([True], hashes[1:] != hashes[:-1])))
    sizes = numpy.diff(numpy.concatenate((starts, [len(hashes)])))
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for start, size in zip(starts.tolist(), sizes.tolist(), strict=True):
        if 2 <= size <= _MOST_OWNERS:
            mates = sorted(set(owners[start : start + size].tolist()))
            for at, one in enumerate(mates):
                for other in mates[at + 1 :]:
                    shared[one, other] += 1
    return sorted(pair for pair, count in shared.items() if count >= _LEAST_SHARED)


def _sampled(bones: Sequence[str]) -> tuple[Any, Any]:
    """Hashes of every fourth shingle, by value, with the text each stands in."""
    import numpy

    text = "\n".join(bones)
    codes = numpy.frombuffer(text.encode("utf-32-le"), dtype=numpy.uint32).astype(numpy.uint64)
    if len(codes) < _SIZE:
        return numpy.zeros(0, numpy.uint64), numpy.zeros(0, numpy.int64)
    owners = numpy.cumsum(codes == 10)
    count = len(codes) - _SIZE + 1
    hashes = numpy.zeros(count, numpy.uint64)
    for step in range(_SIZE):
        hashes = hashes * numpy.uint64(1_000_003) + codes[step : step + count]
    hashes ^= hashes >> numpy.uint64(29)
    hashes *= numpy.uint64(0x9E3779B97F4A7C15)
    inside = owners[:count] == owners[_SIZE - 1 :]
    taken = inside & ((hashes >> numpy.uint64(40)) % numpy.uint64(_SAMPLE) == 0)
    return hashes[taken], owners[:count][taken]


class _Groups:
    """Sets of places that were joined pairwise (union and find)."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, place: int) -> int:
        while self._parent[place] != place:
            self._parent[place] = self._parent[self._parent[place]]
            place = self._parent[place]
        return place

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self.root(one), self.root(other)))
        self._parent[second] = first

    def listed(self) -> tuple[tuple[int, ...], ...]:
        members: dict[int, list[int]] = defaultdict(list)
        for place in range(len(self._parent)):
            members[self.root(place)].append(place)
        return tuple(tuple(group) for group in members.values() if len(group) > 1)
