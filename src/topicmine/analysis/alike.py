"""Who wrote the same as others and who has something of its own, over all material that units wrote themselves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from topicmine.analysis.copies import find_copies, shingles, skeleton
from topicmine.analysis.gist import weight
from topicmine.analysis.highlights import best_sentences
from topicmine.analysis.material import Material
from topicmine.analysis.quoting import quote_around, quote_sentence
from topicmine.model import Quote

WRITTEN_BY_UNITS = ("regulator_site", "work_report", "festival", "enforcement")
_NEAR = timedelta(days=60)
_TELLING = 3.0
_HELD = 0.7
_STEM = re.compile("(?:市场)?(?:监督)?(?:管理|监管)?(?:局|所|大队|中心|办公室|党政办|股|县|镇|乡|村|街道)+$")
_SPAN = timedelta(days=21)
_FEW = 2
_DIGEST = 2  # a piece that names two of the copying units is a digest of them


@dataclass(frozen=True)
class Alike:
    """Copies on one topic (oldest first), and on the same topic the material that has something of its own."""

    members: tuple[Material, ...]
    distinct: tuple[Material, ...]
    shared: tuple[Quote, ...]


def find_alike(materials: Sequence[Material]) -> tuple[Alike, ...]:
    """Groups of copies from different units, each with the words they share."""
    written = [m for m in materials if m.source in WRITTEN_BY_UNITS and not m.parsed.document.table]
    written.sort(key=lambda m: m.parsed.document.id)
    groups = find_copies([m.parsed.document.text for m in written])
    copied = {place for group in groups for place in group}
    rest = [material for place, material in enumerate(written) if place not in copied]
    found = []
    for group in groups:
        members = sorted((written[p] for p in group), key=lambda m: (str(m.parsed.document.date), m.parsed.document.id))
        if len({m.parsed.document.unit or m.parsed.document.id for m in members}) > 1:
            distinct = tuple(m for m in rest if _same_topic(m, members)) or _beside(rest, members)
            found.append(Alike(tuple(members), distinct, _shared_quotes(members)))
    return tuple(found)


def topic_words(members: Sequence[Material]) -> tuple[str, ...]:
    """The three-character stretches that most titles of the copies share and that say what they are about."""
    counts: Counter[str] = Counter()
    for member in members:
        bones = skeleton(member.parsed.document.title)
        counts.update({bones[at : at + 3] for at in range(len(bones) - 2)})
    return tuple(
        word
        for word, n in sorted(counts.items())
        if n > len(members) / 2 and weight(word[:2]) + weight(word[1:]) >= _TELLING
    )


def _same_topic(material: Material, members: Sequence[Material]) -> bool:
    document = material.parsed.document
    days = [m.parsed.document.date for m in members if m.parsed.document.date]
    if material.source != members[0].source:
        return False
    if document.date and days and not min(days) - _NEAR <= document.date <= max(days) + _NEAR:
        return False
    body = document.title + document.text
    named = sum(stem in body for stem in {_stem(member) for member in members} if len(stem) > 1)
    return named < _DIGEST and any(word in body for word in topic_words(members))


def _beside(rest: Sequence[Material], members: Sequence[Material]) -> tuple[Material, ...]:
    """Without a common word: the one or two texts of the same source that came with the copies, if no more did."""
    days = [m.parsed.document.date for m in members if m.parsed.document.date]
    if not days:
        return ()
    near = [
        m
        for m in rest
        if m.source == members[0].source
        and m.parsed.document.date
        and min(days) - _SPAN <= m.parsed.document.date <= max(days) + _SPAN
    ]
    return tuple(near) if len(near) <= _FEW else ()


def _shared_quotes(members: Sequence[Material]) -> tuple[Quote, ...]:
    """The sentences that all have nearly word for word: up to four of the first member, the longest of four others."""
    sets = [shingles(member.parsed.document.text) for member in members]
    common = Counter(shingle for one in sets for shingle in one)

    def held(text: str) -> float:
        own = shingles(text)
        return sum(common[s] for s in own) / len(own) / len(members) if len(skeleton(text)) >= 12 else 0.0

    quotes = list(_left_over_names(members))
    for member in members[:5]:
        ranked = sorted(member.parsed.sentences, key=lambda s: (held(s.text) < _HELD, -len(s.text), s.start))
        first = member is members[0]
        kept = [s for s in ranked[:4] if held(s.text) >= _HELD] if first else ranked[:1]
        quotes += [quote_sentence(member.parsed, s) for s in sorted(kept, key=lambda s: s.start)]
    return tuple(quotes)


def _stem(member: Material) -> str:
    """The place in a unit's name: 白石 of 白石镇中心所."""
    return _STEM.sub("", member.parsed.document.unit)[-2:]


def _left_over_names(members: Sequence[Material]) -> Iterator[Quote]:
    """Where a copy still names the unit it was copied from."""
    stems = {m.parsed.document.id: _stem(m) for m in members}
    for member in members:
        others = {stem for owner, stem in stems.items() if owner != member.parsed.document.id and len(stem) > 1}
        for stem in sorted(others - {stems[member.parsed.document.id]}):
            at = member.parsed.document.text.find(stem)
            if at >= 0:
                yield quote_around(member.parsed, at, at + len(stem))
                break


def own_quotes(material: Material, group: Sequence[Material], most: int = 4) -> tuple[Quote, ...]:
    """The sentences worth telling of a material that has something of its own, none of them shared with the group."""
    mould = shingles("".join(member.parsed.document.text for member in group))
    kept = []
    for sentence in best_sentences(material.parsed, material.source or "", most + 2):
        own = shingles(sentence.text)
        if len(own & mould) <= len(own) / 2:
            kept.append(quote_sentence(material.parsed, sentence))
    return tuple(kept[:most])
