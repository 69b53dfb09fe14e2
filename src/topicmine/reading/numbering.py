"""Automatic numbers of Word paragraphs: 一、 （一） 1. ① as Word would print them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from topicmine.reading.markup import parse_xml
from topicmine.reading.numerals import SPELLING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACEHOLDER = re.compile(r"%([1-9])")
_MOST = 9999
_TITLES = ("title", "标题")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how its number is spelt, the text around it (`%1、`) and where it starts."""

    spelling: str = "decimal"
    text: str = ""
    start: int = 1
    plain: bool = False


@dataclass(frozen=True, slots=True)
class WordList:
    """A list of the file: the counters it shares (`base`), its levels, and levels that start anew."""

    base: str
    levels: Mapping[int, Level]
    restarts: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Styles:
    """What paragraph styles say: (list, level, style it is based on) by style, and the styles named Title."""

    numbered: Mapping[str, tuple[str, str, str]] = field(default_factory=dict)
    titles: frozenset[str] = frozenset()


def _value(element: _Element | None, default: str = "") -> str:
    return default if element is None else element.get(f"{W}val", default)


def _whole(text: str, default: int) -> int:
    return min(int(text), _MOST) if text.isdecimal() and len(text) < 9 else default


def _level(element: _Element) -> Level:
    return Level(
        _value(element.find(f"{W}numFmt"), "decimal"),
        _value(element.find(f"{W}lvlText")),
        _whole(_value(element.find(f"{W}start")), 1),
        element.find(f"{W}isLgl") is not None,
    )


@lru_cache(maxsize=8)
def load_styles(data: bytes, nodes: int) -> Styles:
    """The styles of styles.xml. Cached: an office's files share a handful of templates."""
    return read_styles(parse_xml(data, nodes))


@lru_cache(maxsize=8)
def load_lists(data: bytes, nodes: int) -> Mapping[str, WordList]:
    """The lists of numbering.xml by number. Cached like the styles."""
    return read_lists(parse_xml(data, nodes))


def read_styles(root: _Element) -> Styles:
    """The styles below a `w:styles` element."""
    numbered: dict[str, tuple[str, str, str]] = {}
    titles = set()
    for style in root.findall(f"{W}style"):
        identity = style.get(f"{W}styleId", "")
        num = style.find(f"{W}pPr/{W}numPr")
        number = "" if num is None else _value(num.find(f"{W}numId"))
        depth = "" if num is None else _value(num.find(f"{W}ilvl"))
        numbered[identity] = (number, depth, _value(style.find(f"{W}basedOn")))
        if _value(style.find(f"{W}name")).lower() in _TITLES:
            titles.add(identity)
    return Styles(numbered, frozenset(titles))


def read_lists(root: _Element) -> Mapping[str, WordList]:
    """The lists below a `w:numbering` element."""
    abstract = {
        a.get(f"{W}abstractNumId", ""): {_whole(e.get(f"{W}ilvl", ""), 0): _level(e) for e in a.findall(f"{W}lvl")}
        for a in root.findall(f"{W}abstractNum")
    }
    lists = {}
    for num in root.findall(f"{W}num"):
        base = _value(num.find(f"{W}abstractNumId"))
        levels = dict(abstract.get(base, {}))
        restarts = {}
        for override in num.findall(f"{W}lvlOverride"):
            depth = _whole(override.get(f"{W}ilvl", ""), 0)
            own = override.find(f"{W}lvl")
            if own is not None:
                levels[depth] = _level(own)
            start = _value(override.find(f"{W}startOverride"))
            if start:
                restarts[depth] = _whole(start, 1)
        lists[num.get(f"{W}numId", "")] = WordList(base, levels, restarts)
    return lists


class Numbering:
    """How far each list of a file has counted; `label` must be called paragraph by paragraph, in their order."""

    def __init__(self, lists: Mapping[str, WordList], styles: Styles) -> None:
        self._lists = lists
        self._styles = styles.numbered
        self._restarts = {identity: dict(own.restarts) for identity, own in lists.items() if own.restarts}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)

    def _of_style(self, style: str) -> tuple[str, str]:
        seen: set[str] = set()
        depth = ""
        while style in self._styles and style not in seen:
            seen.add(style)
            identity, own_depth, base = self._styles[style]
            depth = depth or own_depth
            if identity:
                return identity, depth
            style = base
        return "", ""

    def label(self, paragraph: _Element) -> str:
        """The number that Word prints in front of the paragraph, with its punctuation; empty without one."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None or not self._lists:
            return ""
        num = properties.find(f"{W}numPr")
        identity = "" if num is None else _value(num.find(f"{W}numId"))
        depth_text = "" if num is None else _value(num.find(f"{W}ilvl"))
        if not identity:
            identity, style_depth = self._of_style(_value(properties.find(f"{W}pStyle")))
            depth_text = depth_text or style_depth
        own = self._lists.get(identity)
        depth = _whole(depth_text, 0)
        if own is None or depth not in own.levels:
            return ""
        self._count(identity, own, depth)
        return self._spell(own, depth)

    def _count(self, identity: str, own: WordList, depth: int) -> None:
        counts = self._counts[own.base]
        restart = self._restarts.get(identity, {}).pop(depth, None)
        if restart is not None:
            counts[depth] = restart
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else own.levels[depth].start
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]

    def _spell(self, own: WordList, depth: int) -> str:
        level = own.levels[depth]
        if level.spelling in ("bullet", "none"):
            return ""

        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = own.levels.get(at, Level())
            count = min(self._counts[own.base].get(at, other.start), _MOST)
            spell = SPELLING.get(other.spelling)
            return spell(count) if spell is not None and not level.plain else str(count)

        return _PLACEHOLDER.sub(number, level.text)
