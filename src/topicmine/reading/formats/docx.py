"""Word 2007 and later (.docx), also as WPS writes it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from posixpath import dirname, join
from typing import TYPE_CHECKING

from topicmine.errors import ReadError
from topicmine.model import Place
from topicmine.reading.content import Content, Part
from topicmine.reading.markup import parse_xml
from topicmine.reading.numbering import Numbering, Styles, W, load_lists, load_styles
from topicmine.reading.source import Source
from topicmine.reading.wordml import drop_deleted, paragraphs

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOTES = ("footnotes.xml", "endnotes.xml")


def fits(source: Source) -> float:
    """A zip with a Word main part."""
    return 1.0 if source.has("word/document.xml") or source.has("word/document2.xml") else 0.0


def read(source: Source) -> Iterator[Part]:
    """Body text with automatic numbers, then foot- and endnotes; tracked changes as if accepted."""
    notes: list[str] = []
    main = _main_part(source)
    folder = dirname(main)
    root = _part(source, main, notes)
    if root is None:
        raise ReadError("文件里没有正文；请用原来的软件打开，另存一份docx再读")
    if drop_deleted(root):
        notes.append("含有修订痕迹，按接受修订后的文字读取")
    lists = _data(source, join(folder, "numbering.xml"))
    styles_data = _data(source, join(folder, "styles.xml"))
    nodes = source.limits.markup_nodes
    styles = load_styles(styles_data, nodes) if styles_data else Styles()
    numbering = Numbering(load_lists(lists, nodes) if lists else {}, styles)
    found = list(paragraphs(root, numbering))
    for name in _NOTES:
        found += _notes(_part(source, join(folder, name), notes), numbering)
    if not found:
        raise ReadError(_nothing(source))
    yield _content(found, _title(root, styles), notes)


def _main_part(source: Source) -> str:
    relations = _part(source, "_rels/.rels", [])
    for relation in [] if relations is None else relations.iter("{*}Relationship"):
        target = relation.get("Target", "").lstrip("/")
        if relation.get("Type", "").endswith("/officeDocument") and source.has(target):
            return target
    return "word/document.xml"


def _data(source: Source, name: str) -> bytes:
    assert source.zip is not None
    return source.zip.get(name) if source.zip.has(name) else b""


def _part(source: Source, name: str, notes: list[str]) -> _Element | None:
    data = _data(source, name)
    return parse_xml(data, source.limits.markup_nodes, notes) if data else None


def _notes(root: _Element | None, numbering: Numbering) -> list[tuple[str, str]]:
    if root is None:
        return []
    drop_deleted(root)
    return [(text, "脚注") for text, _ in paragraphs(root, numbering)]


def _nothing(source: Source) -> str:
    assert source.zip is not None
    if any(name.startswith("word/media/") for name in source.zip.names):
        return "只有图片，没有文字；请把图片另存出来，安装文字识别后再读"
    return "空文件，没有可读的文字"


def _title(root: _Element, styles: Styles) -> str:
    """Text of the first paragraph whose style is named Title, when it stands near the beginning."""
    for paragraph in islice(root.iter(f"{W}p"), 12):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.get(f"{W}val") in styles.titles:
            text = " ".join("".join(t.text or "" for t in paragraph.iter(f"{W}t")).split())
            if 2 <= len(text) <= 120:
                return text
    return ""


def _content(found: list[tuple[str, str]], title: str, notes: list[str]) -> Content:
    places, lines, at = [], [], 0
    for text, label in found:
        places.append(Place(at, label))
        lines.append(text)
        at += len(text) + 1
    return Content("\n".join(lines), title=title, notes=tuple(notes), places=tuple(places))
