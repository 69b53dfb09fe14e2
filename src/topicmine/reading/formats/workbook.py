"""Workbooks: .xlsx, .xls, Kingsoft .et and .ods, read by calamine in the worker."""

from __future__ import annotations

from collections.abc import Iterator

from topicmine.errors import ReadError
from topicmine.reading.content import Part, Rejected
from topicmine.reading.source import Source
from topicmine.reading.tables import Sheet, build

_TOO_WIDE = "表格太大或损坏，解析已停止；请删去右边和下边多余的空白行列，另存一份再读"
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"


def fits(source: Source) -> float:
    """The parts that only a workbook has."""
    if source.has("xl/workbook.xml") or source.has("xl/workbook.bin") or source.has_stream("Workbook", "Book"):
        return 1.0
    return 1.0 if source.has("content.xml") and _ODS in source.data[:200] else 0.0


def read(source: Source) -> Iterator[Part]:
    """A register per kind of columns, a text for each other sheet; hidden sheets are left out and named."""
    if source.zip is not None:
        source.zip.check_all()
    try:
        sheets, hidden = _sheets(source)
    except ReadError as error:
        if isinstance(error.__cause__, ChildProcessError):
            raise ReadError(_TOO_WIDE) from error
        raise
    contents = build(sheets)
    if not contents:
        raise ReadError("表格是空的，没有可读的文字")
    yield from contents
    for name in hidden:
        yield Rejected(f"工作表“{name}”", "隐藏的工作表，没有读取；需要读取的，请先取消隐藏")


def _sheets(source: Source) -> tuple[list[Sheet], list[str]]:
    limits = source.limits
    sheets: list[Sheet] = []
    hidden: list[str] = []
    name, first = "", [0, 0]
    merged: list[list[int]] = []
    rows: list[list[str]] = []
    for part in source.worker.run("workbook", source.data, rows=limits.rows, cells=limits.cells):
        if "hidden" in part:
            hidden.append(part["hidden"])
        elif "rows" in part:
            rows += part["rows"]
        else:
            sheets += _finished(name, first, merged, rows)
            name, first, merged, rows = part["sheet"], part["first"], part["merged"], []
    return [*sheets, *_finished(name, first, merged, rows)], hidden


def _finished(name: str, first: list[int], merged: list[list[int]], rows: list[list[str]]) -> list[Sheet]:
    """The sheet, with each merged cell's value in all rows that it spans."""
    if not rows:
        return []
    for top, left, bottom, _ in merged:
        row, column = top - first[0], left - first[1]
        if not (0 <= row < len(rows) and 0 <= column < len(rows[row])):
            continue
        for below in range(row + 1, min(bottom - first[0] + 1, len(rows))):
            if not rows[below][column]:
                rows[below][column] = rows[row][column]
    labels = [f"工作表“{name}”第{first[0] + number}行" for number in range(1, len(rows) + 1)]
    return [Sheet(name, rows, labels)]
