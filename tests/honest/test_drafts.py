"""Eight sets of drafts, written and labelled by people who had not seen the rules.

They were unseen when they were first measured: `drafts.jsonl` (75) gave precision .81, recall .83 and one clean draft
in four flagged; `drafts_second.jsonl` (90) .87, .78 and .18; `drafts_third.jsonl` (60) .86, .74 and .15, privacy and
open cases 5 of 8 each; `drafts_fourth.jsonl` (36) 1.00, .77 and none, privacy 4 of 5, open cases 2 of 6;
`drafts_fifth.jsonl` (40) .87, .87 and .25, nothing unsafe or copied missed; `drafts_sixth.jsonl` (64) .92, .91 and .18,
`drafts_seventh.jsonl` (64) .99, .93 and .05, in both nothing unsafe or copied missed; `drafts_eighth.jsonl` (64), after
the two before were mended, .94, .90 and .14, nothing unsafe or copied missed. The rules have been mended with a
look at what was missed, so they are development data now; what stands here is what must not be lost again.
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
_ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_SETS = ("drafts.jsonl", *(f"drafts_{ordinal}.jsonl" for ordinal in _ORDINALS))
_LONGEST = 160


@cache
def _rows(name: str) -> tuple[dict[str, Any], ...]:
    return tuple(json.loads(line) for line in (_HERE / name).read_text("utf-8").splitlines())


def _draft(row: dict[str, Any]) -> Draft:
    days = (date.fromisoformat(row[name]) if row.get(name) else None for name in ("event_date", "submitted"))
    return Draft(row["id"], row["title"], row["body"], row.get("unit") or "", *days)


@cache
def _said(name: str) -> dict[str, list[Finding]]:
    said: dict[str, list[Finding]] = defaultdict(list)
    for finding in review([_draft(row) for row in _rows(name)]).findings:
        if finding.severity != "info":
            said[finding.document].append(finding)
    return said


def _faults(name: str, row: dict[str, Any]) -> set[str]:
    return {finding.fault for finding in _said(name)[row["id"]]}


def _counted(name: str, row: dict[str, Any]) -> set[str]:
    """The faults reported of a draft, without those that may be reported or not."""
    return _faults(name, row) - (set(row.get("also_ok", [])) - set(row["faults"]))


def _shows(finding: Finding, text: str, span: str) -> bool:
    at = text.find(span)
    common = min(finding.end, at + len(span)) - max(finding.start, at)
    return at >= 0 and finding.end - finding.start <= _LONGEST and common >= max(1, len(span) // 2)


@pytest.mark.parametrize(
    ("name", "true", "found"),
    [
        (_SETS[0], 0.85, 0.9),
        (_SETS[1], 0.95, 0.85),
        (_SETS[2], 0.9, 0.9),
        (_SETS[3], 0.95, 0.9),
        (_SETS[4], 0.95, 0.9),
        (_SETS[5], 0.95, 0.95),
        (_SETS[6], 0.95, 0.95),
        (_SETS[7], 0.9, 0.9),
    ],
)
def test_most_faults_are_found_and_most_findings_are_faults(name: str, true: float, found: float) -> None:
    hits = sum(len(set(row["faults"]) & _faults(name, row)) for row in _rows(name))
    assert hits / sum(len(_counted(name, row)) for row in _rows(name)) >= true
    assert hits / sum(len(row["faults"]) for row in _rows(name)) >= found


@pytest.mark.parametrize(
    ("name", "most"),
    [
        (_SETS[0], 0.2),
        (_SETS[1], 0.05),
        (_SETS[2], 0.1),
        (_SETS[3], 0),
        (_SETS[4], 0.1),
        (_SETS[5], 0),
        (_SETS[6], 0),
        (_SETS[7], 0.05),
    ],
)
def test_few_clean_drafts_are_flagged(name: str, most: float) -> None:
    clean = [row for row in _rows(name) if not row["faults"]]
    assert sum(bool(_counted(name, row)) for row in clean) <= most * len(clean)


@pytest.mark.parametrize("name", _SETS)
@pytest.mark.parametrize("fault", ["privacy", "sensitive-case", "boilerplate-copy"])
def test_nothing_unsafe_or_copied_is_missed(name: str, fault: str) -> None:
    wanted = [row for row in _rows(name) if fault in row["faults"]]
    assert wanted
    assert [row["id"] for row in wanted if fault not in _faults(name, row)] == []


def test_no_wrong_word_is_seen_where_there_is_none() -> None:
    rows = _rows(_SETS[1])
    assert [row["id"] for row in rows if "typo" in _counted(_SETS[1], row) - set(row["faults"])] == []


@pytest.mark.parametrize(
    ("name", "least"),
    [
        (_SETS[0], 0.9),
        (_SETS[1], 0.9),
        (_SETS[2], 0.8),
        (_SETS[3], 0.9),
        (_SETS[4], 0.9),
        (_SETS[5], 0.9),
        (_SETS[6], 0.9),
        (_SETS[7], 0.9),
    ],
)
def test_the_place_is_shown(name: str, least: float) -> None:
    shown = [
        any(
            _shows(f, row[f.field], span)
            for f in _said(name)[row["id"]]
            if f.fault == fault
            for span in row["spans"][fault]
        )
        for row in _rows(name)
        for fault in row["faults"]
        if row["spans"].get(fault) and fault in _faults(name, row)
    ]
    assert sum(shown) / len(shown) >= least
