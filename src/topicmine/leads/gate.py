"""The gate: may this be told, to whom, and who must agree. It stands before any value.

The reasons are data (`gate.toml`), weighed in `caution.py`. Source: the seed's fourth source (a complicated case only
with the consent of the officer who handles it) and the stage table for cases; a doubtful case is stopped, because a
missed stop harms people.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from topicmine.language.parsed import Parsed
from topicmine.leads.caution import (
    Reason,
    chance_of,
    describe,
    is_likely,
    load_reasons,
    stretches_of,
    telling_words,
)
from topicmine.leads.consents import Consent, find_consent
from topicmine.model import Candidate

_ORDER = ("ok", "redact", "needs_consent", "blocked")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate says of one candidate, with its reasons in Chinese; empty reasons for ok."""

    gate: str
    reasons: tuple[str, ...] = ()


def check(
    candidate: Candidate,
    parsed: Sequence[Parsed],
    consents: Sequence[Consent],
    today: date,
    *,
    documents: int | None = None,
) -> Verdict:
    """The verdict on a candidate whose quotes come from the documents in `parsed`.

    `documents` says on how many the whole lead rests when `parsed` are only some of them.

    A consent that names the document (its file, its title or a number in it) and has not run out lifts
    needs_consent; nothing lifts blocked.
    """
    gate, reasons = "ok", []
    agreed = find_consent(parsed, consents, today)
    for result, says in _stops(candidate, parsed, documents or len(parsed)):
        if agreed and result == "needs_consent":
            reasons.append(f"{agreed.handler}{agreed.given}同意写{agreed.scope}，有效期至{agreed.until}。")
        else:
            reasons.append(says)
            gate = max(gate, result, key=_ORDER.index)
    return Verdict(gate, tuple(dict.fromkeys(reasons)))


def _stops(candidate: Candidate, parsed: Sequence[Parsed], documents: int) -> list[tuple[str, str]]:
    """What stops the candidate, document by document: a result and a sentence each."""
    quotes = candidate.focus + candidate.facts
    found: dict[tuple[str, str], None] = {}
    for item in parsed:
        own = [quote for quote in quotes if quote.document == item.document.id]
        if own:
            stretches = stretches_of(item, own, candidate.source)
            found.update(dict.fromkeys(_stops_in(stretches, candidate.source, documents)))
    return list(found)


def _stops_in(stretches: dict[str, str], source: str, documents: int) -> list[tuple[str, str]]:
    hits = [(reason, words) for reason in load_reasons() if (words := reason.find(stretches))]
    sure = [(reason, words) for reason, words in hits if reason.sure]
    hinted = any(reason.result != "redact" for reason, _ in hits)
    features = describe(stretches, source)
    chance = chance_of(features)
    if not is_likely(chance, hinted=hinted, length=len(stretches["document"]), documents=documents):
        return [_stop(reason, words) for reason, words in sure]
    likely = f"同类材料里{chance:.0%}要先问过才能写"
    if not hits:
        shown = "、".join(f"“{word}”" for word in telling_words(features))
        says = f"写法像还不能对外说的事（{shown}；{likely}）；须先征得同意：材料的制发单位或案件主办人。"
        return [("needs_consent", says)]
    return [_stop(reason, words, "" if reason.sure else f"；{likely}") for reason, words in hits]


def _stop(reason: Reason, words: str, likely: str = "") -> tuple[str, str]:
    return reason.result, f"{reason.says}（“{words[:24]}”{likely}）；须先征得同意：{reason.who}。"


def withhold(candidate: Candidate, parsed: Sequence[Parsed], consents: Sequence[Consent], today: date) -> Candidate:
    """A candidate over several documents without the quotes of those that may not be told, when two others remain.

    What many records say together may be told although one of them is closed; the card says how many were left out.
    """
    closed = set()
    documents = list(dict.fromkeys(quote.document for quote in candidate.focus + candidate.facts))
    if len(documents) < 3:
        return candidate
    for name in documents:
        part = _only(candidate, {name})
        own = [p for p in parsed if p.document.id == name]
        if check(part, own, consents, today, documents=len(documents)).gate in _ORDER[2:]:
            closed.add(name)
    if not closed or len(documents) - len(closed) < 2:
        return candidate
    caution = f"另有{len(closed)}份材料还不能对外说，没有引用。"
    return replace(_only(candidate, set(documents) - closed), cautions=(*candidate.cautions, caution))


def _only(candidate: Candidate, documents: set[str]) -> Candidate:
    return replace(
        candidate,
        focus=tuple(quote for quote in candidate.focus if quote.document in documents),
        facts=tuple(quote for quote in candidate.facts if quote.document in documents),
    )
