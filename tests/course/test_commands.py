"""`topicmine lab` and `topicmine workshop`: what they prepare before a server starts, and what they refuse."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from importlib import resources

import pytest

from topicmine.cli import lab, workshop
from topicmine.course import lessons
from topicmine.course.password import make_password
from topicmine.course.workshop import arguments, environment
from topicmine.errors import UsageError


def test_the_learners_own_notebook_is_never_overwritten(monkeypatch, tmp_path):
    source, home = tmp_path / "source", tmp_path / "home"
    source.mkdir()
    home.mkdir()
    for name in ("00_开始.ipynb", "01_给谁看.ipynb"):
        (source / name).write_text("new")
    (home / "00_开始.ipynb").write_text("mine")
    monkeypatch.setattr(lessons, "notebooks_folder", lambda: source)
    assert lab.copy_notebooks(home) == 1
    assert (home / "00_开始.ipynb").read_text() == "mine"
    assert (home / "01_给谁看.ipynb").read_text() == "new"


def test_a_port_in_use_is_told(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(UsageError, match="端口"):
            workshop.check_port(taken.getsockname()[1])


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageError, match="建不了文件夹"):
        workshop.make_folder(str(tmp_path / "file" / "below"))


def test_the_password_never_stands_in_the_environment(tmp_path):
    password = make_password()
    assert password not in json.dumps(environment(tmp_path, password))
    assert len({make_password() for _ in range(50)}) == 50


def test_the_room_has_warm_seats_and_sweeps_left_ones():
    told = " ".join(arguments(8866, 30))
    assert "--pool_size=30" in told
    assert "cull_idle_timeout=600" in told


def test_lab_is_chinese_and_silent_about_news():
    text = resources.files("topicmine.course").joinpath("lab", "overrides.json").read_text("utf-8")
    settings = json.loads(text)
    assert settings["@jupyterlab/translation-extension:plugin"]["locale"] == "zh_CN"
    assert settings["@jupyterlab/apputils-extension:notification"]["fetchNews"] == "false"


def test_a_lesson_is_read_without_running_its_code():
    notebook = {
        "cells": [
            {"cell_type": "markdown", "source": ["# 第一单元\n", "读一读"]},
            {"cell_type": "code", "source": 'from topicmine.course import practice\npractice("news-or-info-01")'},
            {"cell_type": "code", "source": "__import__('os').system('true')\nopen('x', 'w')\nmy_page()"},
            {"cell_type": "code", "source": "mined = tm.mine(corpus)"},
        ]
    }
    parts = lessons.read_lesson(1, "给谁看", json.dumps(notebook)).parts
    assert [(part.verb, part.value) for part in parts] == [
        ("text", "# 第一单元\n读一读"),
        ("practice", "news-or-info-01"),
        ("my_page", ""),
        ("text", lessons._ONLY_LAB),
    ]


def test_prose_shows_markup_instead_of_using_it():
    from topicmine.course.views.prose import make_prose

    assert "<script>" not in make_prose("<script>alert(1)</script>\n\n**重点**").html
    assert "<strong>重点</strong>" in make_prose("**重点**").html


def test_importing_the_course_loads_nothing_heavy():
    heavy = (
        "numpy",
        "sklearn",
        "matplotlib",
        "ipywidgets",
        "anywidget",
        "jieba",
        "rjieba",
        "openpyxl",
        "fsrs",
        "voila",
    )
    code = f"import sys, topicmine.course; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_wrong_exercise_is_told_before_the_room_opens(monkeypatch):
    from topicmine.course import loading

    lesson = lessons.Lesson(2, "十个来源", (lessons.Part("practice", "no-such-99"),))
    monkeypatch.setattr(lessons, "all_lessons", lambda: (lesson,))
    with pytest.raises(UsageError, match="没有“no-such-99”这道题"):
        workshop.check_items()
    assert loading.all_items()
