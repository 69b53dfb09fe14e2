"""Periods that counts belong to: months, quarters, half years and years, read from titles, headings and clauses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from topicmine.model import Document

_NUMBERS = {c: i for i, c in enumerate("一二三四五六七八九十", 1)} | {"十一": 11, "十二": 12}
PERIOD = (
    r"(?:(?P<year>20[0-9]{2}|去年|今年|上年|本年)年?)?\s*(?:"
    r"(?:第?(?P<quarter>[一二三四1-4])季度?|[Qq](?P<q>[1-4])(?![0-9]))"
    r"|(?<![0-9至到\-—～~])(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?(?![至到\-—～~]|\s*[0-9]+[日-])"
    r"|(?P<half>[上下])半年)"
)
_PERIOD = re.compile(PERIOD)
_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})年(?:度|全年)?(?![0-9]*[月一二三四第])")
_RANGE = re.compile(
    r"(?:(?P<year>20[0-9]{2}|去年|今年|上年|本年)年?)?(?<![0-9])(?P<first>1?[0-9])月?[至到—~～、和及-]+(?P<last>1?[0-9])月(?![0-9]*日)"
)
_STRETCHES = {3: "quarter", 6: "half", 12: "year"}
_STEPS = {"month": 12, "quarter": 4, "half": 2, "year": 1}
_NAMES = "一二三四"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of a year. `kind` is month, quarter, half or year; `index` counts such stretches since the year 0."""

    kind: str
    index: int

    @property
    def year(self) -> int:
        """The year it lies in."""
        return self.index // _STEPS[self.kind]

    @property
    def end(self) -> date:
        """Its last day."""
        step = _STEPS[self.kind]
        month = (self.index % step + 1) * (12 // step)
        first_after = date(self.year + month // 12, month % 12 + 1, 1)
        return first_after - timedelta(days=1)

    @property
    def start(self) -> date:
        """Its first day."""
        step = _STEPS[self.kind]
        return date(self.year, self.index % step * (12 // step) + 1, 1)

    def no_longer_than(self, other: Period) -> bool:
        """True when it is as short as the other or shorter."""
        return _STEPS[self.kind] >= _STEPS[other.kind]

    @property
    def label(self) -> str:
        """As offices write it: 2025年四季度, 2025年10月."""
        place = self.index % _STEPS[self.kind]
        tail = {"month": f"{place + 1}月", "half": "上半年" if place == 0 else "下半年", "year": ""}
        return f"{self.year}年" + (f"{_NAMES[place]}季度" if self.kind == "quarter" else tail[self.kind])

    def within(self, wider: Period) -> bool:
        """True when it is a part of a wider period.

        >>> Period("quarter", 2025 * 4).within(Period("year", 2025))
        True
        """
        own, theirs = _STEPS[self.kind], _STEPS[wider.kind]
        return own > theirs and self.index * theirs // own == wider.index

    def year_before(self) -> Period:
        """The same stretch of the year before."""
        return Period(self.kind, self.index - _STEPS[self.kind])


def period_of(match: re.Match[str], base: date | None) -> Period | None:
    """The period that a match of PERIOD names. Without a year it is the last such one that began before `base`."""
    kind, place = _place(match)
    named = match["year"]
    if named and named.isdigit():
        return Period(kind, int(named) * _STEPS[kind] + place)
    if base is None:
        return None
    year = base.year - (named in {"去年", "上年"})
    period = Period(kind, year * _STEPS[kind] + place)
    if not named and date(period.year, place * (12 // _STEPS[kind]) + 1, 1) > base:
        return period.year_before()
    return period


def read_period(text: str, base: date | None) -> Period | None:
    """The first period named in `text`, or None.

    >>> read_period("2025年四季度新设登记分行业", None).label
    '2025年四季度'
    >>> read_period("9月投诉月报", date(2026, 10, 9)).label
    '2026年9月'
    >>> read_period("2025年7至9月登记情况", None).label
    '2025年三季度'
    """
    ranged, match = _RANGE.search(text), _PERIOD.search(text)
    if ranged and not (match and match.start() < ranged.start()):
        found = _of_months(ranged, base)
        if found:
            return found
    if match:
        return period_of(match, base)
    year = _YEAR.search(text)
    return Period("year", int(year.group(1))) if year else None


def _of_months(match: re.Match[str], base: date | None) -> Period | None:
    """The quarter, half or whole year that a range of months is; None for any other stretch (1至5月)."""
    first, last = int(match["first"]), int(match["last"])
    kind = _STRETCHES.get(last - first + 1)
    if not kind or not 1 <= first <= last <= 12 or (first - 1) % (last - first + 1):
        return None
    year = int(match["year"]) if (match["year"] or "").isdigit() else base.year if base else None
    if year is None:
        return None
    if base and not (match["year"] or "").isdigit() and (match["year"] in {"去年", "上年"} or first > base.month):
        year -= 1
    return Period(kind, year * _STEPS[kind] + (first - 1) * _STEPS[kind] // 12)


def document_period(document: Document) -> Period | None:
    """The period a document reports on: named in its title, else at its head, else the month of its date.

    None for a title that names a stretch of months that is no period (1、2月合并): its counts go with no others.
    """
    if _is_odd_stretch(document.title):
        return None
    for words in (document.title, document.text[:60]):
        period = read_period(words, document.date)
        if period:
            return period
    return month_of(document.date) if document.date else None


def _is_odd_stretch(title: str) -> bool:
    ranged = _RANGE.search(title)
    return bool(ranged and not _of_months(ranged, date.max))


def month_of(day: date) -> Period:
    """The month of a day."""
    return Period("month", day.year * 12 + day.month - 1)


def quarter_of(day: date) -> Period:
    """The quarter of a day."""
    return Period("quarter", day.year * 4 + (day.month - 1) // 3)


def _place(match: re.Match[str]) -> tuple[str, int]:
    if match["quarter"] or match["q"]:
        return "quarter", _number(match["quarter"] or match["q"]) - 1
    if match["month"]:
        return "month", _number(match["month"]) - 1
    return "half", 0 if match["half"] == "上" else 1


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBERS[text]
