"""Passages that several drafts share: sentences near alike once units, numbers and marks are left out.

Every sentence is put under a few keys (its own letters, and two min-hashes of its three-character pieces), so that only
sentences which share a key are compared: the work grows with the text, not with the square of the drafts.
"""

from __future__ import annotations

import re
import zlib
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from topicmine.reviewing.view import View

_NOT_LETTER = re.compile(r"[^一-鿿A-Za-z]")
_NUMERAL = re.compile(r"[0-9〇零一二三四五六七八九十百千万两]+")
_PLACE = re.compile(
    r"(?:^|(?<=[，。；、：\s“在对由]))[一-鿿]{1,10}?(?:省|市|县|区|乡|镇|街道|村|社区|所|局|大队|分局)(?!民|域|里|部)"
)
_PARTNERS = 12  # of a sentence that hundreds share only the first few are looked at
ALIKE = 0.6
_ODDS = (2654435761, 2246822519, 3266489917, 668265263)


@dataclass(frozen=True, slots=True)
class Shared:
    """A sentence that stands in another draft too: `views[view].body[start:end]`, alike to one of draft `other`."""

    view: int
    start: int
    end: int
    other: int


@dataclass(frozen=True, slots=True)
class _Piece:
    view: int
    start: int
    end: int
    letters: str
    shingles: frozenset[str]
    keys: tuple[tuple[int, int], ...]


def find_shared(views: Sequence[View], archive: Sequence[View] = ()) -> dict[int, list[Shared]]:
    """For each draft the sentences it shares with its nearest partner: in the archive if there is one, else a fellow.

    Archive drafts are numbered on from the drafts. Sentences of fewer than eight letters count for nobody.
    """
    everything = [*views, *archive]
    pieces = [piece for number, view in enumerate(everything) for piece in _cut(number, view)]
    buckets: dict[tuple[int, int], list[_Piece]] = defaultdict(list)
    for piece in pieces:
        if not archive or piece.view >= len(views):
            for key in piece.keys:
                bucket = buckets[key]
                # one sentence of a draft is enough to make it a partner
                if not bucket or bucket[-1].view != piece.view:
                    bucket.append(piece)
    return {
        number: shared
        for number in range(len(views))
        if (shared := _nearest(number, pieces_of(pieces, number), buckets))
    }


def pieces_of(pieces: Sequence[_Piece], number: int) -> list[_Piece]:
    """The sentences of one draft; they stand together."""
    low = bisect_left(pieces, number, key=lambda piece: piece.view)
    return list(pieces[low : bisect_left(pieces, number + 1, lo=low, key=lambda piece: piece.view)])


def share_of(view: View, shared: Sequence[Shared]) -> float:
    """How much of a draft's sentences is shared, by length."""
    total = sum(len(sentence.text) for sentence in view.sentences)
    return sum(s.end - s.start for s in shared) / total if total else 0.0


def _cut(number: int, view: View) -> list[_Piece]:
    found = []
    for sentence in view.sentences:
        letters = _NOT_LETTER.sub("", _NUMERAL.sub("", _PLACE.sub("", sentence.text)))[:400]
        if len(letters) >= 8:
            shingles, keys = _shred(letters)
            found.append(_Piece(number, sentence.start, sentence.end, letters, shingles, keys))
    return found


@lru_cache(maxsize=20_000)
def _shred(letters: str) -> tuple[frozenset[str], tuple[tuple[int, int], ...]]:
    """The three-character pieces of a sentence and its keys.

    Four min-hashes: two sentences with 60% of their pieces in common share one of them in 97 cases of 100.
    """
    shingles = frozenset(letters[n : n + 3] for n in range(len(letters) - 2))
    codes = [zlib.crc32(shingle.encode("utf-8", "replace")) for shingle in shingles]
    return shingles, tuple((n, min([(code * odd) & 0xFFFFFFFF for code in codes])) for n, odd in enumerate(_ODDS))


def _nearest(number: int, mine: Sequence[_Piece], buckets: dict[tuple[int, int], list[_Piece]]) -> list[Shared]:
    """The sentences shared with the partner with whom most is shared."""
    by_partner: dict[int, dict[int, Shared]] = defaultdict(dict)
    weight: Counter[int] = Counter()
    for piece in mine:
        for view, other in _partners(piece, buckets).items():
            if _alike(piece, other):
                by_partner[view][piece.start] = Shared(number, piece.start, piece.end, view)
                weight[view] += piece.end - piece.start
    if not weight:
        return []
    best = min(weight, key=lambda view: (-weight[view], view))
    return [by_partner[best][start] for start in sorted(by_partner[best])]


def _partners(piece: _Piece, buckets: dict[tuple[int, int], list[_Piece]]) -> dict[int, _Piece]:
    """For the first few other drafts that share a key with a sentence, the sentence of theirs."""
    partners: dict[int, _Piece] = {}
    for key in piece.keys:
        for other in buckets[key][: 2 * _PARTNERS]:
            if len(partners) == _PARTNERS:
                return partners
            if other.view != piece.view:
                partners.setdefault(other.view, other)
    return partners


def _alike(a: _Piece, b: _Piece) -> bool:
    if a.letters == b.letters:
        return True
    common = len(a.shingles & b.shingles)
    return common >= ALIKE * min(len(a.shingles), len(b.shingles)) and common >= 0.5 * max(
        len(a.shingles), len(b.shingles)
    )
