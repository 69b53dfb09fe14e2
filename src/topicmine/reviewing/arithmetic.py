"""Sums, shares and changes worked out again from the figures that stand in a text.

Only what the text itself claims is checked: a list that ends in a total, a total with its parts, a share of a named
base, a rise or fall from one value to another. Where the text leaves parts out, nothing is claimed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from topicmine.language.figures import Figure
from topicmine.reviewing.view import View

_TOTAL_BEFORE = re.compile(r"(?:共计?|合计|总计|总共|一共|累计|合起来)[^0-9，。；]{0,8}$")
_PARTS = re.compile(r"其中|分别(?:是|为)|包括")
_OPEN_LIST = re.compile(
    r"等|主要|多为|不少|大部分|之中有|以上|以下|为主|重点|较大|突出|另有|此外|尤其"
    r"|特别|新增|同比|环比|比上|较上|增长|下降|占|仅|至少|就有|包括|还有|又|再|已|余下"
    r"|剩余|未"
)
_SHARE = re.compile(r"(?:占(?:比|到|了|全部|总数|总量|总体|同期|受访|被|其)?(?P<base>[^，。；0-9%]{0,14}))$")
_RATE = re.compile(r"(?P<name>[一-鿿]{1,8}率|占比|比例)(?:只有|仅|达到?了?|为|是|约为?|升至|到)?$")
_CHANGE = re.compile(
    r"(?P<word>增长|增加|上升|上涨|提高|提升|下降|减少|降低|降幅|增幅|回落|下跌|缩短|压缩|压减)(?:了|为|达到?|约)*$"
)
_FROM_TO = re.compile(r"(?:由|从)")
_BY_POINTS = re.compile(r"个?百分点")


@dataclass(frozen=True, slots=True)
class Miscount:
    """A claim that does not work out: where it stands, and the arithmetic in Chinese."""

    start: int
    end: int
    message: str


def find_wrong_sums(view: View) -> Iterator[Miscount]:
    """Lists whose total is not their sum, and totals whose parts claim to be all of it and are not."""
    for sentence in view.sentences:
        figures = [
            f for f in view.figures_in(sentence.start, sentence.end) if f.unit and f.unit != "%" and _is_exact(f)
        ]
        figures = figures[:60]
        yield from _totals_after(view, figures)
        yield from _totals_before(view, figures)


def find_wrong_shares(view: View) -> Iterator[Miscount]:
    """Shares, rates and changes that no pair of the figures beside them gives."""
    for place, sentence in enumerate(view.sentences):
        percents = [f for f in view.figures_in(sentence.start, sentence.end) if f.unit == "%" and f.value <= 1000]
        if not percents or len(sentence.text) > 600:
            continue
        for percent in percents[:12]:
            lead = view.body[max(sentence.start, percent.start - 30) : percent.start]
            if _CHANGE.search(lead):
                yield from _check_change(view, percent, sentence.start)
            elif _RATE.search(lead) or (_SHARE.search(lead) and _has_base(view, percent, lead)):
                yield from _check_share(view, percent, place)


def _has_base(view: View, percent: Figure, lead: str) -> bool:
    """True unless the share is of something named for which the text gives no figure."""
    share = _SHARE.search(lead)
    base = re.sub("全部|总数|总量|总体|总额|的|所有|同期|全县|全市|全镇", "", share["base"] or "") if share else ""
    if not base:
        return not share or not share["base"] or ("总" not in share["base"] and "全" not in share["base"])
    return any(
        base in view.body[max(0, f.start - len(base) - 6) : f.start] for f in view.figures if f.end < percent.start
    )


def _totals_after(view: View, figures: Sequence[Figure]) -> Iterator[Miscount]:
    """甲14家、乙9家、丙7家，共30家."""
    for n, total in enumerate(figures):
        if n < 2 or total.approximate or not _TOTAL_BEFORE.search(view.body[max(0, total.start - 14) : total.start]):
            continue
        parts: list[Figure] = []
        for figure in reversed(figures[:n]):
            gap = view.body[figure.end : (parts[-1].start if parts else total.start)]
            if re.search("[各每均]", gap):
                parts = []
                break
            if figure.unit != total.unit or figure.approximate or not _is_list_gap(gap):
                break
            parts.append(figure)
        if len(parts) >= 2 and _differs(parts, total) and total.value not in _runs(parts):
            yield _miscount(parts[::-1], total, parts[-1].start, total.end)


def _totals_before(view: View, figures: Sequence[Figure]) -> Iterator[Miscount]:
    """共30家，其中甲14家、乙9家、丙7家."""
    for n, total in enumerate(figures[:-1]):
        between = view.body[total.end : figures[n + 1].start]
        mark = _PARTS.search(between)
        if not mark or len(between) > 24 or total.approximate or re.search("[%％]|增长|下降|上升|减少", between):
            continue
        # 比上月的220件多三成，其中…: the parts are those of the figure that is compared
        if re.search(r"(?:比|较|由|从)[^，。；]{0,12}$", view.body[max(0, total.start - 14) : total.start]):
            continue
        parts: list[Figure] = []
        for figure in figures[n + 1 :]:
            gap = view.body[(parts[-1].end if parts else total.end + mark.end()) : figure.start]
            if (
                figure.unit != total.unit
                or figure.approximate
                or (parts and not _is_list_gap(gap))
                or _OPEN_LIST.search(gap)
            ):
                break
            parts.append(figure)
        if len(parts) < 2 or not _differs(parts, total):
            continue
        tail = view.body[parts[-1].end : parts[-1].end + 12]
        share = sum(p.value for p in parts) / total.value if total.value else 0
        if (
            share > 1
            or (
                not re.match(r"[^。]{0,6}(?:其余|其他|余下|剩|另|等|以上|以下|还有)", tail)
                and len(parts) >= 3
                and share >= 0.85
            )
            or (share >= 0.92 and not re.match(r"[^。]{0,6}(?:其余|其他|余下|剩|另|等|还有)", tail))
        ):
            yield _miscount(parts, total, total.start, parts[-1].end)


def _is_exact(figure: Figure) -> bool:
    """True for a figure with digits or a numeral of two characters: the 千 of 平方千米 is none."""
    return bool(
        re.search(r"[0-9０-９]|[一二两三四五六七八九十百千]{2}|[一二两三四五六七八九十](?![千百米])", figure.text)
    )


def _is_list_gap(gap: str) -> bool:
    """True when only a short name stands between two figures of one list."""
    return (
        len(gap) <= 24
        and not re.search(r"[。；\n]|其中|占|比上|同比|环比|增长|下降|每|又|再", gap)
        and gap.count("，") <= 1
    )


def _runs(parts: Sequence[Figure]) -> set[float]:
    """The sums of the last two, three … parts: a list may begin after other figures of the unit."""
    sums, total = set(), 0.0
    for part in parts:
        total += part.value
        sums.add(round(total, 6))
    return sums


def _differs(parts: Sequence[Figure], total: Figure) -> bool:
    return abs(sum(p.value for p in parts) - total.value) > 1e-6 * max(1.0, total.value)


def _miscount(parts: Sequence[Figure], total: Figure, start: int, end: int) -> Miscount:
    sums = " + ".join(_plain(p.value) for p in parts)
    message = f"{sums} = {_plain(sum(p.value for p in parts))}，与所说的{_plain(total.value)}{total.unit}不符。"
    return Miscount(start, min(end, start + 150), message)


def _check_share(view: View, percent: Figure, place: int) -> Iterator[Miscount]:
    """A share is right when any two figures of one unit, in this sentence or before, give it."""
    near = view.sentences[max(0, place - 1)].start
    here = view.sentences[place].start
    close = [f for f in view.figures_in(near, percent.end + 40) if f.unit and f.unit != "%"]
    mine = [f for f in view.figures_in(here, percent.end) if f.unit and f.unit != "%"]
    pairs = [(a, b) for a in mine for b in mine if a.unit == b.unit and 0 < a.value < b.value]
    if not pairs or percent.approximate or any(f.approximate for f in mine):
        return
    wide = [f for f in view.figures if f.unit and f.start < percent.end + 40][-60:]
    values = {(f.unit, f.value) for f in (*close, *mine, *wide)}
    ratios = [100 * a / b for u, a in values for v, b in values if u == v and b]
    if any(_equal(percent, r) or _equal(percent, 100 - r) for r in ratios):
        return
    sums = {(u, a + c) for u, a in values for v, c in values if u == v}
    if any(_equal(percent, 100 * a / b) for u, a in sums for v, b in values if u == v and b):
        return
    part, whole = pairs[-1]
    for a, b in pairs:
        if abs(100 * a.value / b.value - percent.value) < abs(100 * part.value / whole.value - percent.value):
            part, whole = a, b
    right = 100 * part.value / whole.value
    message = f"{_plain(part.value)} ÷ {_plain(whole.value)} = {right:.1f}%，不是{percent.text}。"
    yield Miscount(min(part.start, percent.start), percent.end, message)


def _check_change(view: View, percent: Figure, start: int) -> Iterator[Miscount]:
    """由92件降到61件，下降33.7%: the pair stands right before the percentage, in one unit."""
    before = view.body[max(start, percent.start - 60) : percent.start]
    pairs = re.search(
        r"(?:由|从)[^。；]{0,30}(?:降|升|增|减|提高|缩短|下降|上升|增加|减少|压|涨"
        r"|跌)[^。；]{0,6}(?:到|至|为)[^。；]{0,30}$",
        before,
    )
    base = re.search(r"(?:比|较)[^，。；]{0,14}的(?=[0-9])", before)
    figures = [f for f in view.figures_in(max(start, percent.start - 60), percent.start) if f.unit]
    if pairs and len(figures) >= 2:
        new, old = figures[-1], figures[-2]
    elif base and len(figures) >= 2:
        old, new = figures[-1], figures[-2]
        same = [f for f in view.figures_in(start, old.start) if f.unit == old.unit]
        new = same[0] if same else new
    else:
        return
    if old.unit != new.unit or not old.value or old.approximate or new.approximate or percent.approximate:
        return
    if old.unit == "%" or _BY_POINTS.match(view.body, percent.end):
        return
    change = abs(new.value - old.value) / old.value * 100
    if not _equal(percent, change):
        low, high = sorted((old.value, new.value))
        message = f"（{_plain(high)} − {_plain(low)}）÷ {_plain(old.value)} = {change:.1f}%，不是{percent.text}。"
        yield Miscount(percent.start, percent.end, message)


def _equal(percent: Figure, value: float) -> bool:
    """True when `value` rounds, or is cut, to the percentage as it was written."""
    digits = re.search(r"[0-9]+(?:\.([0-9]+))?", percent.text)
    places = len(digits[1]) if digits and digits[1] else 0
    return abs(percent.value - value) <= (0.5 if places == 0 else 0.6) * 10**-places + 1e-9 or (
        places == 0 and 0 <= value - percent.value < 1
    )


def _plain(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".") if value != int(value) else str(int(value))
