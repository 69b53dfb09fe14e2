"""The word lists that several rules share, kept as data in lexicon.toml."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources


@cache
def _lists() -> dict[str, list[str]]:
    data = resources.files("topicmine.reviewing").joinpath("lexicon.toml").read_text("utf-8")
    lists: dict[str, list[str]] = tomllib.loads(data)
    return lists


@cache
def words(name: str) -> frozenset[str]:
    """The words of one list as written. Raises KeyError for an unknown list."""
    return frozenset(_lists()[name])


@cache
def pattern(name: str) -> re.Pattern[str]:
    """One expression that finds any entry of the list, the longest first; entries may be expressions themselves."""
    entries = sorted(_lists()[name], key=lambda entry: (-len(entry), entry))
    return re.compile("|".join(f"(?:{entry})" for entry in entries))
