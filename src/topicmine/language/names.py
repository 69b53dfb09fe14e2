"""Names of units and places, found by their endings; persons are left to the segmenter's tags."""

from __future__ import annotations

import re
from dataclasses import dataclass

_UNIT_ENDS = (
    "管理局|监管局|监管所|管理所|委员会|人民政府|派出所|财政局|教育局|公安局|农业农村局|卫健委|"
    "住建局|商务局|应急局|综合执法队|执法大队|党政办|服务中心|公司|合作社|协会|商会|消委会|学校|小学|中学|幼儿园|医院|超市(?!场)|市场(?!监|管)|"
    "县局|市局|省局|总局|所|局|镇|乡|街道|社区|村"
)
_PLACE_ENDS = "省|市|县|区|镇|乡|街道|社区|村|路|街|园区|小区|广场|大道"
_BREAK = "的了在对与和及同将把被由向从到让请为是有、，。；：！？“”《》（）()\\s0-9"
_UNIT = re.compile(rf"[^{_BREAK}]{{1,12}}?(?:{_UNIT_ENDS})(?![一-鿿]?[长员])")
_PLACE = re.compile(rf"[^{_BREAK}]{{1,5}}?(?:{_PLACE_ENDS})")


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a text: `text` stands from `start` to `end`."""

    start: int
    end: int
    text: str


def find_units(text: str) -> tuple[Named, ...]:
    """The offices, firms and villages named in `text`, as far as their endings give them away.

    >>> [n.text for n in find_units("青禾县教育局和白石镇查了3家")]
    ['青禾县教育局', '白石镇']
    """
    return tuple(Named(m.start(), m.end(), m.group()) for m in _UNIT.finditer(text))


def find_places(text: str) -> tuple[Named, ...]:
    """The counties, towns, villages and streets named in `text`."""
    return tuple(Named(m.start(), m.end(), m.group()) for m in _PLACE.finditer(text))
