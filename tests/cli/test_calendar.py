"""The calendar command shows what is open, what comes and what nobody knows yet."""

from __future__ import annotations

import pytest

from topicmine.cli.commands import run


def test_the_two_autumn_festivals_are_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["calendar", "--today", "2025-09-26"]) == 0
    shown = capsys.readouterr().out
    current = shown.split("接下来：")[0]
    assert current.count("2025-10-06") == 1
    assert "收口" in current


def test_the_day_after_the_window_is_closed_the_festival_is_gone(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["calendar", "--today", "2026-06-23"]) == 0
    assert "端午节" in capsys.readouterr().out.split("接下来：")[0]
    assert run(["calendar", "--today", "2026-06-24"]) == 0
    assert "端午节" not in capsys.readouterr().out.split("接下来：")[0]


def test_a_bad_day_is_answered_with_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["calendar", "--today", "明天"]) == 2
    assert "2026-" in capsys.readouterr().err
