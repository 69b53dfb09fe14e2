"""The festivals and fixed days an office has: `calendar.toml` for what offices share, its profile for its own."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from topicmine.departments.profile import Profile


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


@cache
def _table() -> dict[str, list[dict[str, Any]]]:
    text = resources.files("topicmine.departments").joinpath("calendar.toml").read_text("utf-8")
    table: dict[str, list[dict[str, Any]]] = tomllib.loads(text)
    return table
