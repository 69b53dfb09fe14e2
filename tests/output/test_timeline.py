"""The numbers behind the picture: columns fit, gaps show, nothing is lost."""

from __future__ import annotations

from datetime import date

import pytest

from output.sample import sample_mined
from topicmine.analysis.timeline import make_timeline
from topicmine.model import SOURCES, Document, Mined, Recognised
from topicmine.output.chart import draw_timeline


def _mined(*days: date | None) -> Mined:
    documents = [Document(f"d{n}", "文", date=day) for n, day in enumerate(days)]
    return Mined(tuple(Recognised(d, "news", {}) for d in documents), ())


def test_an_empty_month_shows_as_a_gap() -> None:
    timeline = make_timeline(_mined(date(2026, 1, 5), date(2026, 3, 9), date(2026, 3, 1)), SOURCES)
    assert timeline.columns == ("2026年1月", "2026年2月", "2026年3月")
    assert timeline.rows[0].counts == (1, 0, 2)


@pytest.mark.parametrize(("year", "unit"), [(2025, "月"), (2022, "季"), (2010, "年"), (1950, "年")])
def test_columns_never_become_too_many_and_keep_every_document(year: int, unit: str) -> None:
    timeline = make_timeline(_mined(date(year, 2, 1), date(2026, 11, 1), date(2026, 2, 1), None), SOURCES)
    assert len(timeline.columns) <= 24
    assert timeline.columns[-1].endswith(unit)
    assert sum(timeline.rows[0].counts) == 3
    assert timeline.undated == 1


def test_rows_hold_all_sources_and_none_of_the_ten_last() -> None:
    timeline = make_timeline(sample_mined(), SOURCES)
    assert [row.source for row in timeline.rows] == [*SOURCES, None]
    assert sum(row.documents for row in timeline.rows) == 12
    assert sum(row.leads for row in timeline.rows) == 12


def test_no_documents_no_picture() -> None:
    assert draw_timeline(Mined((), ()), {}) == ""
    assert "<svg" in draw_timeline(_mined(None), {"news": "新闻"})
