"""The calendar command: what is open with the days left, what comes, what is not announced."""

from __future__ import annotations

import json

import pytest

from topicmine.cli import main


def test_it_counts_the_days_left_and_asks_what_to_report(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calendar", "--today", "2026-09-22"]) == 0
    shown = capsys.readouterr().out
    opened, coming = shown.split("接下来：")
    assert "中秋国庆（2026-09-25至2026-10-01）" in opened
    assert "还剩19天（2026-10-11截止）" in opened
    assert "问：" in opened
    assert "重阳节（2026-10-18）：2026-10-08起，还有16天" in coming
    assert "全国食品安全宣传周：日期还没公布" in coming


def test_the_last_day_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calendar", "--today", "2026-10-11"]) == 0
    assert "今天是最后一天" in capsys.readouterr().out


def test_json_has_the_same_windows(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["calendar", "--today", "2027-01-07", "--department", "township", "--format", "json"]) == 0
    table = json.loads(capfdbinary.readouterr().out)
    (festival,) = (row for row in table["open"] if row["id"] == "spring_festival")
    assert festival["first"] == "2027-02-06"
    assert festival["window"]["opens"] == "2027-01-07"
    assert festival["days_left"] == 40
    assert all(row["confirmed"] for row in table["next"])


@pytest.mark.parametrize(
    "wrong", [["--today", "昨天"], ["--department", "no_such"], ["--format", "xml"]], ids=lambda words: words[0]
)
def test_mistakes_get_one_chinese_sentence(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calendar", *wrong]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "请写" in shown.err or "可用的有" in shown.err
