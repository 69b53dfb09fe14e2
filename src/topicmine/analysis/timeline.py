"""How many documents of each source fall into which month: the numbers behind the picture at the head of a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from topicmine.model import Mined

_MOST_COLUMNS = 24
_EARLIER = "更早"


@dataclass(frozen=True, slots=True)
class Row:
    """One source: its code (None: none of the ten), the count of documents per column, documents and leads in all."""

    source: str | None
    counts: tuple[int, ...]
    documents: int
    leads: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Columns are months, or quarters or years where months would be too many; `undated` stand in no column."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    undated: int

    @property
    def most(self) -> int:
        """The largest count of any row and column, at least 1."""
        return max((count for row in self.rows for count in row.counts), default=1) or 1


def make_timeline(mined: Mined, order: Sequence[str]) -> Timeline:
    """The counts of all documents and leads; sources in the given order, others and "none of the ten" last."""
    dated = [(item.source, item.document.date) for item in mined.documents]
    labels = _labels(sorted(day for _, day in dated if day))
    counts = Counter((source, labels[day]) for source, day in dated if day)
    columns = tuple(dict.fromkeys(labels[day] for day in sorted(labels)))
    documents, leads = Counter(item.source for item in mined.documents), Counter(lead.source for lead in mined.leads)
    present = set(documents) | set(leads)
    known = [source for source in order if source in present]
    rest = sorted(source for source in present - set(order) if source is not None)
    sources = [*known, *rest, *([None] if None in present else [])]
    rows = tuple(
        Row(source, tuple(counts[source, column] for column in columns), documents[source], leads[source or ""])
        for source in sources
    )
    return Timeline(columns, rows, sum(day is None for _, day in dated))


def _labels(days: Sequence[date]) -> dict[date, str]:
    """The column of each day, by the finest unit that needs no more than 24 columns."""
    for label in (_month, _quarter, _year):
        labels = {day: label(day) for day in days}
        if len(_span(days, label)) <= _MOST_COLUMNS:
            return _filled(days, label)
    newest = sorted(set(labels.values()))[-_MOST_COLUMNS + 1 :]
    return {day: name if name in newest else _EARLIER for day, name in labels.items()}


def _filled(days: Sequence[date], label: Callable[[date], str]) -> dict[date, str]:
    """Days to columns, with a day for each empty month between, so that gaps in time show as gaps."""
    return {**{day: label(day) for day in _firsts(days)}, **{day: label(day) for day in days}}


def _span(days: Sequence[date], label: Callable[[date], str]) -> set[str]:
    return {label(day) for day in _firsts(days)}


def _firsts(days: Sequence[date]) -> list[date]:
    if not days:
        return []
    first, last = days[0].year * 12 + days[0].month - 1, days[-1].year * 12 + days[-1].month - 1
    return [date(month // 12, month % 12 + 1, 1) for month in range(first, last + 1)]


def _month(day: date) -> str:
    return f"{day.year}年{day.month}月"


def _quarter(day: date) -> str:
    return f"{day.year}年{(day.month + 2) // 3}季"


def _year(day: date) -> str:
    return f"{day.year}年"
