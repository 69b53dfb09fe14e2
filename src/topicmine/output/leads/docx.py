"""Leads as a Word document: a list of cards that a section chief reads, marks and hands on."""

from __future__ import annotations

import io
from typing import Any

from topicmine.model import Mined
from topicmine.output.card import HEADINGS, Card, joined, make_cards, summary
from topicmine.output.safety import clean, one_line
from topicmine.output.zipped import settle

SUFFIXES = (".docx",)
_TEXT, _HEAD, _QUOTE = "宋体", "黑体", "楷体"


def render(mined: Mined) -> bytes:
    """The document on A4, headings in 黑体, quotes in 楷体."""
    from docx import Document

    cards = make_cards(mined)
    document = Document()
    _set_page(document)
    document.add_heading("选题线索", 0)
    document.add_paragraph(summary(mined, cards))
    for section, heading in HEADINGS.items():
        chosen = [card for card in cards if card.section == section]
        if chosen:
            document.add_heading(heading, 1)
        for place, card in enumerate(chosen, 1):
            _add_card(document, card, place)
    if mined.skipped:
        document.add_heading("没有读成的材料", 1)
        for item in mined.skipped:
            document.add_paragraph(one_line(f"{item.path}：{item.reason}"), style="List Bullet")
    out = io.BytesIO()
    document.save(out)
    return settle(out.getvalue())


def _add_card(document: Any, card: Card, place: int) -> None:
    value = f"（{card.value}分）" if card.value else ""
    document.add_heading(f"{place}．{card.title}{value}", 2)
    document.add_paragraph(f"{card.type} · {card.source} · {card.gate} · {card.until}", style="Subtitle")
    for label, quotes in (("外面的关注", card.focus), ("自己的事实", card.facts)):
        _add_told(document, label, "" if quotes else "还没有找到，写之前补上。")
        for quote in quotes:
            paragraph = document.add_paragraph(f"“{clean(quote.text)}”", style="Quote")
            paragraph.add_run(f"\n{quote.source_line}").style = "Source"
    for label, texts in card.told:
        _add_told(document, label, joined(texts))
    scores = "　".join(f"{bar.name}{'—' if bar.percent is None else bar.percent}" for bar in card.bars)
    if scores:
        _add_told(document, "各项得分", scores)


def _add_told(document: Any, label: str, text: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run(f"{label}　").bold = True
    paragraph.add_run(text)


def _set_page(document: Any) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.6)
    small = document.styles.add_style("Source", WD_STYLE_TYPE.CHARACTER)
    small.font.size, small.font.italic, small.font.color.rgb = Pt(9), False, RGBColor(0x55, 0x61, 0x6C)
    faces = (("Normal", _TEXT, 11), ("Title", _HEAD, 22), ("Heading 1", _HEAD, 15), ("Heading 2", _HEAD, 12.5))
    for name, face, size in (*faces, ("Subtitle", _TEXT, 10), ("Quote", _QUOTE, 11.5), ("List Bullet", _TEXT, 10.5)):
        style = document.styles[name]
        style.font.size, style.font.italic, style.font.color.rgb = Pt(size), False, RGBColor(0x1C, 0x26, 0x30)
        _set_face(style, face)
        style.paragraph_format.space_after = Pt(4)
    document.styles.element.find(f".//{qn('w:lang')}").set(qn("w:eastAsia"), "zh-CN")


def _set_face(style: Any, face: str) -> None:
    """The face for Chinese characters; the theme's own would win if its attributes stayed."""
    from docx.oxml.ns import qn

    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        if name.endswith("Theme"):
            del fonts.attrib[name]
    for part in ("w:ascii", "w:hAnsi", "w:eastAsia"):
        fonts.set(qn(part), face)
