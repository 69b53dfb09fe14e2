"""The text of a marked-up page as a browser lays it out: a line a block, cells of a row apart by tabs."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from topicmine.reading.markup import local

if TYPE_CHECKING:
    from lxml.etree import _Element

SILENT = frozenset(
    ("script", "style", "noscript", "iframe", "select", "svg", "template", "object", "head", "button", "textarea")
)
_BLOCKS = frozenset(
    (
        "p", "div", "section", "article", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "br",
        "hr", "blockquote", "pre", "dd", "dt", "dl", "header", "footer", "main", "figure", "figcaption", "center",
        "thead", "tbody", "caption", "form", "fieldset", "address", "body",
    )
)  # fmt: skip
_CELLS = ("td", "th")
_SPACES = re.compile(r"[ \t\r\n\f\v\u00a0]+")
_INVISIBLE = re.compile(r"[\u200b\u200c\u200d\ufeff\u00ad]")
_CELL = "\0"


class _Page:
    """Lines so far, the line being filled, and where the walk stands."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.chars = 0
        self._line: list[str] = []
        self.quiet = 0  # how many elements around are not shown
        self.cells = 0  # how many cells of real tables are around
        self.rows: list[bool] = []  # for each row around, whether it has two cells or more

    def write(self, text: str | None) -> None:
        if text and not self.quiet:
            self._line.append(_SPACES.sub(" ", text))

    def mark_cell(self) -> None:
        if self._line:
            self._line.append(_CELL)

    def end_line(self) -> None:
        text = _SPACES.sub(" ", _INVISIBLE.sub("", "".join(self._line)))
        self._line.clear()
        cells = [cell.strip(" \u3000") for cell in text.split(_CELL)]
        text = "\t".join(cells).strip("\t")
        if text:
            self.lines.append(text)
            self.chars += len(text)


def flow(element: _Element, dropped: Collection[_Element] = (), most: int | None = None) -> str:
    """The text of `element`, without scripts and the elements in `dropped`; it may stop after `most` characters.

    One walk over the tree: time grows with the page, however deep it is nested.
    """
    from lxml import etree

    page = _Page()
    for event, node in etree.iterwalk(element, events=("start", "end")):
        kind = local(node)
        hidden = kind in SILENT or node in dropped
        if event == "start":
            _enter(page, node, kind, hidden)
        else:
            _leave(page, kind, hidden)
            if node is not element:
                page.write(node.tail)
        if most is not None and page.chars > most:
            break
    page.end_line()
    return "\n".join(page.lines)


def _enter(page: _Page, node: _Element, kind: str, hidden: bool) -> None:
    if hidden:
        page.quiet += 1
        return
    if page.quiet:
        return
    if kind in _BLOCKS:
        page.write(" ") if page.cells else page.end_line()
    if kind == "tr":
        page.rows.append(sum(local(cell) in _CELLS for cell in node) > 1)
    elif kind in _CELLS:
        if page.cells == 0:
            page.mark_cell()
        page.cells += bool(page.rows) and page.rows[-1]
    page.write(node.text)


def _leave(page: _Page, kind: str, hidden: bool) -> None:
    if hidden:
        page.quiet -= 1
        return
    if page.quiet:
        return
    if kind in _CELLS:
        page.cells -= bool(page.rows) and page.rows[-1]
    elif kind == "tr" and page.rows:
        page.rows.pop()
    if kind in _BLOCKS and not page.cells:
        page.end_line()
