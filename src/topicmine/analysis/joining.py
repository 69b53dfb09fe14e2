"""The join of outside focus and own facts, across wordings: what is wanted there, and what we have here."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from topicmine.analysis.gist import Gist, cover, gist, shared, weight
from topicmine.analysis.material import Material, Setting
from topicmine.analysis.quoting import in_order, quote_around, quote_sentence
from topicmine.departments.profile import Profile
from topicmine.language.parsed import Parsed
from topicmine.model import Candidate, Quote

OWN = ("work_report", "enforcement", "consumer_dispute", "registration", "festival")
OUTSIDE = ("superior_document", "leader_activity", "trade_press", "news", "regulator_site")
_TELLING = 2.0
_MOST_OWNERS = 400
_LEAST_SHARED = 14.0
_LEAST_ALIKE = 0.05
_LEAST_SENTENCE = 0.1
_JOINED = 0.15
_YEAR = 400


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


def facts_in(material: Parsed, asked: Gist, most: int) -> tuple[Quote, ...]:
    """The sentences of one document that speak of what is asked: those with a figure first, in reading order."""
    told = []
    for sentence in material.sentences:
        share = cover(asked, gist(sentence.text))
        figures = len(material.figures_in(sentence.start, sentence.end))
        told.append((share * (1.0 + 0.5 * min(figures, 2)), figures, sentence))
    told.sort(key=lambda one: (-one[0], -one[1], one[2].start))
    kept = [s for share, _, s in told[:most] if share >= _LEAST_SENTENCE]
    return tuple(quote_sentence(material, s) for s in sorted(kept, key=lambda s: s.start))


def join(candidates: Sequence[Candidate], materials: Sequence[Material], setting: Setting) -> list[Candidate]:
    """The candidates, each with the other half added where the corpus has it: focus to own facts, facts to a focus.

    A half is added only when it speaks of the same thing beyond doubt: its sentence and the candidate's cover a
    seventh of each other by weight. Everything else stays as it is, in the same order.
    """
    halves = {
        True: _Lines([c for c in candidates if c.focus and not c.facts], setting.profile),
        False: _Lines([c for c in candidates if c.facts and not c.focus], setting.profile),
    }
    days = {m.parsed.document.id: m.parsed.document.date for m in materials}
    joined = []
    for candidate in candidates:
        if candidate.focus and candidate.facts:
            joined.append(candidate)
            continue
        wanting = bool(candidate.focus)
        mates = halves[not wanting].near(candidate)
        mate = next((m for m in mates if _timely(candidate, m, days)), None)
        joined.append(_with(candidate, mate, wanting) if mate else candidate)
    return joined


class _Lines:
    """Candidates of one half by the telling grams of their quotes."""

    def __init__(self, candidates: Sequence[Candidate], profile: Profile) -> None:
        self._profile = profile
        self._candidates = candidates
        self._gists = [self.of(candidate) for candidate in candidates]
        self._owners: dict[str, list[int]] = defaultdict(list)
        for place, one in enumerate(self._gists):
            for gram in one:
                if len(gram) > 1 and weight(gram) >= _TELLING:
                    self._owners[gram].append(place)

    def of(self, candidate: Candidate) -> Gist:
        return gist("\n".join(quote.text for quote in candidate.focus + candidate.facts), self._profile)

    def near(self, candidate: Candidate) -> list[Candidate]:
        """Candidates of this half that speak of the same thing, the closest first."""
        own = self.of(candidate)
        scores: dict[int, float] = defaultdict(float)
        for gram in own:
            owners = self._owners.get(gram, ())
            if len(owners) <= _MOST_OWNERS:
                for place in owners:
                    scores[place] += weight(gram)
        found = []
        for place, score in scores.items():
            if score >= _LEAST_SHARED:
                close = min(cover(own, self._gists[place]), cover(self._gists[place], own))
                wide = max(cover(own, self._gists[place]), cover(self._gists[place], own))
                if close >= _JOINED / 2 and wide >= _JOINED:
                    found.append((round(close + wide, 4), place))
        found.sort(key=lambda pair: (-pair[0], pair[1]))
        return [self._candidates[place] for _, place in found]


def _timely(one: Candidate, other: Candidate, days: Mapping[str, date | None]) -> bool:
    """Within about a year of each other, and not two quotes of one document."""
    first, second = (c.focus + c.facts for c in (one, other))
    if first[0].document == second[0].document:
        return False
    a, b = days.get(first[0].document), days.get(second[0].document)
    return a is None or b is None or abs((a - b).days) <= _YEAR


def _with(candidate: Candidate, mate: Candidate, wanting: bool) -> Candidate:
    quotes = in_order(mate.facts if wanting else mate.focus, 2)
    own = "\n".join(q.text for q in candidate.focus + candidate.facts)
    common = shared(own, "\n".join(q.text for q in quotes))[:3]
    said = f"与另一份材料说的是同一件事（{'、'.join(common)}）。" if common else ""
    if wanting:
        return replace(candidate, facts=quotes, reason=candidate.reason + said)
    return replace(candidate, focus=quotes, reason=candidate.reason + said)


def quote_of(parsed: Parsed, words: str) -> Quote | None:
    """The clause of a document in which `words` stand, or None."""
    at = parsed.document.text.find(words)
    return quote_around(parsed, at, at + len(words)) if at >= 0 else None
