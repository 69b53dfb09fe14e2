"""Every format and encoding gives back the text that was put in, whatever the file is called."""

from pathlib import Path

import pytest

from reading import samples
from reading.texts import BODY, COMPLAINT_HEAD, COMPLAINTS, DAY, TITLE, UNIT, recall
from topicmine.reading import read


@pytest.mark.parametrize("name", samples.TEXTS)
def test_text_comes_back(name: str, tmp_path: Path) -> None:
    path = tmp_path / "材料.bin"
    path.write_bytes(samples.TEXTS[name]())
    corpus = read([path])
    assert corpus.skipped == ()
    document = corpus.documents[0]
    assert recall(BODY, document.text) >= 0.99
    assert document.title == TITLE
    assert document.date is not None
    assert document.date.year == 2026
    assert UNIT in document.unit or name == "rss"
    assert not document.text.startswith(TITLE)


@pytest.mark.parametrize("name", samples.TABLES)
def test_tables_come_back_cell_by_cell_without_persons(name: str, tmp_path: Path) -> None:
    path = tmp_path / "表.bin"
    path.write_bytes(samples.TABLES[name]())
    corpus = read([path])
    assert corpus.skipped == ()
    (document,) = corpus.documents
    assert document.table is not None
    assert document.table.kind == "complaint"
    assert "张某" not in document.text
    assert "0000-1234567" not in document.text
    kept = [i for i, head in enumerate(COMPLAINT_HEAD) if head not in ("投诉人", "联系电话")]
    lines = document.text.split("\n")
    assert lines[0].split("\t") == [COMPLAINT_HEAD[i] for i in kept]
    assert len(document.table.rows) == len(COMPLAINTS)
    for line, row, wanted in zip(lines[1:], document.table.rows, COMPLAINTS, strict=True):
        assert line.split("\t") == [wanted[i] for i in kept]
        assert document.text[row.start : row.end] == line
        assert row.cells["text"] == wanted[7]
        assert row.cells["date"] == wanted[1]


def test_signature_day_is_the_date(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(samples.docx())
    (document,) = read([tmp_path]).documents
    assert document.date is not None
    assert f"{document.date.year}年{document.date.month}月{document.date.day}日" == DAY


def test_register_title_sheets_and_places(tmp_path: Path) -> None:
    months = {f"{n}月": [("青禾县投诉登记表",), COMPLAINT_HEAD, *COMPLAINTS[3 * n : 3 * n + 3]] for n in range(3)}
    (tmp_path / "表").write_bytes(samples.xlsx_of({**months, "说明": [("本表由消保股填写，每周一更新。",)]}))
    register, note = sorted(read([tmp_path]).documents, key=lambda document: document.table is None)
    assert register.title == "青禾县投诉登记表"
    assert register.table is not None
    assert len(register.table.rows) == 9
    assert register.place(register.table.rows[4].start) == "工作表“1月”第4行"
    assert note.text == "本表由消保股填写，每周一更新。"
    assert any("投诉人" in text for text in register.notes)


def test_registration_and_case_tables(tmp_path: Path) -> None:
    registration = (
        "登记日期,主体名称,主体类型,行业,经营范围,住所,代办人,登记机关,法定代表人\n"
        "2026-08-04,青禾县顺意商贸有限公司,有限责任公司,批发业,日用百货批发,青禾大道118号B座306,云溪市捷办代理,青禾县市场监管局,李某\n"
    )
    case = (
        "案号,案由,当事人,立案日期,阶段,处罚决定日期,结案日期,依据,处理结果,罚没金额（万元）,承办人,复杂,备注\n"
        "青市监处〔2026〕18号,电子秤作弊,某水产摊,2026-03-02,已结案,2026-05-20,2026-05-28,计量法第二十七条,没收37把,4.8,闵捷,否,\n"
    )
    (tmp_path / "a").write_text(registration, "utf-8")
    (tmp_path / "b").write_bytes(case.encode("gb18030"))
    first, second = read([tmp_path]).documents
    assert first.table is not None
    assert second.table is not None
    assert first.table.kind == "registration"
    assert first.table.rows[0].cells["address"] == "青禾大道118号B座306"
    assert first.table.rows[0].cells["agent"] == "云溪市捷办代理"
    assert "李某" not in first.text
    assert second.table.kind == "case"
    assert second.table.columns == (
        "number", "cause", "party", "filed", "stage", "decided", "closed",
        "basis", "result", "amount", "handler", "complex", "note",
    )  # fmt: skip
    assert second.table.rows[0].cells["amount"] == "4.8"


def test_unknown_table_is_text_with_a_line_a_row(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(samples.xlsx_of({"Sheet1": [("品种", "亩数"), ("蜜橘", 120.0), ("春茶", 35.5)]}))
    (document,) = read([tmp_path]).documents
    assert document.table is None
    assert document.text == "品种\t亩数\n蜜橘\t120\n春茶\t35.5"
    assert document.place(document.text.index("春茶")) == "工作表“Sheet1”第3行"


def test_merged_cells_hold_for_every_row_and_hidden_sheets_are_named(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    for row in (COMPLAINT_HEAD, *COMPLAINTS[:3]):
        sheet.append(row)
    sheet["E2"] = "柳溪镇"
    sheet.merge_cells("E2:E4")
    book.create_sheet("底稿").sheet_state = "hidden"
    book.save(tmp_path / "表.xlsx")
    corpus = read([tmp_path])
    (document,) = corpus.documents
    assert document.table is not None
    assert [row.cells["place"] for row in document.table.rows] == ["柳溪镇"] * 3
    assert "隐藏" in corpus.skipped[0].reason


def test_pages_of_pdf_and_ofd_are_places(tmp_path: Path) -> None:
    for name in ("pdf", "ofd"):
        (tmp_path / name).write_bytes(samples.TEXTS[name]())
    for document in read([tmp_path]).documents:
        assert {place.label for place in document.places} == {"第1页", "第2页"}
        assert document.place(0) == "第1页"
        assert document.place(len(document.text) - 1) == "第2页"


def test_running_heads_and_page_numbers_go(tmp_path: Path) -> None:
    lines = samples.wrapped(BODY, 30)
    pages = [["青禾县市场监管局内部资料", *lines[5 * n : 5 * n + 5], f"— {n + 1} —"] for n in range(5)]
    (tmp_path / "a").write_bytes(samples.pdf_of(pages))
    (document,) = read([tmp_path]).documents
    assert "内部资料" not in document.text
    assert "—" not in document.text
    assert recall("\n".join(line for page in pages for line in page[1:-1]), document.text) >= 0.98


def test_old_binary_words_fields_and_cells(tmp_path: Path) -> None:
    from reading.containers import write_doc

    text = "关于电梯评估的情况\n\x13 HYPERLINK \x14详见附表\x15。\n电梯\x07127台\x07\x07已评估\x07119台\x07\x07完。"
    (tmp_path / "a").write_bytes(write_doc(text))
    (document,) = read([tmp_path]).documents
    assert document.text == "详见附表。\n电梯\t127台\n已评估\t119台\n完。"
