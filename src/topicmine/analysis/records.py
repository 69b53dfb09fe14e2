"""Records: whole documents asked which of them speak of a matter, and which of their sentences do."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable

from topicmine.analysis.gist import Gist, cover, gist, weight
from topicmine.analysis.material import Material
from topicmine.analysis.quoting import quote_sentence
from topicmine.departments.profile import Profile
from topicmine.language.parsed import Parsed
from topicmine.model import Quote

OWN = ("work_report", "enforcement", "consumer_dispute", "registration", "festival")
OUTSIDE = ("superior_document", "leader_activity", "trade_press", "news", "regulator_site")
_MOST_OWNERS = 400
_LEAST_SHARED = 14.0
_LEAST_ALIKE = 0.05
_LEAST_SENTENCE = 0.1


class Records:
    """Documents that can be asked which of them speak of a matter. Linear to build; asking opens only likely ones."""

    def __init__(self, materials: Iterable[Material], profile: Profile) -> None:
        self._materials = [m for m in materials if m.source and not m.parsed.document.table]
        self._materials.sort(key=lambda m: m.parsed.document.id)
        self._sizes: list[float] = []
        self._owners: dict[str, list[int]] = defaultdict(list)
        for place, material in enumerate(self._materials):
            own = gist(f"{material.parsed.document.title}\n{material.parsed.document.text}", profile)
            self._sizes.append(math.sqrt(sum(worth for gram, worth in own.items() if len(gram) > 1) or 1.0))
            for gram in own:
                if len(gram) > 1:
                    self._owners[gram].append(place)

    def near(self, told: Gist, least: float = _LEAST_ALIKE) -> list[tuple[float, Material]]:
        """Documents that speak of the matter `told`, by likeness of their rarer pairs, the most alike first."""
        scores: dict[int, float] = defaultdict(float)
        for gram, worth in told.items():
            owners = self._owners.get(gram, ())
            if len(owners) <= max(_MOST_OWNERS, len(self._materials) // 4):
                for place in owners:
                    scores[place] += worth
        size = math.sqrt(sum(worth for gram, worth in told.items() if len(gram) > 1) or 1.0)
        found = []
        for place, score in sorted(scores.items()):
            if score >= _LEAST_SHARED:
                alike = score / (size * self._sizes[place])
                if alike >= least:
                    found.append((round(alike, 4), self._materials[place]))
        return sorted(found, key=lambda pair: (-pair[0], pair[1].parsed.document.id))


def matter_of(texts: Iterable[str], profile: Profile) -> Gist:
    """What several texts are about together: grams that more of them have weigh more."""
    counts = Counter(gram for text in texts for gram in gist(text, profile))
    return {gram: weight(gram) * n for gram, n in sorted(counts.items()) if len(gram) > 1}


def facts_in(material: Parsed, asked: Gist, most: int, least: float = _LEAST_SENTENCE) -> tuple[Quote, ...]:
    """The sentences of one document that speak of what is asked: those with a figure first, in reading order."""
    told = []
    for sentence in material.sentences:
        share = cover(asked, gist(sentence.text))
        figures = len(material.figures_in(sentence.start, sentence.end))
        told.append((share * (1.0 + 0.5 * min(figures, 2)), figures, sentence))
    told.sort(key=lambda one: (-one[0], -one[1], one[2].start))
    kept = [s for share, _, s in told[:most] if share >= least]
    return tuple(quote_sentence(material, s) for s in sorted(kept, key=lambda s: s.start))
