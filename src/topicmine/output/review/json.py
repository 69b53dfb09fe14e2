"""The review as JSON: what `topicmine review --format json` prints and other programs read."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from topicmine.model import Finding, Reviewed
from topicmine.reviewing.verdict import judge_all

SUFFIXES = (".json",)


def render(reviewed: Reviewed) -> bytes:
    """Findings in reading order, waived ones apart, a verdict for each draft, and the inputs that were skipped."""
    data = {
        "findings": [_finding(finding) for finding in reviewed.findings],
        "waived": [_finding(finding) for finding in reviewed.waived],
        "verdicts": [asdict(verdict) for verdict in judge_all(reviewed)],
        "skipped": [asdict(skipped) for skipped in reviewed.skipped],
    }
    # a lone surrogate cannot be UTF-8; as \udXXX it stays valid JSON and comes back unchanged
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


def _finding(finding: Finding) -> dict[str, Any]:
    data = asdict(finding)
    data["fix"] = finding.fix.replacement if finding.fix else None
    return data
