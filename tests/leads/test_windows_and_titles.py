"""Windows close on the exact day; titles are made of the evidence's own words."""

from __future__ import annotations

from datetime import date

import pytest

from topicmine.language.parsed import Parsed
from topicmine.leads.titles import LONGEST, propose_title
from topicmine.leads.windows import lapse, window_of
from topicmine.model import Candidate, Document, Quote, Window


def _candidate(kind: str, window: str = "") -> Candidate:
    return Candidate("work_report", "p", kind, (), (Quote("d", 0, 1, "查"),), "查", "因", window=window or kind)


def test_a_dynamic_lead_is_fresh_two_days_and_worthless_after_seven() -> None:
    window = window_of(_candidate("dynamic"), date(2026, 3, 1))
    assert (window.full_until, window.closes) == (date(2026, 3, 3), date(2026, 3, 8))
    values = [lapse("dynamic", window, date(2026, 3, day)) for day in (3, 4, 7, 8, 9)]
    assert values == [1.0, 0.8, pytest.approx(0.2), 0.0, 0.0]


def test_a_closed_case_never_is_news_but_stays_useful_for_a_year() -> None:
    window = window_of(_candidate("experience", "closed_case"), date(2026, 1, 1))
    assert lapse("closed_case", window, date(2026, 2, 1)) == 0.6
    assert lapse("closed_case", window, date(2027, 3, 1)) == 0.2


def test_an_unknown_day_gives_an_open_window() -> None:
    assert window_of(_candidate("dynamic"), None) == Window()


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("experience", "二是今年改由摊主自己换价牌，投诉由月均11件降到4件。"),
        ("problem_suggestion", "窗口各写各的，登记范围没有统一写法。"),
        ("warning", "包装里侧的厂号都是同一个，换了三个名字卖给老人。"),
    ],
)
def test_titles_use_only_words_and_figures_of_the_sentence(kind: str, text: str) -> None:
    parsed = Parsed(Document("d", text, "标题"))
    title = propose_title(parsed, parsed.sentences[:1], kind)
    assert len(title) <= LONGEST
    body = title.removeprefix("警惕").removeprefix("群众反映").removesuffix("，需关注").removesuffix("，原因值得分析")
    assert all(part in text for part in body.split("，"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("还有三家厂把四台小锅炉并在一根管子上用。", "三家厂把四台小锅炉并在一根管子上用"),
        ("其中11户的冷柜插着别人家的电表。", "11户的冷柜插着别人家的电表"),
        ("且不使用门店里的冷柜存放过夜的卤菜。", "不使用门店里的冷柜存放过夜的卤菜"),
        ("| 含“水产养殖” | 142 | 88 |", "含“水产养殖” 142 88"),
    ],
)
def test_a_title_stands_without_what_joined_it_to_its_text(text: str, wanted: str) -> None:
    parsed = Parsed(Document("d", text))
    assert propose_title(parsed, parsed.sentences[:1], "problem_suggestion").startswith(wanted)


def test_a_figure_that_would_lose_its_measure_is_left_out_of_a_title() -> None:
    text = "全县合作社冷库夏天因停电报损的蓝莓和杨梅按收购价折算每座冷库损失2.85吨还不算运费。"
    parsed = Parsed(Document("d", text))
    assert propose_title(parsed, parsed.sentences[:1], "dynamic").endswith("每座冷库损失")


def test_a_few_words_are_no_title_where_the_document_has_one() -> None:
    parsed = Parsed(Document("d", "第四季度，", "砚河县四季度砂锅抽查"))
    assert propose_title(parsed, parsed.sentences[:1], "dynamic") == "砚河县四季度砂锅抽查"
