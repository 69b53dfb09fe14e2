"""Every format: safe, complete, and the same bytes for the same result."""

from __future__ import annotations

import csv
import io
import json
import time
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

import topicmine as tm
from output.sample import sample_mined
from topicmine.errors import OutputError
from topicmine.model import Criterion, Document, Lead, Mined, Recognised
from topicmine.output.shelf import format_for, format_named, formats

_EVIL = "=cmd()\x1b[31m<script>alert(1)</script>\u202e|*粗*\ud800"


def _evil() -> Mined:
    document = Document("恶.txt", _EVIL + "\n正文", _EVIL, path=_EVIL)
    lead = Lead(
        "x",
        "news",
        "p",
        "dynamic",
        _EVIL,
        (document.quote(0, len(_EVIL)),),
        (),
        reason=_EVIL,
        angle=_EVIL,
        value=1.0,
        criteria={"timeliness": Criterion(0.5, _EVIL)},
        missing=(_EVIL,),
        cautions=(_EVIL,),
    )
    skipped = (tm.Skipped(_EVIL, _EVIL),)
    return Mined((Recognised(document, "news", {"news": 1.0}),), (lead,), skipped)


def test_every_format_of_the_design_is_on_the_shelf() -> None:
    assert set(formats()) == {"text", "json", "html", "xlsx", "docx", "md", "csv"}
    assert format_for(Path("线索.HTML")) is format_named("html")


@pytest.mark.parametrize("name", formats())
def test_same_result_same_bytes_at_any_time(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = format_named(name).render(sample_mined())
    clock = time.time()
    monkeypatch.setattr(time, "time", lambda: clock + 86_400 * 400)
    assert format_named(name).render(sample_mined()) == first


@pytest.mark.parametrize("name", formats())
def test_an_empty_result_can_be_shown(name: str) -> None:
    assert format_named(name).render(Mined((), ()))


@pytest.mark.parametrize("name", ["text", "html", "md", "csv"])
def test_nothing_unshowable_reaches_a_reader(name: str) -> None:
    text = format_named(name).render(_evil()).decode("utf-8-sig")
    assert not set(text) & set("\x1b\u202e")
    assert "[31m" in text.replace("\\", "")


def test_json_has_exactly_the_shape_of_the_design() -> None:
    table = json.loads(format_named("json").render(sample_mined()))
    assert list(table) == ["today", "documents", "leads", "skipped"]
    assert set(table["documents"][0]) == {"id", "title", "source", "scores", "date", "path"}
    lead = table["leads"][0]
    assert set(lead) == {
        "id", "source", "pattern", "type", "title", "evidence", "gate", "gate_reasons",
        "value", "criteria", "window", "missing", "cautions",
    }  # fmt: skip
    assert {quote["role"] for quote in lead["evidence"]} == {"focus", "fact"}
    assert set(lead["window"]) == {"opens", "full_until", "closes"}
    assert [x["value"] for x in table["leads"] if x["gate"] == "needs_consent"] == [None]


def test_json_brings_a_lone_surrogate_back_unchanged() -> None:
    table = json.loads(format_named("json").render(_evil()))
    assert table["leads"][0]["evidence"][0]["text"] == _EVIL


def test_html_escapes_everything_and_asks_nobody() -> None:
    page = format_named("html").render(_evil()).decode()
    assert "<script>alert" not in page
    assert page.count("<script>") == 1
    assert "default-src 'none'" in unescape(page)
    assert "unsafe-inline" not in page
    assert "http://" not in page
    assert "https://" not in page


def test_html_says_everything_of_a_lead() -> None:
    page = format_named("html").render(sample_mined()).decode()
    first = sample_mined().leads[0]
    for said in (first.title, first.reason, first.angle, first.advice, *first.missing, "2027年2月5日后作废", "第2段"):
        assert said in page
    assert "材料/坏了的.docx" in page
    assert page.count('class="bars"') == sum(bool(lead.criteria) for lead in sample_mined().leads)


def test_csv_opens_in_excel_and_holds_no_formula() -> None:
    data = format_named("csv").render(_evil())
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert len(rows) == 2
    assert all(not value.startswith("=") for value in rows[1])


def test_xlsx_has_three_filtered_sheets_and_no_formula() -> None:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(format_named("xlsx").render(_evil())))
    assert book.sheetnames == ["选题线索", "材料", "跳过的材料"]
    assert all(sheet.auto_filter.ref for sheet in book)
    assert all(cell.data_type != "f" for sheet in book for row in sheet for cell in row)
    assert load_workbook(io.BytesIO(format_named("xlsx").render(sample_mined())))["选题线索"].max_row == 13


def test_docx_holds_every_lead_in_its_section() -> None:
    from docx import Document as WordDocument

    document = WordDocument(io.BytesIO(format_named("docx").render(sample_mined())))
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings == ["可以写的", "暂不能写", "已过时", "没有读成的材料"]
    text = "\n".join(p.text for p in document.paragraphs)
    assert all(lead.title in text for lead in sample_mined().leads)


def test_docx_survives_what_xml_cannot_hold() -> None:
    assert format_named("docx").render(_evil())


def test_a_lead_is_a_card_in_a_notebook_and_text_in_a_terminal() -> None:
    lead = replace(sample_mined().leads[0], title="<b>标题</b>")
    assert "&lt;b&gt;标题" in lead._repr_html_()
    assert "餐饮具抽检不合格的由9家降到2家" in repr(lead)
    assert repr(sample_mined()).startswith("材料12份，线索12条")
    assert "餐饮具" not in repr(tm.Corpus(tuple(r.document for r in sample_mined().documents)))


def test_write_is_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "线索.json"
    target.write_text("旧的", "utf-8")

    def fail(descriptor: int) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OutputError, match="磁盘满了"):
        tm.write(sample_mined(), target)
    assert target.read_text("utf-8") == "旧的"
    assert [file.name for file in tmp_path.iterdir()] == ["线索.json"]


@pytest.mark.parametrize(
    ("path", "says"),
    [("线索.exe", "后缀不认识"), ("没有/线索.html", "没有“"), (".", "后缀不认识"), ("夹.html", "是文件夹")],
)
def test_write_explains_what_it_cannot_do(path: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "夹.html").mkdir()
    with pytest.raises(OutputError, match=says):
        tm.write(sample_mined(), tmp_path / path)
