"""What a stretch of text is about, tolerant of paraphrase: its rarer character pairs and characters, weighed.

Two people who tell one thing share few words but many characters of the thing itself (充电桩 – 充电的桩子). How common
a character or a pair is in office prose is data: `commonness.json` holds the share of documents of the bundled corpus.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources

from topicmine.departments.profile import Profile

Gist = Mapping[str, float]
_RUN = re.compile("[一-鿿]+|[A-Za-z]{2,}[-—]?[0-9]*|(?<![0-9.])[0-9]{2,}(?:\\.[0-9]+)?(?![0-9年月日号])")
_RARE_PAIR, _RARE_CHARACTER = 0.01, 0.03
_CHARACTER_SHARE = 0.3
_FLOOR = 0.7


@cache
def _commonness() -> dict[str, float]:
    table: dict[str, float] = json.loads(
        resources.files("topicmine.analysis").joinpath("commonness.json").read_text("utf-8")
    )
    return table


@lru_cache(maxsize=200_000)
def weight(gram: str) -> float:
    """How much one shared gram says: the log of one over its commonness, nothing for what every second text has."""
    rare = _RARE_PAIR if len(gram) > 1 else _RARE_CHARACTER
    worth = max(0.0, -math.log(_commonness().get(gram, rare)) - _FLOOR)
    return worth if len(gram) > 1 else worth * _CHARACTER_SHARE


def gist(text: str, profile: Profile | None = None) -> Gist:
    """The weighed grams of `text`; with a profile, old names are read as present ones first.

    >>> "充电" in gist("充电桩") and "桩" in gist("充电桩")
    True
    """
    if profile:
        text = profile.modern(text)
    grams: set[str] = set()
    for run in _RUN.findall(text):
        if "一" <= run[0] <= "鿿":
            grams.update(run)
            grams.update(run[at : at + 2] for at in range(len(run) - 1))
        else:
            grams.add(run)
    return {gram: found for gram in sorted(grams) if (found := weight(gram)) > 0}


def cover(asked: Gist, told: Gist) -> float:
    """The share of what `asked` is about that `told` speaks of, 0 to 1.

    >>> cover(gist("登记充电桩"), gist("小区的充电桩都登记了")) > cover(gist("登记充电桩"), gist("菜场换了公平秤"))
    True
    """
    whole = sum(asked.values())
    return sum(found for gram, found in asked.items() if gram in told) / whole if whole else 0.0


def likeness(one: Gist, other: Gist) -> float:
    """How alike two stretches are, 0 to 1: the shared weight over the geometric mean of both."""
    whole = math.sqrt(sum(one.values()) * sum(other.values()))
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return sum(found for gram, found in small.items() if gram in large) / whole if whole else 0.0


def shared(one: Gist, other: Gist) -> list[str]:
    """The pairs that both have, the rarest first: what a reason names as common ground."""
    return sorted((g for g in one if g in other and len(g) > 1), key=lambda gram: (-weight(gram), gram))
