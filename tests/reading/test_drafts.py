"""Drafts: lines of JSON as given; in files the title, the body and what the form's lines say."""

import json
from datetime import date
from pathlib import Path

from reading import samples
from topicmine.reading import read_drafts

TEXT = """北岭所给酒桶上“户口”
北岭市场监管所
3月20日以来，北岭所给集市上的每只酒桶编号，41户签了承诺书。
报送单位：北岭所
拟稿：田望山　　审核：罗晓
签发：冯启明 联系电话：0000-1234567
2026年4月2日
"""


def test_fields_are_named_and_stay_in_the_body(tmp_path: Path) -> None:
    (tmp_path / "稿.txt").write_bytes(TEXT.encode("gb18030"))
    drafts, skipped = read_drafts([tmp_path])
    (draft,) = drafts
    assert skipped == ()
    assert draft.title == "北岭所给酒桶上“户口”"
    assert dict(draft.fields) == {"拟稿": "田望山", "审核": "罗晓", "签发": "冯启明", "电话": "0000-1234567"}
    assert "拟稿：田望山" in draft.body
    assert not draft.body.startswith(draft.title)
    assert draft.submitted == date(2026, 4, 2)
    assert "北岭" in draft.unit


def test_lines_of_json_stay_as_given(tmp_path: Path) -> None:
    rows = [
        {
            "id": "b",
            "title": " 题 ",
            "body": "　体\n",
            "unit": "甲所",
            "event_date": "2026-03-01",
            "submitted": "2026-03-04",
        },
        {"id": "a", "title": "题二", "text": "只有text字段。"},
        {"id": "a", "title": "题三", "body": "同号不同文。"},
        {"id": "c"},
    ]
    path = tmp_path / "x.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    drafts, skipped = read_drafts(path)
    assert drafts[0].id == "a"
    assert drafts[-1].id == "b"
    assert (drafts[-1].title, drafts[-1].body) == (" 题 ", "　体\n")
    assert (drafts[-1].event_date, drafts[-1].submitted) == (date(2026, 3, 1), date(2026, 3, 4))
    assert len(drafts) == 3
    assert [entry.path.endswith("第4行") for entry in skipped] == [True]


def test_every_text_format_is_a_draft_and_tables_are_not(tmp_path: Path) -> None:
    for name in ("docx", "doc", "html", "md", "txt", "rtf"):
        (tmp_path / name).write_bytes(samples.TEXTS[name]())
    (tmp_path / "xlsx").write_bytes(samples.xlsx())
    drafts, skipped = read_drafts([tmp_path])
    assert {draft.title for draft in drafts} == {samples.TITLE}
    assert len(drafts) == 6
    assert ["登记表" in entry.reason for entry in skipped] == [True]
