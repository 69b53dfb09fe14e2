"""The workbench without its page: leads ranked by one's own weights, read beside their sources, kept or dropped."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from topicmine.course.folders import bundled
from topicmine.departments.profile import load_profile
from topicmine.errors import UsageError
from topicmine.leads.value import value_of, weights_of
from topicmine.model import CRITERIA, Lead, Mined
from topicmine.output.card import make_card
from topicmine.output.glossary import name_of

EXAMPLE, EXAMPLE_DAY = "青禾县", date(2026, 11, 22)
_SLIDER_TYPE = "experience"
_SHORTEST_REASON = 2


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to be shown: words in the title or the quotes, codes ("" for all), and verdict open, keep or drop."""

    words: str = ""
    source: str = ""
    type: str = ""
    gate: str = ""
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Keep or drop, and why."""

    keep: bool
    reason: str


def mine_folder(folder: str, today: date, progress: Callable[[int, int], None] | None = None) -> Mined:
    """The leads of a folder. Raises UsageError when nothing in it can be read."""
    from topicmine.mining import mine
    from topicmine.reading import read

    corpus = read(find_material(folder), progress=progress)
    if not corpus.documents:
        first = f"{corpus.skipped[0].path}：{corpus.skipped[0].reason}" if corpus.skipped else "里面没有可读的文件"
        raise UsageError(f"没有读到任何材料。{first}。")
    return mine(corpus, today=today, progress=progress)


def find_material(folder: str) -> Path:
    """The folder a person named; the name of the fictional county stands for the one that comes along."""
    path = Path(folder).expanduser()
    return bundled("corpora", EXAMPLE) if folder == EXAMPLE and not path.exists() else path


def standard_weights() -> dict[str, int]:
    """Where the sliders stand at first, in percent."""
    return {name: round(100 * weight) for name, weight in weights_of(_SLIDER_TYPE).items()}


def rank(mined: Mined, weights: Mapping[str, int] | None) -> tuple[tuple[Lead, float | None, int], ...]:
    """Leads with their value and how many places they rose, best first; without weights as they were mined.

    A lead that may not be told keeps its place at the end: no weight can buy it a value.
    """
    before = {lead.id: place for place, lead in enumerate(mined.leads)}
    valued = [(lead, _value(lead, weights)) for lead in mined.leads]
    order = sorted(valued, key=lambda pair: (pair[1] is None, -(pair[1] or 0.0), before[pair[0].id]))
    return tuple((lead, value, before[lead.id] - place) for place, (lead, value) in enumerate(order))


def _value(lead: Lead, weights: Mapping[str, int] | None) -> float | None:
    if lead.value is None or not weights:
        return lead.value
    return value_of({name: c.value for name, c in lead.criteria.items()}, weights)


def matches(lead: Lead, choice: Choice, verdict: Verdict | None) -> bool:
    """True when a lead is among what is to be shown."""
    told = "open" if verdict is None else "keep" if verdict.keep else "drop"
    text = lead.title + "".join(quote.text for quote in lead.evidence)
    return (
        all(word in text for word in choice.words.split())
        and choice.source in ("", lead.source)
        and choice.type in ("", lead.type)
        and choice.gate in ("", lead.gate)
        and choice.verdict in ("", told)
    )


def describe_lead(lead: Lead, mined: Mined, verdict: Verdict | None) -> dict[str, Any]:
    """A lead as its page shows it: the card, and each source text with the quotes' places in it."""
    documents = {item.document.id: item.document for item in mined.documents}
    card = make_card(lead, 0, documents, mined.department)
    told = (
        ("为什么现在写", card.reason),
        ("怎么写", card.angle),
        ("能不能报", "；".join((card.gate, *card.gate_reasons))),
        ("什么时候报", card.until),
        ("还缺什么", "；".join(card.missing)),
        ("注意", "；".join(card.cautions)),
        ("补什么最值", card.advice),
    )
    names = dict.fromkeys(quote.document for quote in lead.evidence)
    return {
        "id": lead.id,
        "title": card.title,
        "told": [[label, text] for label, text in told if text],
        "bars": [[bar.name, bar.percent, bar.reason] for bar in card.bars],
        "texts": [_text(lead, name, documents) for name in names if name in documents],
        "keep": None if verdict is None else verdict.keep,
        "reason": "" if verdict is None else verdict.reason,
    }


def _text(lead: Lead, name: str, documents: Mapping[str, Any]) -> dict[str, Any]:
    document = documents[name]
    marks = [(quote, "quote") for quote in lead.focus] + [(quote, "fact") for quote in lead.facts]
    mine = sorted((m for m in marks if m[0].document == name), key=lambda m: (m[0].start, m[0].end))
    kept: list[dict[str, Any]] = []
    for quote, kind in mine:
        if not kept or kept[-1]["end"] <= quote.start:
            where = document.place(quote.start)
            kept.append({"start": quote.start, "end": quote.end, "kind": kind, "place": where})
    path = document.path.rpartition(f"{EXAMPLE}/")[2]
    return {"title": document.title or path, "path": path, "text": document.text, "marks": kept}


def codes(mined: Mined) -> dict[str, list[list[str]]]:
    """What can be chosen among: codes with their Chinese names, in the order of the names."""
    profile = load_profile(mined.department)
    return {
        "source": sorted([code, profile.display_source(code)] for code in {lead.source for lead in mined.leads}),
        "type": sorted([code, name_of(code)] for code in {lead.type for lead in mined.leads}),
        "gate": sorted([code, name_of(code)] for code in {lead.gate for lead in mined.leads}),
        "criteria": [[code, name_of(code)] for code in CRITERIA],
    }


def export(mined: Mined, verdicts: Mapping[str, Verdict], form: str, weights: Mapping[str, int] | None) -> bytes:
    """The kept leads, or all when none is kept, in the present order, as a file of a known format."""
    from topicmine.output.shelf import format_named

    ranked = [replace(lead, value=value) for lead, value, _ in rank(mined, weights)]
    kept = [lead for lead in ranked if lead.id in verdicts and verdicts[lead.id].keep]
    return format_named(form).render(replace(mined, leads=tuple(kept or ranked)))


def read_verdicts(path: Path) -> dict[str, Verdict]:
    """What was kept and dropped; of one lead the last word counts, a torn line is passed over."""
    found: dict[str, Verdict] = {}
    for line in path.read_bytes().split(b"\n") if path.is_file() else ():
        try:
            entry = json.loads(line.decode("utf-8"))
            found[str(entry["lead"])] = Verdict(bool(entry["keep"]), str(entry["reason"]))
        except (ValueError, TypeError, KeyError):
            continue
    return found


def add_verdict(path: Path, lead: Lead, verdict: Verdict) -> None:
    """Puts a verdict on the disk. Raises UsageError without a reason, or when it cannot be written."""
    if len(verdict.reason.strip()) < _SHORTEST_REASON:
        raise UsageError("请写一句理由，以后交接和复盘都要看。")
    entry = {"lead": lead.id, "title": lead.title, "keep": verdict.keep, "reason": verdict.reason.strip()}
    line = json.dumps(entry, ensure_ascii=False)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab") as file:
            file.write(f"\n{line}\n".encode())
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise UsageError("没有保存上：磁盘满了或没有写的权限；请换个文件夹再试。") from error
