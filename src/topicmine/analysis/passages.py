"""Passages: stretches of the corpus short enough to be about one thing, and which of them speak of one matter."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from topicmine.analysis.gist import Gist, gist, weight
from topicmine.analysis.material import Material
from topicmine.departments.profile import Profile
from topicmine.language.sentences import Sentence

_LONGEST = 400  # characters; a longer document is cut between paragraphs
_TELLING = 1.5
_MOST_OWNERS = 400


@dataclass(frozen=True)
class Passage:
    """Some sentences of one material that stand together, and what they are about (the title included)."""

    material: Material
    sentences: tuple[Sentence, ...]
    about: Gist

    @property
    def document(self) -> str:
        """The id of the document it stands in."""
        return self.material.parsed.document.id

    def holds(self, offset: int) -> bool:
        """True when `offset` of the document stands in the passage."""
        return self.sentences[0].start <= offset < self.sentences[-1].end


class Passages:
    """All passages of a corpus by their telling pairs: linear to build, and asking opens only the likely ones."""

    def __init__(self, materials: Iterable[Material], profile: Profile) -> None:
        told = sorted(
            (m for m in materials if m.source and not m.parsed.document.table), key=lambda m: m.parsed.document.id
        )
        self._passages = [passage for material in told for passage in _cut(material, profile)]
        self._sizes = [math.sqrt(sum(passage.about.values()) or 1.0) for passage in self._passages]
        self._places: dict[str, list[int]] = defaultdict(list)
        self._owners: dict[str, list[int]] = defaultdict(list)
        for place, passage in enumerate(self._passages):
            self._places[passage.document].append(place)
            for gram in passage.about:
                if len(gram) > 1 and weight(gram) >= _TELLING:
                    self._owners[gram].append(place)

    def at(self, document: str, offset: int) -> Passage | None:
        """The passage in which an offset of a document stands."""
        return next((p for place in self._places[document] if (p := self._passages[place]).holds(offset)), None)

    def sentence_at(self, document: str, offset: int) -> Sentence | None:
        """The sentence in which an offset of a document stands."""
        passage = self.at(document, offset)
        return next((s for s in passage.sentences if s.start <= offset < s.end), None) if passage else None

    def near(self, asked: Gist, least: float) -> list[tuple[float, Passage]]:
        """Passages that speak of what is asked: shared weight over the geometric mean of both, the most alike first."""
        scores: dict[int, float] = defaultdict(float)
        for gram in asked:
            owners = self._owners.get(gram, ())
            if len(owners) <= max(_MOST_OWNERS, len(self._passages) // 4):
                for place in owners:
                    scores[place] += weight(gram)
        size = math.sqrt(sum(asked.values()) or 1.0)
        found = []
        for place, score in scores.items():
            whole = size * self._sizes[place]
            if score >= least / 2 * whole:
                alike = sum(w for gram, w in self._passages[place].about.items() if gram in asked) / whole
                if alike >= least:
                    found.append((round(alike, 4), place))
        found.sort(key=lambda pair: (-pair[0], pair[1]))
        return [(alike, self._passages[place]) for alike, place in found]


def _cut(material: Material, profile: Profile) -> list[Passage]:
    groups: list[list[Sentence]] = []
    for sentence in material.parsed.sentences:
        last = groups[-1] if groups else None
        if last and (sentence.end - last[0].start <= _LONGEST or sentence.paragraph == last[-1].paragraph):
            last.append(sentence)
        else:
            groups.append([sentence])
    title = material.parsed.document.title
    return [Passage(material, tuple(group), gist(_words(title, group), profile)) for group in groups]


def _words(title: str, group: Sequence[Sentence]) -> str:
    return "\n".join([title, *(sentence.text for sentence in group)])
