"""The review as SARIF 2.1.0 for code-review tools; waived findings stay, marked as suppressed, or they would reopen."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from topicmine.model import Draft, Finding, Reviewed
from topicmine.output.review_words import line_and_column
from topicmine.reviewing.baseline import fingerprint
from topicmine.reviewing.rules import all_rules
from topicmine.reviewing.view import View

SUFFIXES = (".sarif",)
_LEVEL = {"error": "error", "warning": "warning", "info": "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(reviewed: Reviewed) -> bytes:
    """One run with every rule described; offsets are characters, lines and columns count from 1."""
    views = {draft.id: View(draft) for draft in reviewed.drafts}
    results = [_result(views[f.document], f) for f in (*reviewed.findings, *reviewed.waived)]
    rules = [
        {
            "id": rule.id,
            "name": rule.name,
            "shortDescription": {"text": rule.what},
            "fullDescription": {"text": rule.why},
            "help": {"text": rule.repair},
            "defaultConfiguration": {"level": _LEVEL[rule.severity]},
            "properties": {"fault": rule.fault},
        }
        for rule in all_rules()
    ]
    driver = {"name": "topicmine", "language": "zh-CN", "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return (json.dumps(log, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


def _result(view: View, finding: Finding) -> dict[str, Any]:
    draft = view.draft
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVEL[finding.severity],
        "message": {"text": f"{finding.message}{finding.repair}"},
        "locations": [{"physicalLocation": _location(draft, finding)}],
        "partialFingerprints": {"ruleAndSentence/v1": fingerprint(view, finding)},
        "properties": {"document": draft.id, "field": finding.field, "fault": finding.fault},
    }
    if finding.waiver:
        result["suppressions"] = [{"kind": "inSource", "justification": finding.waiver}]
    return result


def _location(draft: Draft, finding: Finding) -> dict[str, Any]:
    line, column = line_and_column(draft, finding)
    region = {"startLine": line, "startColumn": column, "snippet": {"text": finding.text}}
    if "\n" not in finding.text:
        region["endColumn"] = column + max(1, len(finding.text))
    return {"artifactLocation": {"uri": quote(draft.path or draft.id, errors="replace")}, "region": region}
