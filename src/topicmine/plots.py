"""Figures for notebooks: matplotlib objects with the bundled Chinese font, nothing global changed."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from topicmine.analysis.timeline import make_timeline
from topicmine.departments.profile import load_profile
from topicmine.model import SOURCES, Lead, Mined

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

_RIVER, _TRACK, _INK = "#164f6c", "#dfe5e8", "#1c2630"
_NONE = "不属于十类"


def plot_timeline(mined: Mined) -> Figure:
    """Documents by source (rows) and month (columns); the area of a dot grows with the number of documents."""
    from matplotlib.figure import Figure

    profile, timeline = load_profile(mined.department), make_timeline(mined, SOURCES)
    figure = Figure(figsize=(9, 0.34 * len(timeline.rows) + 1), layout="constrained")
    axes = figure.subplots()
    for place, row in enumerate(timeline.rows):
        sizes = [320 * count / timeline.most for count in row.counts]
        axes.scatter(range(len(sizes)), [place] * len(sizes), s=sizes, color=_RIVER)
    names = [profile.display_source(row.source) if row.source else _NONE for row in timeline.rows]
    _dress(axes, names)
    axes.set_xticks(range(len(timeline.columns)), timeline.columns, rotation=45, ha="right", fontproperties=_font(9))
    return figure


def plot_criteria(lead: Lead, names: dict[str, str]) -> Figure:
    """The criteria of a lead as bars from 0 to 1; one that could not be judged has no bar. `names` are Chinese."""
    from matplotlib.figure import Figure

    codes = [code for code in names if code in lead.criteria]
    values = [lead.criteria[code].value or 0.0 for code in codes]
    figure = Figure(figsize=(6, 0.34 * len(codes) + 0.8), layout="constrained")
    axes = figure.subplots()
    axes.barh(range(len(codes)), [1.0] * len(codes), color=_TRACK, height=0.45)
    axes.barh(range(len(codes)), values, color=_RIVER, height=0.45)
    _dress(axes, [names[code] for code in codes])
    axes.set_xlim(0, 1)
    return figure


def _dress(axes: Axes, names: list[str]) -> None:
    """Rows named from the top down, no frame."""
    axes.set_yticks(range(len(names)), names, fontproperties=_font(10), color=_INK)
    axes.invert_yaxis()
    axes.spines[:].set_visible(False)
    axes.tick_params(length=0)
    axes.set_axisbelow(True)
    axes.grid(axis="y", color=_TRACK)


@cache
def _font(size: float) -> FontProperties:
    """Noto Sans SC by its file: importing the package that carries it would change matplotlib for everybody."""
    from matplotlib.font_manager import FontProperties

    spec = find_spec("zhplot")
    assert spec is not None, "zhplot is a dependency"
    assert spec.origin is not None, "zhplot is a package with files"
    fonts = sorted(Path(spec.origin).parent.rglob("*.[ot]tf"))
    return FontProperties(fname=str(fonts[0]), size=size)
