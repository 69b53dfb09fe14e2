"""Which festival a draft is about and when it was over (data: festivals.toml)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Festival:
    """A festival of one year: its day, and the last day on which it is still on."""

    name: str
    day: date
    ends: date


@cache
def _table() -> list[dict[str, Any]]:
    data = resources.files("topicmine.reviewing").joinpath("festivals.toml").read_text("utf-8")
    festivals: list[dict[str, Any]] = tomllib.loads(data)["festival"]
    return festivals


def festival_of(title: str, body: str, event: date) -> Festival | None:
    """The festival that the title or the first sentences name, in the year whose day is nearest to the event.

    One that lies more than 60 days off is only mentioned. None when no festival is named.

    >>> festival_of("节前抽查月饼", "中秋将至，", date(2025, 9, 28)).day
    datetime.date(2025, 10, 6)
    """
    opening = body.split("\n", 1)[0][:60]
    for row in _table():
        if any(_names(word, title) or _names(word, opening) for word in row["words"]):
            day = min(_days(row, event), key=lambda d: abs(d - event))
            if abs(day - event) <= timedelta(days=60):
                return Festival(row["name"], day, day + timedelta(days=row["lasts"]))
    return None


def _names(word: str, text: str) -> bool:
    """True when `text` speaks of this year's festival: 去年中秋 is only looked back on."""
    at = text.find(word)
    return at >= 0 and not text[max(0, at - 3) : at].endswith(("去年", "上年", "前年", "往年", "每年"))


def _days(row: dict[str, Any], event: date) -> list[date]:
    if "fixed" in row:
        return [date.fromisoformat(f"{year}-{row['fixed']}") for year in range(event.year - 1, event.year + 2)]
    return [date.fromisoformat(day) for day in row["lunar"]]
