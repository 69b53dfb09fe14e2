"""Dates as office prose writes them: 2026年3月5日, 3月5日, 二〇二六年三月五日, 2026-03-05, 3月底, 上月."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_DIGITS = {c: str(i) for i, c in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0", "Ｏ": "0"}
_CN = "〇零○一二三四五六七八九十"
_PATTERN = re.compile(
    rf"(?:(?P<year>(?:19|20)[0-9]{{2}}|二[{_CN}]{{3}})\s*年\s*)?"
    rf"(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s*月"
    rf"(?:\s*(?P<day>3[01]|[12][0-9]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])\s*[日号]"
    rf"|(?P<part>底|末|初|上旬|中旬|下旬|份)?)"
    r"|(?P<iy>(?:19|20)[0-9]{2})[-./](?P<im>1[0-2]|0?[1-9])[-./](?P<id>3[01]|[12][0-9]|0?[1-9])(?![0-9])"
    r"|(?P<only>(?:19|20)[0-9]{2})\s*年(?:度|底|末|初)?"
)
_LIST_NUMBER = re.compile(r"(?:^|\n)[ \t　]*[0-9]{1,2}\.$")
_PARTS = {"初": 5, "上旬": 10, "中旬": 20, "下旬": 31, "底": 31, "末": 31}


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a text. `day` is the day itself, or the last day of the month or year that is named."""

    start: int
    end: int
    text: str
    day: date
    precision: str


def find_dates(text: str, base: date | None = None) -> tuple[Dated, ...]:
    """The dates in `text`. One without a year takes the year named before it, else that of `base`, else is left out.

    A date that does not exist (2月30日) is not a date, nor is the 5月 of 共1.5月; that of a line 1.5月31日前 is one.
    `base` is the document's own date.

    >>> [str(d.day) for d in find_dates("2026年3月5日起，4月底前报", None)]
    ['2026-03-05', '2026-04-30']
    >>> [d.text for d in find_dates("1.5月31日前查清。\\n2.共1.5月", date(2026, 1, 1))]
    ['5月31日']
    """
    found: list[Dated] = []
    year = base.year if base else None
    for match in _PATTERN.finditer(text):
        if match.start() and text[match.start() - 1] in "0123456789." and not _follows_list_number(text, match.start()):
            continue
        dated, year = _read(match, year)
        if dated:
            found.append(dated)
    return tuple(found)


def _follows_list_number(text: str, start: int) -> bool:
    """True for the 5月31日 of a line that begins 1.5月31日前."""
    line = max(text.rfind("\n", max(0, start - 6), start), 0 if start <= 6 else -1)
    return line >= 0 and bool(_LIST_NUMBER.match(text[line:start]))


def parse_number(numeral: str) -> int:
    """A Chinese or Arabic numeral from 0 to 99, or a year spelt digit by digit, as an int.

    >>> parse_number("二十一"), parse_number("二〇二六"), parse_number("7")
    (21, 2026, 7)
    """
    if numeral.isascii():
        return int(numeral)
    if "十" in numeral:
        tens, _, ones = numeral.partition("十")
        return 10 * int(_DIGITS.get(tens, "1")) + int(_DIGITS.get(ones, "0"))
    return int("".join(_DIGITS[c] for c in numeral))


def _read(match: re.Match[str], year: int | None) -> tuple[Dated | None, int | None]:
    group = match.groupdict()
    if group["only"]:
        year = int(group["only"])
        return _dated(match, year, 12, 31, "year"), year
    if group["iy"]:
        year = int(group["iy"])
        return _dated(match, year, int(group["im"]), int(group["id"]), "day"), year
    if group["year"]:
        year = parse_number(group["year"])
    if year is None:
        return None, None
    month = parse_number(group["month"])
    last = calendar.monthrange(year, month)[1] if 1900 < year < 2200 else 28
    if group["day"]:
        return _dated(match, year, month, parse_number(group["day"]), "day"), year
    return _dated(match, year, month, min(last, _PARTS.get(group["part"] or "", last)), "month"), year


def _dated(match: re.Match[str], year: int, month: int, day: int, precision: str) -> Dated | None:
    try:
        return Dated(match.start(), match.end(), match.group(), date(year, month, day), precision)
    except ValueError:
        return None
