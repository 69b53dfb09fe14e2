"""90 more drafts, written and labelled by people who had not seen the rules.

They were unseen when they were first measured: precision .87, recall .78, F1 .83, place .94, .18 of the clean drafts
flagged. The rules have been mended with a look at what was missed, so they are development data now; what stands here
is what must not be lost again.
"""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from topicmine.model import Draft
from topicmine.reviewing.engine import review


@cache
def _rows() -> tuple[dict[str, Any], ...]:
    lines = Path(__file__).with_name("drafts_second.jsonl").read_text("utf-8").splitlines()
    return tuple(json.loads(line) for line in lines)


def _draft(row: dict[str, Any]) -> Draft:
    days = (date.fromisoformat(row[name]) if row.get(name) else None for name in ("event_date", "submitted"))
    return Draft(row["id"], row["title"], row["body"], row.get("unit") or "", *days)


@cache
def _said() -> dict[str, set[str]]:
    said: dict[str, set[str]] = defaultdict(set)
    for finding in review([_draft(row) for row in _rows()]).findings:
        if finding.severity != "info":
            said[finding.document].add(finding.fault)
    return said


def _counted(row: dict[str, Any]) -> set[str]:
    """The faults reported of a draft, without those that may be reported or not."""
    return _said()[row["id"]] - (set(row.get("also_ok", [])) - set(row["faults"]))


def test_most_faults_are_found_and_nearly_all_findings_are_faults() -> None:
    hits = sum(len(set(row["faults"]) & _said()[row["id"]]) for row in _rows())
    assert hits / sum(len(_counted(row)) for row in _rows()) >= 0.95
    assert hits / sum(len(row["faults"]) for row in _rows()) >= 0.85


@pytest.mark.parametrize("fault", ["privacy", "sensitive-case", "boilerplate-copy"])
def test_nothing_unsafe_or_copied_is_missed(fault: str) -> None:
    assert [row["id"] for row in _rows() if fault in row["faults"] and fault not in _said()[row["id"]]] == []


def test_no_wrong_word_is_seen_where_there_is_none() -> None:
    assert [row["id"] for row in _rows() if "typo" in _counted(row) - set(row["faults"])] == []


def test_hardly_a_clean_draft_is_flagged() -> None:
    clean = [row for row in _rows() if not row["faults"]]
    assert sum(bool(_counted(row)) for row in clean) <= 0.05 * len(clean)
