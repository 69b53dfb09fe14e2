"""Campaigns that documents announce with a first and a last day: where a day stands in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from topicmine.analysis.quoting import quote_around
from topicmine.language.dates import find_dates
from topicmine.language.parsed import Parsed
from topicmine.model import Quote

_UNTIL = re.compile(r"\s*起?\s*(?:至|到|—+|－|-|~|～|–)\s*")
_LEAST, _MOST = timedelta(days=28), timedelta(days=400)
_NEAR = timedelta(days=5)


@dataclass(frozen=True)
class Campaign:
    """A stretch of days that a document sets for a job, in its words."""

    first: date
    last: date
    quote: Quote

    def stage(self, today: date) -> str:
        """起步, 过半 or 收官 within five days of the first day, the middle and the last; empty on all other days.

        >>> from topicmine.model import Document
        >>> quote = Document("d", "3月1日至5月30日").quote(0, 5)
        >>> Campaign(date(2026, 3, 1), date(2026, 5, 30), quote).stage(date(2026, 4, 16))
        '过半'
        """
        middle = self.first + (self.last - self.first) / 2
        for name, day in (("起步", self.first), ("过半", middle), ("收官", self.last)):
            if abs(today - day) <= _NEAR:
                return name
        return ""


def find_campaign(parsed: Parsed) -> Campaign | None:
    """The first stretch of four weeks or more that a document sets (3月20日至6月18日), or None."""
    text, dates = parsed.document.text, find_dates(parsed.document.text, parsed.document.date)
    for one, other in pairwise(dates):
        between = text[one.end : other.start]
        exact = one.precision == other.precision == "day" and _UNTIL.fullmatch(between)
        if exact and _LEAST <= other.day - one.day <= _MOST:
            return Campaign(one.day, other.day, quote_around(parsed, one.start, other.end))
    return None
