"""The review as GitHub annotations, one command a line."""

from __future__ import annotations

from topicmine.model import Draft, Finding, Reviewed
from topicmine.output.review_words import line_and_column

SUFFIXES = (".annotations",)
_LEVEL = {"error": "error", "warning": "warning", "info": "notice"}


def render(reviewed: Reviewed) -> bytes:
    """`::error file=…,line=…,col=…,title=…::message`; what documents say cannot end a command or begin another."""
    drafts = {draft.id: draft for draft in reviewed.drafts}
    return "".join(_line(drafts[finding.document], finding) for finding in reviewed.findings).encode("utf-8", "replace")


def _line(draft: Draft, finding: Finding) -> str:
    line, column = line_and_column(draft, finding)
    level = _LEVEL[finding.severity]
    head = f"file={_property(draft.path or draft.id)},line={line},col={column},title={_property(finding.rule)}"
    return f"::{level} {head}::{_data(f'“{finding.text}” {finding.message}{finding.repair}')}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
