"""Which things rise or appear: series out of texts and registers, freed of seasons, renamings and small numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from topicmine.analysis.counts import Count, read_counts
from topicmine.analysis.material import Material, Setting
from topicmine.analysis.periods import Period, month_of
from topicmine.analysis.quoting import in_order
from topicmine.analysis.registers import Entry, entries, term_series, without_overlaps
from topicmine.analysis.trends import (
    Series,
    build_series,
    counted_before,
    is_new,
    looks_renamed,
    renamed_names,
    seasonal_names,
    surprise,
)
from topicmine.model import Quote

_LATEST = timedelta(days=200)
_PIECE = re.compile("[^。；;\n]+")
_MOST_QUOTES = 6

Test = Callable[[Series], bool]


def find_series(materials: Sequence[Material], sources: Sequence[str]) -> tuple[Series, ...]:
    """All series that the texts of these sources tell, each unit's own."""
    told: list[tuple[str, Count]] = []
    for material in sorted(materials, key=lambda m: m.parsed.document.id):
        if material.source in sources and not material.parsed.document.table:
            told += [(material.parsed.document.unit, count) for count in read_counts(material.parsed)]
    return build_series(told)


def pick_new(materials: Sequence[Material], sources: Sequence[str], setting: Setting) -> tuple[Series, ...]:
    """The series of texts that went from nothing to something: no longer period before counted the thing either."""
    series = find_series(materials, sources)
    return _kept(series, lambda s: is_new(s) and not counted_before(s, series), materials, sources, setting)


def pick(materials: Sequence[Material], sources: Sequence[str], test: Test, setting: Setting) -> tuple[Series, ...]:
    """The series of texts that pass `test`, end within 200 days of today and are neither seasonal nor only renamed."""
    return _kept(find_series(materials, sources), test, materials, sources, setting)


def _kept(
    series: Sequence[Series], test: Test, materials: Sequence[Material], sources: Sequence[str], setting: Setting
) -> tuple[Series, ...]:
    passed = [
        s
        for s in series
        if test(s) and setting.today - _LATEST <= s.points[-1].period.end <= setting.today + timedelta(days=92)
    ]
    if not passed:
        return ()
    names = sorted({s.name for s in passed})
    texts = [p for m in materials if m.source in sources for p in _PIECE.findall(m.parsed.document.text)]
    barred = seasonal_names(texts, names) | renamed_names(texts, names)
    others = {s.name: s for s in series}
    kept = [s for s in passed if s.name not in barred and not looks_renamed(s, others)]
    return _once(kept)


def pick_terms(
    rows: Sequence[Entry], columns: Sequence[str], test: Test, setting: Setting, *, quarters: bool = False
) -> tuple[Series, ...]:
    """The same over the terms of a register; a last period that is not over yet may be left out of the test."""
    if not rows or rows[-1].day < setting.today - _LATEST:
        return ()
    series = term_series(rows, columns, quarters=quarters)
    ended = [_finished(s, rows[-1]) for s in series]
    passed = [s if test(s) else whole for s, whole in zip(series, ended, strict=True) if test(s) or test(whole)]
    others = {s.name: s for s in series}
    return without_overlaps([s for s in passed if not looks_renamed(s, others)])


def dated_rows(materials: Sequence[Material], kind: str) -> tuple[Entry, ...]:
    """The rows of all registers of one kind, by day."""
    return entries(materials, kind)


def quotes_of(series: Series) -> tuple[Quote, ...]:
    """Quotes for a card: the periods in which something was counted, the last ones surely among them."""
    told = [quote for point in series.points if point.value for quote in point.quotes]
    zeros = [quote for point in series.points if not point.value for quote in point.quotes]
    latest = told[-_MOST_QUOTES:]
    return in_order([*zeros[-1:], *latest] if len(latest) < 3 else latest, _MOST_QUOTES + 1)


def talk_about(materials: Sequence[Material], name: str, skip: set[str], most: int) -> Iterator[tuple[Material, int]]:
    """Materials beside the tables that speak of `name`, with the offset, newest first."""
    found = [
        (m, at)
        for m in materials
        if m.source and m.parsed.document.id not in skip and not m.parsed.document.table
        if (at := m.parsed.document.text.find(name)) >= 0
    ]
    found.sort(key=lambda pair: (str(pair[0].parsed.document.date), pair[0].parsed.document.id), reverse=True)
    yield from found[:most]


def _finished(series: Series, last: Entry) -> Series:
    """The series without a last period that the register does not cover to its end."""
    if series.points[-1].period.end > last.day and len(series.points) > 1:
        return replace(series, points=series.points[:-1])
    return series


def _once(series: Sequence[Series]) -> tuple[Series, ...]:
    """Per name the series with most points; the most surprising names first."""
    best: dict[str, Series] = {}
    for one in series:
        kept = best.get(one.name)
        if kept is None or (len(one.points), one.values) > (len(kept.points), kept.values):
            best[one.name] = one
    return tuple(sorted(best.values(), key=lambda s: (-surprise(s.values), s.name)))


def count_rows(rows: Sequence[Entry]) -> list[tuple[Period, int]]:
    """Months with the number of rows, oldest first."""
    counts = Counter(month_of(entry.day) for entry in rows)
    return sorted(counts.items())
