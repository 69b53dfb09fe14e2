"""What a draft is about: the topics named in a title, and whether a text speaks of them (data: topics.toml)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic: its Chinese name and how titles and texts show it."""

    code: str
    name: str
    title: re.Pattern[str]
    body: re.Pattern[str]


@cache
def all_topics() -> tuple[Topic, ...]:
    """Every topic of the data file, in its order."""
    data = tomllib.loads(resources.files("topicmine.reviewing").joinpath("topics.toml").read_text("utf-8"))
    return tuple(
        Topic(code, table["name"], re.compile("|".join(table["title"])), re.compile("|".join(table["body"])))
        for code, table in data.items()
    )


def topics_of(title: str) -> tuple[tuple[Topic, re.Match[str]], ...]:
    """The topics that a title or heading names, with the words that name them, in reading order.

    >>> [topic.name for topic, _ in topics_of("青禾县整治电梯和散装酒")]
    ['电梯', '食品']
    """
    found = [(topic, match) for topic in all_topics() if (match := topic.title.search(title))]
    return tuple(sorted(found, key=lambda pair: pair[1].start()))
