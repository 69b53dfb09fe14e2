"""The widgets, driven by the very messages that a browser sends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from topicmine.course import notebook, papers
from topicmine.course.desk import Desk
from topicmine.course.notebook import ToldError, in_words, practice
from topicmine.course.progress import Progress
from topicmine.course.views import script, talking
from topicmine.course.views.exercise import Exercise
from topicmine.course.views.reviewing import Review
from topicmine.course.views.workshop import Door


def send(widget, **content):
    message = {"method": "custom", "content": content}
    widget._handle_msg({"content": {"data": message}, "buffers": []})
    return widget.state


@pytest.fixture
def exercise(samples, tmp_path):
    return Exercise(Desk(samples["gate-01"], Progress(tmp_path, "07")))


def test_an_answer_brings_feedback_with_its_turn(exercise):
    state = send(exercise, do="submit", answer=["send"], turn=5)
    assert state["turn"] == 5
    assert state["graded"]["fault"].endswith("案子没办完，一报就可能惊动当事人。")
    assert state["saved"]


def test_a_hint_does_not_lose_the_feedback(exercise):
    send(exercise, do="submit", answer=["send"], turn=1)
    state = send(exercise, do="hint", turn=2)
    assert state["hints"]
    assert state["graded"]["score"] == 0.0


def test_what_cannot_be_saved_is_not_called_saved(samples, tmp_path):
    (tmp_path / "file").write_text("x")
    widget = Exercise(Desk(samples["gate-01"], Progress(tmp_path / "file", "07")))
    state = send(widget, do="submit", answer=["hold"], turn=1)
    assert "没有保存上" in state["error"]
    assert not state["saved"]
    assert not state["graded"]


@pytest.mark.parametrize("content", [{}, {"do": "dance"}, {"do": "submit"}, {"do": "submit", "answer": {"a": [1]}}])
def test_odd_messages_never_raise(exercise, content):
    assert "程序出了错" not in send(exercise, **content).get("error", "")


def test_a_fault_of_the_program_is_one_sentence(monkeypatch, exercise):
    monkeypatch.setattr(exercise.desk, "submit", lambda answer: 1 / 0)
    state = send(exercise, do="submit", answer=[], turn=9)
    assert state["error"].startswith("程序出了错")
    assert state["turn"] == 9


def test_the_error_goes_away_with_the_next_answer(monkeypatch, exercise):
    with monkeypatch.context() as patch:
        patch.setattr(exercise.desk, "submit", lambda answer: 1 / 0)
        send(exercise, do="submit", answer=[], turn=1)
    assert send(exercise, do="submit", answer=["hold"], turn=2)["error"] == ""


def test_an_unknown_exercise_is_named_with_its_neighbours():
    with pytest.raises(ToldError, match="没有“title-cut-99”这道题；相近的有：title-cut-01"):
        practice("title-cut-99")


def test_a_notebook_shows_a_failure_as_its_sentence_alone():
    assert ToldError("没有这道题。")._render_traceback_() == ["没有这道题。"]


def test_without_the_extra_the_command_to_install_it_is_told():
    @in_words
    def needs_widgets():
        raise ModuleNotFoundError("No module named 'anywidget'", name="anywidget")

    with pytest.raises(ToldError, match=r"pip install 'topicmine\[course\]'"):
        needs_widgets()


def test_review_answers_what_was_typed():
    panel = Review()
    assert panel.state["findings"] == []
    state = send(panel, title="强化监管优化服务全面推动工作再上新台阶", body="各项工作取得显著成效。", turn=3)
    assert state["turn"] == 3
    assert {finding["field"] for finding in state["findings"]} == {"title", "body"}
    for finding in state["findings"]:
        text = state["checked"][0] if finding["field"] == "title" else state["checked"][1]
        assert text[finding["start"] : finding["end"]] == finding["text"]


def test_the_exam_opens_its_answers_when_it_is_handed_in(monkeypatch, samples, tmp_path):
    from topicmine.course.views.paper import make_paper

    chosen = (samples["gate-01"], samples["gate-02"])
    monkeypatch.setattr(papers, "items_of", lambda form: chosen)
    monkeypatch.setattr("topicmine.course.views.paper.items_of", lambda form: chosen)
    *exercises, foot = make_paper("pre", Progress(tmp_path, "07")).children
    send(exercises[0], do="submit", answer=["hold"], turn=1)
    assert "还有1道题没有答" in send(foot, do="hand", turn=1)["error"]
    assert "graded" not in exercises[0].state
    send(exercises[1], do="submit", answer=["ask"], turn=2)
    state = send(foot, do="hand", turn=2)
    assert (state["handed"], state["score"], state["error"]) == (True, 50, "")
    assert exercises[0].state["graded"]["full"]


def test_the_two_halves_of_a_class_swap_forms():
    forms = {papers.form_for("pre", f"{n:02}") for n in range(20)}
    assert forms == {"pre-A", "pre-B"}
    for n in range(20):
        assert papers.form_for("pre", f"{n:02}")[-1] != papers.form_for("post", f"{n:02}")[-1]


class TestDoor:
    @pytest.fixture
    def shown(self):
        return []

    @pytest.fixture
    def door(self, monkeypatch, tmp_path, shown):
        monkeypatch.setenv("TOPICMINE_COURSE", str(tmp_path))
        return Door(shown.append)

    def test_a_work_number_opens_the_units(self, door):
        state = send(door, do="enter", learner=" 07 ", turn=1)
        assert (state["learner"], state["unit"]) == ("07", None)

    def test_a_bad_number_is_refused_in_one_sentence(self, door):
        state = send(door, do="enter", learner="../../etc", turn=1)
        assert state["learner"] == ""
        assert "工号" in state["error"]

    def test_no_unit_without_a_number(self, door, shown):
        assert send(door, do="unit", unit=2, turn=1)["error"] == "先输入工号，再选一个单元。"
        assert shown == []

    def test_the_trainers_page_needs_the_password(self, door, shown, monkeypatch):
        from topicmine.course.password import HASH, hash_password

        assert "口令不对" in send(door, do="teach", password="", turn=1)["error"]
        monkeypatch.setenv(HASH, hash_password("abcd2345"))
        assert "口令不对" in send(door, do="teach", password="abcd2346", turn=2)["error"]
        assert shown == []
        assert send(door, do="teach", password="abcd2345", turn=3)["trainer"]
        assert type(shown[-1][0]).__name__ == "Trainer"


def test_scripts_put_text_in_as_text():
    folder = Path(script.__file__).parent
    with_markup = [path.name for path in folder.glob("*.js") if "innerHTML" in path.read_text("utf-8")]
    assert with_markup == ["prose.js"]
    assert "eval(" not in "".join(path.read_text("utf-8") for path in folder.glob("*.js"))


def test_nothing_asks_another_server():
    folder = Path(notebook.__file__).parent
    for path in [*folder.rglob("*.js"), *folder.rglob("*.css"), *folder.rglob("*.j2"), *folder.rglob("*.html")]:
        text = path.read_text("utf-8").replace('href="https://', "")
        assert "http" not in text.replace("http-equiv", ""), path.name


def test_the_state_is_plain_data(exercise):
    json.dumps(send(exercise, do="submit", answer=["send"], turn=1))
    assert talking.answer_for(dict) == {}
