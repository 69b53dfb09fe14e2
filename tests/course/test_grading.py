"""Answers get the score they earn, the good first, then the decisive fault, and a reason for each wrong choice."""

from __future__ import annotations

import pytest

from course.answers import empty, right, wrong
from topicmine.course.grading import grade


def test_the_right_answer_scores_full_and_the_empty_one_nothing(samples):
    for item in samples.values():
        if item.response != "write":
            assert grade(item, right(item)).score == 1.0, item.id
            assert grade(item, right(item)).fault == "", item.id
        assert grade(item, empty(item)).score == 0.0, item.id
        assert grade(item, empty(item)).fault, item.id


def test_each_wrong_answer_scores_less_and_says_why(samples):
    for item in samples.values():
        if item.response != "write":
            graded = grade(item, wrong(item))
            assert graded.score < 1.0, item.id
            assert graded.fault, item.id


@pytest.mark.parametrize("rubbish", [None, 7, "hold", {"a": 1}, [["x", "y"]], [[1, 2, 3]], [None], [[3, -1]], [True]])
def test_what_no_browser_would_send_is_an_empty_answer(samples, rubbish):
    for item in samples.values():
        if item.response not in {"edit", "write"}:
            assert grade(item, rubbish).score == 0.0


def test_each_distractor_earns_its_own_sentence(samples):
    item = samples["gate-01"]
    faults = {grade(item, [option.id]).fault for option in item.options if option.id != "hold"}
    assert len(faults) == 3
    assert all(option.reason in " ".join(faults) for option in item.options if option.id != "hold")


def test_sending_what_must_be_held_counts_double(samples):
    assert grade(samples["gate-01"], ["send"]).weight == 2
    assert grade(samples["gate-01"], ["ask"]).weight == 1
    assert grade(samples["gate-02"], ["send"]).weight == 1


def test_several_choices_earn_their_share(samples):
    item = samples["places-01"]
    assert grade(item, ["a"]).score == pytest.approx(1 / 2)
    assert grade(item, ["a", "b", "c"]).score == pytest.approx(2 / 3)
    assert grade(item, ["a"]).fault == "还有1个该选的没有选。"


def test_a_mark_counts_when_half_of_it_overlaps(samples):
    item = samples["underline-01"]
    (start, end), _ = right(item)
    assert grade(item, [[start, end - 3]]).score == pytest.approx(2 / 3)
    assert grade(item, [[start, start + 4]]).score == 0.0
    assert grade(item, [[0, len(item.stimulus)]]).score == 0.0
    kinds = [mark.kind for mark in grade(item, [[start, end]]).marks]
    assert kinds == ["good", "missed"]


def test_an_order_is_worth_its_agreement_and_names_the_first_wrong_place(samples):
    graded = grade(samples["order-01"], [0, 2, 1, 3])
    assert graded.score == pytest.approx(2 / 3)
    assert graded.good == "前1段放对了。"
    assert graded.fault.startswith("第2段")
    assert grade(samples["order-01"], [3, 2, 1, 0]).score == 0.0


def test_a_card_that_fits_nowhere_is_told_apart_from_a_wrong_pair(samples):
    graded = grade(samples["pairing-01"], [["l1", "r2"], ["l2", "r3"]])
    assert graded.score == pytest.approx(1 / 3)
    assert "可以空着" in graded.fault


def test_ratings_lose_half_for_each_grade_away(samples):
    item = samples["rating-01"]
    assert grade(item, {"时效": 2, "代表性": 0, "具体": 1}).score == pytest.approx(5 / 6)
    graded = grade(item, {"时效": 3, "代表性": 3, "具体": 1})
    assert graded.score == pytest.approx(2 / 3)
    assert "“代表性”" in graded.fault
    assert "打高了" in graded.fault


def test_redaction_is_full_only_when_nothing_identifying_is_left(samples):
    item = samples["redaction-01"]
    masked = item.stimulus.replace("郑小禾", "一名消费者")
    assert grade(item, masked).score < 0.5
    assert "13900001111" in grade(item, masked).fault
    spaced = masked.replace("13900001111", "139 0000 1111")
    assert grade(item, spaced).score < 0.5
    assert grade(item, "去掉了，已办结。").score == 0.0
    assert grade(item, item.stimulus).fault == "文字还没有改，请直接在框里修改。"
