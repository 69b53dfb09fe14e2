"""Cells of an .xlsx, .xls, .et or .ods workbook as text, sheet by sheet."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator
from typing import Any

from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

_BATCH = 500


def _shown(value: Any) -> str:
    """What a person sees in the cell, near enough: whole numbers without .0, dates as 2026-03-05."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        if value.is_integer() and abs(value) < 1e18:
            return str(int(value))
        return repr(value)
    if isinstance(value, datetime.datetime):
        midnight = value.hour == value.minute == value.second == 0
        return value.date().isoformat() if midnight else value.isoformat(" ", "seconds")
    return str(value)


def _merged(sheet: Any) -> list[list[int]]:
    ranges = sheet.merged_cell_ranges or ()
    return [[*start, *end] for start, end in ranges][:10_000]


def run(data: bytes, rows: int, cells: int) -> Iterator[dict[str, Any]]:
    """For each visible sheet one reply (`sheet`, `first` row and column, `merged`) and replies of up to 500 `rows`."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError as error:
        raise ValueError("有密码保护，打不开；请先用原来的软件解除密码再读") from error
    for meta in book.sheets_metadata:
        if meta.typ != SheetTypeEnum.WorkSheet:
            continue
        if meta.visible != SheetVisibleEnum.Visible:
            yield {"hidden": meta.name}
            continue
        sheet = book.get_sheet_by_name(meta.name)
        height, width = sheet.height, sheet.width
        rows -= height
        cells -= height * width
        if rows < 0 or cells < 0:
            raise ValueError("表格太大，超过行数或单元格数的上限；请删去空白行列，或拆分成几个文件再读")
        yield {"sheet": meta.name, "first": list(sheet.start or (0, 0)), "merged": _merged(sheet)}
        batch: list[list[str]] = []
        for row in sheet.iter_rows():
            batch.append([_shown(value) for value in row])
            if len(batch) == _BATCH:
                yield {"rows": batch}
                batch = []
        if batch:
            yield {"rows": batch}
