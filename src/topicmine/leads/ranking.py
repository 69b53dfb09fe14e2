"""From candidates to leads: gate first, then value, then one lead a matter, best first."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from topicmine.analysis.material import Setting
from topicmine.language.parsed import Parsed
from topicmine.leads.consents import Consent
from topicmine.leads.criteria import Reference, judge
from topicmine.leads.gate import Verdict, check, withhold
from topicmine.leads.value import advise, value_of, weigh_criteria, weights_of
from topicmine.leads.windows import festival_window, window_of
from topicmine.model import Candidate, Criterion, Lead, Window

_FLEETING = ("dynamic", "leader_activity", "festival")
_HIDDEN = ("needs_consent", "blocked")
_YEAR_ON_YEAR = "节点已过，不再报动态：拿今年和去年同期比，多了什么、少了什么，来年该早做什么。"


def rank(
    candidates: Sequence[Candidate], materials: Mapping[str, Parsed], reference: Reference, consents: Sequence[Consent]
) -> tuple[Lead, ...]:
    """The leads of all candidates by value, those without one last; the same whatever the order of candidates."""
    setting = reference.setting
    told = [withhold(c, _documents(c, materials), consents, setting.today) for c in candidates]
    ordered = sorted(told, key=lambda c: (c.source, c.pattern, c.focus + c.facts))
    windows = [_window(candidate, materials, setting) for candidate in ordered]
    judged = judge(ordered, windows, materials, reference)
    leads = []
    for candidate, window, criteria in zip(ordered, windows, judged, strict=True):
        verdict = check(candidate, _documents(candidate, materials), consents, setting.today)
        leads.append(_lead(candidate, window, criteria, verdict, setting))
    unique = {lead.id: lead for lead in reversed(leads)}
    return tuple(sorted(unique.values(), key=lambda lead: (lead.value is None, -(lead.value or 0.0), lead.id)))


def _documents(candidate: Candidate, materials: Mapping[str, Parsed]) -> list[Parsed]:
    names = dict.fromkeys(quote.document for quote in candidate.focus + candidate.facts)
    return [materials[name] for name in names if name in materials]


def identify(candidate: Candidate) -> str:
    """A name for the matter that stays the same between runs: from its source, its type and its main sentence."""
    words = re.sub(r"\W+", "", candidate.subject or candidate.title)
    return hashlib.sha256(f"{candidate.source}|{candidate.type}|{words}".encode()).hexdigest()[:12]


def _window(candidate: Candidate, materials: Mapping[str, Parsed], setting: Setting) -> Window:
    quotes = candidate.facts or candidate.focus
    documents = [materials[q.document].document for q in quotes if q.document in materials]
    day = max((document.date for document in documents if document.date), default=None)
    texts = list(dict.fromkeys([*(d.title for d in documents), *(d.text for d in documents)]))
    return festival_window(candidate, day, texts, setting.profile) or window_of(candidate, day)


def _lead(
    candidate: Candidate, window: Window, criteria: dict[str, Criterion], verdict: Verdict, setting: Setting
) -> Lead:
    weights = weights_of(candidate.type, setting.profile)
    gate, reasons = verdict.gate, verdict.reasons
    if gate in {"ok", "redact"} and _expired(candidate, window, setting):
        gate, reasons = "expired", (*reasons, f"{window.closes}已过时效，只能换成前后对比或来年早动手的角度。")
    festive = gate == "expired" and candidate.window == "festival"
    hidden = gate in _HIDDEN
    return Lead(
        id=identify(candidate),
        source=candidate.source,
        pattern=candidate.pattern,
        type=candidate.type,
        title=candidate.title,
        focus=candidate.focus,
        facts=candidate.facts,
        reason=candidate.reason,
        angle=_YEAR_ON_YEAR if festive else candidate.angle,
        window=window,
        gate=gate,
        gate_reasons=reasons,
        value=None if hidden else value_of({name: c.value for name, c in criteria.items()}, weights),
        criteria={} if hidden else weigh_criteria(criteria, weights),
        advice="" if hidden else advise(criteria, weights),
        missing=_missing(candidate),
        cautions=candidate.cautions,
        duplicates=candidate.duplicates,
    )


def _expired(candidate: Candidate, window: Window, setting: Setting) -> bool:
    fleeting = candidate.type == "dynamic" or candidate.window in _FLEETING
    return fleeting and window.closes is not None and setting.today > window.closes


def _missing(candidate: Candidate) -> tuple[str, ...]:
    half = () if candidate.focus else ("外部关注点：哪份上级文件、哪次讲话或哪篇报道正关心这件事",)
    half = half if candidate.facts else (*half, "自有事实：本单位的数字、事例或做法")
    return half + candidate.missing


def withdraw_repeats(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Candidates whose every quote repeats another's text word for word become one, with the others' files listed."""
    first: dict[tuple[str, ...], Candidate] = {}
    for candidate in sorted(candidates, key=lambda c: c.focus + c.facts):
        words = tuple(quote.text for quote in candidate.focus + candidate.facts)
        kept = first.get(words)
        if kept is None:
            first[words] = candidate
        else:
            others = (*kept.duplicates, *(q.document for q in candidate.focus + candidate.facts))
            mine = {quote.document for quote in kept.focus + kept.facts}
            first[words] = replace(kept, duplicates=tuple(dict.fromkeys(o for o in others if o not in mine)))
    return list(first.values())
