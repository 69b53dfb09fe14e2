"""The join of outside focus and own facts, across wordings: what is wanted there, and what we have here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from topicmine.analysis.gist import Gist, cover, gist, shared
from topicmine.analysis.material import Material, Setting
from topicmine.analysis.mould import of_one_mould
from topicmine.analysis.passages import Passage, Passages
from topicmine.analysis.quoting import quote_sentence
from topicmine.analysis.records import OWN
from topicmine.analysis.signals import find_signals, load_signals
from topicmine.model import Candidate, Quote

_MOST_ADDED = 4
_YEAR = 400


@dataclass(frozen=True, slots=True)
class Closeness:
    """How much two papers must share to tell of one matter; each number is a share of what the first is about.

    `passage` for a passage to be looked at, `same` for a further record of the same half, `added` and `said` for the
    sentence that is quoted from it.
    """

    passage: float
    same: float
    added: float
    said: float


# A handful of papers that somebody laid together belongs together, and in so few of them hardly a word comes back:
# there a third of the likeness is enough that a pile of everything asks for.
_PILE = Closeness(passage=0.125, same=0.2, added=0.08, said=0.12)
_HANDFUL = Closeness(passage=0.03, same=0.08, added=0.03, said=0.05)
_FEW = 12


def join(candidates: Sequence[Candidate], materials: Sequence[Material], setting: Setting) -> list[Candidate]:
    """The candidates, each with what other documents tell of the same matter, in the same order.

    Own facts are sought for an outside focus and a focus for own facts, in passages that share at least an eighth of
    what they are about with the passage of the candidate; further records of the same half where they share a fifth.
    Among a dozen papers or fewer about a third of that is enough.
    """
    near_enough = _HANDFUL if len(materials) <= _FEW else _PILE
    passages = Passages(materials, setting.profile)
    near: dict[tuple[str, int], list[tuple[float, Passage]]] = {}
    joined = []
    for candidate in candidates:
        first = (candidate.focus + candidate.facts)[0]
        home = passages.at(first.document, first.start)
        if home:
            key = (home.document, home.sentences[0].start)
            if key not in near:
                near[key] = passages.near(home.about, near_enough.passage)
            told = _told(candidate, passages)
            mates = near[key] if near_enough is _PILE else _nearer(told, near[key], passages, near_enough)
            candidate = _joined(candidate, told, home, mates, near_enough)
        joined.append(candidate)
    return joined


def _told(candidate: Candidate, passages: Passages) -> Gist:
    """What the sentences say that the candidate quotes from, also where it leaves out their beginning or end."""
    quotes = candidate.focus + candidate.facts
    whole = [sentence for quote in quotes if (sentence := passages.sentence_at(quote.document, quote.start))]
    return gist("\n".join([*(quote.text for quote in quotes), *(sentence.text for sentence in whole)]))


def _nearer(
    told: Gist, near: Sequence[tuple[float, Passage]], passages: Passages, enough: Closeness
) -> list[tuple[float, Passage]]:
    """What is near the passage or the very words of the candidate: of few papers a long one tells of many matters."""
    best: dict[tuple[str, int], tuple[float, Passage]] = {}
    for alike, mate in [*near, *passages.near(told, enough.passage)]:
        key = (mate.document, mate.sentences[0].start)
        if key not in best or alike > best[key][0]:
            best[key] = (alike, mate)
    return sorted(best.values(), key=lambda pair: (-pair[0], pair[1].document, pair[1].sentences[0].start))


def _joined(
    candidate: Candidate, told: Gist, home: Passage, near: Sequence[tuple[float, Passage]], enough: Closeness
) -> Candidate:
    quoted = {quote.document for quote in candidate.focus + candidate.facts}
    added: dict[bool, list[Quote]] = {True: [], False: []}
    for alike, mate in near:
        own = mate.material.source in OWN
        wanted = not (candidate.facts if own else candidate.focus)
        if mate.document in quoted or not (wanted or alike >= enough.same) or not _timely(home.material, mate.material):
            continue
        if of_one_mould(home.material.parsed, mate.material.parsed):
            continue
        quotes = _best_quotes(mate, told, home.about, enough.added) if wanted else _same_said(mate, told, enough.said)
        if quotes and len(added[own]) < _MOST_ADDED:
            added[own] += quotes
            quoted.add(mate.document)
    if not added[True] + added[False]:
        return candidate
    return replace(
        candidate,
        focus=candidate.focus + tuple(added[False]),
        facts=candidate.facts + tuple(added[True]),
        reason=candidate.reason + _said(candidate, added[True] + added[False]),
    )


def _best_quotes(mate: Passage, told: Gist, about: Gist, least: float) -> tuple[Quote, ...]:
    """The two sentences that speak most of the candidate's quotes and passage, those with figures first."""
    ranked = []
    for sentence in mate.sentences:
        if _is_chaff(sentence.text):
            continue
        own = gist(sentence.text)
        share = cover(told, own) + cover(about, own)
        figures = len(mate.material.parsed.figures_in(sentence.start, sentence.end))
        ranked.append((round(share * (1.0 + 0.5 * min(figures, 2)), 6), -sentence.start, sentence))
    ranked.sort(reverse=True, key=lambda one: one[:2])
    kept = sorted((s for share, _, s in ranked[:2] if share >= least), key=lambda s: s.start)
    return tuple(quote_sentence(mate.material.parsed, sentence) for sentence in kept)


def _same_said(mate: Passage, told: Gist, least: float) -> tuple[Quote, ...]:
    """The sentence of a passage that says the same as the candidate's own quotes, if one does."""
    best = max((round(cover(told, gist(s.text)), 6), -s.start, place) for place, s in enumerate(mate.sentences))
    sentence = mate.sentences[best[2]]
    if best[0] < least or _is_chaff(sentence.text):
        return ()
    return (quote_sentence(mate.material.parsed, sentence),)


def _is_chaff(text: str) -> bool:
    """True for a sentence of slogans, process or plain volume that shows less than two things worth telling."""
    shown = find_signals(text)
    chaff = sum(signal.chaff for signal in load_signals() if signal.name in shown)
    return chaff > 0 and len(shown) - chaff < 2


def _timely(one: Material, other: Material) -> bool:
    """Within about a year of each other, as far as both days are known."""
    a, b = one.parsed.document.date, other.parsed.document.date
    return a is None or b is None or abs((a - b).days) <= _YEAR


def _said(candidate: Candidate, quotes: Sequence[Quote]) -> str:
    own = "\n".join(q.text for q in candidate.focus + candidate.facts)
    common = shared(own, "\n".join(q.text for q in quotes))[:3]
    count = len({quote.document for quote in quotes})
    return f"另有{count}份材料说到同一件事{'（' + '、'.join(common) + '）' if common else ''}。"
