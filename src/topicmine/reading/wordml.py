"""WordprocessingML to paragraphs: body, tables, text boxes, controls and insertions; no deletions, no doubles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from topicmine.reading.markup import local
from topicmine.reading.numbering import Numbering, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_DROPPED = {"Fallback", "del", "moveFrom", "rt", "instrText", "delText"}
_TEXT = {"t", "tab", "br", "cr", "noBreakHyphen"}
_LONG_CELL = 200


def drop_deleted(root: _Element) -> bool:
    """Take deletions, moved-away text and doubled drawings out of the tree; True when changes were tracked."""
    tracked = False
    for element in [e for e in root.iter() if local(e) in _DROPPED]:
        parent = element.getparent()
        if parent is not None:
            tracked = tracked or local(element) in ("del", "moveFrom")
            parent.remove(element)
    return tracked or any(local(e) in ("ins", "moveTo") for e in root.iter() if local(e) in ("ins", "moveTo"))


def paragraphs(root: _Element, numbering: Numbering) -> Iterator[tuple[str, str]]:
    """Text and place label of every paragraph and table row that has text, in reading order."""
    count = tables = 0
    for kind, item in _blocks(root):
        if kind == "p":
            text = _paragraph(item, numbering)
            if text:
                count += 1
                yield text, f"第{count}段"
            continue
        tables += 1
        for number, row in enumerate(item.iterfind(f".//{W}tr"), 1):
            if _owner(row, "tbl") is item:
                yield from ((line, f"表{tables}第{number}行") for line in _row(row, numbering) if line)


def _blocks(element: _Element) -> Iterator[tuple[str, _Element]]:
    """Paragraphs and outermost tables below `element`, text boxes after the paragraph that holds them."""
    for child in element:
        kind = local(child)
        if kind == "p":
            yield "p", child
            for box in child.iter(f"{W}txbxContent"):
                if _owner(box, "p") is child:
                    yield from _blocks(box)
        elif kind == "tbl":
            yield "tbl", child
        elif kind:
            yield from _blocks(child)


def _owner(element: _Element, kind: str) -> _Element | None:
    return next(iter(element.iterancestors(f"{W}{kind}")), None)


def _paragraph(paragraph: _Element, numbering: Numbering) -> str:
    pieces = []
    for node in _own(paragraph):
        kind = local(node)
        if kind == "t":
            pieces.append(node.text or "")
        elif (parent := node.getparent()) is not None and local(parent) == "r":
            pieces.append({"tab": "\t", "noBreakHyphen": "-"}.get(kind, "\n"))
    text = "".join(pieces).strip()
    label = numbering.label(paragraph)
    return label + text if text else ""


def _own(paragraph: _Element) -> Iterator[_Element]:
    """The text nodes of a paragraph, in order, but not those of paragraphs inside its text boxes."""
    stack = [iter(paragraph)]
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
        elif local(node) in _TEXT:
            yield node
        elif local(node) not in ("p", "txbxContent"):
            stack.append(iter(node))


def _row(row: _Element, numbering: Numbering) -> list[str]:
    """The row as one line with tabs between cells; a lone or very long cell as its paragraphs."""
    cells = [
        [text for paragraph in cell.iter(f"{W}p") if (text := _paragraph(paragraph, numbering))]
        for cell in row.iter(f"{W}tc")
        if _owner(cell, "tr") is row
    ]
    if len(cells) == 1 or any(sum(map(len, cell)) > _LONG_CELL and len(cell) > 2 for cell in cells):
        return [text for cell in cells for text in cell]
    line = "\t".join(" ".join(" ".join(text.split()) for text in cell) for cell in cells)
    return [line.rstrip()] if line.strip() else []
