"""The review as JSON: what `topicmine review --format json` prints and other programs read."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from topicmine.model import Finding, Reviewed
from topicmine.reviewing.verdict import judge

SUFFIX = ".json"


def render(reviewed: Reviewed) -> str:
    """Findings in reading order, waived ones apart, a verdict for each draft, and the inputs that were skipped."""
    data = {
        "findings": [_finding(finding) for finding in reviewed.findings],
        "waived": [_finding(finding) for finding in reviewed.waived],
        "verdicts": [asdict(judge(draft, reviewed.findings)) for draft in reviewed.drafts],
        "skipped": [asdict(skipped) for skipped in reviewed.skipped],
    }
    # a lone surrogate cannot be written as UTF-8
    text = json.dumps(data, ensure_ascii=False, indent=1)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    data = asdict(finding)
    data["fix"] = finding.fix.replacement if finding.fix else None
    return data
