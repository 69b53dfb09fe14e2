"""The word lists that several rules share, kept as data in lexicon.toml."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

_PLAIN = re.compile("[一-鿿A-Za-z0-9]+")


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
    """One expression that finds any entry of the list; entries may be expressions themselves.

    These come first, then the plain words, the longest first of each; the plain words are tried only where one of
    them can begin, which spares most of the work.
    """
    entries = sorted(_lists()[name], key=lambda entry: (-len(entry), entry))
    plain = [entry for entry in entries if _PLAIN.fullmatch(entry)]
    parts = [f"(?:{entry})" for entry in entries if not _PLAIN.fullmatch(entry)]
    if plain:
        parts.append(f"(?=[{''.join(sorted({entry[0] for entry in plain}))}])(?:{'|'.join(plain)})")
    return re.compile("|".join(parts))
