"""A draft under review while it is being written."""

from __future__ import annotations

from typing import Any

import traitlets

from topicmine.course.views.script import read
from topicmine.course.views.talking import Talking, answer_for
from topicmine.model import Draft, Finding

_SEVERITIES = {"error": "硬伤", "warning": "要改", "info": "可以更好"}


class Review(Talking):
    """A title, a body, and what the review finds in them; the browser sends both again after each pause in typing.

    >>> panel = Review("云溪镇查酒", "")
    >>> sorted(panel.state)
    ['checked', 'error', 'findings']
    """

    draft = traitlets.Dict().tag(sync=True)
    _esm = read("page.js", "reviewing.js")

    def __init__(self, title: str = "", body: str = "") -> None:
        super().__init__(draft={"title": title, "body": body}, state=answer_for(lambda: check(title, body)))

    def _do(self, message: dict[str, Any]) -> dict[str, Any]:
        title, body = str(message.get("title", "")), str(message.get("body", ""))
        self.draft = {"title": title, "body": body}
        return check(title, body)


def check(title: str, body: str) -> dict[str, Any]:
    """What the review finds in a draft, as the page shows it; nothing for an empty one."""
    from topicmine.reviewing.engine import review

    found = review([Draft("稿件", title, body)]).findings if title.strip() or body.strip() else ()
    return {"findings": [_shown(finding) for finding in found], "checked": [title, body], "error": ""}


def _shown(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "grade": _SEVERITIES[finding.severity],
        "field": finding.field,
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "message": finding.message,
        "repair": finding.repair,
    }
