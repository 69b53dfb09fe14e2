"""Dates as offices write them: 2026年3月5日, 2026-03-05, 二〇二六年三月五日."""

from __future__ import annotations

import re
from datetime import date

_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
_WIDE_DIGIT = re.compile("[０-９]")
_HANZI = {**{c: i for i, c in enumerate("〇一二三四五六七八九")}, "零": 0, "○": 0, "Ｏ": 0, "O": 0}
_MONTH = re.compile(r"((?:19|20)[0-9]{2})\s{0,2}[年\-/.]\s{0,2}([0-9]{1,2})\s{0,2}月?$")
_YEAR = r"(?:19|20)[0-9]{2}"
DATE = re.compile(
    rf"(?<![0-9])(?:({_YEAR})\s{{0,2}}[年\-/.．]\s{{0,2}}([0-9]{{1,2}})\s{{0,2}}[月\-/.．]\s{{0,2}}([0-9]{{1,2}})(?![0-9])日?"
    r"|([一二][〇○零ＯO一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日)"
)


def _hanzi_number(text: str) -> int:
    tens, found, ones = text.rpartition("十")
    value = _HANZI.get(ones, 0)
    return value + 10 * (_HANZI.get(tens, 1) if found else 0)


def narrow(text: str) -> str:
    """`text` with full-width digits as ASCII, character by character."""
    return text.translate(_WIDE) if _WIDE_DIGIT.search(text) else text


def to_day(match: re.Match[str]) -> date | None:
    """The day that a `DATE` match names, or None when the calendar has no such day."""
    year, month, day, hanzi_year, hanzi_month, hanzi_day = match.groups()
    try:
        if year:
            return date(int(year), int(month), int(day))
        digits = "".join(str(_HANZI[c]) for c in hanzi_year)
        return date(int(digits), _hanzi_number(hanzi_month), _hanzi_number(hanzi_day))
    except ValueError:
        return None


def parse_day(text: str) -> date | None:
    """The first date in `text`, or None.

    >>> parse_day("发布时间：2026年3月5日 09:31")
    datetime.date(2026, 3, 5)
    >>> parse_day("二〇二六年十二月三十一日")
    datetime.date(2026, 12, 31)
    >>> parse_day("2026-02-30") is None
    True
    """
    match = DATE.search(narrow(text))
    return to_day(match) if match else None


def parse_month(text: str) -> date | None:
    """The first day of the month that is all of `text`, or None.

    >>> parse_month("2026年3月"), parse_month("2026年3月至5月")
    (datetime.date(2026, 3, 1), None)
    """
    match = _MONTH.match(narrow(text))
    try:
        return date(int(match[1]), int(match[2]), 1) if match else None
    except ValueError:
        return None
