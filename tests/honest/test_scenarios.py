"""160 corpus-level scenarios by eight hands that saw no finder; 128 are read as a user's papers: without their sources.

When first measured, 12 of the 27 leads wanted of the second set were shown, and 6 of the 28 of the third (`*_z*`),
which was asked to avoid the usual words; of the 34 of the last two hands (`*_v6_*`, `*_v7_*`) 27 were shown. The
finders were then mended in general, so this is development data now. The last 32 (`*_v8_*`, `*_v9_*`) were left as
they came: with their sources given, as the labelled data gives them, 29 are shown, 27 without.
What stands here is what must not be lost again.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from topicmine.mining import mine
from topicmine.model import Corpus, Document, Lead

_ALL = sorted((Path(__file__).parent / "scenarios").glob("*.json"))
_LAST = [path for path in _ALL if "_v8_" in path.name or "_v9_" in path.name]
_SCENARIOS = [path for path in _ALL if path not in _LAST]


@cache
def _read(path: Path) -> dict[str, Any]:
    scenario: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return scenario


@cache
def _leads(path: Path) -> tuple[Lead, ...]:
    scenario = _read(path)
    documents = tuple(
        Document(
            row["id"],
            row["text"],
            row["title"],
            date.fromisoformat(row["date"]),
            row["unit"],
            source=row["source"] if path in _LAST else "",
        )
        for row in scenario["documents"]
    )
    return mine(Corpus(documents), today=date.fromisoformat(scenario["today"])).leads


def _touched(lead: Lead, anchors: list[str], texts: dict[str, str]) -> int:
    """How many anchors share at least half of their characters with a quote of the lead."""
    shown = set()
    for quote in lead.evidence:
        for anchor in anchors:
            at = texts[quote.document].find(anchor)
            common = min(quote.end, at + len(anchor)) - max(quote.start, at)
            if at >= 0 and common >= max(1, len(anchor) // 2):
                shown.add(anchor)
    return len(shown)


def _is_shown(path: Path, expected: dict[str, Any]) -> bool:
    texts = {row["id"]: row["text"] for row in _read(path)["documents"]}
    enough = max(1, len(expected["anchors"]) // 2)
    return any(
        _touched(lead, expected["anchors"], texts) >= enough
        and len({quote.document for quote in lead.evidence}) >= expected["min_documents"]
        for lead in _leads(path)
    )


@pytest.mark.parametrize("scenarios", [_SCENARIOS, _LAST], ids=["unnamed", "named"])
def test_nine_in_ten_wanted_leads_are_shown_with_evidence_from_enough_documents(scenarios: list[Path]) -> None:
    wanted = [(path, row) for path in scenarios for row in _read(path)["expect"] if row["must"]]
    shown = sum(_is_shown(path, row) for path, row in wanted)
    assert shown / len(wanted) >= 0.9


def test_every_quote_is_verbatim() -> None:
    for path in _ALL:
        texts = {row["id"]: row["text"] for row in _read(path)["documents"]}
        for lead in _leads(path):
            assert all(texts[q.document][q.start : q.end] == q.text for q in lead.evidence)
