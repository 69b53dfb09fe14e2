"""75 drafts of another county, labelled without sight of the rules.

They were unseen when they were first measured (precision .81, recall .83, one clean draft in four flagged). The rules
have been mended with a look at what was missed, so they are development data now and say nothing about unseen drafts;
what stands here is what must not be lost again.
"""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from topicmine.model import Draft, Finding
from topicmine.reviewing.engine import review

_HERE = Path(__file__).parent
_LONGEST = 160


def _rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (_HERE / "drafts.jsonl").read_text("utf-8").splitlines()]


def _draft(row: dict[str, Any]) -> Draft:
    days = (date.fromisoformat(row[name]) if row.get(name) else None for name in ("event_date", "submitted"))
    return Draft(row["id"], row["title"], row["body"], row.get("unit") or "", *days)


@cache
def _said() -> dict[str, list[Finding]]:
    said: dict[str, list[Finding]] = defaultdict(list)
    for finding in review([_draft(row) for row in _rows()]).findings:
        if finding.severity != "info":
            said[finding.document].append(finding)
    return said


def _counts() -> tuple[int, int, int]:
    hits = found = wanted = 0
    for row in _rows():
        gold, spare = set(row["faults"]), set(row.get("also_ok", []))
        reported = {finding.fault for finding in _said()[row["id"]]}
        hits += len(gold & reported)
        found += len(reported - (spare - gold))
        wanted += len(gold)
    return hits, found, wanted


def _shows(finding: Finding, text: str, span: str) -> bool:
    at = text.find(span)
    common = min(finding.end, at + len(span)) - max(finding.start, at)
    return at >= 0 and finding.end - finding.start <= _LONGEST and common >= max(1, len(span) // 2)


def test_most_faults_are_found_and_most_findings_are_faults() -> None:
    hits, found, wanted = _counts()
    assert hits / found >= 0.85
    assert hits / wanted >= 0.9


def test_at_most_one_clean_draft_in_five_is_flagged() -> None:
    clean = [row for row in _rows() if not row["faults"]]
    flagged = [row["id"] for row in clean if {f.fault for f in _said()[row["id"]]} - set(row.get("also_ok", []))]
    assert len(flagged) <= 0.2 * len(clean)


@pytest.mark.parametrize("fault", ["privacy", "sensitive-case", "boilerplate-copy"])
def test_nothing_unsafe_or_copied_is_missed(fault: str) -> None:
    missed = [
        row["id"] for row in _rows() if fault in row["faults"] and fault not in {f.fault for f in _said()[row["id"]]}
    ]
    assert missed == []


def test_the_place_is_shown() -> None:
    shown = [
        any(
            _shows(f, row[f.field], span)
            for f in _said()[row["id"]]
            if f.fault == fault
            for span in row["spans"][fault]
        )
        for row in _rows()
        for fault in row["faults"]
        if row["spans"].get(fault) and fault in {f.fault for f in _said()[row["id"]]}
    ]
    assert sum(shown) / len(shown) >= 0.9
