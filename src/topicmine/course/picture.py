"""The learner's picture as SVG: one bar per unit, drawn with the Chinese font that comes along."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

from topicmine.course.learner import UnitDone

_FAMILY = "Noto Sans SC"
_DONE, _PART, _OPEN = "#1f5f8b", "#8fb8d3", "#e3e8ec"


def draw_units(units: Sequence[UnitDone]) -> str:
    """How much of each unit is all right, tried and open, as SVG; the same units give the same bytes."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    _add_font()
    # letters as outlines: the reader's computer need not have the font; narrow, so that a telephone can show it
    style: Any = {
        "font.family": [_FAMILY, "DejaVu Sans"],
        "svg.fonttype": "path",
        "svg.hashsalt": "topicmine",
        "font.size": 11,
    }
    with mpl.rc_context(style):
        figure = Figure(figsize=(4.6, 0.9 + 0.34 * len(units)), layout="constrained")
        _draw_bars(figure.subplots(), units)
        page = StringIO()
        figure.savefig(page, format="svg", metadata={"Date": None})
    return page.getvalue()


def _draw_bars(axes: Any, units: Sequence[UnitDone]) -> None:
    rows = range(len(units))
    full = [unit.full for unit in units]
    part = [unit.tried - unit.full for unit in units]
    left = [unit.total - unit.tried for unit in units]
    axes.barh(rows, full, color=_DONE, label="全对")
    axes.barh(rows, part, left=full, color=_PART, label="做过，还没全对")
    axes.barh(rows, left, left=[unit.tried for unit in units], color=_OPEN, label="没做")
    axes.set_yticks(list(rows), [f"第{unit.unit}单元" for unit in units])
    axes.invert_yaxis()
    axes.set_xlabel("题数")
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(frameon=False, loc="upper center", bbox_to_anchor=(0.45, -0.12), ncols=3)


@cache
def _add_font() -> None:
    """Makes the font of the zhplot package known by its file: importing the package would change global settings."""
    from matplotlib.font_manager import fontManager

    found = importlib.util.find_spec("zhplot")
    folder = next(iter(found.submodule_search_locations or ()), "") if found else ""
    path = Path(folder) / "fonts" / "NotoSansSC-Regular.ttf"
    if path.is_file():
        fontManager.addfont(path)
