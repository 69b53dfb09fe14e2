"""Figures for notebooks: Chinese shows, and matplotlib is left as it was."""

from __future__ import annotations

import io

import matplotlib as mpl

from output.sample import sample_mined
from topicmine.model import CRITERIA
from topicmine.plots import plot_criteria, plot_timeline


def _png(figure: object) -> bytes:
    out = io.BytesIO()
    figure.savefig(out, format="png")  # type: ignore[attr-defined]
    return out.getvalue()


def test_pictures_are_drawn_with_a_chinese_font_and_no_global_change() -> None:
    before = dict(mpl.rcParams)
    figure = plot_timeline(sample_mined())
    # a glyph that the font lacks would be a warning, and warnings are errors here
    assert _png(figure).startswith(b"\x89PNG")
    assert "本地新闻" in [label.get_text() for label in figure.axes[0].get_yticklabels()]
    assert dict(mpl.rcParams) == before


def test_bars_stand_for_the_criteria() -> None:
    lead = sample_mined().leads[0]
    axes = plot_criteria(lead, {code: code for code in CRITERIA}).axes[0]
    widths = [round(bar.get_width(), 2) for bar in axes.patches[len(CRITERIA) :]]
    assert widths == [criterion.value or 0 for criterion in lead.criteria.values()]
