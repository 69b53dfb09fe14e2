"""Numbering: the labels of lists and headings, and problems counted against measures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from topicmine.language.headings import Heading
from topicmine.reviewing.rule import Hit, show
from topicmine.reviewing.view import View

_FIRST_SERIES = re.compile(r"一是[^。]{0,400}?(?P<hit>第[二三]|其次)[，,、]", re.DOTALL)
_FIRSTLY = re.compile(r"首先[，,]?.{0,400}?(?P<hit>第[二三四])[，,、]", re.DOTALL)
_PROBLEMS = re.compile("问题|不足|短板|困难")
_MEASURES = re.compile("措施|整改|对策|打算|建议")
_MANY_SECTIONS = 40
_ORDINALS = {c: n for n, c in enumerate("零一二三四五六七八九十")}


def check_s03(view: View) -> Iterator[Hit]:
    """一是 with 第二, or 首先 with 第二 — where the second really is an ordinal of the same list."""
    for expression, follower in ((_FIRST_SERIES, "二是"), (_FIRSTLY, "其次")):
        match = expression.search(view.body)
        if match and follower not in match.group() and "第一" not in match.group():
            yield Hit("body", *match.span("hit"))


def check_s14(view: View) -> Iterator[Hit]:
    """Numbered problems against numbered measures, section by section."""
    tops = [h for h in view.headings if h.level == 1]
    if len(tops) > _MANY_SECTIONS:
        return
    counts = []
    for n, top in enumerate(tops):
        end = tops[n + 1].start if n + 1 < len(tops) else len(view.body)
        inner = [h for h in view.headings if top.start < h.start < end and h.level > 1]
        least = min((h.level for h in inner), default=0)
        counts.append((top, len([h for h in inner if h.level == least])))
    problems = next((c for c in counts if _PROBLEMS.search(c[0].text) and c[1] > 1), None)
    measures = next(
        (c for c in counts if _MEASURES.search(c[0].text) and not _PROBLEMS.search(c[0].text) and c[1] > 1), None
    )
    if problems and measures and problems[1] != measures[1]:
        message = f"问题{problems[1]}条，措施{measures[1]}条，对不上。"
        yield show(measures[0], message)


def check_s15(view: View) -> Iterator[Hit]:
    """Numbers of one level that skip, repeat or run backwards; a new heading above starts them afresh."""
    yield from _firsts(view)
    last: dict[str, int] = {}
    place: dict[str, int] = {}
    for heading in view.headings:
        family, number = _family(heading)
        if not number:
            continue
        expected = last.get(family, 0) + 1
        if number == 1:
            if last.get(family) == 1 and "\n" not in view.body[place[family] : heading.start]:
                yield _label(heading, f"“{heading.label}”重复出现。")
        elif number != expected and (family in last or heading.label.endswith("是")):
            yield _label(heading, f"“{heading.label}”前面应当是第{number - 1}条，序号跳了、重了或颠倒了。")
        last[family], place[family] = number, heading.start
        for other in [key for key in last if _below(key, family)]:
            del last[other]


def _firsts(view: View) -> Iterator[Hit]:
    """首先 at the head of a second paragraph."""
    heads = [p for p in view.paragraphs if p.text.lstrip().startswith("首先")]
    for paragraph in heads[1:]:
        start = paragraph.start + len(paragraph.text) - len(paragraph.text.lstrip())
        yield Hit("body", start, min(paragraph.end, start + 40), "“首先”重复出现。")


def _family(heading: Heading) -> tuple[str, int]:
    """The kind of a label (level and shape) and its number; 0 for one that is not counted."""
    digits = re.search(r"[0-9]{1,2}", heading.label)
    numeral = re.search(r"[一二三四五六七八九十]{1,3}", heading.label)
    shape = f"{heading.level}{re.sub('[0-9一二三四五六七八九十]', '', heading.label)[:1]}"
    if digits:
        return shape, int(digits.group())
    if not numeral:
        return shape, 0
    tens, ten, ones = numeral.group().partition("十")
    if not ten:
        return shape, _ORDINALS[tens] if len(tens) == 1 else 0
    return shape, 10 * _ORDINALS.get(tens, 1) + _ORDINALS.get(ones, 0)


def _below(family: str, above: str) -> bool:
    return family != above and (family[0] > above[0])


def _label(heading: Heading, message: str) -> Hit:
    return Hit("body", heading.start, min(heading.end, heading.start + 60), message)
