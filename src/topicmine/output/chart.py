"""The picture at the head of a report: sources down, months across, a dot for the number of documents."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from math import sqrt

from topicmine.analysis.timeline import Row, Timeline, make_timeline
from topicmine.model import Mined

_LEFT, _TOP, _ROW, _RIGHT = 132, 38, 23, 124
_ROOMY = 16
_WIDTH = 960
_NONE = "不属于十类"


def draw_timeline(mined: Mined, names: Mapping[str, str]) -> str:
    """An inline SVG of the documents by source and month with totals at the right; empty without documents.

    Args:
        mined: The result to draw.
        names: Chinese names by source code, in the order of the rows.
    """
    timeline = make_timeline(mined, tuple(names))
    if not timeline.rows:
        return ""
    height = _TOP + _ROW * len(timeline.rows) + 4
    rows = "".join(_draw_row(timeline, number, names) for number in range(len(timeline.rows)))
    label = f"材料来源随时间的分布，从{timeline.columns[0]}到{timeline.columns[-1]}" if timeline.columns else "材料来源"
    return (
        f'<svg class="timeline" viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{escape(label)}">'
        f"{_draw_head(timeline)}{rows}</svg>"
    )


def _x(timeline: Timeline, column: int) -> float:
    """The middle of a column."""
    step = (_WIDTH - _LEFT - _RIGHT) / max(len(timeline.columns), 1)
    return round(_LEFT + step * (column + 0.5), 1)


def _draw_head(timeline: Timeline) -> str:
    """Years above their first column, months or quarters below; the word 月 only where there is room for it."""
    parts, last = [], ""
    for column, name in enumerate(timeline.columns):
        year, _, rest = name.partition("年")
        if rest and year != last:
            parts.append(f'<text class="year" x="{_x(timeline, column)}" y="12">{year}年</text>')
        last = year
        shown = (rest if len(timeline.columns) <= _ROOMY else rest.rstrip("月季")) or name
        parts.append(f'<text class="tick" x="{_x(timeline, column)}" y="30">{escape(shown)}</text>')
    parts.append(f'<text class="tick end" x="{_WIDTH - 62}" y="30">材料</text>')
    parts.append(f'<text class="tick end" x="{_WIDTH - 6}" y="30">线索</text>')
    return "".join(parts)


def _draw_row(timeline: Timeline, number: int, names: Mapping[str, str]) -> str:
    row = timeline.rows[number]
    middle = _TOP + _ROW * number + _ROW / 2
    name = names.get(row.source, row.source) if row.source else _NONE
    parts = [
        f'<line class="rule" x1="0" x2="{_WIDTH}" y1="{middle + _ROW / 2}" y2="{middle + _ROW / 2}"/>',
        f'<text class="name" x="0" y="{middle + 5}">{escape(_short(name))}</text>',
        f'<text class="total end" x="{_WIDTH - 62}" y="{middle + 5}">{row.documents}</text>',
        f'<text class="total end strong" x="{_WIDTH - 6}" y="{middle + 5}">{row.leads}</text>',
    ]
    parts += _draw_dots(timeline, row, middle, name)
    return "".join(parts)


def _draw_dots(timeline: Timeline, row: Row, middle: float, name: str) -> list[str]:
    """Dots whose area, not radius, grows with the count; the number stands inside where it fits."""
    room = min(_ROW / 2 - 1.5, (_WIDTH - _LEFT - _RIGHT) / max(len(timeline.columns), 1) / 2 - 1)
    parts = []
    for column, count in enumerate(row.counts):
        if not count:
            continue
        x, radius = _x(timeline, column), round(max(room * sqrt(count / timeline.most), 2.5), 1)
        said = f"{name} {timeline.columns[column]}：{count}份"
        parts.append(f'<circle cx="{x}" cy="{middle}" r="{radius}"><title>{escape(said)}</title></circle>')
        if radius >= 4 + 3 * len(str(count)):
            parts.append(f'<text class="count" x="{x}" y="{middle + 4}" aria-hidden="true">{count}</text>')
    return parts


def _short(name: str) -> str:
    """The first of several names, so that rows keep one line."""
    return re.split("[、，（(]", name)[0][:9]
