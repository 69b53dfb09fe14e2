"""Comma-, tab- or semicolon-separated tables."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator

from topicmine.errors import ReadError
from topicmine.reading.content import Part
from topicmine.reading.source import Source
from topicmine.reading.tables import Sheet, build, find_header

_DELIMITERS = ",\t;|"


def fits(source: Source) -> float:
    """Several lines with the same number of short cells, or a first line that heads a known register."""
    head = source.head
    return 0.5 if head and "\n" in head and _delimiter(head) else 0.0


def _delimiter(head: str) -> str:
    """The delimiter that cuts the first lines into equally many cells, or an empty string."""
    lines = [line for line in head.split("\n")[:20] if line.strip()]
    if len(head) > 3000:
        lines = lines[:-1] or lines
    best = ""
    most = 1
    for delimiter in _DELIMITERS:
        rows = _cells(lines, delimiter)
        widths = Counter(len(row) for row in rows)
        width, count = widths.most_common(1)[0] if widths else (1, 0)
        cells = [cell for row in rows for cell in row]
        tabular = len(rows) >= 3 and count >= 0.8 * len(rows) and sum(map(len, cells)) <= 60 * len(cells)
        if width > most and (tabular or find_header(rows[:3]) is not None):
            best, most = delimiter, width
    return best


def _cells(lines: list[str], delimiter: str) -> list[list[str]]:
    try:
        return list(csv.reader(lines, delimiter=delimiter))
    except csv.Error:
        return []


def read(source: Source) -> Iterator[Part]:
    """A register when the columns are known, else a text with a line a row."""
    text = source.decoded.text.replace("\0", "")
    limits = source.limits
    csv.field_size_limit(limits.file_bytes)
    rows: list[list[str]] = []
    cells = 0
    try:
        for row in csv.reader(
            text.splitlines(keepends=True) if "\r" in text else text.split("\n"), delimiter=_delimiter(source.head)
        ):
            rows.append(row)
            cells += len(row)
            if len(rows) > limits.rows or cells > limits.cells:
                raise ReadError(f"表格超过{limits.rows}行的上限；请拆分成几个文件再读")
    except csv.Error as error:
        raise ReadError("表格格式损坏，读不出来；请用表格软件打开，另存为xlsx再读") from error
    labels = [f"第{number}行" for number in range(1, len(rows) + 1)]
    contents = build([Sheet("", rows, labels)])
    if not contents:
        raise ReadError("表格是空的，没有可读的文字")
    yield from contents
