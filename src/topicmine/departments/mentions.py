"""Which festival or fixed day a text is about, by the names the calendar gives them."""

from __future__ import annotations

import re
from collections import Counter

from topicmine.departments.events import Event, events_of
from topicmine.departments.profile import Profile

_DOTS = str.maketrans(dict.fromkeys(".．・•‧", "·"))
_LOOKED_BACK = ("去年", "上年", "前年", "往年", "每年", "历年", "去年的", "上年的")
_NUMERALS = "〇零一二三四五六七八九十百千第"
_NOT_A_DAY = r"(?![\d·%％万亿]|[件家户起个元吨克人名次条台])"  # 3.15万元 and 618件 are amounts
_NOT_A_PLACE = rf"(?![{_NUMERALS}]|路|街道|大道|广场|社区|村|中学|小学)"  # 五一路 is a street


def find_event(text: str, profile: Profile) -> Event | None:
    """The event that `text` names most often, the first named of two alike; None when it names none.

    A festival only looked back on (去年中秋) does not count. Two events that `calendar.toml` joins are one when the
    text names them jointly (双节) or both about as often.

    >>> from topicmine.departments.profile import load_profile
    >>> find_event("“双节”前查了23家超市", load_profile()).name
    '中秋国庆'
    """
    events = events_of(profile)
    counts, firsts = _count(text.translate(_DOTS), {name: event.id for event in events for name in event.names})
    if not counts:
        return None
    best = min(counts, key=lambda event: (-counts[event], firsts[event]))
    for event in events:
        if best in event.parts and (counts[event.id] or 2 * min(counts[part] for part in event.parts) >= counts[best]):
            return event
    return next(event for event in events if event.id == best)


def _count(text: str, names: dict[str, str]) -> tuple[Counter[str], dict[str, int]]:
    """How often each event is named in `text`, and where first; of nested names the longest counts."""
    owners = {name.translate(_DOTS): event for name, event in names.items()}
    present = sorted((name for name in owners if name in text), key=lambda name: (-len(name), name))
    counts: Counter[str] = Counter()
    firsts: dict[str, int] = {}
    if not present:
        return counts, firsts
    for match in re.finditer("|".join(map(_guard, present)), text):
        if not text[max(0, match.start() - 3) : match.start()].endswith(_LOOKED_BACK):
            event = owners[match.group()]
            counts[event] += 1
            firsts.setdefault(event, match.start())
    return counts, firsts


def _guard(name: str) -> str:
    """A pattern for `name` that passes over amounts and streets that look like it."""
    pattern = re.escape(name)
    if name[0].isdigit():
        pattern = rf"(?<![\d·]){pattern}"
    if name[-1].isdigit():
        return pattern + _NOT_A_DAY
    return rf"(?<![{_NUMERALS}]){pattern}{_NOT_A_PLACE}" if name[0] in _NUMERALS else pattern
