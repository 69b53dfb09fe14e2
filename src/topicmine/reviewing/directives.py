"""Directives in the text: 【不查 N07：理由】 lets one rule pass, and the reason must be given.

In a paragraph it answers for that paragraph; on a line of its own for the whole draft.
`<!-- topicmine: off N07 理由 -->` means the same in Markdown. A directive that cannot be read (Z01) or that no longer
answers for anything (Z02) is itself a finding, so that none is forgotten in the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from topicmine.model import Finding
from topicmine.reviewing.rule import Rule
from topicmine.reviewing.view import View

_ANY = re.compile(r"【不查[^】\n]{0,200}】|<!--\s*topicmine[^\n]{0,200}?-->")
_READ = re.compile(
    r"【不查\s*(?P<a>[A-Z][0-9]{2})\s*[：:]\s*(?P<x>[^】\n]{2,180})】"
    r"|<!--\s*topicmine:\s*off\s+(?P<b>[A-Z][0-9]{2})\s+(?P<y>[^\n]{2,180}?)\s*-->"
)


@dataclass(frozen=True, slots=True)
class _Directive:
    start: int
    end: int
    rule: str
    reason: str
    scope_start: int
    scope_end: int
    whole: bool


def answer_for(
    views: Sequence[View], findings: Sequence[Finding], rules: Sequence[Rule]
) -> tuple[list[Finding], list[Finding]]:
    """The findings that stay open (with those about directives added) and the ones a directive answers for."""
    by_id = {rule.id: rule for rule in rules}
    if not any("不查" in view.draft.body or "topicmine" in view.draft.body for view in views):
        return list(findings), []
    open_: list[Finding] = []
    waived: list[Finding] = []
    for view in views:
        mine = [finding for finding in findings if finding.document == view.draft.id]
        directives, broken = _read(view)
        used: set[int] = set()
        for finding in mine:
            answer = next((n for n, d in enumerate(directives) if _covers(d, finding)), None)
            if answer is None:
                open_.append(finding)
            else:
                used.add(answer)
                waived.append(replace(finding, waiver=directives[answer].reason))
        open_ += [_finding(by_id["Z01"], view, *span) for span in broken if "Z01" in by_id]
        stale = [d for n, d in enumerate(directives) if n not in used and "Z02" in by_id and d.rule in by_id]
        open_ += [_finding(by_id["Z02"], view, d.start, d.end) for d in stale]
    return open_, waived


def _read(view: View) -> tuple[list[_Directive], list[tuple[int, int]]]:
    found, broken = [], []
    body = view.draft.body
    for match in _ANY.finditer(body):
        read = _READ.fullmatch(match.group())
        if not read:
            broken.append(match.span())
            continue
        start = body.rfind("\n", 0, match.start()) + 1
        end = body.find("\n", match.end())
        end = len(body) if end < 0 else end
        alone = body[start:end].strip() == match.group()
        rule, reason = read["a"] or read["b"], read["x"] or read["y"]
        found.append(_Directive(match.start(), match.end(), rule, reason, start, end, alone))
    return found, broken


def _covers(directive: _Directive, finding: Finding) -> bool:
    if directive.rule != finding.rule:
        return False
    inside = directive.scope_start <= finding.start and finding.end <= directive.scope_end
    return directive.whole or (finding.field == "body" and inside)


def _finding(rule: Rule, view: View, start: int, end: int) -> Finding:
    text = view.draft.body[start:end]
    return Finding(view.draft.id, rule.id, rule.fault, rule.severity, "body", start, end, text, rule.what, rule.repair)
