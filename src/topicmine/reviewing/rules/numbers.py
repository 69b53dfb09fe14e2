"""Numbers that need more than an expression: percentage points, mixed styles, bounds, spans of days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from topicmine.language.figures import Figure
from topicmine.model import Fix
from topicmine.reviewing.rule import Hit
from topicmine.reviewing.view import View

_POINTS = re.compile(
    r"(?:由|从)\s?(?P<a>[0-9]{1,3}(?:\.[0-9]{1,2})?)[%％]\s?[一-鿿]{0,2}(?:提高|上升"
    r"|升|下降|降|增加|减少|提升|增长|回落)[到至为](?:了)?\s?(?P<b>[0-9]{1,3}(?:\.[0-9]{1,2})?)[%％]"
    r"[，,](?:共|累计|净)?(?:提高|上升|下降|提升|增加|减少|增长|回落|升|降)了?(?P<hit>(?P<c>[0-9]{1,3}(?:\."
    r"[0-9]{1,2})?)[%％])"
)
_BOUND = re.compile(r"(?P<n>[0-9]{1,6}[一-鿿]{1,3}?)(?P<side>以上|以下)")
_SPAN = re.compile(
    r"(?P<m>1[0-2]|[1-9])月(?P<a>[1-3]?[0-9])日?(?:至|到|—|-)(?P<b>[1-3]?[0-9])日[^。；\n]{0,12}?(?P<hit>(?:"
    r"为期|连续|历时)(?P<n>[0-9]{1,2}|[一二三四五六七八九十]{1,3})天)"
)
_LARGE = re.compile("[百千]")
_ROUND = re.compile("一?[百千万]$")
_NUMERALS = {c: n for n, c in enumerate("零一二三四五六七八九十")}


def check_n07(view: View) -> Iterator[Hit]:
    """The difference of two percentages is in points."""
    for match in _POINTS.finditer(view.body):
        if abs(abs(float(match["b"]) - float(match["a"])) - float(match["c"])) < 1e-6:
            yield Hit("body", *match.span(), fix=Fix(*match.span("hit"), f"{match['c']}个百分点"))


def check_n09(view: View) -> Iterator[Hit]:
    """A written-out count of hundreds and an Arabic one of the same unit, side by side in one enumeration."""
    for sentence in view.sentences:
        figures = view.figures_in(sentence.start, sentence.end)
        for first, second in pairwise(figures):
            between = view.body[first.end : second.start]
            words = [f for f in (first, second) if _is_written_out(f)]
            mixed = len(words) == 1 and any(re.search("[0-9]", f.text) for f in (first, second))
            alike = first.unit == second.unit and mixed and len(between) <= 12 and between.count("，") <= 1
            if alike and first.unit and not view.is_quoted("body", words[0].start, words[0].end):
                yield Hit("body", words[0].start, words[0].end)


def _is_written_out(figure: Figure) -> bool:
    """True for 三百二十 and 两千余; 上千 and 近一千 are round words, not counts."""
    bare = figure.text.lstrip("上近约成几数").rstrip(figure.unit)
    return not re.search("[0-9]", figure.text) and bool(_LARGE.search(bare)) and not _ROUND.match(bare)


def check_n11(view: View) -> Iterator[Hit]:
    """以上 and 以下 of one bound."""
    seen: dict[str, str] = {}
    for match in _BOUND.finditer(view.body):
        if seen.get(match["n"], match["side"]) != match["side"]:
            yield Hit("body", match.start(), match.end())
        seen[match["n"]] = match["side"]


def check_n16(view: View) -> Iterator[Hit]:
    """From the first to the last day, both counted."""
    for match in _SPAN.finditer(view.body):
        days = int(match["b"]) - int(match["a"]) + 1
        said = int(match["n"]) if match["n"].isdigit() else _NUMERALS.get(match["n"], 0)
        if days > 0 and said and said != days:
            yield Hit("body", *match.span("hit"), f"{match['a']}日至{match['b']}日是{days}天。")
