"""The honest sets: documents of other counties, labelled without sight of the finders. Floors only rise.

The first (66 documents, one county) has been looked at since; it gave .81 of the wanted leads when it was new. The
second (90 documents of two more counties, by two hands) and the third (48, one more) were never trained on; their
figures were looked at when thresholds were chosen. At first sight the third gave .91 of the wanted leads, .62 of the
types and .04 of the decoys, with .43 of the text quoted and 13 of 14 risky leads held back. The fourth (48) was first
mined when all was done: .90, .71, .05, .43, 11 of 11. `noise.jsonl` is every other one of 80 papers made to look like
an office's and be none; the others are trained on.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from topicmine.departments.profile import load_profile
from topicmine.language.parsed import Parsed
from topicmine.leads.recognition import recognise
from topicmine.mining import mine
from topicmine.model import Corpus, Document, Lead, Mined, Quote

_HERE = Path(__file__).parent
_RISKY = ("consent_needed", "sensitive")


@cache
def _rows(name: str) -> tuple[dict[str, Any], ...]:
    lines = (_HERE / f"{name}.jsonl").read_text("utf-8").splitlines()
    return tuple(json.loads(line) for line in lines if line.strip())


@cache
def _texts(part: str) -> dict[str, str]:
    return {row["id"]: row["text"] for row in _rows(f"documents{part}")}


@cache
def _mined(part: str) -> tuple[Mined, dict[str, list[Lead]]]:
    documents = tuple(
        Document(row["id"], row["text"], row["title"], date.fromisoformat(row["date"]))
        for row in _rows(f"documents{part}")
    )
    mined = mine(Corpus(documents), today=date(2026, 11, 22))
    by_document: dict[str, list[Lead]] = defaultdict(list)
    for lead in mined.leads:
        for name in dict.fromkeys(quote.document for quote in lead.evidence):
            by_document[name].append(lead)
    return mined, {name: leads[:3] for name, leads in by_document.items()}


def _rests_on(quote: Quote, text: str, anchor: str) -> bool:
    at = text.find(anchor)
    common = min(quote.end, at + len(anchor)) - max(quote.start, at)
    return at >= 0 and len(quote.text) <= 160 and common >= max(1, len(anchor) // 2)


def _tells(lead: Lead, document: str, text: str, anchors: list[str]) -> bool:
    return any(_rests_on(q, text, a) for q in lead.evidence if q.document == document for a in anchors)


def _found(part: str) -> Iterator[tuple[dict[str, Any], Lead | None]]:
    """Each wanted lead with the mined one that tells it; a mined lead is credited once in a document."""
    spent: set[tuple[str, str]] = set()
    for row in sorted(_rows(f"leads{part}"), key=lambda row: not row["must"]):
        name = row["document"]
        leads = [lead for lead in _mined(part)[1].get(name, []) if (name, lead.id) not in spent]
        lead = next((one for one in leads if _tells(one, name, _texts(part)[name], row["anchors"])), None)
        if lead:
            spent.add((name, lead.id))
        yield row, lead


@pytest.mark.parametrize(("part", "least"), [("", 0.84), ("_second", 0.85), ("_third", 0.86), ("_fourth", 0.87)])
def test_most_of_what_an_editor_wants_is_among_the_first_three_leads_of_its_document(part: str, least: float) -> None:
    told = [lead is not None for row, lead in _found(part) if row["must"]]
    assert sum(told) / len(told) >= least


@pytest.mark.parametrize(("part", "least"), [("", 0.6), ("_second", 0.65), ("_third", 0.6), ("_fourth", 0.66)])
def test_most_leads_get_the_type_an_editor_gives_them(part: str, least: float) -> None:
    agreed = [lead.type == row["type"] for row, lead in _found(part) if lead]
    assert sum(agreed) / len(agreed) >= least


@pytest.mark.parametrize(("part", "most"), [("", 0.09), ("_second", 0.04), ("_third", 0.06), ("_fourth", 0.06)])
def test_few_decoys_are_quoted(part: str, most: float) -> None:
    touched = [
        any(_tells(lead, row["document"], _texts(part)[row["document"]], [decoy]) for lead in leads)
        for row in _rows(f"decoys{part}")
        for leads in [_mined(part)[1].get(row["document"], [])]
        for decoy in row["decoys"]
    ]
    assert sum(touched) / len(touched) <= most


@pytest.mark.parametrize(("part", "most"), [("", 0.45), ("_second", 0.45), ("_third", 0.45), ("_fourth", 0.45)])
def test_less_than_half_of_a_document_is_quoted(part: str, most: float) -> None:
    labelled = {row["document"] for row in _rows(f"leads{part}")}
    quoted = {
        (name, at)
        for name in labelled
        for lead in _mined(part)[1].get(name, [])
        for quote in lead.evidence
        if quote.document == name
        for at in range(quote.start, quote.end)
    }
    assert len(quoted) / sum(len(_texts(part)[name]) for name in labelled) <= most


@pytest.mark.parametrize("part", ["", "_second", "_third", "_fourth"])
def test_noise_yields_nothing(part: str) -> None:
    noise = {row["id"] for row in _rows(f"documents{part}") if row["noise"]}
    assert not noise & set(_mined(part)[1])


def test_nearly_all_papers_that_only_look_like_an_offices_are_refused() -> None:
    profile = load_profile("market_regulation")
    papers = [Parsed(Document(row["id"], row["text"], row["title"])) for row in _rows("noise")]
    refused = [recognise(paper, profile).source is None for paper in papers]
    assert sum(refused) / len(refused) >= 0.85


@pytest.mark.parametrize(("part", "most"), [("", 0.0), ("_second", 0.12), ("_third", 0.0), ("_fourth", 0.0)])
def test_risky_leads_are_gated(part: str, most: float) -> None:
    risky = [row for row in _rows(f"leads{part}") if row["caution"] in _RISKY]
    open_ones = [
        row["lead"]
        for row in risky
        for lead in _mined(part)[1].get(row["document"], [])[:3]
        if lead.gate == "ok" and _tells(lead, row["document"], _texts(part)[row["document"]], row["anchors"])
    ]
    assert len(open_ones) <= most * len(risky)
