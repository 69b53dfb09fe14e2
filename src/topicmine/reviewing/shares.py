"""Shares, rates and changes worked out again from the figures beside them.

A percentage is held against the figure right before it (its part) and every larger figure of that unit in the text
(its possible whole). Only where none of them gives it is it called wrong: the text may count from further off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from topicmine.language.figures import Figure
from topicmine.reviewing.arithmetic import Miscount, plain
from topicmine.reviewing.view import View

_SHARE = re.compile(r"^[^，。；0-9]{0,4}[，、（]?(?:约|只|仅|就)?占(?P<base>[^，。；%]{0,20})$")
_TOGETHER = re.compile("共|分别|合计|[两三四五]|均|各")
_RATE = re.compile(r"^[^。；0-9]{0,8}[，、（](?P<name>[一-鿿]{1,8})率(?:只有|仅|达到?了?|为|是|约为?|升至|到)?$")
_CHANGE = re.compile(
    r"(?P<word>增长|增加|上升|上涨|提高|提升|下降|减少|降低|降幅|增幅|回落|下跌|缩短|压缩|压减)(?:了|为|达到?|约)*$"
)
_FROM = re.compile(r"(?:由|从)[^。；0-9]{0,14}$")
_TO = re.compile("(?:到|至|为|成)了?[^，。；0-9]{0,2}$")
_THAN = re.compile(r"(?:比|较)[^，。；]{0,14}的$")
_THEN = re.compile("(?:去年|上年|上月|同期|上季度)[^，。；0-9]{0,12}$")
_NOW = re.compile("(?:今年|本月|当月|现在|如今|本季度)[^，。；0-9]{0,12}$")
_OTHER_TIME = re.compile("去年|上年|前年|上月|同期|今年|本月|上季度|原来|以往|此前")
_BY_POINTS = re.compile(r"个?百分点")
_ALL = re.compile("全部|总数|总量|总体|总额|的|所有|同期|全[县市镇区乡]|了|到|比|被|其")
_NEAR = 25  # points; an unlabelled pair further off than that was never meant as the rate's own
_PERIOD = 300
_REACH = 3000  # characters in which the base of a share is looked for


def find_wrong_shares(view: View) -> Iterator[Miscount]:
    """Shares, rates and changes that no pair of the figures beside them gives."""
    figures = [f for f in view.figures if f.unit]
    for n, percent in enumerate(figures):
        if n and percent.unit == "%" and percent.value <= 1000 and not percent.approximate:
            start = max(_period_start(view.body, percent.start), percent.start - _PERIOD)
            before = [f for f in figures[max(0, n - 60) : n] if f.unit != "%"]
            if _CHANGE.search(view.body[max(start, percent.start - 8) : percent.start]):
                yield from _check_change(view, percent, start)
            elif before and before[-1].start >= start:
                yield from _check_share(view, percent, before, start)


def _period_start(text: str, place: int) -> int:
    return max(text.rfind(mark, max(0, place - _PERIOD), place) for mark in "。！？\n") + 1


def _check_share(view: View, percent: Figure, before: Sequence[Figure], start: int) -> Iterator[Miscount]:
    """检86批，合格81批，合格率94.2%; 61件，其中19件，占31.1%; 32人，占128人的25%."""
    pair = _based_pair(view, percent, before) or _pair(view, percent, before, start)
    if pair is None or any(f.approximate for f in pair):
        return
    part, whole = pair
    told = view.figures_in(max(0, percent.start - _REACH), percent.end + 40)
    same = {f.value for f in told if f.unit == part.unit}
    clause = re.split("[，、。；（]", view.body[max(0, part.start - 20) : percent.start])
    if "率" in clause[-1] and clause[-1].strip()[:2] not in "".join(clause[-2:-1]):
        parts, wholes = same, same
    elif "率" in clause[-1]:
        parts, wholes = {part.value}, same | {part.value + a for a in same - {part.value}}
    else:
        # two kinds, 12 and 9 of them, 占…: what the text adds up may be part or whole
        parts = {part.value} | {part.value + a for a in same - {part.value}}
        wholes = same | ({a + b for a in same for b in same if a < b} if len(same) < 60 else set())
    ratios = [100 * a / b for a in parts for b in wholes if b and a <= b]
    if "率" not in clause[-1]:  # 摸底210个摊位，…59人，占28.1%: the whole of a share may be counted in another unit
        earlier = [f.value for f in told if f.start < part.start and f.unit not in ("", "%")]
        ratios += [100 * part.value / value for value in earlier if value > part.value]
    # 16批有6批不合格，合格率62.5%: the rate of what is left
    if "率" in clause[-1] and ("不" in clause[-1]) != ("不" in "".join(clause[-2:-1])):
        ratios += [100 - ratio for ratio in ratios]
    slack = 0.6 if re.search("[万亿]", part.text + whole.text) else 0.0
    if any(_equal(percent, ratio, slack) for ratio in ratios):
        return
    right = 100 * part.value / whole.value
    message = f"{plain(part.value)} ÷ {plain(whole.value)} = {right:.1f}%，不是{percent.text}。"
    yield Miscount(min(part.start, percent.start), percent.end, message)


def _based_pair(view: View, percent: Figure, before: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """32人，占全部职工128人的: the whole stands between 占 and the percentage."""
    if len(before) < 2 or before[-2].unit != before[-1].unit or before[-2].value >= before[-1].value:
        return None
    after, between = view.body[before[-1].end : percent.start], view.body[before[-2].end : before[-1].start]
    fits = after in {"的", "的近", "的约"} and re.match(r"^，?占[^，。；]{0,12}$", between)
    return (before[-2], before[-1]) if fits else None


def _pair(view: View, percent: Figure, before: Sequence[Figure], start: int) -> tuple[Figure, Figure] | None:
    """The figure right before a percentage and the nearest larger one of its unit in the same period."""
    part = before[-1]
    gap = view.body[part.end : percent.start]
    share, rate = _SHARE.match(gap), _RATE.match(gap)
    if "%" in gap or not (share or rate) or _TOGETHER.search(gap):
        return None
    low = start
    for match in _OTHER_TIME.finditer(view.body, start, part.start):
        low = match.start()
    larger = [
        f for f in before[:-1] if f.start >= (start if share else low) and f.unit == part.unit and f.value > part.value
    ]
    if "占比" in gap and not re.search("共|其中", view.body[start : part.start]):
        return None
    if not larger or (share and not _names_base(view, share["base"], part)):
        return None
    whole, right = larger[-1], 100 * part.value / larger[-1].value
    clause = re.split("[，、。；（]", view.body[max(0, part.start - 20) : part.end])[-1]
    labelled = bool(share) or bool(rate and rate["name"][-2:] in clause)
    return (part, whole) if labelled or abs(right - percent.value) <= _NEAR else None


def _names_base(view: View, words: str, part: Figure) -> bool:
    """True unless the share is of something named for which the text gives no figure before."""
    base = _ALL.sub("", words)
    if not base:
        return "总" not in words and "全" not in words
    before = [f for f in view.figures_in(max(0, part.start - _REACH), part.start) if f.unit == part.unit]
    return any(base in view.body[max(0, f.start - len(base) - 6) : f.start] for f in before)


def _check_change(view: View, percent: Figure, start: int) -> Iterator[Miscount]:
    """由92件降到61件，下降33.7%: the pair stands right before the percentage, in one unit."""
    pair = _changed(view, percent, max(start, percent.start - 60))
    if pair is None or _BY_POINTS.match(view.body, percent.end):
        return
    old, new = pair
    if old.unit != new.unit or old.unit == "%" or not old.value or old.approximate or new.approximate:
        return
    change = abs(new.value - old.value) / old.value * 100
    if not _equal(percent, change):
        low, high = sorted((old.value, new.value))
        message = f"（{plain(high)} − {plain(low)}）÷ {plain(old.value)} = {change:.1f}%，不是{percent.text}。"
        yield Miscount(percent.start, percent.end, message)


def _changed(view: View, percent: Figure, low: int) -> tuple[Figure, Figure] | None:
    """The value before and the value after, in the ways in which a text names them."""
    figures = [f for f in view.figures_in(low, percent.start) if f.unit]
    if len(figures) < 2:
        return None
    leads = [view.body[max(low, f.start - 16) : f.start] for f in figures]
    told = _FROM.search(leads[-2]) and _TO.search(leads[-1])
    if (told and percent.start - figures[-1].end <= 14) or (_THEN.search(leads[-2]) and _NOW.search(leads[-1])):
        return figures[-2], figures[-1]
    for n in range(1, len(figures)):
        same = [f for f in figures[:n] if f.unit == figures[n].unit]
        if _THAN.search(leads[n]) and same and "%" not in view.body[figures[n].end : percent.start]:
            return figures[n], same[0]
    return None


def _equal(percent: Figure, value: float, slack: float = 0.0) -> bool:
    """True when `value` rounds, or is cut, to the percentage as it was written; `slack` in points."""
    digits = re.search(r"[0-9]+(?:\.([0-9]+))?", percent.text)
    places = len(digits[1]) if digits and digits[1] else 0
    return abs(percent.value - value) <= max(slack, (0.5 if places == 0 else 0.6) * 10**-places) + 1e-9 or (
        places == 0 and 0 <= value - percent.value < 1
    )
