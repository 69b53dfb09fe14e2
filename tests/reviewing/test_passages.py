"""Short invented passages with and without one fault each: what a fault is, shown from both sides."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from topicmine.model import Draft
from topicmine.reviewing.engine import review

_ROWS: list[dict[str, Any]] = [
    json.loads(line) for line in Path(__file__).with_name("passages.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("fault", sorted({row["fault"] for row in _ROWS}))
def test_the_fault_is_seen_where_it_is_and_nowhere_else(fault: str) -> None:
    wrong = []
    for row in _ROWS:
        if row["fault"] == fault:
            findings = review([Draft("稿", row["title"], row["body"])]).findings
            if any(f.fault == fault and f.severity != "info" for f in findings) != row["wanted"]:
                wrong.append((row["wanted"], row["title"], row["body"][:40]))
    assert wrong == []
