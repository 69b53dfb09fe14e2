"""Free writing is judged as a person would judge it, and told so: the good first, then the one thing to mend."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from topicmine.course.grading import grade
from topicmine.course.loading import all_items
from topicmine.course.writing import fill_slots

JUDGED = tomllib.loads((Path(__file__).parent / "judged.toml").read_text("utf-8"))
ANSWERS = [
    (name, text, verdict) for name, grades in JUDGED.items() for verdict, texts in grades.items() for text in texts
]


def judge(name, text):
    score = grade(all_items()[name], text).score
    return "good" if score >= 0.85 else "half" if score >= 0.4 else "bad"


def test_there_are_enough_answers_of_every_kind():
    counted = Counter(verdict for *_, verdict in ANSWERS)
    assert len(ANSWERS) >= 120
    assert {name.rpartition("-")[0] for name in JUDGED} == {"recut", "title-cut", "stale", "answer-return"}
    assert min(counted.values()) >= 25


def test_nine_in_ten_are_graded_as_a_person_would():
    off = [(name, text, verdict, judge(name, text)) for name, text, verdict in ANSWERS if judge(name, text) != verdict]
    assert len(off) <= len(ANSWERS) // 10, off


def test_a_good_answer_is_hardly_ever_called_wrong():
    good = [(name, text) for name, text, verdict in ANSWERS if verdict == "good"]
    wronged = [(name, text) for name, text in good if judge(name, text) == "bad"]
    refused = [(name, text) for name, text in good if judge(name, text) != "good"]
    assert not wronged
    assert len(refused) <= len(good) / 20, refused


def test_nothing_that_is_no_answer_is_taken_for_a_good_one():
    assert not [(n, t) for n, t, verdict in ANSWERS if verdict == "bad" and judge(n, t) == "good"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "还没有写"),
        ("，。！", "还没有写"),
        ("查酒", "这还不是一句话"),
        ("哈哈哈老师我先去吃饭了", "随手写的"),
        ("青禾县多措并举推进校园食品安全工作取得明显成效", "原话"),
        ("县里的篮球联赛昨晚落下帷幕", "别的事"),
    ],
)
def test_what_is_no_answer_is_told_apart(text, said):
    graded = grade(all_items()["title-cut-01"], text)
    assert graded.score == 0.0
    assert said in graded.fault


def test_the_good_comes_first_then_the_decisive_fault_with_the_learners_own_words():
    text = "青禾县清退供货商的事情要抓好"
    graded = grade(all_items()["title-cut-01"], text)
    assert graded.good.startswith("你说清了谁做的（“青禾县”）、怎么做的（“清退”）")
    assert graded.fault == "最要紧的是还没有说有什么结果。"
    assert {text[mark.start : mark.end] for mark in graded.marks if mark.kind == "good"} == {"青禾县", "清退"}


def test_figures_may_be_written_in_chinese_numerals():
    assert grade(all_items()["recut-01"], "老街十七家早餐店合用一块公示板，写明用油情况。").full


def test_too_long_an_answer_is_told_its_length():
    graded = grade(all_items()["title-cut-01"], "青禾县市场监管局三月四日抽检校园供餐食品21组并且清退校园食品供货商3家")
    assert "超过30" in graded.fault
    assert graded.score < 0.85


def test_a_personal_number_is_the_first_thing_to_mend():
    graded = grade(all_items()["recut-05"], "北岭所给酒桶编号，41户已签，联系人电话13900001111。")
    assert "手机号码" in graded.fault
    assert graded.score <= 0.5


def test_leading_blanks_do_not_shift_the_marks():
    text = "\u3000\u3000青禾县清退校园供货商3家"
    marks = grade(all_items()["title-cut-01"], text).marks
    assert "青禾县" in {text[mark.start : mark.end] for mark in marks}


def test_a_figure_is_not_told_by_a_longer_one():
    slots = fill_slots(all_items()["title-cut-01"], "青禾县清退校园食品供货商23家")
    assert slots["result"] is None


def test_what_means_the_same_is_told_too():
    told = grade(all_items()["stale-04"], "改写成以案说法，发给修车店老板，换电池时看清标签，不给改装。")
    assert told.full


def test_a_title_may_put_those_first_whom_the_material_names():
    slots = fill_slots(all_items()["title-cut-05"], "十七家早餐店合用一块用油公示板")
    assert None not in slots.values()
    assert fill_slots(all_items()["title-cut-05"], "合用一块用油公示板")["actor"] is None
