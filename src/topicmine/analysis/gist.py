"""What a stretch of text is about, tolerant of paraphrase: its rarer character pairs and characters, weighed.

Two people who tell one thing share few words but many characters of the thing itself (充电桩, 充电的桩子); words that
stand for one matter (测试, 考场) are data in `kin.toml`. How common a character or a pair is in office prose is data
too: `commonness.json` holds the share of documents of the bundled corpus that have it.
"""

from __future__ import annotations

import json
import math
import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise

from topicmine.departments.profile import Profile
from topicmine.language.words import content_words

Gist = Mapping[str, float]
_RUN = re.compile("[一-鿿]+|[A-Za-z]{2,}[-—]?[0-9]*|(?<![0-9.])[0-9]{2,}(?:\\.[0-9]+)?(?![0-9年月日号])")
_RARE_PAIR, _RARE_CHARACTER = 0.01, 0.03
_CHARACTER_SHARE = 0.3
_FLOOR = 0.7
_KIN_LIKE_PAIRS = 1.7


@cache
def _commonness() -> dict[str, float]:
    table: dict[str, float] = json.loads(
        resources.files("topicmine.analysis").joinpath("commonness.json").read_text("utf-8")
    )
    return table


@cache
def _kin() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern for all words that stand for a matter, and each word's row: its first word after a ≈."""
    table = tomllib.loads(resources.files("topicmine.analysis").joinpath("kin.toml").read_text("utf-8"))
    rows = {word: f"≈{row[0]}" for row in reversed(table["rows"]) for word in row}
    longest_first = sorted(rows, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest_first))), rows


@lru_cache(maxsize=200_000)
def weight(gram: str) -> float:
    """How much one shared gram says: the log of one over its commonness, nothing for what every second text has."""
    rare = _RARE_PAIR if len(gram) > 1 else _RARE_CHARACTER
    worth = max(0.0, -math.log(_commonness().get(gram, rare)) - _FLOOR)
    if gram[0] == "≈":
        return worth * _KIN_LIKE_PAIRS
    return worth if len(gram) > 1 else worth * _CHARACTER_SHARE


def gist(text: str, profile: Profile | None = None) -> Gist:
    """The weighed grams of `text`; with a profile, old names are read as present ones first.

    >>> "歇业" in gist("歇业备案") and "歇" in gist("歇业备案")
    True
    """
    return _gist(profile.modern(text) if profile else text)


@lru_cache(maxsize=8192)
def _gist(text: str) -> Gist:
    pattern, rows = _kin()
    kin = {row: weight(row) for row in sorted({rows[word] for word in pattern.findall(text)})}
    text = pattern.sub("|", text)
    grams: set[str] = set()
    for run in _RUN.findall(text):
        if "一" <= run[0] <= "鿿":
            grams.update(run)
            grams.update(run[at : at + 2] for at in range(len(run) - 1))
        else:
            grams.add(run)
    weighed = {gram: found for gram in sorted(grams) if (found := weight(gram)) > 0}
    return weighed | kin


def cover(asked: Gist, told: Gist) -> float:
    """The share of what `asked` is about that `told` speaks of, 0 to 1.

    >>> cover(gist("员工闭卷测试"), gist("老板们进了考场")) > cover(gist("员工闭卷测试"), gist("菜场换了地砖"))
    True
    """
    whole = sum(asked.values())
    return sum(found for gram, found in asked.items() if gram in told) / whole if whole else 0.0


def likeness(one: Gist, other: Gist) -> float:
    """How alike two stretches are, 0 to 1: the shared weight over the geometric mean of both."""
    whole = math.sqrt(sum(one.values()) * sum(other.values()))
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return sum(found for gram, found in small.items() if gram in large) / whole if whole else 0.0


def shared(one: str, other: str) -> list[str]:
    """The words that both texts have, the rarest first: what a reason names as common ground.

    >>> shared("按“三方签字”销毁泡水食品", "泡水食品登记后销毁")
    ['泡水', '销毁', '食品']
    """
    words = {word for word in content_words(one) if len(word) > 1 and not word.isascii()}
    return sorted(
        words.intersection(content_words(other)),
        key=lambda word: (-sum(map(weight, map("".join, pairwise(word)))) / len(word), word),
    )
