"""What a learner sees before, after and again later, and what never reaches the page."""

from __future__ import annotations

import json

import pytest

from course.answers import empty, right, wrong
from topicmine.course.desk import Desk
from topicmine.course.progress import Progress


@pytest.fixture
def sit(samples, tmp_path):
    def at(name, learner="07", exam=False):
        return Desk(samples[name], Progress(tmp_path, learner), exam=exam)

    return at


def test_no_key_and_no_reason_is_sent_with_the_question(samples, sit):
    for name, item in samples.items():
        sent = json.dumps(sit(name).sheet(), ensure_ascii=False) + json.dumps(sit(name).state(), ensure_ascii=False)
        assert '"key"' not in sent
        told = [o.reason for o in item.options] + [s.reason for s in item.spans + item.must_remove + item.must_keep]
        told += [p.reason for p in item.pairs] + [c.reason for c in item.criteria]
        told += [m.text for m in item.models] + [item.reason or "-- no reason --"]
        assert not [text for text in told if text in sent], name


def test_paragraphs_never_stand_in_the_right_order(samples, sit):
    for learner in ("01", "02", "03", "04", "05"):
        assert sit("order-01", learner).sheet()["paragraphs"] != list(samples["order-01"].paragraphs)


def test_each_learner_has_an_order_of_options_that_stays(sit):
    orders = {tuple(o["id"] for o in sit("gate-01", f"{n:02}").sheet()["options"]) for n in range(12)}
    assert len(orders) > 4
    assert sit("gate-01", "07").sheet() == sit("gate-01", "07").sheet()


def test_an_order_is_judged_by_what_was_shown(samples, sit):
    desk = sit("order-01")
    shown = desk.sheet()["paragraphs"]
    answer = [shown.index(text) for text in samples["order-01"].paragraphs]
    assert desk.submit(answer)["graded"]["full"]
    assert sit("order-01").state()["answer"] == answer


@pytest.mark.parametrize("name", ["gate-01", "places-01", "underline-01", "pairing-01", "rating-01", "redaction-01"])
def test_what_was_answered_is_there_again(samples, sit, name):
    answer = wrong(samples[name])
    before = sit(name).submit(answer)
    again = sit(name).state()
    assert again["answer"] == answer
    assert again["graded"] == before["graded"]
    assert again["saved"] == before["saved"] != ""


def test_the_key_is_not_told_before_the_second_try(sit):
    desk = sit("gate-01")
    assert "key" not in desk.reveal()
    desk.submit(["send"])
    assert "key" not in desk.reveal()
    desk.submit(["ask"])
    assert desk.reveal()["key"][0]["about"] == "不报"


def test_missed_passages_are_counted_but_not_named(samples, sit):
    state = sit("underline-01").submit(right(samples["underline-01"])[:1])
    told = json.dumps(state, ensure_ascii=False)
    assert "还有1处没有标出来" in told
    assert samples["underline-01"].spans[1].text not in told


def test_model_answers_come_only_after_a_try(samples, sit):
    desk = sit("redaction-01")
    assert desk.state()["models"] == []
    assert len(desk.submit(empty(samples["redaction-01"]))["models"]) == 3


def test_hints_come_one_by_one_and_are_remembered(sit):
    desk = sit("gate-01")
    assert len(desk.hint()["hints"]) == 1
    assert len(desk.hint()["hints"]) == 2
    assert len(desk.hint()["hints"]) == 2
    assert len(sit("gate-01").state()["hints"]) == 2


def test_the_first_score_stands_beside_later_ones(sit):
    desk = sit("gate-01")
    desk.submit(["send"])
    state = desk.submit(["hold"])
    assert (state["first"], state["graded"]["score"], state["tries"]) == (0.0, 1.0, 2)


def test_an_exam_takes_answers_down_and_says_nothing(sit):
    desk = sit("gate-01", exam=True)
    state = desk.submit(["send"])
    assert state["saved"]
    assert not {"graded", "first", "hints", "models", "key"} & set(state)
    assert not {"graded", "hints"} & set(desk.hint())
    assert desk.progress.hints("gate-01") == 0


def test_an_exercise_that_was_changed_asks_again(samples, sit, tmp_path):
    Progress(tmp_path, "07").add_try("gate-01", "old", ["hold"], 1.0, 1)
    state = sit("gate-01").state()
    assert state["graded"] is None
    assert state["note"] == "这道题改过了，请再答一次。"
