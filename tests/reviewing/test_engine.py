"""The engine: order, offsets, directives, fixes, verdicts, and quality on invented drafts."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from topicmine.errors import UsageError
from topicmine.model import FAULTS, Draft
from topicmine.reviewing.baseline import write_baseline
from topicmine.reviewing.confusions import all_confusions
from topicmine.reviewing.engine import review
from topicmine.reviewing.fixes import fix_draft
from topicmine.reviewing.rules import all_rules, choose_rules, find_rule
from topicmine.reviewing.verdict import judge, judge_all
from topicmine.reviewing.view import View

_ALPHABET = "云溪镇3月5日查酒坊14家，。；：“”《》（）一是二截止台帐的的约近多少,.;()\n %1234567890通过使举报人住号案"


def _rows() -> list[dict[str, object]]:
    path = Path(__file__).with_name("drafts.jsonl")
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _draft(row: dict[str, object]) -> Draft:
    def day(name: str) -> date | None:
        return date.fromisoformat(str(row[name])) if row[name] else None

    texts = (str(row[name]) for name in ("id", "title", "body", "unit"))
    return Draft(*texts, day("event_date"), day("submitted"))


def test_quality_on_seeded_drafts_does_not_fall() -> None:
    rows = _rows()
    said: dict[str, set[str]] = {str(row["id"]): set() for row in rows}
    for finding in review([_draft(row) for row in rows]).findings:
        if finding.severity != "info":
            said[finding.document].add(finding.fault)
    hits = found = wanted = flagged = 0
    for row in rows:
        gold, spare = set(row["faults"]), set(row["also_ok"])  # type: ignore[call-overload]
        reported = said[str(row["id"])]
        hits += len(gold & reported)
        found += len(reported - spare) + len(gold & reported & spare)
        wanted += len(gold)
        flagged += bool(not gold and reported - spare)
    assert hits / found >= 0.95
    assert hits / wanted >= 0.95
    assert flagged <= 1


def test_every_stanza_names_a_known_fault_and_no_id_stands_twice() -> None:
    ids = [rule.id for rule in all_rules()]
    assert len(ids) == len(set(ids))
    assert {rule.fault for rule in all_rules()} <= set(FAULTS)
    with pytest.raises(UsageError, match="N07"):
        find_rule("N99")


def test_the_confusion_list_is_long_and_never_wants_what_it_calls_wrong() -> None:
    entries = [entry for group in all_confusions().values() for entry in group]
    wrong = [entry.wrong for entry in entries]
    assert len(wrong) >= 600
    assert len(wrong) == len(set(wrong))
    always = {entry.wrong for entry in entries if entry.when is None and entry.unless is None}
    assert not [entry.wrong for entry in entries if entry.right in always]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=_ALPHABET, max_size=200))
def test_findings_quote_the_draft_and_fixing_leaves_nothing_to_fix(body: str) -> None:
    draft = Draft("稿", "云溪镇查酒坊", body)
    for finding in review([draft]).findings:
        text = draft.title if finding.field == "title" else body
        assert text[finding.start : finding.end] == finding.text
        assert finding.end - finding.start <= 160 or finding.field == "title"
    better = fix_draft(draft)
    assert fix_draft(better) == better


def test_order_of_drafts_changes_no_finding() -> None:
    drafts = [_draft(row) for row in _rows()[:30]]
    forward = {(f.document, f.rule, f.start, f.message) for f in review(drafts).findings}
    backward = {(f.document, f.rule, f.start, f.message) for f in review(drafts[::-1]).findings}
    assert forward == backward


def test_a_directive_in_a_paragraph_answers_for_that_paragraph_only() -> None:
    body = "建立台帐7本。【不查 W03：照录原文】\n又建台帐8本。"
    reviewed = review([Draft("稿", "云溪镇查酒坊", body)])
    assert [f.start for f in reviewed.findings if f.rule == "W03"] == [body.rindex("帐")]
    assert [f.waiver for f in reviewed.waived] == ["照录原文"]


def test_a_directive_on_its_own_line_answers_for_the_whole_draft() -> None:
    body = "<!-- topicmine: off W03 照录原文 -->\n建立台帐7本。\n又建台帐8本。"
    reviewed = review([Draft("稿", "云溪镇查酒坊", body)])
    assert not [f for f in reviewed.findings if f.rule in {"W03", "Z01", "Z02"}]
    assert len(reviewed.waived) == 2


def test_ready_only_without_errors_and_with_all_fields() -> None:
    fields = {"拟稿": "甲", "审核": "乙", "签发": "丙", "电话": "0000-1234567"}
    clean = Draft("稿", "白石村装报警器21户", "3月6日，白石村古大爷家等21户装上报警器。", fields=fields)
    wrong = Draft("稿", clean.title, clean.body + "建立台帐。", fields=fields)
    unsigned = Draft("稿", clean.title, clean.body, fields={**fields, "签发": " "})
    assert judge(clean, review([clean]).findings).ready
    assert not judge(wrong, review([wrong]).findings).ready
    assert judge(unsigned, review([unsigned]).findings).missing == ("签发",)


def test_neither_a_baseline_nor_a_choice_of_rules_makes_a_draft_ready() -> None:
    fields = {"拟稿": "甲", "审核": "乙", "签发": "丙", "电话": "0000-1234567"}
    draft = Draft(
        "稿", "白石村装报警器21户", "3月6日，白石村古大爷家等21户装上报警器，手机13900001111。", fields=fields
    )
    found = review([draft])
    known = json.loads(write_baseline([View(draft)], found.findings))["findings"]
    by_baseline = review([draft], baseline=known)
    assert not by_baseline.findings
    assert not judge_all(by_baseline)[0].ready
    assert "基线" in judge_all(by_baseline)[0].reason
    assert not judge_all(review([draft], rules=choose_rules(("T",))))[0].ready


def test_an_open_case_is_shown_in_a_few_places_the_prejudged_first() -> None:
    body = "5月7日，青禾县抓获售假头目郭青山。案件正在侦办，上线尚未到案。郭青山是主谋。" + "郭青山销售假酒。" * 8
    shown = [f.text for f in review([Draft("稿", "青禾县查假酒", body)]).findings if f.rule == "X10"]
    assert "郭青山是主谋。" in shown
    assert len(shown) <= 3


def test_marks_fall_with_the_gravity_of_what_was_found() -> None:
    draft = Draft("稿", "白石村装报警器", "3月6日，当事人手机13900001111，建立台帐。")
    marks = {mark.line: mark.score for mark in judge(draft, review([draft]).findings).marks}
    assert marks["安全"] == 0
    assert marks["语言与格式"] == 0
    assert marks["自己的特点"] == 3


def test_no_expression_of_a_stanza_runs_on_without_bound() -> None:
    unbounded = re.compile(r"(?<!\\)(?:\]|\.|\))[*+](?!\+)")
    allowed = {"T03"}
    patterns = [(rule.id, rule.pattern.pattern) for rule in all_rules() if rule.pattern]
    lazy_title = re.compile(r"\[\^\\n\]\*")  # a title is one short line
    assert not [i for i, p in patterns if i not in allowed and unbounded.search(lazy_title.sub("", p))]
