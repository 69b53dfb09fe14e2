"""Signals: what in a sentence makes an editor stop, or read on. The patterns and reasons are data (`signals.toml`)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Signal:
    """A trait of a sentence. `says` is its Chinese reason; `chaff` is true when it speaks against a lead."""

    name: str
    says: str
    chaff: bool
    pattern: re.Pattern[str]


@cache
def load_signals() -> tuple[Signal, ...]:
    """All signals, in the order of the file."""
    table = tomllib.loads(resources.files("topicmine.analysis").joinpath("signals.toml").read_text("utf-8"))
    return tuple(
        Signal(name, row["says"], row["kind"] == "chaff", re.compile(row["pattern"])) for name, row in table.items()
    )


@lru_cache(maxsize=65536)
def find_signals(sentence: str) -> Mapping[str, str]:
    """The signals that `sentence` shows, each with the words that show it.

    >>> find_signals("今年改为把检测室搬到门口。")["change"]
    '改为'
    """
    found = {}
    for signal in load_signals():
        match = signal.pattern.search(sentence)
        if match:
            found[signal.name] = match.group()
    return MappingProxyType(found)
