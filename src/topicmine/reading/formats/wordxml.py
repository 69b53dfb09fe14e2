"""Word documents saved as one XML file: Word 2003 XML, which WPS still offers, and flat OPC."""

from __future__ import annotations

from collections.abc import Iterator

from topicmine.errors import ReadError
from topicmine.model import Place
from topicmine.reading.content import Content, Part
from topicmine.reading.markup import parse_xml
from topicmine.reading.numbering import Numbering, Styles, W, read_lists, read_styles
from topicmine.reading.source import Source
from topicmine.reading.wordml import drop_deleted, paragraphs

_OLD_NAMESPACE = b"http://schemas.microsoft.com/office/word/2003/wordml"


def fits(source: Source) -> float:
    """The processing instruction or the root element of such a file."""
    head = source.head
    return 1.0 if head.startswith("<?xml") and ("<w:worddocument" in head or "<pkg:package" in head) else 0.0


def read(source: Source) -> Iterator[Part]:
    """Paragraphs and tables of the body."""
    notes: list[str] = []
    data = source.data.replace(_OLD_NAMESPACE, W[1:-1].encode())
    root = parse_xml(data, source.limits.markup_nodes, notes)
    if drop_deleted(root):
        notes.append("含有修订痕迹，按接受修订后的文字读取")
    lists = next((read_lists(e) for e in root.iter(f"{W}numbering")), {})
    numbering = Numbering(lists, next((read_styles(e) for e in root.iter(f"{W}styles")), Styles()))
    found = [pair for body in root.iter(f"{W}body") for pair in paragraphs(body, numbering)]
    if not found:
        raise ReadError("空文件，没有可读的文字")
    places, at = [], 0
    for text, label in found:
        places.append(Place(at, label))
        at += len(text) + 1
    yield Content("\n".join(text for text, _ in found), notes=tuple(notes), places=tuple(places))
