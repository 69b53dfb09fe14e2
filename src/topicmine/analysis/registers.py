"""Counts out of registers: how often a thing stands in the rows of a month or a quarter, with rows to quote."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from topicmine.analysis.material import Material
from topicmine.analysis.periods import Period, month_of, quarter_of
from topicmine.analysis.quoting import LIMIT
from topicmine.analysis.trends import Point, Series
from topicmine.language.words import content_words
from topicmine.model import Document, Quote, Row

_PHRASE = re.compile("[；;，,、。\\s（）()]+")
_DAY = re.compile(r"(20[0-9]{2})[-./年]([0-9]{1,2})[-./月]([0-9]{1,2})")
_LEAST_ROWS = 30
_SHOWN_LAST, _SHOWN_BEFORE = 3, 1
_CODE = re.compile(r"(?<![A-Za-z0-9])[A-Z]{1,4}[-—]?[0-9]{2,6}(?![0-9A-Za-z])")


@dataclass(frozen=True)
class Entry:
    """One dated row with the text of its cells."""

    document: Document
    row: Row
    day: date


def entries(materials: Sequence[Material], kind: str) -> tuple[Entry, ...]:
    """All dated rows of registers of one kind, by day and place."""
    found = []
    for material in materials:
        table = material.parsed.document.table
        if table and table.kind == kind:
            for row in table.rows:
                day = read_day(row.cells.get("date", ""))
                if day:
                    found.append(Entry(material.parsed.document, row, day))
    return tuple(sorted(found, key=lambda e: (e.day, e.document.id, e.row.start)))


def read_day(text: str) -> date | None:
    """The day at the start of a cell, or None."""
    match = _DAY.match(text.strip())
    if not match:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def terms_of(entry: Entry, columns: Sequence[str]) -> frozenset[str]:
    """Phrases, words and codes in the named cells of a row."""
    found: set[str] = set()
    for column in columns:
        cell = entry.row.cells.get(column, "")
        found.update(phrase for phrase in _PHRASE.split(cell) if 2 <= len(phrase) <= 12)
        found.update(content_words(cell))
        found.update(_CODE.findall(cell))
    return frozenset(found)


def term_series(rows: Sequence[Entry], columns: Sequence[str], *, quarters: bool = False) -> tuple[Series, ...]:
    """A series for each term that stands in five rows or more, over all months (or quarters) the register covers.

    Periods in which the register runs but the term does not show count zero.
    """
    if len(rows) < _LEAST_ROWS:
        return ()
    place = quarter_of if quarters else month_of
    cells: dict[str, dict[Period, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for entry in rows:
        for term in terms_of(entry, columns):
            cells[term][place(entry.day)].append(entry)
    periods = sorted({place(entry.day) for entry in rows})
    return tuple(
        _series(term, found, periods) for term, found in sorted(cells.items()) if sum(map(len, found.values())) >= 5
    )


def _series(term: str, found: dict[Period, list[Entry]], periods: Sequence[Period]) -> Series:
    points = []
    for period in periods:
        rows = found.get(period, [])
        shown = _SHOWN_LAST if period == periods[-1] else _SHOWN_BEFORE
        points.append(Point(period, len(rows), tuple(row_quote(entry, term) for entry in rows[:shown])))
    return Series(term, tuple(points), (term,))


def row_quote(entry: Entry, term: str) -> Quote:
    """The row, or the part of it around the term when it is longer than a card shows."""
    start, end = entry.row.start, entry.row.end
    at = entry.document.text.find(term, start, end)
    if end - start > LIMIT:
        start = max(start, (at if at >= 0 else start) - LIMIT // 3)
        end = min(end, start + LIMIT)
    return entry.document.quote(start, end)


def without_overlaps(series: Sequence[Series]) -> tuple[Series, ...]:
    """Series that do not repeat each other: of terms with nearly the same counts the longest name stays."""
    kept: list[Series] = []
    for one in sorted(series, key=lambda s: (-s.values[-1], -len(s.name), s.name)):
        twins = [k for k in kept if sum(abs(a - b) for a, b in _aligned(k, one)) <= 0.3 * max(1, sum(one.values))]
        if not twins:
            kept.append(one)
    return tuple(kept)


def clusters(rows: Sequence[Entry], column: str, least: int, days: int) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """Values of a column that stand in at least `least` rows within `days` days, with those rows."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in rows:
        value = entry.row.cells.get(column, "").strip()
        if value:
            groups[value].append(entry)
    for value, found in sorted(groups.items()):
        best: list[Entry] = []
        for at, entry in enumerate(found):
            burst = [other for other in found[at:] if (other.day - entry.day).days < days]
            best = burst if len(burst) > len(best) else best
        if len(best) >= least:
            yield value, tuple(best)


def _aligned(one: Series, other: Series) -> Iterator[tuple[int, int]]:
    theirs = {point.period: point.value for point in other.points}
    for point in one.points:
        yield point.value, theirs.get(point.period, 0)
