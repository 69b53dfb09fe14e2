"""Titles that say the opposite of their body: all good and some not, finished and still open, up and down."""

from __future__ import annotations

import re

_ALL_DONE = re.compile("全部|完毕|清零|全面完成|全覆盖|无一|零投诉|零事故|零差错")
_STILL_OPEN = re.compile(
    "(?:还有|另有|剩余|剩下|尚有|其余)[^。；\n]{0,10}[0-9一二三四五六七八九十]+[^。；\n]{0,8}(?:没有"
    "|没|未|尚未|待|联系不上)"
)
_ALL_GOOD = re.compile(
    "(?<!复检)(?<!复查)(?:全部|均|全都|百分之百|100%)(?:合格|达标|通过|过关)|合格率(?:达|为)?100%|无一不合格|零不合格"
)
_SOME_BAD = re.compile(
    r"[1-9][0-9]*(?:个?批次|件|家|台|个|户|款|组|份|项|辆|座|处)(?:样品|产品)?(?:不合格|不达标|超标|未通过|没过)|(?:不合格|超差|未通过|不达标)(?:的)?(?:有)?[1-9]"
)
_NONE_SHUT = re.compile("无一(?:家|户|处)?(?:关停|取缔|停办|关门|停业)|零(?:关停|取缔)")
_SHUT = re.compile("(?:[0-9]+[家户处个]|全部|当场)(?:被|予以|依法)?(?:全部)?(?:关停|取缔|停办|停业)")
_FINISHED = re.compile("完工|竣工|收官|建成投用|全面建成|告捷")
_UNFINISHED = re.compile(
    "(?:没有|没|未|尚未|还未|还没)(?:全部|全面)?(?:干完|做完|修完|完工|完成|建成|竣工)|(?<!全部)完成(?:了)?[1-9][0-9](?:\\.[0-9]+)?%|(?:推迟|延期|拖)到"
)
_UP = re.compile("上升|增长|增加|攀升|上涨|走高|反弹|提高|翻番|(?:大幅|明显|显著|稳步|持续|率)提升")
_DOWN = re.compile("下降|减少|降低|回落|下跌|走低|降至|归零|减半|锐减")


def contradicts(title: str, body: str) -> bool:
    """True when the title says all, none, done, up or down and the body the opposite.

    >>> contradicts("食用油抽检全部合格", "3月抽检86批次，5批次不合格。")
    True
    >>> contradicts("投诉下降", "投诉由92件降至61件。")
    False
    """
    if _ALL_DONE.search(title) and _STILL_OPEN.search(body[:300]):
        return True
    if _ALL_GOOD.search(title) and _SOME_BAD.search(body):
        return True
    if _NONE_SHUT.search(title) and _SHUT.search(body):
        return True
    if _FINISHED.search(title) and len(_UNFINISHED.findall(body)) >= 2:
        return True
    up, down = bool(_UP.search(title)), bool(_DOWN.search(title))
    if up == down:
        return False
    said, other = (_UP, _DOWN) if up else (_DOWN, _UP)
    return not said.search(body) and len(other.findall(body)) >= 2
