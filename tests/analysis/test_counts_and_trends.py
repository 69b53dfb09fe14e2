"""Counts in texts, the periods they belong to, and what may be said of a series."""

from __future__ import annotations

from datetime import date

import pytest

from topicmine.analysis.counts import Count, read_counts
from topicmine.analysis.periods import Period, document_period, read_period
from topicmine.analysis.trends import (
    add_up,
    build_series,
    counted_before,
    has_risen,
    in_season,
    is_new,
    looks_renamed,
    renamed_names,
    seasonal_names,
)
from topicmine.language.parsed import Parsed
from topicmine.model import Document, Quote


def _counts(text: str, title: str = "2026年一季度统计", day: date = date(2026, 4, 3)) -> dict[str, int]:
    return {c.name: c.value for c in read_counts(Parsed(Document("d", text, title, day)))}


def _series(name: str, values: dict[Period, int]):
    quote = Quote("d", 0, 1, "x")
    return build_series([("股", Count(name, value, period, quote)) for period, value in values.items()])[0]


def _quarters(*values: int) -> dict[Period, int]:
    return {Period("quarter", 2025 * 4 + place): value for place, value in enumerate(values)}


@pytest.mark.parametrize(
    ("text", "base", "label"),
    [
        ("2025年第三季度情况", None, "2025年三季度"),
        ("四季度小结", date(2026, 1, 8), "2025年四季度"),
        ("9月投诉月报", date(2026, 10, 9), "2026年9月"),
        ("十二月情况", date(2026, 1, 5), "2025年12月"),
        ("2026年上半年回顾", None, "2026年上半年"),
        ("2024Q4", None, "2024年四季度"),
    ],
)
def test_a_period_is_read_with_the_year_it_lies_in(text: str, base: date | None, label: str) -> None:
    period = read_period(text, base)
    assert period is not None
    assert period.label == label


def test_a_range_of_months_is_no_single_month() -> None:
    assert document_period(Document("d", "1至5月累计", "情况", date(2026, 7, 2))) == Period("month", 2026 * 12 + 6)
    assert document_period(Document("d", "1至6月累计", "情况", date(2026, 7, 2))) == Period("half", 2026 * 2)
    assert document_period(Document("d", "…", "2025年4-6月登记", date(2026, 7, 2))) == Period("quarter", 2025 * 4 + 1)


def test_inline_items_rows_and_columns_are_read_alike() -> None:
    assert _counts("修鞋31户；磨刀2户；其他9户。") == {"修鞋": 31, "磨刀": 2}
    assert _counts("行业　户数\n修鞋　31\n磨刀　2\n配锁　4\n合计　37") == {"修鞋": 31, "磨刀": 2, "配锁": 4}


def test_a_table_with_periods_across_gives_a_count_for_each() -> None:
    text = "类别　5月　6月　7月\n短秤　3　4　9\n退卡　1　1　2\n停车　7　6　5"
    counts = read_counts(Parsed(Document("d", text, "分月表", date(2026, 8, 1))))
    assert [c.value for c in counts if c.name == "短秤"] == [3, 4, 9]


def test_a_table_with_periods_down_gives_a_count_for_each_thing() -> None:
    text = "季度|洗车|补胎\n2025Q1|31|2\n2025Q2|29|3\n2025Q3|30|8"
    counts = read_counts(Parsed(Document("d", text, "明细", date(2025, 10, 1))))
    assert [c.value for c in counts if c.name == "补胎"] == [2, 3, 8]


def test_a_chain_of_months_belongs_to_what_stands_before_it() -> None:
    text = "跳闸投诉6月3件，7月5件，8月11件。"
    counts = read_counts(Parsed(Document("d", text, "分析", date(2026, 9, 2))))
    assert [(c.name, c.value) for c in counts] == [("跳闸", 3), ("跳闸", 5), ("跳闸", 11)]


def test_quotes_of_counts_are_verbatim() -> None:
    document = Document("d", "修鞋31户；磨刀2户（含流动摊）；其他9户。", "一季度", date(2026, 4, 1))
    for count in read_counts(Parsed(document)):
        assert document.text[count.quote.start : count.quote.end] == count.quote.text


def test_a_surge_is_a_rise_and_small_counts_never_are() -> None:
    assert has_risen(_series("退卡", _quarters(9, 10, 11, 30)))
    assert not has_risen(_series("退卡", _quarters(0, 0, 1, 4)))
    assert not has_risen(_series("退卡", _quarters(20, 22, 19, 23)))
    assert not has_risen(_series("退卡", _quarters(9, 40, 10, 12)))


def test_from_nothing_to_many_by_steps_is_new_and_one_jump_is_not() -> None:
    assert is_new(_series("代煎药", _quarters(0, 0, 3, 14)))
    assert not is_new(_series("代煎药", _quarters(12, 13, 15, 20)))
    assert not is_new(_series("代煎药", _quarters(0, 0, 0, 40)))
    assert not is_new(_series("代煎药", _quarters(0, 3, 9, 2)))


def test_what_a_longer_period_before_counted_is_not_new() -> None:
    quarters = _series("烘干", _quarters(1, 3, 5))
    before = quarters.points[0].period
    longer = _series("烘干", {Period("half", before.year * 2 - 1): 7})
    assert is_new(quarters)
    assert counted_before(quarters, [quarters, longer])
    assert not counted_before(quarters, [quarters, _series("烘干", {Period("half", before.year * 2 - 1): 0})])


def test_counts_over_an_odd_stretch_of_months_stand_in_no_series() -> None:
    assert document_period(Document("d", "健身卡1月18件", "1、2月登记摘记（合并）", date(2026, 3, 5))) is None


def test_the_same_quarter_of_last_year_makes_it_a_season() -> None:
    assert in_season(_series("冷饮摊", _quarters(50, 3, 4, 5, 55)))
    assert not has_risen(_series("冷饮摊", _quarters(50, 3, 4, 5, 55)))


def test_notes_of_seasons_and_new_names_are_heeded_only_nearby() -> None:
    texts = ["冷饮摊每逢入夏都多", "旧货回收点（原废品站）18户", "别处也有改名的事，这里说的是另外一个很远很远的代煎药"]
    assert seasonal_names(texts, ["冷饮摊", "代煎药"]) == {"冷饮摊"}
    assert renamed_names(texts, ["旧货回收点", "代煎药"]) == {"旧货回收点"}


def test_a_name_that_starts_where_another_of_its_size_ended_looks_renamed() -> None:
    old = _series("废品站", _quarters(17, 16))
    new = _series("旧货回收点", {Period("quarter", 2025 * 4 + 2): 18, Period("quarter", 2025 * 4 + 3): 15})
    assert looks_renamed(new, {"废品站": old}) == "废品站"
    assert looks_renamed(_series("代煎药", _quarters(0, 0, 3)), {"废品站": old}) == ""


def test_an_earlier_table_of_the_same_unit_without_the_thing_counts_as_none() -> None:
    quote = Quote("d", 0, 1, "x")
    first, second = Period("quarter", 8100), Period("quarter", 8101)
    rows = [("股", Count(name, 9, first, quote)) for name in ("修鞋", "磨刀", "配锁")]
    rows += [("股", Count(name, 9, second, quote)) for name in ("修鞋", "磨刀", "配锁", "代煎药")]
    series = {s.name: s.values for s in build_series(rows)}
    assert series["代煎药"] == (0, 9)


def test_several_names_add_up_period_by_period() -> None:
    total = add_up([_series("甲垫", _quarters(1, 2, 3)), _series("乙垫", _quarters(4, 5, 6))], "垫")
    assert total.values == (5, 7, 9)
    assert total.names == ("乙垫", "甲垫")
