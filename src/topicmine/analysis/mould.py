"""Papers of one mould: a form that comes back with every period, told by titles that differ in little else."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from topicmine.language.parsed import Parsed
from topicmine.model import Document

_PERIOD = re.compile(
    "(?:(?:20)?[0-9〇一二三四五六七八九十]{2,4}年)?(?:[0-9〇一二三四五六七八九十]{1,3}[至到—~-])?"
    "[0-9〇一二三四五六七八九十上中下]+(?:年度?|月份?|季度?|周|旬|期|日|号)|[上下]半[年月]|[去今上本]年|[（(]?[第0-9]+[）)]"
)
_MOULD = 0.6
_SHORTEST = 4


def frame(title: str) -> str:
    """A title without the periods it names.

    >>> frame("幸福院门房登记本（2025年10月）") == frame("幸福院门房登记本（2024年9月）")
    True
    """
    return _PERIOD.sub("", title)


def form_of(document: Document) -> str:
    """What all issues of one form of one office share (a monthly list, a quarterly table); empty for a single paper."""
    form = frame(document.title)
    return f"{document.unit}|{form}" if form != document.title and len(form) >= _SHORTEST else ""


def of_one_mould(one: Parsed, other: Parsed) -> bool:
    """True for two papers of one form on two things: titles nearly alike that differ in more than the period."""
    a, b = frame(one.document.title), frame(other.document.title)
    return a != b and SequenceMatcher(None, a, b, autojunk=False).ratio() >= _MOULD
