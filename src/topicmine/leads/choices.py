"""Recorded choices between two leads, and the mined leads that they speak about, read from files."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from topicmine.errors import ReadError, UsageError
from topicmine.model import CRITERIA, LEAD_TYPES
from topicmine.reading.decoding import decode

_COLUMNS = ("甲", "乙", "选", "评者")
_SHOWN = 40


@dataclass(frozen=True, slots=True, order=True)
class Choice:
    """One rater preferred the lead `winner` to the lead `loser`; both are ids."""

    winner: str
    loser: str
    rater: str


@dataclass(frozen=True, slots=True)
class Rated:
    """What of a mined lead decides its value. `values` is empty for a lead that the gate holds back."""

    id: str
    type: str
    values: Mapping[str, float | None]


def read_choices(path: Path, leads: Mapping[str, Rated]) -> tuple[Choice, ...]:
    """The choices of a CSV with the columns 甲,乙,选,评者, or of a JSONL with the same keys; sorted, told twice once.

    Raises UsageError when the file cannot be read, a column or a cell is missing, 选 is neither 甲 nor 乙, or an id
    is not among `leads`.
    """
    text = _text(path, "取舍记录").removeprefix("\ufeff")
    rows = _json_rows(text, path) if text.lstrip().startswith("{") else _csv_rows(text, path)
    found = {_choice(row, f"取舍记录“{path}”第{number}行", leads) for number, row in rows}
    if not found:
        raise UsageError(f"取舍记录“{path}”里一条也没有；请每行写：甲,乙,选,评者。")
    return tuple(sorted(found))


def read_rated(path: Path) -> dict[str, Rated]:
    """The leads by id of a file that `topicmine mine --format json` wrote. Raises UsageError for any other file."""
    try:
        table = json.loads(_text(path, "选题结果"))
        found = [_rated(lead) for lead in table["leads"]]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise UsageError(
            f"“{path}”不是选题结果；请用“topicmine mine 材料 --format json -o 选题.json”生成后再来。"
        ) from None
    if not found:
        raise UsageError(f"“{path}”里一条线索也没有；请换一份材料多的选题结果。")
    return {lead.id: lead for lead in sorted(found, key=lambda lead: lead.id)}


def _text(path: Path, what: str) -> str:
    try:
        return decode(path.read_bytes()).text
    except (OSError, ValueError, ReadError):
        raise UsageError(f"{what}“{path}”打不开，请检查路径，并存成UTF-8的文本。") from None


def _csv_rows(text: str, path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    reader = csv.DictReader(io.StringIO(text, newline=""))
    try:
        _expect(reader.fieldnames or (), f"取舍记录“{path}”")
        for row in reader:
            yield reader.line_num, row
    except csv.Error:
        raise UsageError(f"取舍记录“{path}”第{reader.line_num}行不成表格，请用表格软件另存为CSV再来。") from None


def _json_rows(text: str, path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            row = None
        if not isinstance(row, dict):
            raise UsageError(f"取舍记录“{path}”第{number}行不是一条完整的JSON，请改好这一行。")
        _expect(row, f"取舍记录“{path}”第{number}行")
        yield number, row


def _expect(columns: Any, where: str) -> None:
    missing = [name for name in _COLUMNS if name not in columns]
    if missing:
        raise UsageError(f"{where}缺“{'”“'.join(missing)}”，要有这四列：{','.join(_COLUMNS)}。")


def _choice(row: Mapping[str, Any], where: str, leads: Mapping[str, Rated]) -> Choice:
    cells = {name: str(row[name] if row[name] is not None else "").strip() for name in _COLUMNS}
    empty = [name for name, cell in cells.items() if not cell]
    if empty:
        raise UsageError(f"{where}的“{empty[0]}”空着，请补上。")
    one, other, chosen, rater = (cells[name] for name in _COLUMNS)
    if chosen not in ("甲", "乙"):
        raise UsageError(f"{where}的“选”写了“{chosen[:_SHOWN]}”，只能写甲或乙。")
    for lead in (one, other):
        if lead not in leads:
            raise UsageError(f"{where}的线索“{lead[:_SHOWN]}”不在选题结果里，请用记录取舍时的那一份结果。")
    if one == other:
        raise UsageError(f"{where}的甲和乙是同一条线索，请改正或删掉这一行。")
    return Choice(one, other, rater) if chosen == "甲" else Choice(other, one, rater)


def _rated(lead: Mapping[str, Any]) -> Rated:
    """Raises ValueError, KeyError, TypeError or AttributeError for what `topicmine mine` never writes."""
    values = {name: lead["criteria"][name]["value"] for name in CRITERIA if name in lead["criteria"]}
    if any(value is not None and not 0 <= value <= 1 for value in values.values()):
        raise ValueError("a criterion lies in [0, 1]")
    if lead["type"] not in LEAD_TYPES or not isinstance(lead["id"], str):
        raise ValueError("no such lead")
    return Rated(lead["id"], lead["type"], values)
