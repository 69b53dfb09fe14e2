"""The gate: may this be told, to whom, and who must agree. It stands before any value.

The reasons are data (`gate.toml`). Source: the seed's fourth source (a complicated case only with the consent of the
officer who handles it) and the stage table for cases; a doubtful case is stopped, because a missed stop harms people.
"""

from __future__ import annotations

import csv
import io
import re
import tomllib
from bisect import bisect_left, bisect_right
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
    gate, reasons = "ok", []
    stretches = _stretches(candidate, {item.document.id: item for item in parsed})
    for reason in load_reasons():
        words = _find(reason, stretches[reason.where])
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


def _find(reason: Reason, stretches: Sequence[str]) -> str:
    """The words that give the reason, or an empty string."""
    for stretch in stretches:
        match = reason.pattern.search(stretch)
        if match and not (reason.unless and reason.unless.search(stretch)):
            return match.group()
    return ""


def _stretches(candidate: Candidate, by_id: dict[str, Parsed]) -> dict[str, list[str]]:
    """What is searched under each `where` of the reasons: texts without repeats, in the order of the quotes."""
    found: dict[str, dict[str, None]] = {where: {} for where in ("quotes", "near", "around", "matter", "document")}
    record = candidate.source in _RECORDS
    for quote in candidate.focus + candidate.facts:
        found["quotes"][quote.text] = None
        parsed = by_id.get(quote.document)
        if parsed is None:
            continue
        text = parsed.document.text
        near = text if len(text) <= _SLIP else _around(parsed, quote, 1)
        found["near"][near] = None
        found["around"][text if len(text) <= _MATTER else _around(parsed, quote, 3)] = None
        found["matter"][text if record and len(text) <= _MATTER else near] = None
        found["document"][f"{parsed.document.title}\n{text}"] = None
    return {where: list(texts) for where, texts in found.items()}


def _around(parsed: Parsed, quote: Quote, reach: int) -> str:
    """The sentences of a quote with `reach` more on either side."""
    sentences = parsed.sentences
    first = bisect_right(sentences, quote.start, key=lambda sentence: sentence.start) - 1
    last = bisect_left(sentences, quote.end, key=lambda sentence: sentence.end)
    start, end = max(0, first - reach), min(len(sentences) - 1, last + reach)
    return parsed.document.text[sentences[start].start : sentences[end].end] if sentences else quote.text


def _consent(parsed: Sequence[Parsed], consents: Sequence[Consent], today: date) -> Consent | None:
    for consent in consents:
        named = (
            consent.material in (p.document.path, p.document.title) or consent.material in p.document.text
            for p in parsed
        )
        if any(named) and consent.given <= today <= consent.until:
            return consent
    return None
