"""Which candidates of single documents the whole corpus rules out: copied words, mere renamings, seasons, own lists."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from topicmine.analysis.alike import find_alike
from topicmine.analysis.copies import shingles, skeleton
from topicmine.analysis.counts import read_counts
from topicmine.analysis.material import Material
from topicmine.analysis.rising import find_series
from topicmine.analysis.submissions import is_log
from topicmine.analysis.trends import excuses, has_risen, is_new, renamed_names, seasonal_names
from topicmine.model import Candidate, Quote

_FEW = 3
_COPIED = 0.6
_MOSTLY = 0.5
_COUNTING = ("registration", "consumer_dispute")
_PIECE = re.compile("[^。；;\n]+")


def rule_out(candidates: Sequence[Candidate], materials: Sequence[Material]) -> list[Candidate]:
    """The candidates of single documents that remain when all documents are read together, in the same order.

    Gone are those of which every quote is copied by three units or more, is only a count of something renamed,
    seasonal or steady, or is an entry of the office's own list of submissions.
    """
    logs = frozenset(m.parsed.document.id for m in materials if is_log(m))
    rulings = _Rulings(_copied(materials), logs, _dull_counts(materials))
    return [c for c in candidates if not all(_ruled_out(quote, rulings) for quote in c.focus + c.facts)]


@dataclass(frozen=True)
class _Rulings:
    """What the corpus says of single documents: copied shingles, lists of submissions, counts that tell nothing."""

    copied: Mapping[str, frozenset[str]]
    logs: frozenset[str]
    dull: Mapping[str, frozenset[tuple[int, int]]]


def _ruled_out(quote: Quote, rulings: _Rulings) -> bool:
    if quote.document in rulings.logs:
        return True
    mould = rulings.copied.get(quote.document)
    if mould is not None:
        own = shingles(quote.text)
        if len(skeleton(quote.text)) < 5 or len(own & mould) >= _COPIED * len(own):
            return True
    spots = [(a, b) for a, b in rulings.dull.get(quote.document, ()) if a < quote.end and quote.start < b]
    size = sum(min(b, quote.end) - max(a, quote.start) for a, b in spots)
    return bool(spots) and (size >= _MOSTLY * len(quote.text) or excuses(quote.text))


def _copied(materials: Sequence[Material]) -> dict[str, frozenset[str]]:
    """For each document of a group of copies the shingles that at least half of the group have."""
    found: dict[str, frozenset[str]] = {}
    for alike in find_alike(materials):
        if len(alike.members) < _FEW:
            continue
        sets = [shingles(member.parsed.document.text) for member in alike.members]
        every = frozenset(s for one in sets for s in one if sum(s in other for other in sets) * 2 >= len(sets))
        found.update({member.parsed.document.id: every for member in alike.members})
    return found


def _dull_counts(materials: Sequence[Material]) -> dict[str, frozenset[tuple[int, int]]]:
    """Where counts stand that tell nothing: of things renamed, in season, or neither risen nor new."""
    counted = [m for m in materials if m.source in _COUNTING and not m.parsed.document.table]
    series = [s for s in find_series(counted, _COUNTING) if len(s.points) > 1]
    if not series:
        return {}
    names = sorted({s.name for s in series} | {c.name for m in counted for c in read_counts(m.parsed)})
    texts = [piece for m in counted for piece in _PIECE.findall(m.parsed.document.text)]
    barred = renamed_names(texts, names) | seasonal_names(texts, names)
    told = {s.name for s in series if has_risen(s) or is_new(s)} - barred
    steady = {s.name for s in series if len(s.points) >= _FEW} - told
    spots: dict[str, set[tuple[int, int]]] = {}
    for material in counted:
        for count in read_counts(material.parsed):
            if count.name in barred or count.name in steady:
                spots.setdefault(count.quote.document, set()).add((count.quote.start, count.quote.end))
    return {document: frozenset(found) for document, found in spots.items()}
