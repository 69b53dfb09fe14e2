"""What a rule is: a stanza of data with its own examples, and an expression or a function that looks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from topicmine.model import Draft, Fix
from topicmine.reviewing.copies import Shared, find_shared
from topicmine.reviewing.view import View

_SENTENCE = re.compile(r"[。！？；\n]")
_CLAUSE = re.compile(r"[，。！？；：\n]")
_SHOWN = 150  # characters


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a rule found something. Empty `message`, `repair`, `severity` mean: as the stanza says.

    `fix` is given only where the change is certain; it may touch less than the stretch that is shown.
    """

    field: str
    start: int
    end: int
    message: str = ""
    repair: str = ""
    fix: Fix | None = None
    severity: str = ""


class Stretch(Protocol):
    """Anything with offsets into the body: a sentence, a heading, a shared passage."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it is over."""


def show(stretch: Stretch, message: str = "") -> Hit:
    """A hit on a whole stretch of the body, cut to what a person takes in at once."""
    return Hit("body", stretch.start, min(stretch.end, stretch.start + _SHOWN), message)


@dataclass(frozen=True)
class Shelf:
    """All drafts that were handed in together, and the archive they must not repeat."""

    views: tuple[View, ...]
    archive: tuple[View, ...] = ()

    @cached_property
    def shared(self) -> dict[int, list[Shared]]:
        """What each draft shares with its nearest fellow."""
        return find_shared(self.views) if len(self.views) > 1 else {}

    @cached_property
    def archived(self) -> dict[int, list[Shared]]:
        """What each draft shares with its nearest draft of the archive."""
        return find_shared(self.views, self.archive) if self.archive else {}


@dataclass(frozen=True, slots=True)
class Example:
    """Drafts (the first is the one judged) and the archive they are held against."""

    drafts: tuple[Draft, ...]
    archive: tuple[Draft, ...] = ()


DraftCheck = Callable[[View], Iterable[Hit]]
ShelfCheck = Callable[[Shelf], Iterable[tuple[int, Hit]]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `scope` is title, body, any (both), draft (a function over the draft) or shelf (over all drafts)."""

    id: str
    name: str
    fault: str
    severity: str
    scope: str
    what: str
    why: str
    repair: str
    source: str
    group: str
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    pattern: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    replace: str | None = None
    quoted: bool = False
    widen: str = ""
    check: DraftCheck | None = None
    check_shelf: ShelfCheck | None = None


def find_hits(rule: Rule, view: View) -> Iterator[Hit]:
    """The places in one draft where `rule` finds something; a shelf rule finds nothing here."""
    if rule.pattern:
        fields = ("title", "body") if rule.scope == "any" else (rule.scope,)
        for field in fields:
            yield from _match(rule, view, field)
    elif rule.check:
        yield from rule.check(view)


def _match(rule: Rule, view: View, field: str) -> Iterator[Hit]:
    assert rule.pattern is not None
    for match in rule.pattern.finditer(view.text(field)):
        group = "hit" if "hit" in rule.pattern.groupindex else 0
        start, end = match.span(group)
        if start == end or (not rule.quoted and view.is_quoted(field, start, end)):
            continue
        if rule.unless and rule.unless.search(_around(view, field, start)):
            continue
        fix = Fix(start, end, match.expand(rule.replace)) if rule.replace is not None else None
        yield Hit(field, *_widened(rule, view, field, start, end), fix=fix)


def _widened(rule: Rule, view: View, field: str, start: int, end: int) -> tuple[int, int]:
    """The clause or sentence round a hit where the stanza asks for it: one mark alone shows a reader nothing."""
    if not rule.widen:
        return start, end
    mark = _SENTENCE if rule.widen == "sentence" else _CLAUSE
    text = view.text(field)
    low = min(start, max(0, end - 70))
    start = low + max((found.end() for found in mark.finditer(text[low:start])), default=0)
    high = min(len(text), max(end, start + _SHOWN))
    following = mark.search(text, end, high)
    end = following.start() if following else high
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _around(view: View, field: str, start: int) -> str:
    """The sentence in which an offset stands, cut to what is near: an exception must be near to excuse."""
    if field == "title":
        return view.title
    sentence = view.sentence_at(start)
    if sentence is None:
        return ""
    return view.body[max(sentence.start, start - 120) : min(sentence.end, start + 120)]
