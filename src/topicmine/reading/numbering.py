"""Automatic numbers of Word paragraphs: 一、 （一） 1. ① as Word would print them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACEHOLDER = re.compile(r"%([1-9])")
_MOST = 9999


def hanzi(number: int, digits: str = "零一二三四五六七八九", units: str = "十百千") -> str:
    """A number below 10,000 in Chinese numerals.

    >>> hanzi(12), hanzi(20), hanzi(105), hanzi(3)
    ('十二', '二十', '一百零五', '三')
    """
    if number < 10:
        return digits[number]
    figures = str(number)
    spoken = ""
    for place, figure in zip(range(len(figures) - 1, -1, -1), figures, strict=True):
        if figure != "0":
            spoken += digits[int(figure)] + (units[place - 1] if place else "")
        elif spoken and not spoken.endswith(digits[0]):
            spoken += digits[0]
    spoken = spoken.rstrip(digits[0])
    one_ten = digits[1] + units[0]
    return spoken[1:] if spoken.startswith(one_ten) and number < 20 else spoken


def _legal(number: int) -> str:
    return hanzi(number, "零壹贰叁肆伍陆柒捌玖", "拾佰仟")


def _digits(number: int) -> str:
    return "".join("〇一二三四五六七八九"[int(figure)] for figure in str(number))


def _roman(number: int) -> str:
    spelt = ""
    for value, sign in (
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
        (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ):  # fmt: skip
        spelt += sign * (number // value)
        number %= value
    return spelt


def _letter(number: int) -> str:
    return chr(64 + (number - 1) % 26 + 1) * ((number - 1) // 26 + 1) if number < 260 else str(number)


def _circled(number: int) -> str:
    return chr(0x245F + number) if 1 <= number <= 20 else str(number)


def _wide(number: int) -> str:
    return "".join(chr(ord(figure) + 0xFEE0) for figure in str(number))


_SPELLING: Mapping[str, Callable[[int], str]] = {
    "chineseCounting": hanzi,
    "chineseCountingThousand": hanzi,
    "japaneseCounting": hanzi,
    "taiwaneseCountingThousand": hanzi,
    "taiwaneseCounting": hanzi,
    "ideographDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "taiwaneseDigital": _digits,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal,
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letter,
    "lowerLetter": lambda number: _letter(number).lower(),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalFullWidth": _wide,
    "decimalFullWidth2": _wide,
    "decimalZero": lambda number: f"{number:02d}",
}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how its number is spelt, the text around it (`%1、`) and where it starts."""

    spelling: str = "decimal"
    text: str = ""
    start: int = 1
    plain: bool = False


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


class Numbering:
    """The lists of a Word file and how far each has counted; `label` must be called paragraph by paragraph.

    Args:
        numbering: Root of numbering.xml, or None.
        styles: Root of styles.xml, or None; a heading style may bring its own number.
    """

    def __init__(self, numbering: _Element | None, styles: _Element | None) -> None:
        self._lists: dict[str, tuple[str, dict[int, Level]]] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._styles: dict[str, tuple[str, str, str]] = {}
        if numbering is not None:
            self._load_lists(numbering)
        if styles is not None:
            self._load_styles(styles)

    def _load_lists(self, root: _Element) -> None:
        abstract = {
            a.get(f"{W}abstractNumId", ""): {_whole(e.get(f"{W}ilvl", ""), 0): _level(e) for e in a.findall(f"{W}lvl")}
            for a in root.findall(f"{W}abstractNum")
        }
        for num in root.findall(f"{W}num"):
            identity = num.get(f"{W}numId", "")
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
            self._lists[identity] = (base, levels)
            self._restarts[identity] = restarts

    def _load_styles(self, root: _Element) -> None:
        for style in root.findall(f"{W}style"):
            num = style.find(f"{W}pPr/{W}numPr")
            identity = "" if num is None else _value(num.find(f"{W}numId"))
            depth = "" if num is None else _value(num.find(f"{W}ilvl"))
            self._styles[style.get(f"{W}styleId", "")] = (identity, depth, _value(style.find(f"{W}basedOn")))

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
        if properties is None:
            return ""
        num = properties.find(f"{W}numPr")
        identity = "" if num is None else _value(num.find(f"{W}numId"))
        depth_text = "" if num is None else _value(num.find(f"{W}ilvl"))
        if not identity:
            identity, style_depth = self._of_style(_value(properties.find(f"{W}pStyle")))
            depth_text = depth_text or style_depth
        base, levels = self._lists.get(identity, ("", {}))
        depth = _whole(depth_text, 0)
        if depth not in levels:
            return ""
        self._count(identity, base, levels, depth)
        return self._spell(base, levels, depth)

    def _count(self, identity: str, base: str, levels: Mapping[int, Level], depth: int) -> None:
        counts = self._counts[base]
        restart = self._restarts[identity].pop(depth, None)
        if restart is not None:
            counts[depth] = restart
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else levels[depth].start
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]

    def _spell(self, base: str, levels: Mapping[int, Level], depth: int) -> str:
        level = levels[depth]
        if level.spelling in ("bullet", "none"):
            return ""

        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = levels.get(at, Level())
            count = min(self._counts[base].get(at, other.start), _MOST)
            spell = _SPELLING.get(other.spelling)
            return spell(count) if spell is not None and not level.plain else str(count)

        return _PLACEHOLDER.sub(number, level.text)
