"""The honest set: 66 documents of another county, labelled without sight of the finders. Floors only rise."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from topicmine.mining import mine
from topicmine.model import Corpus, Document, Lead, Mined, Quote

_HERE = Path(__file__).parent


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (_HERE / name).read_text("utf-8").splitlines() if line.strip()]


@cache
def _mined() -> tuple[Mined, dict[str, list[Lead]]]:
    documents = tuple(
        Document(row["id"], row["text"], row["title"], date.fromisoformat(row["date"]))
        for row in _rows("documents.jsonl")
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


def _share_found() -> float:
    texts = {row["id"]: row["text"] for row in _rows("documents.jsonl")}
    _, by_document = _mined()
    must = [row for row in _rows("leads.jsonl") if row["must"]]
    spent: set[tuple[str, str]] = set()
    found = 0
    for row in must:
        name = row["document"]
        for lead in by_document.get(name, []):
            quotes = [quote for quote in lead.evidence if quote.document == name]
            if (name, lead.id) not in spent and any(
                _rests_on(q, texts[name], a) for q in quotes for a in row["anchors"]
            ):
                spent.add((name, lead.id))
                found += 1
                break
    return found / len(must)


def test_most_of_what_an_editor_wants_is_among_the_first_three_leads_of_its_document() -> None:
    assert _share_found() >= 0.75


def test_less_than_half_of_a_document_is_quoted() -> None:
    mined, by_document = _mined()
    quoted = {
        (quote.document, at)
        for name, leads in by_document.items()
        for lead in leads
        for quote in lead.evidence
        if quote.document == name
        for at in range(quote.start, quote.end)
    }
    size = sum(len(seen.document.text) for seen in mined.documents if seen.source)
    assert len(quoted) / size <= 0.45


def test_noise_yields_nothing() -> None:
    noise = {row["id"] for row in _rows("documents.jsonl") if row["noise"]}
    assert not noise & set(_mined()[1])


def test_risky_leads_are_gated() -> None:
    texts = {row["id"]: row["text"] for row in _rows("documents.jsonl")}
    risky = [row for row in _rows("leads.jsonl") if row["caution"] in ("consent_needed", "sensitive")]
    open_ones = [
        row["lead"]
        for row in risky
        for lead in _mined()[1].get(row["document"], [])
        if lead.gate == "ok"
        and any(_rests_on(q, texts[row["document"]], a) for q in lead.evidence for a in row["anchors"])
    ]
    assert len(open_ones) <= 0.3 * len(risky)
