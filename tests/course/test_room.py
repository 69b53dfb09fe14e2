"""What the trainer sees and takes away; what a learner's page says."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest

from course.answers import right, wrong
from topicmine.course import classroom, papers
from topicmine.course.learner import describe, in_sentences
from topicmine.course.loading import all_items
from topicmine.course.progress import Progress, Step, all_learners
from topicmine.course.repetition import due_items
from topicmine.course.sheets import exercise_sheet, workbook

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


@pytest.fixture
def answer(tmp_path):
    from topicmine.course.grading import grade

    items = all_items()

    def put(learner, name, given):
        item = items[name]
        said = given(item) if callable(given) else given
        graded = grade(item, said)
        return Progress(tmp_path, learner).add_try(name, item.version, said, graded.score, graded.weight)

    return put


def test_who_is_where(tmp_path, answer):
    Progress(tmp_path, "07").add_event("enter", "2")
    answer("07", "which-source-01", right)
    answer("07", "find-lead-01", wrong)
    here = classroom.seat(Progress(tmp_path, "07"), datetime.now(UTC) + timedelta(minutes=7))
    assert (here.unit, here.item, here.idle, here.tried, here.full) == (2, "find-lead-01", 7, 2, 1)


def test_the_hardest_comes_first_by_first_tries(tmp_path, answer):
    for learner in ("01", "02"):
        answer(learner, "which-source-01", right)
        answer(learner, "case-gate-01", wrong)
        answer(learner, "case-gate-01", right)
    found = classroom.hardest(all_learners(tmp_path))
    assert [hard.item.id for hard in found] == ["case-gate-01", "which-source-01"]
    assert found[0].mean == 0.0


def test_the_commonest_wrong_answer_is_counted_by_people(tmp_path, answer):
    for learner in ("01", "02", "03"):
        answer(learner, "case-gate-01", wrong)
    answer("04", "case-gate-01", right)
    first = classroom.commonest_wrong(all_learners(tmp_path))[0]
    item = all_items()["case-gate-01"]
    assert (first.item.id, first.people) == ("case-gate-01", 3)
    assert first.answer == next(o.text for o in item.options if [o.id] == wrong(item))


def test_answers_to_discuss_carry_no_name_and_no_number(tmp_path, answer):
    answer("张三", "title-cut-01", "请打13900001111找张老板")
    answer("07", "title-cut-01", "青禾县上门办证")
    told = classroom.answers_to_discuss(all_learners(tmp_path), all_items()["title-cut-01"])
    assert {text for text, *_ in told} == {"请打＊＊＊＊找张老板", "青禾县上门办证"}


def test_the_gain_counts_those_who_handed_both_in(monkeypatch, tmp_path, samples):
    tests = {"pre-A": "gate-01", "pre-B": "gate-01", "post-A": "gate-02", "post-B": "gate-02"}
    monkeypatch.setattr(papers, "items_of", lambda form: (samples[tests[form]],))
    for learner, before, after in (("01", 0.0, 1.0), ("02", 0.0, 0.5), ("03", 0.5, 1.0), ("04", 0.0, None)):
        record = Progress(tmp_path, learner)
        for which, score in (("pre", before), ("post", after)):
            if score is not None:
                form = papers.form_for(which, learner)
                record.add_try(tests[form], "v", [], score, 1)
                papers.hand_in(form, record)
    change = classroom.gain(all_learners(tmp_path))
    assert change.n == 3
    assert change.mean == pytest.approx(2 / 3)
    assert change.low is not None
    assert change.low < 0.0 < change.mean < change.high


def test_no_gain_is_claimed_of_one_person():
    from topicmine.course.intervals import paired_difference

    assert paired_difference([0.1], [0.9]).mean is None


def test_the_workbook_holds_no_formula(tmp_path, answer):
    from openpyxl import load_workbook

    answer("07", "title-cut-01", "=HYPERLINK(1)")
    answer("-1_1", "title-cut-01", "@SUM(1+1)")
    data = workbook(all_learners(tmp_path), NOW)
    assert zipfile.ZipFile(BytesIO(data)).testzip() is None
    book = load_workbook(BytesIO(data))
    assert book.sheetnames == ["学员", "过程", "难题", "常见错答", "前后测"]
    cells = [cell for page in book for row in page.iter_rows() for cell in row]
    assert not [cell.value for cell in cells if cell.data_type == "f"]
    assert "'=HYPERLINK(1)" in [cell.value for cell in cells]


def test_the_printed_sheet_has_answers_only_where_asked():
    without, with_answers = (exercise_sheet(4, "能不能说", answers=a) for a in (False, True))
    gate = [item for item in all_items().values() if item.unit == 4 and item.options and not item.test]
    assert all(option.reason not in without for item in gate for option in item.options)
    assert all(option.text in without for item in gate for option in item.options if "“" not in option.text)
    assert gate[0].options[0].reason in with_answers
    assert "<script" not in with_answers
    assert without == exercise_sheet(4, "能不能说", answers=False)


def _step(item, score, when, hints=0):
    return Step("try", item, "v", None, score, 1, hints, 1, when.isoformat())


def test_a_missed_exercise_comes_again_and_later_each_time():
    missed = [_step("case-gate-01", 0.0, NOW)]
    assert due_items(missed, NOW + timedelta(minutes=5)) == ()
    assert due_items(missed, NOW + timedelta(days=3)) == ("case-gate-01",)
    mended = [*missed, _step("case-gate-01", 1.0, NOW + timedelta(days=1))]
    assert due_items(mended, NOW + timedelta(days=1, hours=12)) == ()
    assert due_items(mended, NOW + timedelta(days=90)) == ("case-gate-01",)


def test_what_was_right_at_once_is_not_repeated():
    assert due_items([_step("case-gate-01", 1.0, NOW)], NOW + timedelta(days=900)) == ()


def test_the_learners_page_says_what_is_done_weak_and_next():
    steps = [_step("case-gate-01", 0.0, NOW), _step("case-gate-02", 0.0, NOW), _step("which-source-01", 1.0, NOW)]
    picture = describe(steps, NOW + timedelta(days=4))
    words = "".join(in_sentences(picture))
    assert "你做过3道，其中1道已经全对" in words
    assert "能不能报" in words
    assert [item.id for item in picture.next][:2] == ["case-gate-01", "case-gate-02"]
    assert len(picture.next) == 3


def test_the_page_of_a_newcomer_starts_at_the_beginning():
    picture = describe([], NOW)
    assert picture.weak == ()
    assert len(picture.next) == 3
    assert picture.kappa is None


def test_the_picture_has_chinese_letters_and_is_the_same_each_time():
    import warnings

    from topicmine.course.picture import draw_units

    units = describe([], NOW).units
    with warnings.catch_warnings():
        warnings.filterwarnings("error", message="Glyph .* missing")
        first = draw_units(units)
    assert first == draw_units(units)
    assert first.startswith("<?xml")


def test_drawing_changes_no_global_setting():
    import matplotlib as mpl

    from topicmine.course.picture import draw_units

    before = dict(mpl.rcParams)
    draw_units(describe([], NOW).units)
    assert dict(mpl.rcParams) == before


def test_the_trainers_page_answers_and_hands_out_files(tmp_path, answer, monkeypatch):
    from topicmine.course.lessons import all_lessons
    from topicmine.course.views.trainer import Trainer

    answer("07", "which-source-01", wrong)
    page = Trainer(tmp_path)
    sent = []
    monkeypatch.setattr(page, "send", lambda content, buffers=None: sent.append(content))

    def ask(**content):
        page._handle_msg({"content": {"data": {"method": "custom", "content": content}}, "buffers": []})
        return page.state

    assert [seat["learner"] for seat in ask(do="look", turn=1)["seats"]] == ["07"]
    assert ask(do="discuss", item="which-source-01", turn=2)["discuss"]["answers"]
    assert "没有“x”这道题" in ask(do="discuss", item="x", turn=3)["error"]
    unit = all_lessons()[2].unit
    for what in ("xlsx", "sheet", "answers"):
        ask(do="export", what=what, unit=unit, turn=4)
    assert [file["file"] for file in sent] == ["课堂记录.xlsx", f"第{unit}单元练习.html", f"第{unit}单元答案.html"]
    assert "先选一个单元" in ask(do="export", what="sheet", unit=99, turn=5)["error"]
