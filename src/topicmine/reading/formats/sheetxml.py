"""Excel 2003 XML tables, which many office systems export under .xls."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from topicmine.errors import ReadError
from topicmine.reading.content import Part
from topicmine.reading.markup import local, parse_xml
from topicmine.reading.source import Source
from topicmine.reading.tables import Sheet, build

if TYPE_CHECKING:
    from lxml.etree import _Element

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_WIDEST = 1000


def fits(source: Source) -> float:
    """The root element's namespace."""
    return 1.0 if source.head.startswith("<?xml") and _SS[1:-1] in source.head and "<workbook" in source.head else 0.0


def read(source: Source) -> Iterator[Part]:
    """A register per kind of columns, a text for each other sheet."""
    root = parse_xml(source.data, source.limits.markup_nodes)
    sheets = []
    for sheet in root.iter(f"{_SS}Worksheet"):
        rows = [_row(row) for row in sheet.iter(f"{_SS}Row")]
        if len(rows) > source.limits.rows:
            raise ReadError(f"表格超过{source.limits.rows}行的上限；请拆分成几个文件再读")
        name = sheet.get(f"{_SS}Name", "")
        sheets.append(Sheet(name, rows, [f"工作表“{name}”第{number}行" for number in range(1, len(rows) + 1)]))
    contents = build(sheets)
    if not contents:
        raise ReadError("表格是空的，没有可读的文字")
    yield from contents


def _row(row: _Element) -> list[str]:
    cells: list[str] = []
    for cell in row:
        if local(cell) != "Cell":
            continue
        index = cell.get(f"{_SS}Index", "")
        if index.isdecimal() and len(cells) < int(index) - 1 < _WIDEST:
            cells += [""] * (int(index) - 1 - len(cells))
        data = cell.find(f"{_SS}Data")
        text = "" if data is None else "".join(str(piece) for piece in data.itertext())
        cells.append(text.removesuffix("T00:00:00.000"))
    return cells
