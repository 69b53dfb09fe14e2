"""Wrong words by list: each with what is meant and the company that makes it wrong or right (data: confusions.toml)."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

NEAR = 24  # characters on either side that count as company


@dataclass(frozen=True, slots=True)
class Confusion:
    """One entry: `wrong` is wrong where `when` (always, if None) and not `unless` stands across it."""

    wrong: str
    right: str
    when: re.Pattern[str] | None
    unless: re.Pattern[str] | None


@cache
def all_confusions() -> dict[str, list[Confusion]]:
    """Every entry under its first two characters."""
    data = tomllib.loads(resources.files("topicmine.reviewing").joinpath("confusions.toml").read_text("utf-8"))
    found: dict[str, list[Confusion]] = defaultdict(list)
    for row in data["pair"]:
        when, unless = row.get("when"), row.get("unless")
        entry = Confusion(
            row["wrong"], row["right"], re.compile(when) if when else None, re.compile(unless) if unless else None
        )
        found[entry.wrong[:2]].append(entry)
    return dict(found)


def find_confusions(text: str, borders: Collection[int]) -> Iterator[tuple[int, Confusion]]:
    """Where a listed wrong word stands. `borders` are the word borders of the segmented text.

    A short entry that no company vouches for must stand between borders: in 学习贯彻 the 习贯 is none.

    >>> [entry.right for _, entry in find_confusions("县局及时布署检查", {0, 2, 4, 6, 8})]
    ['部署']
    """
    entries = all_confusions()
    pairs = [text[place : place + 2] for place in range(len(text) - 1)]
    if entries.keys().isdisjoint(pairs):  # most drafts, told in one step
        return
    for place, pair in enumerate(pairs):
        for entry in entries.get(pair, ()):
            end = place + len(entry.wrong)
            if not text.startswith(entry.wrong, place):
                continue
            if len(entry.wrong) <= 3 and not entry.when and not (place in borders and end in borders):
                continue
            if _applies(entry, text, place, end):
                yield place, entry


def _applies(entry: Confusion, text: str, start: int, end: int) -> bool:
    if entry.when is None and entry.unless is None:
        return True
    low = max(0, start - NEAR)
    window = text[low : end + NEAR]
    if entry.when and not _touches(entry.when, window, start - low, end - low):
        return False
    return not (entry.unless and _touches(entry.unless, window, start - low, end - low))


def _touches(expression: re.Pattern[str], window: str, start: int, end: int) -> bool:
    return any(match.start() < end and match.end() > start for match in expression.finditer(window))
