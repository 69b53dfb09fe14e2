# ruff: noqa: E501 - long lines are markup
"""What Word hides from simple readers: numbers, boxes, notes, revisions, controls and nested tables."""

from pathlib import Path

from reading.samples import W, docx_of, paragraph, wordxml
from reading.texts import PARAGRAPHS
from topicmine.model import Document
from topicmine.reading import read

LEVELS = (
    ("chineseCounting", "%1、"),
    ("chineseCounting", "（%2）"),
    ("decimal", "%3."),
    ("decimalEnclosedCircle", "%4"),
)
NUMBERING = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="7">'
    + "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, (kind, text) in enumerate(LEVELS)
    )
    + '</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
    "</w:lvlOverride></w:num></w:numbering>"
)
STYLES = (
    f'<w:styles {W}><w:style w:styleId="a"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr>'
    '</w:pPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style><w:style w:styleId="T"><w:name w:val="Title"/>'
    "</w:style></w:styles>"
)


def item(text: str, level: int, number: int = 3) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def read_one(tmp_path: Path, data: bytes) -> Document:
    path = tmp_path / "稿"
    path.write_bytes(data)
    corpus = read([path])
    assert corpus.skipped == ()
    return corpus.documents[0]


def test_automatic_numbers_are_printed_as_word_prints_them(tmp_path: Path) -> None:
    body = "".join(
        (
            item("登记底数", 0), item("逐户走访", 1), item("分片包干", 1), item("每周碰头", 2), item("周五报数", 2),
            item("建立台账", 0), item("一户一页", 1), item("另起一列", 0, number=4), paragraph("完。"),
        )
    )  # fmt: skip
    text = read_one(tmp_path, docx_of(body, {"word/numbering.xml": NUMBERING})).text
    assert text.split("\n") == [
        "一、登记底数", "（一）逐户走访", "（二）分片包干", "1.每周碰头", "2.周五报数",
        "二、建立台账", "（一）一户一页", "五、另起一列", "完。",
    ]  # fmt: skip


def test_a_heading_style_brings_its_number(tmp_path: Path) -> None:
    body = (
        paragraph("摸清底数", '<w:pStyle w:val="b"/>')
        + paragraph("共走访四十户。")
        + paragraph("建好台账", '<w:pStyle w:val="a"/>')
    )
    text = read_one(tmp_path, docx_of(body, {"word/numbering.xml": NUMBERING, "word/styles.xml": STYLES})).text
    assert text == "一、摸清底数\n共走访四十户。\n二、建好台账"


def test_tracked_changes_read_as_accepted(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>下架白酒</w:t></w:r><w:del><w:r><w:delText>68</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>86</w:t></w:r></w:ins><w:r><w:t>桶，立案7件。</w:t></w:r></w:p>"
        "<w:moveFrom><w:r><w:t>旧处</w:t></w:r></w:moveFrom>"
    )
    document = read_one(tmp_path, docx_of(body))
    assert document.text == "下架白酒86桶，立案7件。"
    assert "含有修订痕迹，按接受修订后的文字读取" in document.notes


def test_boxes_notes_controls_and_nested_tables(tmp_path: Path) -> None:
    box = (
        '<w:p><w:r><w:t>正文第一句。</w:t><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        "<mc:Choice><w:txbxContent><w:p><w:r><w:t>文本框里的话。</w:t></w:r></w:p></w:txbxContent></mc:Choice>"
        "<mc:Fallback><w:txbxContent><w:p><w:r><w:t>文本框里的话。</w:t></w:r></w:p></w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    control = f"<w:sdt><w:sdtContent>{paragraph('控件里的话。')}</w:sdtContent></w:sdt>"
    inner = "<w:tbl><w:tr><w:tc>" + paragraph("内表") + "</w:tc></w:tr></w:tbl>"
    table = (
        "<w:tbl><w:tr><w:tc>" + paragraph("项目") + "</w:tc><w:tc>" + paragraph("数量") + "</w:tc></w:tr>"
        "<w:tr><w:tc>" + paragraph("电梯") + inner + "</w:tc><w:tc>" + paragraph("127台") + "</w:tc></w:tr></w:tbl>"
    )
    notes = f'<w:footnotes {W}><w:footnote w:id="2">{paragraph("数据截至十月。")}</w:footnote></w:footnotes>'
    document = read_one(tmp_path, docx_of(box + control + table, {"word/footnotes.xml": notes}))
    assert document.text.split("\n") == [
        "正文第一句。", "文本框里的话。", "控件里的话。", "项目\t数量", "电梯 内表\t127台", "数据截至十月。",
    ]  # fmt: skip
    assert document.place(document.text.index("127台")) == "表1第2行"
    assert document.place(document.text.index("文本框")) == "第2段"


def test_title_style_is_the_title_even_when_long(tmp_path: Path) -> None:
    title = "关于在全县集市推行公平秤的几点做法和下一步需要上级帮助解决的四个具体问题的汇报材料"
    body = paragraph(title, '<w:pStyle w:val="T"/>') + "".join(map(paragraph, PARAGRAPHS))
    document = read_one(tmp_path, docx_of(body, {"word/styles.xml": STYLES}))
    assert document.title == title
    assert document.text.startswith(PARAGRAPHS[0])


def test_paragraphs_of_a_docx_have_places_that_hold_after_the_title_is_cut(tmp_path: Path) -> None:
    document = read_one(tmp_path, docx_of("".join(map(paragraph, ("集市公平秤办了七件实事", *PARAGRAPHS)))))
    for number, text in enumerate(PARAGRAPHS, 2):
        assert document.place(document.text.index(text)) == f"第{number}段"


def test_word_2003_xml_is_read_whatever_its_name(tmp_path: Path) -> None:
    assert PARAGRAPHS[2] in read_one(tmp_path, wordxml()).text
