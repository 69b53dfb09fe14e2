"""Until when a lead is worth sending: by kind of lead (`windows.toml`), by the calendar, or as a finder said."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from importlib import resources

from topicmine.departments.calendar import find_event
from topicmine.departments.calendar import window_of as window_of_event
from topicmine.departments.profile import Profile
from topicmine.model import Candidate, Window

_SEASON = timedelta(days=60)  # a text written farther off its festival only mentions it
_MOST_READ = 5000  # characters; what a text is about shows early


def window_of(candidate: Candidate, day: date | None) -> Window:
    """The window of a candidate whose matter happened on `day`; a finder's own `closes` wins; open where unknown."""
    event = candidate.event or day
    table = _kinds().get(candidate.window) or _kinds()[candidate.type]
    if candidate.closes:
        return Window(candidate.opens, candidate.event or candidate.closes, candidate.closes)
    if event is None:
        return Window()
    return Window(candidate.opens, event + timedelta(table["full"]), event + timedelta(table["close"]))


def festival_window(candidate: Candidate, day: date | None, texts: Sequence[str], profile: Profile) -> Window | None:
    """The calendar's window of the event that the first telling text of `texts` (title, then body) is about.

    None where the candidate hangs on no festival, a finder gave `closes`, no event is named, its date is not known
    or `day`, on which the matter happened, lies out of its season.
    """
    day = candidate.event or day
    if candidate.window != "festival" or candidate.closes or day is None:
        return None
    event = next(filter(None, (find_event(text[:_MOST_READ], profile) for text in texts)), None)
    window = window_of_event(event.id, day, profile) if event else Window()
    if not window.opens or not window.closes or not window.opens - _SEASON <= day <= window.closes + _SEASON:
        return None
    return window


def lapse(kind: str, window: Window, today: date) -> float:
    """Timeliness in [0, 1]: 1 up to `full_until`, then linear to 0 at `closes`; a closed case starts and ends lower.

    >>> lapse("dynamic", Window(None, date(2026, 3, 2), date(2026, 3, 7)), date(2026, 3, 3))
    0.8
    """
    table = _kinds().get(kind, {})
    start, floor = table.get("start", 1.0), table.get("floor", 0.0)
    if window.full_until is None or window.closes is None or today <= window.full_until:
        return float(start)
    if today >= window.closes:
        return float(floor)
    left = (window.closes - today).days / max(1, (window.closes - window.full_until).days)
    return float(floor + (start - floor) * left)


@cache
def _kinds() -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = tomllib.loads(
        resources.files("topicmine.leads").joinpath("windows.toml").read_text("utf-8")
    )
    return table
