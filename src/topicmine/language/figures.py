"""Figures: a number with the thing it counts. Dates, document numbers, list labels and phone numbers are none."""

from __future__ import annotations

import re
from dataclasses import dataclass

_UNITS = (
    "个百分点|百分点|万元|亿元|元|万户|户次|户|家次|家|人次|万人|人|名|位|件次|件|起|宗|批次|批|份|只|台次|台套|台|部|辆|艘|条|处|个|"
    "项|次|例|场|期|组|瓶|箱|桶|袋|盒|包|公斤|千克|斤|克|吨|升|亩|公顷|平方米|米|公里|千米|小时|分钟|秒|个月|天|个工作日|工作日|"
    "%|％|倍|成|套|张|本|块|支|把|头|枚|对|棵|株|度|层|栋|幅|篇|节|票|单|笔|团|桌|岁|间|所|村|镇|盏|粒|颗|双|幢|车次|车|趟|届|门|款|类|条次|片|双|碗|杯|板|毛|分"
)
_NUMBER = r"[0-9０-９]+(?:[,，][0-9]{3})*(?:[.．][0-9]+)?"
_CHINESE = "[零〇一二两三四五六七八九十百千]+"
_PATTERN = re.compile(
    rf"(?:(?P<near>(?<![签合节预制])约|近|超过|超|逾|不足|至少|最多|达)\s*)?"
    rf"(?P<number>{_NUMBER}|{_CHINESE})\s*(?P<scale>万|亿|千|百)?(?P<more>余|多|来)?\s*(?P<unit>{_UNITS})?(?P<more2>余|多|左右|上下)?"
)
_NOT_AFTER = re.compile(r"(第|〔|\[|编号|电话|号码|热线|[A-Za-z0-9.〕\-—:：/])$")
_DATE_TAIL = re.compile(r"\s*(年|月|日|号|时|点|:|：|[-./][0-9])")
_LABEL = re.compile(r"\s*(?:[.．、）)]\s*[^0-9]|\s*是|\s*要)")
_SCALES = {"万": 1e4, "亿": 1e8, "千": 1e3, "百": 1e2}
_CN_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_CN_SCALES = {"十": 10, "百": 100, "千": 1000}
# in these a Chinese numeral is part of a word, not a count
_NO_COUNT = re.compile("一[个次些种面批项套块部名位场件份把张年分度门头层道本直片步天家条]")
_VAGUE_UNITS = frozenset("分度对门头把节道点")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text. `value` has the scale worked in (1.2万元 is 12000 元); `approximate` for 约, 余, 左右."""

    start: int
    end: int
    text: str
    value: float
    unit: str
    approximate: bool


def find_figures(text: str) -> tuple[Figure, ...]:
    """The figures in `text`, in order.

    >>> [(f.value, f.unit) for f in find_figures("3月5日检查112家，下架八十六桶，合格率97%")]
    [(112.0, '家'), (86.0, '桶'), (97.0, '%')]
    """
    found = []
    for match in _PATTERN.finditer(text):
        figure = _read(text, match)
        if figure:
            found.append(figure)
    return tuple(found)


def _read(text: str, match: re.Match[str]) -> Figure | None:
    number, unit = match["number"], match["unit"] or ""
    arabic = number[0] not in "零〇一二两三四五六七八九十百千"
    if len(number) > 18 or _NOT_AFTER.search(text[max(0, match.start("number") - 2) : match.start("number")]):
        return None
    if not unit and not match["scale"] and (not arabic or _is_label_or_date(text, match)):
        return None
    if arabic and unit in {"号", ""} and _DATE_TAIL.match(text, match.end("number")):
        return None
    if not arabic and (not unit or _NO_COUNT.match(number + unit) or _is_ordinal(text, match)):
        return None
    if not arabic and unit in _VAGUE_UNITS and len(number) < 2:
        return None
    value = _value(number) * _SCALES.get(match["scale"] or "", 1.0)
    unit, value = _plain_unit(unit, value)
    near = bool(match["more"] or match["more2"]) or (match["near"] or "") not in {"", "达"}
    return Figure(match.start(), match.end(), match.group(), value, unit, near)


def _plain_unit(unit: str, value: float) -> tuple[str, float]:
    if unit in {"万元", "万户", "万人"}:
        return unit[1:], value * 1e4
    if unit == "亿元":
        return "元", value * 1e8
    return ("%" if unit == "％" else unit), value


def _is_label_or_date(text: str, match: re.Match[str]) -> bool:
    after = text[match.end("number") : match.end("number") + 3]
    looks_like_year = len(match["number"]) == 4 and match["number"][:2] in {"19", "20"}
    return looks_like_year or bool(_DATE_TAIL.match(after) or _LABEL.match(after))


def _is_ordinal(text: str, match: re.Match[str]) -> bool:
    return text[match.start("number") - 1 : match.start("number")] in {"第", "之", "星", "周", "十", "初"}


def _value(number: str) -> float:
    if number[0] not in _CN_DIGITS and number[0] not in _CN_SCALES:
        return float(number.replace(",", "").replace("，", "").replace("．", "."))
    total = digit = 0
    for char in number:
        if char in _CN_SCALES:
            total += (digit or 1) * _CN_SCALES[char]
            digit = 0
        else:
            digit = digit * 10 + _CN_DIGITS[char] if digit and not total else _CN_DIGITS[char]
    return float(total + digit)
