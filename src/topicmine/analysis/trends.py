"""Series of counts over time and what can honestly be said of them: risen, new, only renamed, only in season."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

from topicmine.analysis.counts import Count
from topicmine.analysis.periods import Period
from topicmine.model import Quote

SMALL = 5
_GROWTH = 1.6
_SURPRISE = 2.5
_LEVEL = 0.7
_NEAR = 16
_COMPARABLE = 3
_TELLING = 4
_LONGEST_GAP = 4
_FROM_NOTHING = 10
_SEASON = "入夏|入冬|入秋|开春|季节|每年|历年|往年同期|旺季|淡季|节令|时令|常年|暑期|寒假|年年"
_RENAME = "原名|原称|改称|改名|更名|改叫|改为|现称|新名|目录名称|目录调整|口径|归并|并入|统称|由原|含原|原“|[（(]原"


@dataclass(frozen=True, slots=True)
class Point:
    """What was counted in one period, and where it says so."""

    period: Period
    value: int
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """The counts of `name`, oldest first, of one kind of period or of ever shorter ones.

    `names` are all the names that were added up.
    """

    name: str
    points: tuple[Point, ...]
    names: tuple[str, ...] = ()

    @property
    def values(self) -> tuple[int, ...]:
        """The counts, oldest first."""
        return tuple(point.value for point in self.points)

    @property
    def arithmetic(self) -> str:
        """The counts as a reason shows them: “2025年一季度0、2025年二季度1、2025年三季度9”."""
        return "、".join(f"{point.period.label}{point.value}" for point in self.points[-6:])


def build_series(counts: Iterable[tuple[str, Count]]) -> tuple[Series, ...]:
    """Series out of (unit that reports, count) pairs: each unit's own, one per name and kind of period, by name.

    A name counted in several kinds of period gets one more, over those that follow each other.

    Of two counts for one period the one read first stays. A zero is added where a wider period counted none, and
    where the same unit's earlier table lists the same other things but not this one.
    """
    cells: dict[tuple[str, str], dict[str, dict[Period, Count]]] = defaultdict(lambda: defaultdict(dict))
    tables: dict[tuple[str, str], dict[Period, set[str]]] = defaultdict(lambda: defaultdict(set))
    for unit, count in counts:
        cells[unit, count.name][count.period.kind].setdefault(count.period, count)
        tables[unit, count.period.kind][count.period].add(count.name)
    _continue(cells)
    found = []
    for (unit, name), kinds in sorted(cells.items()):
        for kind, counted in sorted(kinds.items()):
            points = {p: Point(p, count.value, (count.quote,)) for p, count in counted.items()}
            points.update(_wider_zero(kinds, kind, min(points)))
            points.update(_unlisted(tables[unit, kind], name, min(points)))
            found.append(Series(name, tuple(points[p] for p in sorted(points)), (name,)))
        if len(kinds) > 1:
            found.append(_chained(name, [count for counted in kinds.values() for count in counted.values()]))
    return tuple(found)


def _chained(name: str, counts: Iterable[Count]) -> Series:
    """Counts over a year, a half, then quarters: each period after the last and no longer, so that a rise is one."""
    points: list[Point] = []
    for count in sorted(counts, key=lambda c: (c.period.end, c.period.start, c.quote)):
        last = points[-1].period if points else None
        if last is None or (count.period.start > last.end and count.period.no_longer_than(last)):
            points.append(Point(count.period, count.value, (count.quote,)))
    return Series(name, tuple(points), (name,))


def _continue(cells: dict[tuple[str, str], dict[str, dict[Period, Count]]]) -> None:
    """A longer wording goes on where the shorter one stopped (电池检测, 动力电池检测): it joins the longer."""
    for unit, name in sorted(cells, key=lambda key: (key[0], len(key[1]), key[1])):
        longer = [
            n
            for u, n in sorted(cells)
            if u == unit
            and n != name
            and (name in n if len(name) >= _TELLING else n.startswith((f"{name}、", f"{name}和")))
        ]
        for kind, counted in cells[unit, name].items():
            for other in longer:
                theirs = cells[unit, other].get(kind)
                if theirs and not set(theirs) & set(counted):
                    theirs.update(counted)


def _wider_zero(kinds: Mapping[str, Mapping[Period, Count]], kind: str, first: Period) -> dict[Period, Point]:
    """A zero just before `first` when a count over a wider period says so."""
    before = Period(kind, first.index - 1)
    for other, counted in sorted(kinds.items()):
        for period, count in sorted(counted.items()):
            if other != kind and count.value == 0 and before.within(period):
                return {before: Point(before, 0, (count.quote,))}
    return {}


def _unlisted(tables: Mapping[Period, set[str]], name: str, first: Period) -> dict[Period, Point]:
    """Zeros for earlier tables that share three things or more with the table in which `name` first stands."""
    return {
        period: Point(period, 0, ())
        for period, names in sorted(tables.items())
        if period < first and name not in names and len(names & tables[first]) >= _COMPARABLE
    }


def add_up(series: Sequence[Series], name: str) -> Series:
    """Several names of one thing as one series: periods are added up, quotes kept from each."""
    points: dict[Period, list[Point]] = defaultdict(list)
    for one in series:
        for point in one.points:
            points[point.period].append(point)
    summed = tuple(
        Point(period, sum(p.value for p in found), tuple(q for p in found if p.value for q in p.quotes))
        for period, found in sorted(points.items())
    )
    return Series(name, summed, tuple(sorted({n for one in series for n in one.names})))


def surprise(values: Sequence[int]) -> float:
    """How far the last count stands above the mean of up to four before it, in standard deviations of a count.

    A count of mean m scatters by about the square root of m (Poisson).

    >>> round(surprise([5, 7, 11, 19, 33]), 1)
    6.9
    """
    before = values[-5:-1]
    if not before:
        return 0.0
    mean = sum(before) / len(before)
    return (values[-1] - mean) / sqrt(max(mean, 1.0))


def has_risen(series: Series) -> bool:
    """True when the last count is no small one, 60 % above the mean before it and beyond chance, and not falling back.

    Counts below five are never a trend.
    """
    values = series.values
    if len(values) < 3 or values[-1] < max(SMALL, values[-2]) or not _even(series):
        return False
    mean = sum(values[-5:-1]) / len(values[-5:-1])
    return values[-1] >= _GROWTH * mean and surprise(values) >= _SURPRISE and not in_season(series)


def is_new(series: Series) -> bool:
    """True when a thing went from nothing (one, or a tenth of the last count) to five or more, by two steps upward."""
    values = series.values
    if len(values) < 3 or values[-1] < SMALL or values[0] > max(1, values[-1] // _FROM_NOTHING):
        return False
    steps = [after - before for before, after in pairwise(values)]
    rising = steps[-1] > 0 and sum(step > 0 for step in steps) >= 2 and values[-1] == max(values)
    return rising and not in_season(series)


def counted_before(series: Series, others: Sequence[Series]) -> bool:
    """True when a count under the same name, over any period before its first, is more than next to nothing."""
    first, last = series.points[0].period.start, series.points[-1].value
    return any(
        point.value > max(1, last // _FROM_NOTHING) and point.period.end < first
        for other in others
        if other.name == series.name
        for point in other.points
    )


def in_season(series: Series) -> bool:
    """True when the same stretch of the year before was at least seven tenths as high."""
    by_period = {point.period: point.value for point in series.points}
    last = series.points[-1]
    before = by_period.get(last.period.year_before())
    return before is not None and before >= _LEVEL * last.value


def seasonal_names(texts: Iterable[str], names: Iterable[str]) -> frozenset[str]:
    """The names that some sentence ties to a season (每年二季度入夏增多)."""
    return _told(texts, names, re.compile(_SEASON))


def renamed_names(texts: Iterable[str], names: Iterable[str]) -> frozenset[str]:
    """The names of which some sentence says that they only replace another name or heading."""
    return _told(texts, names, re.compile(_RENAME))


def excuses(text: str) -> bool:
    """True when a text itself says that a count only follows a season or a new name."""
    return bool(re.search(_SEASON, text) or re.search(_RENAME, text))


def looks_renamed(series: Series, others: Mapping[str, Series]) -> str:
    """The name that ended just where `series` began at about its level, or an empty string."""
    start = next((point for point in series.points if point.value), None)
    if start is None or start.value < SMALL:
        return ""
    for name, other in sorted(others.items()):
        if name == series.name or other.points[-1].period.kind != start.period.kind:
            continue
        last = next((point for point in reversed(other.points) if point.value), None)
        ended = last is not None and last.period.index == start.period.index - 1
        if ended and last is not None and 0.5 <= last.value / start.value <= 2:
            return name
    return ""


def _told(texts: Iterable[str], names: Iterable[str], sign: re.Pattern[str]) -> frozenset[str]:
    """The names that stand within sixteen characters of a sign."""
    wanted = tuple(names)
    found: set[str] = set()
    for text in texts:
        for match in sign.finditer(text):
            near = text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
            found.update(name for name in wanted if name in near)
    return frozenset(found)


def _even(series: Series) -> bool:
    """No long hole between the last counts: otherwise nobody knows what happened between."""
    return all(b.period.index - a.period.index <= _LONGEST_GAP for a, b in pairwise(series.points[-3:]))
