"""Leads as an Excel workbook: a sheet of leads, one of documents, one of skipped inputs."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from topicmine.model import Mined
from topicmine.output.tables import Cell, Sheet, make_sheets
from topicmine.output.zipped import settle

SUFFIXES = (".xlsx",)
_LONGEST = 32_000  # Excel holds 32,767 characters in a cell
_LINE, _MOST_LINES = 15, 14
_CUT = "……（后面的请看原件）"


def render(mined: Mined) -> bytes:
    """The workbook; no text in it is ever taken for a formula."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for sheet in make_sheets(mined):
        _fill(book.create_sheet(sheet.name), sheet)
    out = io.BytesIO()
    book.save(out)
    return settle(out.getvalue())


def _fill(page: Any, sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    bold, shade = Font(bold=True, color="FFFFFF"), PatternFill("solid", fgColor="164F6C")
    wrap = Alignment(vertical="top", wrap_text=True)
    page.append([name for name, _ in sheet.columns])
    for number, (_, width) in enumerate(sheet.columns, 1):
        page.column_dimensions[get_column_letter(number)].width = width
        head = page.cell(1, number)
        head.font, head.fill, head.alignment = bold, shade, wrap
    for place, row in enumerate(sheet.rows, 2):
        for number, value in enumerate(row, 1):
            _put(page.cell(place, number), value, wrap)
        page.row_dimensions[place].height = _height(row, sheet)
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{len(sheet.rows) + 1}"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", page.PAPERSIZE_A4
    page.print_title_rows = "1:1"


def _height(row: Sequence[Cell], sheet: Sheet) -> int:
    """The height in points that shows the row's text, as far as it is not absurd: not every program works it out."""
    lines = 1
    for value, (_, width) in zip(row, sheet.columns, strict=True):
        if isinstance(value, str):
            lines = max(lines, sum(1 + 2 * len(line) // width for line in value.split("\n")))
    return _LINE * min(lines, _MOST_LINES)


def _put(cell: Any, value: Cell, wrap: Any) -> None:
    """A value in its cell; text stays text even when it starts with an equals sign."""
    cell.alignment = wrap
    if not isinstance(value, str):
        cell.value = value
        return
    cell.value = value if len(value) <= _LONGEST else value[:_LONGEST] + _CUT
    cell.data_type = "s"
    cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
