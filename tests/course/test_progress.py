"""What a learner did survives: on the disk before it is acknowledged, whatever tears the last line."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from topicmine.course.progress import Progress, all_learners, best_tries, first_tries
from topicmine.errors import UsageError


def test_a_record_is_replayed(tmp_path):
    Progress(tmp_path, "07").add_try("cutting-01", "v", "云溪镇上门办证", 0.5, 1)
    again = Progress(tmp_path, "07")
    assert [step.answer for step in again.tries("cutting-01")] == ["云溪镇上门办证"]


def test_the_first_try_is_kept_apart_from_the_best(tmp_path):
    record = Progress(tmp_path, "07")
    for score in (0.0, 1.0, 0.5):
        record.add_try("gate-01", "v", ["ask"], score, 1)
    assert first_tries(record.steps)["gate-01"].score == 0.0
    assert best_tries(record.steps)["gate-01"].score == 1.0
    assert [step.number for step in record.tries("gate-01")] == [1, 2, 3]


def test_hints_are_counted_with_the_try_that_follows(tmp_path):
    record = Progress(tmp_path, "07")
    record.add_hint("gate-01", "v", 2)
    assert record.add_try("gate-01", "v", ["ask"], 0.0, 1).hints == 2


@pytest.mark.parametrize("keep", [1, 5, 40, -1, -2])
def test_a_torn_last_line_spoils_no_other(tmp_path, keep):
    record = Progress(tmp_path, "07")
    record.add_try("gate-01", "v", ["hold"], 1.0, 1)
    whole = record.path.read_bytes()
    record.add_try("gate-02", "v", ["hold"], 1.0, 1)
    torn = record.path.read_bytes()[len(whole) :]
    record.path.write_bytes(whole + torn[:keep])
    later = Progress(tmp_path, "07")
    later.add_try("gate-03", "v", ["hold"], 1.0, 1)
    names = [step.item for step in Progress(tmp_path, "07").steps]
    assert names[0] == "gate-01"
    assert names[-1] == "gate-03"


def test_foreign_lines_are_passed_over(tmp_path):
    (tmp_path / "07.jsonl").write_bytes(b'\xff\xfe\n{"what":"try"}\n[]\nnull\n{"a":1}\n')
    assert Progress(tmp_path, "07").steps == ()


def test_two_windows_of_one_learner_see_each_other(tmp_path):
    one, other = Progress(tmp_path, "07"), Progress(tmp_path, "07")
    one.add_try("gate-01", "v", ["ask"], 0.0, 1)
    assert other.add_try("gate-01", "v", ["hold"], 1.0, 1).number == 2


@pytest.mark.parametrize("number", ["", "  ", "../x", "a/b", "甲" * 21, "a b", "x\n", "CON.txt"])
def test_a_work_number_that_cannot_name_a_file_is_refused(tmp_path, number):
    if number == "x\n":
        assert Progress(tmp_path, number).learner == "x"
        return
    with pytest.raises(UsageError, match="工号"):
        Progress(tmp_path, number)


def test_everybody_in_the_folder_is_found(tmp_path):
    for number in ("12", "张三", "07"):
        Progress(tmp_path, number).add_try("gate-01", "v", ["ask"], 0.0, 1)
    assert [record.learner for record in all_learners(tmp_path)] == ["07", "12", "张三"]


_WRITER = """
import sys
from pathlib import Path
from topicmine.course.progress import Progress
record = Progress(Path(sys.argv[1]), "07")
for n in range(100000):
    record.add_try("gate-01", "v", ["ask"], 0.0, 1)
    print(n + 1, flush=True)
"""


def test_killing_the_writer_loses_nothing_acknowledged(tmp_path):
    for _ in range(3):
        before = len(Progress(tmp_path, "07").steps)
        child = subprocess.Popen([sys.executable, "-c", _WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(0.05)
        os.kill(child.pid, signal.SIGKILL)
        said = child.stdout.read().split()
        child.stdout.close()
        child.wait()
        acknowledged = int(said[-1]) if said else 1
        assert before + acknowledged <= len(Progress(tmp_path, "07").steps) <= before + acknowledged + 1


def test_a_folder_that_cannot_be_written_is_told_in_one_sentence(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageError, match="没有保存上"):
        Progress(tmp_path / "file", "07").add_try("gate-01", "v", [], 0.0, 1)
