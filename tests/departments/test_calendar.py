"""The calendar: dates from the almanac, windows that open and close on the exact day, one 双节, no guessed dates."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date, timedelta
from importlib import resources

import pytest

from topicmine.departments.calendar import (
    Occurrence,
    events_of,
    find_event,
    next_windows,
    occurrences,
    open_windows,
    window_of,
)
from topicmine.departments.profile import load_profile, profile_names
from topicmine.model import Window

OFFICE = load_profile()
YEARS = range(2024, 2031)
LUNAR = {
    "spring_festival": (1, 1),
    "lantern_festival": (1, 15),
    "dragon_boat": (5, 5),
    "mid_autumn": (8, 15),
    "double_ninth": (9, 9),
}


def _table() -> dict[str, list[dict]]:
    return tomllib.loads(resources.files("topicmine.departments").joinpath("calendar.toml").read_text("utf-8"))


def _days(name: str) -> list[date]:
    return next([first for first, _ in event.dated] for event in events_of(OFFICE) if event.id == name)


def _open_names(day: date) -> set[str]:
    return {occurrence.event.name for occurrence in open_windows(day, OFFICE)}


def _one(name: str, year: int, profile=OFFICE) -> Occurrence:
    (found,) = (o for o in occurrences(year, profile) if o.event.name == name)
    return found


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("spring_festival", ("2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26")),
        ("dragon_boat", ("2025-05-31", "2026-06-19", "2027-06-09", "2028-05-28")),
        ("mid_autumn", ("2025-10-06", "2026-09-25", "2027-09-15", "2028-10-03")),
    ],
)
def test_lunar_days_are_those_of_the_almanac(name: str, days: tuple[str, ...]) -> None:
    assert {date.fromisoformat(day) for day in days} <= set(_days(name))


@pytest.mark.parametrize("name", LUNAR)
def test_lunar_days_agree_with_a_second_calendar(name: str) -> None:
    lunar = pytest.importorskip("lunar_python").Lunar
    expected = [date.fromisoformat(lunar.fromYmd(year, *LUNAR[name]).getSolar().toYmd()) for year in YEARS]
    assert _days(name) == expected


def test_qingming_agrees_with_a_second_calendar() -> None:
    solar = pytest.importorskip("lunar_python").Solar
    for day in _days("qingming"):
        assert solar.fromYmd(day.year, day.month, day.day).getLunar().getJieQi() == "清明"
    assert [day.year for day in _days("qingming")] == list(YEARS)


def test_every_row_is_complete_and_no_name_means_two_events() -> None:
    rows = _table()["event"]
    assert len({row["id"] for row in rows}) == len(rows) >= 29
    for row in rows:
        assert row["lead_in"] >= row["core_start"] >= 0, row["id"]
        assert row["lead_out"] >= row["core_end"] >= 0, row["id"]
        assert 2 <= len(row["questions"]) <= 3, row["id"]
        assert row["evidence"], row["id"]
        assert set(row["duties"]) <= set(OFFICE.duties), row["id"]
    for name in profile_names():
        names = [word for event in events_of(load_profile(name)) for word in event.names]
        assert len(set(names)) == len(names), [word for word in names if names.count(word) > 1]


def test_confirmed_years_are_the_years_with_dates() -> None:
    for event in events_of(OFFICE):
        assert tuple(first.year for first, _ in event.dated) == event.confirmed_for_years


def test_a_department_code_is_never_the_shared_table() -> None:
    assert "calendar" not in profile_names()


def test_a_window_opens_and_closes_on_the_exact_day() -> None:
    day = date(2026, 3, 15)
    window = window_of("3·15", day, OFFICE)
    assert window == Window(day - timedelta(25), day + timedelta(3), day + timedelta(7))
    name = "3·15国际消费者权益日"
    inside = [name in _open_names(d) for d in (date(2026, 2, 17), date(2026, 2, 18), date(2026, 3, 22))]
    assert (inside, name in _open_names(date(2026, 3, 23))) == ([False, True, True], False)


def test_a_range_counts_from_its_first_and_last_day() -> None:
    ploughing = _one("春耕农资", 2026)
    assert ploughing.core_from == date(2026, 2, 20)
    assert ploughing.window == Window(date(2026, 2, 15), date(2026, 4, 15), date(2026, 4, 30))


def test_the_year_turns_inside_a_window() -> None:
    assert window_of("元旦", date(2026, 12, 20), OFFICE).closes == date(2027, 1, 6)
    assert "元旦" in _open_names(date(2026, 12, 18))
    assert "春节" in _open_names(date(2027, 1, 7))
    assert "春节" not in _open_names(date(2027, 1, 6))


def test_a_day_after_the_festival_still_belongs_to_it_and_a_far_one_to_the_next() -> None:
    assert window_of("春节", date(2026, 3, 20), OFFICE).closes == date(2026, 2, 27)
    assert window_of("春节", date(2026, 12, 20), OFFICE).closes == date(2027, 2, 16)


@pytest.mark.parametrize("year", [2025, 2026])
def test_mid_autumn_and_national_day_are_one_where_they_overlap(year: int) -> None:
    names = [occurrence.event.name for occurrence in occurrences(year, OFFICE)]
    assert names.count("中秋国庆") == 1
    assert {"中秋节", "国庆节"}.isdisjoint(names)
    joined, national = _one("中秋国庆", year), window_of("国庆", date(year, 10, 1), OFFICE)
    mid_autumn = window_of("中秋", date(year, 10, 1), OFFICE)
    assert joined.window.opens == min(national.opens, mid_autumn.opens)
    assert joined.window.closes == max(national.closes, mid_autumn.closes)
    assert window_of("双节", date(year, 9, 20), OFFICE) == joined.window


def test_apart_they_are_two_and_a_joint_text_has_the_nearer() -> None:
    names = [occurrence.event.name for occurrence in occurrences(2030, OFFICE)]
    assert {"中秋节", "国庆节"} <= set(names)
    assert "中秋国庆" not in names
    assert window_of("双节", date(2030, 9, 10), OFFICE) == window_of("中秋", date(2030, 9, 10), OFFICE)
    assert window_of("双节", date(2030, 10, 2), OFFICE) == window_of("国庆", date(2030, 10, 2), OFFICE)


def test_an_announced_event_without_a_row_is_unconfirmed_and_has_no_window() -> None:
    week = _one("全国食品安全宣传周", 2026)
    assert not week.confirmed
    assert week.window == Window()
    assert week.note.startswith("日期还没公布")
    assert window_of("食品安全宣传周", date(2026, 9, 10), OFFICE) == Window()
    assert _one("全国食品安全宣传周", 2025).first == date(2025, 9, 11)
    assert all(o.confirmed for o in next_windows(date(2026, 8, 1), OFFICE, 99))


def test_a_lunar_day_beyond_the_table_is_unconfirmed() -> None:
    assert not _one("春节", 2031).confirmed
    assert window_of("春节", date(2032, 2, 1), OFFICE) == Window()


def test_leap_day_is_a_day_like_others() -> None:
    own = {"name": "闰日盘点", "rule": "fixed", "month": 2, "day": 29}
    own |= {"lead_in": 1, "core_start": 0, "core_end": 0, "lead_out": 1}
    office = replace(OFFICE, calendar=(own,))
    assert window_of("闰日盘点", date(2028, 2, 29), office).closes == date(2028, 3, 1)
    assert window_of("闰日盘点", date(2027, 2, 27), office).closes == date(2027, 3, 1)
    assert any(o.event.name == "闰日盘点" for o in open_windows(date(2028, 2, 29), office))
    assert window_of("三八", date(2028, 3, 8), OFFICE).opens == date(2028, 3, 1)
    assert window_of("3·15", date(2028, 3, 15), OFFICE).opens == date(2028, 2, 19)


def test_a_range_may_run_over_the_new_year() -> None:
    own = {"name": "冬季行动", "rule": "range", "from": "12-15", "to": "02-15"}
    own |= {"lead_in": 0, "core_start": 0, "core_end": 0, "lead_out": 5}
    office = replace(OFFICE, calendar=(own,))
    assert window_of("冬季行动", date(2027, 1, 20), office) == Window(
        date(2026, 12, 15), date(2027, 2, 15), date(2027, 2, 20)
    )
    assert "冬季行动" in {o.event.name for o in open_windows(date(2027, 2, 20), office)}


def test_an_office_replaces_a_shared_row_by_its_own() -> None:
    own = {"name": "国庆节", "rule": "fixed", "month": 10, "day": 1}
    own |= {"lead_in": 3, "core_start": 1, "core_end": 1, "lead_out": 2}
    office = replace(load_profile("township"), calendar=(own,))
    assert window_of("国庆节", date(2030, 10, 1), office).opens == date(2030, 9, 28)
    assert [event.name for event in events_of(office)].count("国庆节") == 1


def test_other_offices_have_the_festivals_but_not_this_bureaus_days() -> None:
    names = {event.name for event in events_of(load_profile("education"))}
    assert {"春节", "教师节", "高考"} <= names
    assert {"双11", "年报截止"}.isdisjoint(names)


@pytest.mark.parametrize("day", [date.min, date.max, date(2, 1, 1), date(9998, 12, 31)])
def test_the_ends_of_time_do_not_break_it(day: date) -> None:
    open_windows(day, OFFICE)
    next_windows(day, OFFICE, 3)
    assert window_of("春节", day, OFFICE) == Window()


def test_next_windows_open_later_and_in_order() -> None:
    found = next_windows(date(2026, 9, 22), OFFICE, 5)
    opens = [occurrence.window.opens for occurrence in found]
    assert len(found) == 5
    assert opens == sorted(opens)
    assert opens[0] > date(2026, 9, 22)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("节前抽查粽子36批次", "端午节"),
        ("“双节”前查了23家超市", "中秋国庆"),
        ("中秋节、国庆节期间值班安排", "中秋国庆"),
        ("中秋查月饼，国庆查景区", "中秋国庆"),
        ("中秋前查月饼，月饼礼盒比去年少，国庆另行安排", "中秋节"),
        ("3.15晚会之后接到的投诉", "3·15国际消费者权益日"),
        ("“315”当天现场受理46件", "3·15国际消费者权益日"),
        ("双十一前约谈6家网店", "双11"),
        ("全县退款3.15万元", None),
        ("一季度受理618件，走访315户", None),
        ("五一路改造后摊位增加", None),
        ("去年春节的投诉有31件", None),
        ("比去年春节少了7件，今年端午查了粽子", "端午节"),
        ("全县个体户数量变化", None),
        ("", None),
    ],
)
def test_which_event_a_text_is_about(text: str, name: str | None) -> None:
    event = find_event(text, OFFICE)
    assert (event.name if event else None) == name


def test_the_longest_name_counts() -> None:
    event = find_event("清明防火巡山，返乡过年的人都走了", load_profile("township"))
    assert event is not None
    assert event.name == "森林防火期"
