"""A festival lead lives as long as the calendar says; the day after it turns into a comparison of two years."""

from __future__ import annotations

from datetime import date

import pytest

import topicmine as tm
from topicmine.departments.profile import load_profile
from topicmine.leads.windows import festival_window, lapse
from topicmine.model import Candidate, Corpus, Document, Quote, Window

OFFICE = load_profile()
PAPER = Document(
    "d",
    "端午节前，青禾县市场监管局抽查粽子36批次，不合格3批次，问题都是防腐剂超标。\n"
    "节前查了粽子作坊19家，发现6家用旧粽叶，已经当场改正。\n端午假期接到粽子投诉11件，比去年多4件，原因是网购礼盒缺斤少两。",
    "端午节粽子市场检查情况",
    date(2026, 6, 20),
)


def _candidate(**changes: object) -> Candidate:
    values = {"window": "festival", **changes}
    return Candidate("festival", "p", "dynamic", (), (Quote("d", 0, 1, "查"),), "查", "因", **values)


def test_the_title_decides_before_the_text() -> None:
    texts = ["端午节检查情况", "国庆国庆国庆"]
    assert festival_window(_candidate(), date(2026, 6, 20), texts, OFFICE) == Window(
        date(2026, 6, 1), date(2026, 6, 22), date(2026, 6, 23)
    )


def test_the_text_decides_where_the_title_names_nothing() -> None:
    window = festival_window(_candidate(), date(2026, 6, 20), ["检查情况", "端午查粽子"], OFFICE)
    assert window is not None
    assert window.closes == date(2026, 6, 23)


@pytest.mark.parametrize(
    ("changes", "day", "text"),
    [
        ({"window": "experience"}, date(2026, 6, 20), "端午"),
        ({"closes": date(2026, 7, 1)}, date(2026, 6, 20), "端午"),
        ({}, None, "端午"),
        ({}, date(2026, 6, 20), "赶集那天"),
        ({}, date(2026, 10, 20), "端午"),
        ({}, date(2026, 9, 12), "食品安全宣传周"),
    ],
    ids=["no festival lead", "the finder knows", "undated", "names none", "out of season", "not announced"],
)
def test_otherwise_the_calendar_is_silent(changes: dict, day: date | None, text: str) -> None:
    assert festival_window(_candidate(**changes), day, [text], OFFICE) is None


def test_the_day_after_the_window_is_worth_nothing() -> None:
    window = festival_window(_candidate(), date(2026, 6, 20), ["端午"], OFFICE)
    assert window is not None
    assert lapse("festival", window, date(2026, 6, 22)) == 1
    assert lapse("festival", window, date(2026, 6, 24)) == 0


def test_mined_the_lead_expires_on_that_day_and_asks_for_a_comparison() -> None:
    def leads(today: date) -> list[tm.Lead]:
        mined = tm.mine(Corpus((PAPER,)), today=today)
        return [lead for lead in mined.leads if lead.window.closes == date(2026, 6, 23)]

    last, after = leads(date(2026, 6, 23)), leads(date(2026, 6, 24))
    assert last
    assert {lead.gate for lead in last} == {"ok"}
    assert {lead.gate for lead in after} == {"expired"}
    assert all("去年同期" in lead.angle for lead in after)


def _before_double_ninth(*texts: tuple[str, str]) -> list[tm.Lead]:
    papers = [
        Document(f"{n}", text, title, date(2026, 10, 9 + n), "某所", source="work_report")
        for n, (title, text) in enumerate(texts)
    ]
    mined = tm.mine(Corpus(tuple(papers)), today=date(2026, 10, 13))
    return [lead for lead in mined.leads if lead.pattern == "occasion-ahead"]


def test_before_a_feast_own_papers_that_tell_of_one_matter_are_a_lead() -> None:
    invited = ("网格来报", "三位老人收到绿请柬，重阳节当天有大巴来接，去听净水器讲座。")
    traced = ("重阳摸排表", "净水器讲座两处，10月17日开场，绿请柬印了三百张。去年重阳同类讲座投诉19件。")
    outing = ("登山提醒", "工会定于10月17日重阳登山，自带水和帽子，午饭在山下吃。")
    (lead,) = _before_double_ninth(invited, traced, outing)
    assert {quote.document for quote in lead.evidence} == {"0", "1"}
    assert any("10月17日开场" in quote.text for quote in lead.evidence)
    assert _before_double_ninth(invited, outing) == []


def test_what_is_ordered_for_a_feast_stands_beside_last_years_figures_before_any_report_of_this_year() -> None:
    order = Document(
        "令",
        "各所：10月16日前逐店查验重阳糕，报查验批次。",
        "关于做好重阳节糕点检查的通知",
        date(2026, 10, 8),
        "县局",
        source="superior_document",
    )
    last = Document(
        "旧", "重阳节投诉糕点21件，缺斤14件。", "去年重阳投诉表", date(2025, 11, 2), "某所", source="work_report"
    )
    mined = tm.mine(Corpus((order, last)), today=date(2026, 10, 13))
    assert any(
        lead.pattern == "occasion-ahead" and {quote.document for quote in lead.evidence} == {"令", "旧"}
        for lead in mined.leads
    )
