"""Sums worked out again from the figures that stand in a text.

Only what the text itself claims is checked: a list that ends in a total, a total with its parts, a list that ends in
其他 and so leaves nothing out, so much for each of so many. Where the text leaves parts out, nothing is claimed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from topicmine.language.figures import Figure
from topicmine.reviewing.view import View

# what is left over is no sum of what came in and went out
_TOTAL_BEFORE = re.compile(r"(?:共计?|合计|总计|总共|一共|累计|合起来)(?!结余|余额|结存|剩余)[^0-9，。；]{0,8}$")
_PARTS = re.compile(r"其中|分别(?:是|为)|包括")
_OPEN_LIST = re.compile(
    r"等|主要|多为|不少|大部分|之中有|以上|以下|为主|重点|较大|突出|另有|此外|尤其"
    r"|特别|新增|同比|环比|比上|较上|增长|下降|占|仅|至少|就有|包括|还有|又|再|已|余下"
    r"|剩余|未"
)
_ASIDE = re.compile("，(?:[^，]{0,6}有|分别|最|另|仍|还|都|均|每|平均|用|花|投入|补)")
_LABEL = re.compile("[，、；]([一-鿿]{2,4}?)(?:的|有|了)*$")
_EACH = re.compile("每([户人个台家盏套只天辆份件亩座棵张名]|批次)[^，。；0-9]{0,8}$")
_SHARED_OUT = re.compile("一半|[一二三四五六七八九]成|承担|自筹|其余|其中|余下|另|%|除|减免|分[两二三]")
_REST = re.compile("(?:其他|其它|其余)(?:的|共|为|各类|类)*$")
_SORTED = re.compile("按|分|看")


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
            f
            for f in view.figures_in(sentence.start, sentence.end)
            if f.unit
            and f.unit != "%"
            and _is_exact(f)
            # 4.5万元/平方米 is a rate and no part of a sum
            and not view.body.startswith(("/", "／"), f.end)
        ]
        figures = figures[:60]
        yield from _totals_after(view, figures)
        yield from _totals_before(view, figures)
        yield from _opposites(view, figures)
        yield from _products(view, figures)
        yield from _with_rest(view, figures, sentence.start)


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
                or (parts and (not _is_list_gap(gap) or _leaves_list(view, parts, gap)))
                or _OPEN_LIST.search(gap)
            ):
                break
            if parts and "剩" in gap and sum(part.value for part in parts) == total.value:
                break  # 剩下的41户 are of another whole
            parts.append(figure)
        listed = view.body[total.end : parts[-1].end + 4] if parts else ""
        if len(parts) < 2 or not _differs(parts, total) or re.search("[各均]", listed):
            continue
        # 立案91人、处分73人，其中…: the parts may be those of an earlier figure
        if any(f.unit == total.unit and f.value >= sum(p.value for p in parts) for f in figures[:n]):
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


def _leaves_list(view: View, parts: Sequence[Figure], gap: str) -> bool:
    """True where 、 gives way to ， : 空瓶41只、重瓶17只，有2只漏气 is no third part."""
    listed = len(parts) > 1 and "、" in view.body[parts[0].end : parts[-1].start]
    return "，" in gap and (listed or bool(_ASIDE.search(gap)))


def _opposites(view: View, figures: Sequence[Figure]) -> Iterator[Miscount]:
    """查86台，合格81台，不合格7台: what is and what is not make up the whole."""
    for whole, yes, no in zip(figures, figures[1:], figures[2:], strict=False):
        label = _LABEL.search(view.body[whole.end : yes.start])
        gap = view.body[yes.end : no.start]
        negated = label and re.match(f"[，、；](?:不|未|没有|尚未){re.escape(label[1])}(?:的|有|了)*$", gap)
        same = whole.unit == yes.unit == no.unit and whole.value > yes.value
        if negated and same and not any(f.approximate for f in (whole, yes, no)) and _differs((yes, no), whole):
            yield _miscount((yes, no), whole, whole.start, no.end)


def _products(view: View, figures: Sequence[Figure]) -> Iterator[Miscount]:
    """每户300元，补助86户，共2.58万元: the only count of the unit, the only rate, the only total of a sentence."""
    if len(figures) != 3:
        return
    total = figures[2]
    rate = next((f for f in figures[:2] if _EACH.search(view.body[max(0, f.start - 14) : f.start])), None)
    count = next((f for f in figures[:2] if f is not rate), None)
    if rate is None or count is None or any(f.approximate for f in figures):
        return
    each = _EACH.search(view.body[max(0, rate.start - 14) : rate.start])
    summed = _TOTAL_BEFORE.search(view.body[max(0, total.start - 14) : total.start])
    span = view.body[min(f.start for f in figures) : total.end]
    money = {rate.unit, total.unit} <= {"元", "万元"} or rate.unit == total.unit
    if not each or each[1] != count.unit or not money or not summed:
        return
    if _SHARED_OUT.search(span):
        return
    scale = {("元", "万元"): 1e-4, ("万元", "元"): 1e4}.get((rate.unit, total.unit), 1.0)
    right = rate.value * count.value * scale
    if abs(right - total.value) > 0.006 * max(right, total.value):
        sums = f"{plain(rate.value)} × {plain(count.value)} = {plain(right)}{total.unit}"
        message = f"{sums}，与所说的{plain(total.value)}{total.unit}不符。"
        yield Miscount(min(f.start for f in figures), total.end, message)


def _with_rest(view: View, figures: Sequence[Figure], start: int) -> Iterator[Miscount]:
    """按类别分，甲412件，乙386件，其他165件: 其他 leaves nothing out, so a figure said before must be the sum."""
    last = next((n for n, f in enumerate(figures) if _REST.search(view.body[max(0, f.start - 6) : f.start])), 0)
    parts = [f for f in figures[: last + 1] if f.unit == figures[last].unit] if last >= 2 else []
    if len(parts) < last + 1 or any(f.approximate for f in parts):
        return
    if not all(_is_list_gap(view.body[a.end : b.start]) for a, b in pairwise(parts)):
        return
    if not _SORTED.search(view.body[start : parts[0].start]) or "占" in view.body[start : parts[-1].start]:
        return
    said = [f for f in view.figures_in(max(0, start - 200), start) if f.unit == parts[0].unit]
    wholes = [f for f in said if f.value > max(p.value for p in parts) and not f.approximate]
    if wholes and all(_differs(parts, whole) for whole in wholes):
        total = min(wholes, key=lambda f: abs(f.value - sum(p.value for p in parts)))
        yield _miscount(parts, total, parts[0].start, parts[-1].end)


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
    sums = " + ".join(plain(p.value) for p in parts)
    message = f"{sums} = {plain(sum(p.value for p in parts))}，与所说的{plain(total.value)}{total.unit}不符。"
    return Miscount(start, min(end, start + 150), message)


def plain(value: float) -> str:
    """A number as one writes it by hand: no trailing zeros."""
    return f"{value:.4f}".rstrip("0").rstrip(".") if value != int(value) else str(int(value))
