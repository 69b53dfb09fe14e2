"""Totals worked out again: what a text says altogether against the sum of what it lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from topicmine.analysis.quoting import quote_around
from topicmine.language.parsed import Parsed
from topicmine.model import Quote

_NUMBER = "[0-9]{1,3}(?:[,，][0-9]{3})+|[0-9]{1,7}"
_TOTAL_ROW = re.compile(
    rf"^(?:[0-9]{{1,2}}[\t　 .、]+)?(?:合计|总计|共计)[\t　 ：:]*(?P<total>{_NUMBER})(?![0-9.%])", re.M
)
_ROW = re.compile(rf"^(?:[0-9]{{1,2}}[\t　 .、]+)?[^0-9\n\t　]{{2,20}}?[\t　 ：:]+(?P<number>{_NUMBER})(?![0-9.%])")
_SPLIT = re.compile(
    rf"(?P<total>{_NUMBER})(?P<unit>[户件家])[，,；;：:]?其中[：:]?(?P<parts>[^。；;\n]{{4,80}})[。；;\n]"
)
_PART = re.compile(rf"[^0-9，,、]{{1,14}}?(?P<number>{_NUMBER})(?P<unit>[户件家])(?=[，,、和及]|$)")
_LEAST_ROWS = 3


@dataclass(frozen=True)
class Mismatch:
    """A stated total, the sum of its parts, and where the total stands."""

    total: int
    parts: tuple[int, ...]
    quote: Quote


def find_mismatches(parsed: Parsed) -> Iterator[Mismatch]:
    """Total rows that differ from the rows above them, and parts (“其中”) that add up to more than their whole."""
    yield from _rows(parsed)
    for match in _SPLIT.finditer(parsed.document.text):
        parts = [p for p in _PART.finditer(match["parts"]) if p["unit"] == match["unit"]]
        numbers = tuple(_value(part["number"]) for part in parts)
        total = _value(match["total"])
        if len(numbers) > 1 and sum(numbers) > total:
            yield Mismatch(total, numbers, quote_around(parsed, match.start(), match.end() - 1))


def _rows(parsed: Parsed) -> Iterator[Mismatch]:
    text = parsed.document.text
    for match in _TOTAL_ROW.finditer(text):
        above: list[int] = []
        for line in reversed(text[: match.start()].splitlines()):
            row = _ROW.match(line)
            if not row:
                break
            above.append(_value(row["number"]))
        total = _value(match["total"])
        if len(above) >= _LEAST_ROWS and sum(above) != total:
            yield Mismatch(total, tuple(reversed(above)), quote_around(parsed, match.start(), match.end()))


def _value(text: str) -> int:
    return int(text.replace(",", "").replace("，", ""))
