"""Festivals and fixed days: when each lies, when a piece about it is worth sending, which one a text is about.

Data: `calendar.toml` for what offices share, a profile's `[[calendar]]` rows for its own. No date is computed from
the moon at run time: the lunar days are a table, and a year that is not in a table is unconfirmed.
"""

from __future__ import annotations

import tomllib
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import Any

from topicmine.departments.profile import Profile
from topicmine.model import Window

_FIRST_YEAR, _LAST_YEAR = 2, 9998  # a year either side must stay within what `date` can hold
_FARTHEST = timedelta(days=183)  # beyond half a year the occurrence in question is another year's
_UNKNOWN = "日期还没公布"


@dataclass(frozen=True)
class Event:
    """A day or stretch of days that comes every year.

    `lead_in` and `core_start` are days before its first day, `core_end` and `lead_out` days after its last.
    `yearly` are (month, day) pairs of first and last day for every year; `dated` are the days of single years.
    `usual` says in Chinese when an announced event mostly lies. `parts` are the ids of the events it joins.
    """

    id: str
    name: str
    rule: str
    aliases: tuple[str, ...] = ()
    lead_in: int = 0
    core_start: int = 0
    core_end: int = 0
    lead_out: int = 0
    duties: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    evidence: str = ""
    confirmed_for_years: tuple[int, ...] = ()
    yearly: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()
    dated: tuple[tuple[date, date], ...] = ()
    usual: str = ""
    parts: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All words by which a text calls the event."""
        return (self.name, *self.aliases)


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
    window: Window = Window()
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
    found = [occurrence for event in _single(profile) for occurrence in _in_year(event, year)]
    for event in _merged(profile):
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
    return min(near, key=lambda pair: (pair[0], _order(pair[1])))[1].window if near else Window()


def events_of(profile: Profile) -> tuple[Event, ...]:
    """All events of an office, joined ones last."""
    return (*_single(profile), *_merged(profile))


def _single(profile: Profile) -> tuple[Event, ...]:
    own = [_event(row, profile) for row in profile.calendar]
    replaced = {event.name for event in own}
    table = _table()["event"]
    shared = [_event(row, profile) for row in table if profile.name in row.get("departments", (profile.name,))]
    return (*(event for event in shared if not replaced.intersection(event.names)), *own)


def _merged(profile: Profile) -> tuple[Event, ...]:
    return tuple(_joined_event(row, _single(profile)) for row in _table()["merged"])


def _joined_event(row: Mapping[str, Any], singles: Sequence[Event]) -> Event:
    parts = [event for event in singles if event.id in row["parts"]]
    return Event(
        id=row["id"],
        name=row["name"],
        rule="joined",
        aliases=tuple(row["aliases"]),
        duties=tuple(dict.fromkeys(duty for event in parts for duty in event.duties)),
        questions=tuple(dict.fromkeys(question for event in parts for question in event.questions)),
        evidence="".join(event.evidence for event in parts),
        parts=tuple(event.id for event in parts),
    )


def _event(row: Mapping[str, Any], profile: Profile) -> Event:
    return Event(
        id=row.get("id", row["name"]),
        name=row["name"],
        rule=row["rule"],
        aliases=tuple(row.get("aliases", ())),
        lead_in=row["lead_in"],
        core_start=row["core_start"],
        core_end=row["core_end"],
        lead_out=row["lead_out"],
        duties=tuple(duty for duty in row.get("duties", ()) if duty in profile.duties),
        questions=tuple(row.get("questions", ())),
        evidence=row.get("evidence", ""),
        confirmed_for_years=tuple(row.get("confirmed_for_years", ())),
        yearly=_yearly(row),
        dated=(*((d, d) for d in row.get("dates", ())), *((s["from"], s["to"]) for s in row.get("spans", ()))),
        usual=row.get("usual", ""),
    )


def _yearly(row: Mapping[str, Any]) -> tuple[tuple[tuple[int, int], tuple[int, int]], ...]:
    if row["rule"] == "range":
        return ((_month_day(row["from"]), _month_day(row["to"])),)
    if "days" in row:
        return tuple((_month_day(day), _month_day(day)) for day in row["days"])
    return (((row["month"], row["day"]), (row["month"], row["day"])),) if "month" in row else ()


def _month_day(text: str) -> tuple[int, int]:
    month, day = text.split("-")
    return int(month), int(day)


def _in_year(event: Event, year: int) -> list[Occurrence]:
    if event.parts:
        return []
    spans = [(_on(year, *first), _on(year, *last)) for first, last in event.yearly]
    spans += [(first, last) for first, last in event.dated if first.year == year]
    if not spans:
        usual = f"，往年在{event.usual}" if event.usual else ""
        return [Occurrence(event, year, note=f"{_UNKNOWN}{usual}")]
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
    spans = [(o.window.opens, o.window.closes) for o in parts if o.window.opens and o.window.closes]
    if len(spans) < len(event.parts) or len(spans) < 2 or max(s[0] for s in spans) > min(s[1] for s in spans):
        return None
    return Occurrence(
        event,
        parts[0].year,
        min(o.first for o in parts if o.first),
        max(o.last for o in parts if o.last),
        min(o.core_from for o in parts if o.core_from),
        Window(
            min(s[0] for s in spans),
            max(o.window.full_until for o in parts if o.window.full_until),
            max(s[1] for s in spans),
        ),
    )


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


@cache
def _table() -> dict[str, list[dict[str, Any]]]:
    text = resources.files("topicmine.departments").joinpath("calendar.toml").read_text("utf-8")
    table: dict[str, list[dict[str, Any]]] = tomllib.loads(text)
    return table
