"""Registers: which table is one, what its columns mean, and which columns are about persons and must go."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from topicmine.model import Place, Row, Table
from topicmine.reading.content import Content

_HEADER_ROWS = 12
_LEAST_COLUMNS = 3
_BRACKETS = re.compile(r"[（(\[【][^）)\]】]{0,30}[）)\]】]")
_TRIVIAL_SHEET = re.compile(r"(?i)(?:sheet|工作表|表)\s?[0-9]{0,3}$")
_PERSONAL_HINTS = ("身份证", "手机", "联系电话", "联系方式", "家庭住址", "银行卡")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Cells of one sheet or table as text, row by row, with the label that each row has for a person.

    `name` is the sheet's name; `labels` has one entry a row, such as 工作表“投诉”第7行.
    """

    name: str
    rows: Sequence[Sequence[str]]
    labels: Sequence[str]


@dataclass(frozen=True, slots=True)
class Header:
    """A recognised heading row: which kind of register, in which row, and the name kept for each column."""

    kind: str
    row: int
    columns: Mapping[int, str]
    headings: Mapping[int, str]
    dropped: tuple[str, ...]


@cache
def _vocabulary() -> tuple[frozenset[str], Mapping[str, Mapping[str, str]]]:
    data = tomllib.loads(files(__package__).joinpath("tables.toml").read_text("utf-8"))
    personal = frozenset(data.pop("personal"))
    kinds = {
        kind: MappingProxyType({heading: name for name, headings in columns.items() for heading in headings})
        for kind, columns in data.items()
    }
    return personal, MappingProxyType(kinds)


def _heading(cell: str) -> str:
    return _BRACKETS.sub("", "".join(cell.split())).strip("*：:")


def _is_personal(heading: str) -> bool:
    return heading in _vocabulary()[0] or any(hint in heading for hint in _PERSONAL_HINTS)


def _columns(row: Sequence[str], known: Mapping[str, str]) -> dict[int, str]:
    found: dict[int, str] = {}
    for index, cell in enumerate(row):
        name = known.get(_heading(cell))
        if name and name not in found.values():
            found[index] = name
    return found


def find_header(rows: Sequence[Sequence[str]]) -> Header | None:
    """The heading row of a register among the first rows, or None when this is no register that we know.

    At least three columns, and a third of all, must be known; the kind with most known columns wins.
    """
    best: tuple[int, int, str, dict[int, str]] | None = None
    for index, row in enumerate(rows[:_HEADER_ROWS]):
        filled = sum(bool(cell.strip()) for cell in row)
        for kind, known in sorted(_vocabulary()[1].items()):
            found = _columns(row, known)
            good = len(found) >= _LEAST_COLUMNS and 3 * len(found) >= filled
            if good and (best is None or len(found) > best[0]):
                best = (len(found), index, kind, found)
    if best is None:
        return None
    _, index, kind, found = best
    return _header(kind, index, rows[index], found)


def _header(kind: str, index: int, row: Sequence[str], found: Mapping[int, str]) -> Header:
    columns: dict[int, str] = {}
    taken: set[str] = set()
    headings: dict[int, str] = {}
    dropped = []
    for column, cell in enumerate(row):
        heading = _heading(cell)
        if not heading:
            continue
        if column not in found and _is_personal(heading):
            dropped.append(heading)
            continue
        name = found.get(column, heading)
        columns[column] = name if name not in taken else f"{name}{column + 1}"
        taken.add(columns[column])
        headings[column] = " ".join(cell.split())
    return Header(kind, index, MappingProxyType(columns), MappingProxyType(headings), tuple(dropped))


def _flat(cell: str) -> str:
    return " ".join(cell.split())


def build_register(sheets: Sequence[tuple[Sheet, Header]]) -> Content:
    """One register out of sheets of the same kind and columns: the heading line, then a line a row."""
    header = sheets[0][1]
    order = list(header.columns)
    lines = ["\t".join(header.headings[column] for column in order)]
    places = [Place(0, sheets[0][0].labels[header.row])]
    rows: list[Row] = []
    at = len(lines[0]) + 1
    for sheet, own in sheets:
        for index in range(own.row + 1, len(sheet.rows)):
            cells = [_flat(sheet.rows[index][c]) if c < len(sheet.rows[index]) else "" for c in own.columns]
            if not any(cells) or cells == [_flat(h) for h in own.headings.values()]:
                continue
            line = "\t".join(cells)
            named = {name: cell for name, cell in zip(own.columns.values(), cells, strict=True) if cell}
            rows.append(Row(at, at + len(line), MappingProxyType(named)))
            places.append(Place(at, sheet.labels[index]))
            lines.append(line)
            at += len(line) + 1
    dropped = sorted({heading for _, own in sheets for heading in own.dropped})
    notes = (f"已去掉涉及个人信息的列：{'、'.join(dropped)}",) if dropped else ()
    table = Table(header.kind, tuple(header.columns.values()), tuple(rows))
    return Content(
        "\n".join(lines), title=_register_title(sheets), notes=notes, places=tuple(places), table=table, final=True
    )


def _register_title(sheets: Sequence[tuple[Sheet, Header]]) -> str:
    sheet, header = sheets[0]
    for row in sheet.rows[: header.row]:
        filled = [_flat(cell) for cell in row if cell.strip()]
        if filled and len(filled[0]) >= 4 and len(set(filled)) == 1:
            return filled[0]
    names = [sheet.name for sheet, _ in sheets if not _TRIVIAL_SHEET.match(sheet.name)]
    return names[0] if len(names) == 1 else ""


def build_text(sheet: Sheet) -> Content | None:
    """A table that is no known register, as text: a line a row, cells apart by tabs; None when it is empty."""
    lines: list[str] = []
    places: list[Place] = []
    at = 0
    for row, label in zip(sheet.rows, sheet.labels, strict=True):
        line = "\t".join(_flat(cell) for cell in row).rstrip()
        if not line.strip():
            continue
        places.append(Place(at, label))
        lines.append(line)
        at += len(line) + 1
    if not lines:
        return None
    key = "" if _TRIVIAL_SHEET.match(sheet.name) else sheet.name
    return Content("\n".join(lines), key=key, places=tuple(places))


def build(sheets: Sequence[Sheet]) -> list[Content]:
    """The documents that a file's sheets make: a register per kind and set of columns, a text per other sheet."""
    registers: dict[tuple[str, tuple[str, ...]], list[tuple[Sheet, Header]]] = {}
    contents: list[Content] = []
    for sheet in sheets:
        header = find_header(sheet.rows)
        if header is None:
            text = build_text(sheet)
            contents += [text] if text else []
        else:
            registers.setdefault((header.kind, tuple(header.columns.values())), []).append((sheet, header))
    for (kind, _), group in registers.items():
        register = build_register(group)
        key = register.title or kind if len(registers) + len(contents) > 1 else ""
        contents.append(replace(register, key=key))
    return contents
