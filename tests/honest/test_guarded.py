"""Passages that give somebody or something away, and their harmless neighbours, by somebody who had not seen the rules.

323 of them, far wider than the label rules: indirect, colloquial, without the usual words. At first sight 53 of 110
private and 10 of 110 sensitive ones were seen, and 4 of 103 harmless ones were flagged; the rules were mended with a
look at them since. What is still missed (most informants and covert methods told without a word for it) is told here
by the bounds. The second set, by another hand, holds 160 more, none of them harmless: at first sight 34 of 40 private
and 27 of 120 sensitive ones were seen, and the rules were mended again.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from topicmine.model import Draft
from topicmine.reviewing.engine import review

_HERE = Path(__file__).parent
_SETS = ("guarded.jsonl", "guarded_second.jsonl")
_FAULTS = {"privacy": "privacy", "sensitive": "sensitive-case"}


def _rows(name: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in (_HERE / name).read_text("utf-8").splitlines()]


@cache
def _flagged(name: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {row["id"]: set() for row in _rows(name)}
    for finding in review([Draft(row["id"], "情况反映", row["text"]) for row in _rows(name)]).findings:
        if finding.severity != "info":
            found[finding.document].add(finding.fault)
    return found


@pytest.mark.parametrize(
    ("name", "label", "least"),
    [
        (_SETS[0], "privacy", 0.75),
        (_SETS[0], "sensitive", 0.6),
        (_SETS[1], "privacy", 0.85),
        (_SETS[1], "sensitive", 0.85),
    ],
)
def test_what_gives_somebody_away_is_seen(name: str, label: str, least: float) -> None:
    rows = [row for row in _rows(name) if row["label"] == label]
    assert sum(_FAULTS[label] in _flagged(name)[row["id"]] for row in rows) >= least * len(rows)


def test_harmless_neighbours_pass() -> None:
    rows = [row for row in _rows(_SETS[0]) if row["label"] == "fine"]
    assert sum(bool(_flagged(_SETS[0])[row["id"]] & set(_FAULTS.values())) for row in rows) <= 0.03 * len(rows)
