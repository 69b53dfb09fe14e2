"""Festivals and fixed days: when each lies, when a piece about it is worth sending, which one a text is about.

No date is computed from the moon at run time: the lunar days are a table (`calendar.toml`), and a year that is not in
a table is unconfirmed.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from topicmine.departments.events import Event, events_of
from topicmine.departments.mentions import find_event
from topicmine.departments.profile import Profile
from topicmine.model import Window

__all__ = [
    "Event",
    "Occurrence",
    "events_of",
    "find_event",
    "next_windows",
    "occurrences",
    "open_windows",
    "window_of",
]

_FIRST_YEAR, _LAST_YEAR = 2, 9998  # a year either side must stay within what `date` can hold
_FARTHEST = timedelta(days=183)  # beyond half a year the occurrence in question is another year's
_UNANNOUNCED = "日期还没公布"
_UNDATED = Window()


@dataclass(frozen=True)
class Occurrence:
    """An event in one year, from `first` to `last` day; full value lies between `core_from` and `window.full_until`.

    An unconfirmed one has no days and an open window; `note` says why.
    """

    event: Event
    year: int
    first: date | None = None
    last: date | None = None
    core_from: date | None = None
    window: Window = _UNDATED
    note: str = ""

    @property
    def confirmed(self) -> bool:
        """Whether the dates are known."""
        return self.first is not None

    def is_open(self, day: date) -> bool:
        """Whether `day` lies in the window, its first and last day included."""
        opens, closes = self.window.opens, self.window.closes
        return opens is not None and closes is not None and opens <= day <= closes


def occurrences(year: int, profile: Profile) -> tuple[Occurrence, ...]:
    """What falls in `year` for the office of `profile`, by opening day, the unconfirmed last.

    Two events that `calendar.toml` joins are one occurrence in a year in which their windows overlap.

    >>> from topicmine.departments.profile import load_profile
    >>> [str(o.first) for o in occurrences(2027, load_profile()) if o.event.id == "spring_festival"]
    ['2027-02-06']
    """
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return ()
    found = [occurrence for event in events_of(profile) for occurrence in _in_year(event, year)]
    for event in (event for event in events_of(profile) if event.parts):
        joined = _join(event, [o for o in found if o.event.id in event.parts])
        if joined:
            found = [o for o in found if o.event.id not in event.parts] + [joined]
    return tuple(sorted(found, key=_order))


def open_windows(today: date, profile: Profile) -> tuple[Occurrence, ...]:
    """The occurrences whose window holds `today`, the one that closes first first."""
    found = [o for o in _around(today, profile) if o.is_open(today)]
    return tuple(sorted(found, key=lambda o: (o.window.closes or date.max, o.event.id)))


def next_windows(today: date, profile: Profile, count: int) -> tuple[Occurrence, ...]:
    """The `count` confirmed occurrences whose windows open next after `today`."""
    found = [o for o in _around(today, profile) if o.window.opens and o.window.opens > today]
    return tuple(sorted(found, key=_order)[:count])


def window_of(name: str, day: date, profile: Profile) -> Window:
    """The window of the event called `name` (name, alias or id), in the year whose days are nearest to `day`.

    An open window where no such event is known or its date of that year is not. A joined event has the joined
    window in a year of overlap and else that of its nearest part.

    >>> from topicmine.departments.profile import load_profile
    >>> window_of("端午", date(2026, 6, 1), load_profile()).closes
    datetime.date(2026, 6, 23)
    """
    events = {event.id: event for event in events_of(profile)}
    event = next((e for e in events.values() if name == e.id or name in e.names), None)
    found: list[Occurrence] = []
    for year in _years(day) if event else ():
        assert event is not None
        parts = [o for part in event.parts if part in events for o in _in_year(events[part], year)]
        joined = _join(event, parts)
        found += [joined] if joined else parts or _in_year(event, year)
    near = [(_distance(o, day), o) for o in found if o.confirmed]
    near = [pair for pair in near if pair[0] <= _FARTHEST]
    return min(near, key=lambda pair: (pair[0], _order(pair[1])))[1].window if near else _UNDATED


def _in_year(event: Event, year: int) -> list[Occurrence]:
    if event.parts:
        return []
    spans = [(_on(year, *first), _on(year + (last < first), *last)) for first, last in event.yearly]
    spans += [(first, last) for first, last in event.dated if first.year == year]
    if not spans:
        usual = f"，往年在{event.usual}" if event.usual else ""
        return [Occurrence(event, year, note=f"{_UNANNOUNCED}{usual}")]
    return [_occurrence(event, first, last) for first, last in spans]


def _on(year: int, month: int, day: int) -> date:
    """A day of the year; 29 February becomes the 28th where there is none."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def _occurrence(event: Event, first: date, last: date) -> Occurrence:
    window = Window(
        first - timedelta(event.lead_in), last + timedelta(event.core_end), last + timedelta(event.lead_out)
    )
    return Occurrence(event, first.year, first, last, first - timedelta(event.core_start), window)


def _join(event: Event, parts: Sequence[Occurrence]) -> Occurrence | None:
    """One occurrence of all parts, or None where they do not overlap or one's date is unknown."""
    windows = [o.window for o in parts if o.confirmed]
    opens = [window.opens for window in windows if window.opens]
    closes = [window.closes for window in windows if window.closes]
    if len(windows) < max(2, len(event.parts)) or max(opens) > min(closes):
        return None
    window = Window(min(opens), max(w.full_until for w in windows if w.full_until), max(closes))
    first, last = min(o.first for o in parts if o.first), max(o.last for o in parts if o.last)
    return Occurrence(event, parts[0].year, first, last, min(o.core_from for o in parts if o.core_from), window)


def _around(day: date, profile: Profile) -> list[Occurrence]:
    return [occurrence for year in _years(day) for occurrence in occurrences(year, profile)]


def _years(day: date) -> tuple[int, ...]:
    return tuple(year for year in (day.year - 1, day.year, day.year + 1) if _FIRST_YEAR <= year <= _LAST_YEAR)


def _distance(occurrence: Occurrence, day: date) -> timedelta:
    assert occurrence.first is not None
    assert occurrence.last is not None
    return max(occurrence.first - day, day - occurrence.last, timedelta(0))


def _order(occurrence: Occurrence) -> tuple[bool, date, date, str]:
    window = occurrence.window
    return not occurrence.confirmed, window.opens or date.max, window.closes or date.max, occurrence.event.id
