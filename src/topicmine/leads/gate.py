"""The gate: may this be told, to whom, and who must agree. It stands before any value.

The reasons are data (`gate.toml`). Source: the seed's fourth source (a complicated case only with the consent of the
officer who handles it) and the stage table for cases; a doubtful case is stopped, because a missed stop harms people.
"""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path

from topicmine.departments.profile import valid_day
from topicmine.errors import UsageError
from topicmine.language.parsed import Parsed
from topicmine.model import Candidate, Quote

_ORDER = ("ok", "redact", "needs_consent", "blocked")
_SLIP, _MATTER = 200, 900  # characters; a shorter text, or a shorter own record, is about one matter as a whole
_RECORDS = ("enforcement", "consumer_dispute", "registration")
_COLUMNS = ("材料", "主办人", "日期", "范围", "有效期至")


@dataclass(frozen=True, slots=True)
class Reason:
    """One stanza of `gate.toml`."""

    name: str
    result: str
    where: str
    says: str
    who: str
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Consent:
    """Who agreed that what may be told: a bare 同意 is none, so name, date, scope and expiry are all there."""

    material: str
    handler: str
    given: date
    scope: str
    until: date


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate says of one candidate, with its reasons in Chinese; empty reasons for ok."""

    gate: str
    reasons: tuple[str, ...] = ()


def check(candidate: Candidate, parsed: Sequence[Parsed], consents: Sequence[Consent], today: date) -> Verdict:
    """The verdict on a candidate whose quotes come from the documents in `parsed`.

    A consent that names the document (its file, its title or a number in it) and has not run out lifts
    needs_consent; nothing lifts blocked.
    """
    by_id = {item.document.id: item for item in parsed}
    gate, reasons = "ok", []
    for reason in load_reasons():
        words = _find(reason, candidate, by_id)
        if not words:
            continue
        agreed = _consent(parsed, consents, today) if reason.result == "needs_consent" else None
        if agreed:
            reasons.append(f"{agreed.handler}{agreed.given}同意写{agreed.scope}，有效期至{agreed.until}。")
            continue
        reasons.append(f"{reason.says}（“{words[:24]}”）；须先征得同意：{reason.who}。")
        gate = max(gate, reason.result, key=_ORDER.index)
    return Verdict(gate, tuple(reasons))


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
        if check(part, [p for p in parsed if p.document.id == name], consents, today).gate in _ORDER[2:]:
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


def read_consents(path: Path) -> tuple[Consent, ...]:
    """The consent records of a CSV with the columns 材料,主办人,日期,范围,有效期至.

    Raises UsageError when the file is missing, a column or a cell is.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise UsageError(f"同意记录“{path}”打不开，请检查路径，并存成 UTF-8 的 CSV。") from None
    found = []
    for number, row in enumerate(csv.DictReader(io.StringIO(text)), start=2):
        empty = [name for name in _COLUMNS if not (row.get(name) or "").strip()]
        if empty:
            raise UsageError(f"同意记录“{path}”第{number}行缺“{empty[0]}”，请补上；只写“同意”不算。")
        found.append(
            Consent(row["材料"], row["主办人"], valid_day(row["日期"]), row["范围"], valid_day(row["有效期至"]))
        )
    return tuple(found)


@cache
def load_reasons() -> tuple[Reason, ...]:
    """The reasons of the gate in the order of the file."""
    table = tomllib.loads(resources.files("topicmine.leads").joinpath("gate.toml").read_text("utf-8"))
    return tuple(
        Reason(
            name,
            row["result"],
            row["where"],
            row["says"],
            row["who"],
            re.compile(row["pattern"]),
            re.compile(row["unless"]) if "unless" in row else None,
        )
        for name, row in table.items()
    )


def _find(reason: Reason, candidate: Candidate, by_id: dict[str, Parsed]) -> str:
    """The words that give the reason, or an empty string."""
    record = candidate.source in _RECORDS
    for quote in candidate.focus + candidate.facts:
        parsed = by_id.get(quote.document)
        for stretch in _stretches(reason.where, quote, parsed, record):
            match = reason.pattern.search(stretch)
            if match and not (reason.unless and reason.unless.search(stretch)):
                return match.group()
    return ""


def _stretches(where: str, quote: Quote, parsed: Parsed | None, record: bool) -> list[str]:
    if parsed is None or where == "quotes":
        return [quote.text]
    if where == "document":
        return [f"{parsed.document.title}\n{parsed.document.text}"]
    if len(parsed.document.text) <= (_MATTER if where == "matter" and record else _SLIP):
        return [parsed.document.text]
    near = [s for s in parsed.sentences if s.end > quote.start - 2 and s.start < quote.end + 2]
    if not near:
        return [quote.text]
    places = [parsed.sentences.index(s) for s in near]
    first, last = max(0, min(places) - 1), min(len(parsed.sentences), max(places) + 2)
    return [parsed.document.text[parsed.sentences[first].start : parsed.sentences[last - 1].end]]


def _consent(parsed: Sequence[Parsed], consents: Sequence[Consent], today: date) -> Consent | None:
    for consent in consents:
        named = (
            consent.material in (p.document.path, p.document.title) or consent.material in p.document.text
            for p in parsed
        )
        if any(named) and consent.given <= today <= consent.until:
            return consent
    return None
