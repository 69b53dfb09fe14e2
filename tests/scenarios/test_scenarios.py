"""Corpus-level scenarios, written without sight of the finders: what only several documents together show."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from topicmine.mining import mine
from topicmine.model import Corpus, Document, Lead, Mined
from topicmine.sources import load_sources

_LONGEST_QUOTE = 160
SCENARIOS = sorted(Path(__file__).parent.glob("s*.json"))
# these leads only show words that a forbidden claim could rest on; they claim something else, and a lead of one
# document claims what that document says, whatever else it shows
_HARMLESS = {"copied", "open-task", "task-check", "occasion-ahead"} | {
    pattern.name for source in load_sources().values() for pattern in source.patterns
}


def _mined(scenario: dict) -> Mined:
    documents = tuple(
        Document(
            row["id"],
            row["text"],
            row["title"],
            date.fromisoformat(row["date"]),
            row["unit"] or "",
            source=row["source"],
        )
        for row in scenario["documents"]
    )
    return mine(Corpus(documents), today=date.fromisoformat(scenario["today"]), department=scenario["department"])


def _touched(lead: Lead, anchors: list[str], texts: dict[str, str]) -> set[str]:
    """The anchors of which a quote of the lead shares at least half of the characters."""
    found = set()
    for quote in lead.evidence:
        for anchor in anchors:
            at = texts[quote.document].find(anchor)
            common = min(quote.end, at + len(anchor)) - max(quote.start, at)
            if at >= 0 and quote.end - quote.start <= _LONGEST_QUOTE and common >= max(1, len(anchor) // 2):
                found.add(anchor)
    return found


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_expected_leads_are_shown_and_forbidden_ones_not(path: Path) -> None:
    scenario = json.loads(path.read_text("utf-8"))
    texts = {row["id"]: row["text"] for row in scenario["documents"]}
    leads = _mined(scenario).leads
    wanted = [anchor for expected in scenario["expect"] for anchor in expected["anchors"]]

    for expected in scenario["expect"]:
        if expected["must"]:
            enough = max(1, len(expected["anchors"]) // 2)
            assert any(
                len(_touched(lead, expected["anchors"], texts)) >= enough
                and len({quote.document for quote in lead.evidence}) >= expected["min_documents"]
                for lead in leads
            ), expected["lead"]

    corpus_level = [lead for lead in leads if len({q.document for q in lead.evidence}) > 1]
    unwanted = [anchor for row in scenario["must_not"] for anchor in row["anchors"]]
    suspects = [
        lead.title
        for lead in corpus_level
        if lead.gate == "ok"
        and lead.pattern not in _HARMLESS
        and _touched(lead, unwanted, texts)
        and not _touched(lead, wanted, texts)
    ]
    assert suspects == []
