"""The review: every rule over every draft, the waived findings set apart, the rest in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from topicmine.model import Draft, Finding, Reviewed, Skipped
from topicmine.reviewing.baseline import known_findings
from topicmine.reviewing.directives import answer_for
from topicmine.reviewing.rule import Hit, Rule, Shelf, find_hits
from topicmine.reviewing.rules import all_rules
from topicmine.reviewing.view import View

_NO_LIMITS: Mapping[str, Any] = MappingProxyType({})
_RANK = {"error": 0, "warning": 1, "info": 2}
_SAFETY = frozenset({"privacy", "sensitive-case"})
_FIELDS = {"title": 0, "body": 1}


def review(
    drafts: Sequence[Draft],
    *,
    archive: Sequence[Draft] = (),
    rules: Sequence[Rule] | None = None,
    baseline: Mapping[str, int] | None = None,
    limits: Mapping[str, Any] = _NO_LIMITS,
    skipped: Sequence[Skipped] = (),
) -> Reviewed:
    """What is wrong with the drafts: findings by draft, place and rule.

    Drafts handed in together are held against one another and against `archive` for copied passages. `rules` are
    all rules unless chosen (`choose_rules`); `baseline` holds fingerprints of findings that are already known;
    `limits` are those of the department's profile.

    >>> found = review([Draft("稿", "云溪镇查酒", "3月5日，云溪镇建立问题台帐7本。")]).findings
    >>> [(f.rule, f.text) for f in found if f.severity == "error"]
    [('W03', '帐')]
    """
    chosen = all_rules() if rules is None else tuple(rules)
    views = tuple(View(draft, limits) for draft in drafts)
    found = [finding for view in views for finding in _review_one(view, chosen)]
    found += _review_together(views, tuple(View(draft) for draft in archive), chosen)
    order = {draft.id: place for place, draft in enumerate(drafts)}
    found = _drop_doubles(sorted(found, key=lambda finding: _place(finding, order)))
    open_, waived = answer_for(views, found, chosen)
    open_, known = known_findings(views, open_, baseline or {})
    return Reviewed(
        tuple(drafts),
        tuple(sorted(open_, key=lambda finding: _place(finding, order))),
        tuple(skipped),
        tuple(sorted((*waived, *known), key=lambda finding: _place(finding, order))),
        any(rule.fault in _SAFETY and rule.severity == "error" and rule not in chosen for rule in all_rules()),
    )


def _review_one(view: View, rules: Iterable[Rule]) -> Iterable[Finding]:
    for rule in rules:
        for hit in find_hits(rule, view):
            yield make_finding(rule, view, hit)


def _review_together(views: tuple[View, ...], archive: tuple[View, ...], rules: Iterable[Rule]) -> list[Finding]:
    shelf = Shelf(views, archive)
    return [
        make_finding(rule, views[place], hit)
        for rule in rules
        if rule.check_shelf
        for place, hit in rule.check_shelf(shelf)
    ]


def make_finding(rule: Rule, view: View, hit: Hit) -> Finding:
    """The finding that a hit amounts to, worded by the stanza where the hit says nothing of its own."""
    return Finding(
        document=view.draft.id,
        rule=rule.id,
        fault=rule.fault,
        severity=hit.severity or rule.severity,
        field=hit.field,
        start=hit.start,
        end=hit.end,
        text=view.text(hit.field)[hit.start : hit.end],
        message=hit.message or rule.what,
        repair=hit.repair or rule.repair,
        fix=hit.fix,
    )


def _place(finding: Finding, order: Mapping[str, int]) -> tuple[int, int, int, int, str]:
    return (order[finding.document], _FIELDS[finding.field], finding.start, finding.end, finding.rule)


def _drop_doubles(findings: list[Finding]) -> list[Finding]:
    """Of findings on the very same words with the same fault only the gravest stays."""
    best: dict[tuple[str, str, int, int, str], Finding] = {}
    for finding in findings:
        key = (finding.document, finding.field, finding.start, finding.end, finding.fault)
        if key not in best or _RANK[finding.severity] < _RANK[best[key].severity]:
            best[key] = finding
    return list(best.values())
