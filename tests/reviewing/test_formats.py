"""What each format of a review promises."""

from __future__ import annotations

import html
import io
import json
import re
from pathlib import Path

import docx
import pytest

from topicmine.model import Draft, Reviewed
from topicmine.output.review_docs import rules_page
from topicmine.output.review_shelf import review_format_named, review_formats
from topicmine.reviewing.engine import review

_HOSTILE = '<script>alert(1)</script>\x1b[31m::error ::x%0A" \ud800'


@pytest.fixture
def reviewed() -> Reviewed:
    drafts = [
        Draft("a", "云溪镇查酒坊", "截止3月底，建立问题台帐7本。\n身份证号999999195608120029。", path="稿/a,b.txt"),
        Draft("b", _HOSTILE, f"建立问题台帐。{_HOSTILE}\n\n截止4月底。【不查 W01：原文如此】"),
    ]
    return review(drafts)


@pytest.mark.parametrize("name", sorted(review_formats()))
def test_each_format_writes_the_same_bytes_twice(name: str, reviewed: Reviewed) -> None:
    if name != "docx":  # the zip inside carries the time of day
        assert review_format_named(name).render(reviewed) == review_format_named(name).render(reviewed)
    assert review_format_named(name).render(Reviewed((), ())) is not None


def test_json_quotes_word_for_word(reviewed: Reviewed) -> None:
    data = json.loads(review_format_named("json").render(reviewed))
    texts = {draft.id: {"title": draft.title, "body": draft.body} for draft in reviewed.drafts}
    assert data["findings"]
    for finding in data["findings"]:
        assert texts[finding["document"]][finding["field"]][finding["start"] : finding["end"]] == finding["text"]
    assert [f["waiver"] for f in data["waived"]] == ["原文如此"]
    assert [len(verdict["marks"]) for verdict in data["verdicts"]] == [8, 8]


def test_sarif_points_at_rules_it_describes_and_keeps_what_was_waived(reviewed: Reviewed) -> None:
    run = json.loads(review_format_named("sarif").render(reviewed))["runs"][0]
    described = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert {result["ruleId"] for result in run["results"]} <= described
    assert sum("suppressions" in result for result in run["results"]) == 1
    regions = [result["locations"][0]["physicalLocation"]["region"] for result in run["results"]]
    assert all(region["startLine"] >= 1 and region["startColumn"] >= 1 for region in regions)


def test_no_text_can_forge_an_annotation(reviewed: Reviewed) -> None:
    lines = review_format_named("github").render(reviewed).decode().splitlines()
    assert all(
        re.match(r"::(error|warning|notice) file=[^,:]*,line=\d+,col=\d+,title=[A-Z]\d\d::", line) for line in lines
    )


def test_html_escapes_and_asks_nobody(reviewed: Reviewed) -> None:
    page = review_format_named("html").render(reviewed).decode()
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert not re.search(r"(?:src|href)=\"(?!#)", page)
    assert "default-src 'none'" in html.unescape(page)


def test_a_review_shows_itself_in_terminal_and_notebook(reviewed: Reviewed) -> None:
    assert repr(reviewed) + "\n" == review_format_named("text").render(reviewed).decode()
    frame = reviewed._repr_html_()
    assert "sandbox" in frame
    assert "<script" not in frame
    assert frame.count("<") == 2  # the page is an attribute, escaped


def test_text_says_what_to_mend_first_and_shows_no_control(reviewed: Reviewed) -> None:
    said = review_format_named("text").render(reviewed).decode()
    assert "先改这几处" in said
    assert "还不能报送" in said
    assert "\x1b" not in said


def test_word_copy_keeps_the_text_and_carries_a_comment_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "稿.docx"
    document = docx.Document()
    document.add_heading("云溪镇查酒坊", 1)
    paragraph = document.add_paragraph()
    paragraph.add_run("截止3月底，建立").bold = True
    paragraph.add_run("问题台帐7本，古大爷家换了招牌。")
    document.save(str(path))
    body = paragraph.text
    reviewed = review([Draft("稿", "云溪镇查酒坊", body, path=str(path))])
    copy = docx.Document(io.BytesIO(review_format_named("docx").render(reviewed)))
    assert [p.text for p in copy.paragraphs] == ["云溪镇查酒坊", body]
    comments = [comment.text for comment in copy.comments]
    assert len(comments) == len(reviewed.findings) + 1
    assert any("W03" in comment for comment in comments)
    assert any(run.bold and run.text == "截止" for run in copy.paragraphs[1].runs)


def test_the_page_of_rules_is_current() -> None:
    page = Path(__file__).parents[2] / "docs" / "rules.md"
    assert page.read_text("utf-8") == rules_page(), "python -m topicmine.output.review_docs docs/rules.md"
