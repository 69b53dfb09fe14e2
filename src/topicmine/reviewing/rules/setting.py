"""Setting: when and where it happened, told or hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from topicmine.language.figures import find_figures
from topicmine.reviewing.lexicon import pattern
from topicmine.reviewing.rule import Hit, show
from topicmine.reviewing.view import View

_OPENING = 300  # characters
_CONCRETE = re.compile(
    r"[一-鿿]{2,12}?(?:县|镇|乡(?![村亲下])|街道|社区|市(?![场民容面])|区(?![别域分])"
    r"|村(?![民庄里])|局|所(?![有以需在谓])|中心|学校|小学|中学|医院|公司)"
)
_SOME_YEAR = re.compile("(?:有一|某|那)年$")
_VAGUE_NAME = re.compile("某|有关|相关|一个|我市|我县|我区|我局|我镇|本市|本县|全[市县区镇]")


def check_s01(view: View) -> Iterator[Hit]:
    """The first sentence has neither a time nor a place, as far as anybody reads on before a full stop."""
    if view.sentences:
        first = view.sentences[0]
        told = first.text[:_OPENING]
        if not pattern("time").search(told) and not _CONCRETE.search(told) and not find_figures(told):
            yield show(first)


def check_s13(view: View) -> Iterator[Hit]:
    """Vague time in a text without one date; where a date is given elsewhere it is only a hint."""
    fuzzy = [m for m in pattern("vague_time").finditer(view.body) if not view.is_quoted("body", *m.span())]
    dated = _is_dated(view)
    if not dated and not fuzzy and view.sentences and len(view.body) > 120 and not view.is_urgent:
        first = view.sentences[0]
        yield replace(show(first, "全文没有一个日期。"), severity="info")
    soft = re.compile("后来|曾经|有一次|有一回|那天|最近|日后|经过一段时间|一段时间")
    for match in fuzzy[:3]:
        if dated and soft.match(match.group()):
            continue
        sentence = view.sentence_at(match.start())
        start = max(sentence.start, match.start() - 40) if sentence else match.start()
        end = _until(view.body, match.end(), "。；！？\n", 50)
        yield Hit("body", start, end, severity="info" if dated else "warning")


def check_s18(view: View) -> Iterator[Hit]:
    """A vague place or actor in a text that names no concrete one; closed cases are told without names."""
    fuzzy = [m for m in pattern("vague_place").finditer(view.body) if not view.is_quoted("body", *m.span())]
    hidden = [m for m in fuzzy if m.group().startswith(("某", "一个"))]
    if not fuzzy or view.is_closed_case or view.is_urgent or _names_place(view):
        return
    if not hidden and (_is_dated(view) or len(fuzzy) < 2):
        return
    for match in fuzzy[:3]:
        start = match.start()
        while start and view.body[start - 1] not in "，。；！？\n、" and match.start() - start < 10:
            start -= 1
        yield Hit("body", start, _until(view.body, match.end(), "，。；！？\n", 30))


def _until(text: str, place: int, marks: str, most: int) -> int:
    """The end of the clause in which `place` stands, at most so many characters on."""
    end = place
    while end < len(text) and text[end] not in marks and end - place < most:
        end += 1
    return end


def _is_dated(view: View) -> bool:
    """True when the body names a day, month, year, quarter or season of its own."""
    body = view.body
    return any(not _SOME_YEAR.search(body[max(0, m.start() - 3) : m.start()]) for m in pattern("time").finditer(body))


def _names_place(view: View) -> bool:
    """True when the body names a place or unit that a reader could telephone."""
    for match in _CONCRETE.finditer(view.body):
        word = match.group()
        if not _VAGUE_NAME.search(word) and not _VAGUE_NAME.search(
            view.body[max(0, match.start() - 2) : match.start()]
        ):
            return True
    return False
