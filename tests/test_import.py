"""Importing topicmine costs nothing and offers exactly the verbs and the nouns."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import topicmine as tm

_HEAVY = ("jieba", "rjieba", "numpy", "sklearn", "jinja2", "typer", "lxml", "matplotlib", "pandas", "rich")


def test_import_loads_nothing_heavy() -> None:
    code = f"import sys, topicmine; print([name for name in {_HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "[]"


def test_help_loads_no_science() -> None:
    code = f"import sys; from topicmine.cli import main; main([]); print([n for n in {_HEAVY!r} if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.splitlines()[-1] == "['typer']"


def test_verbs_and_nouns_are_all_there() -> None:
    assert tm.__all__[:4] == ["read", "mine", "review", "write"]
    assert all(hasattr(tm, name) for name in tm.__all__)


def test_the_flow_from_files_to_report(tmp_path: Path) -> None:
    (tmp_path / "小结.txt").write_text(
        "城关所十一月工作小结\n给31家火锅店发了“试纸卡”，餐饮具抽检不合格的由9家降到2家。\n2026年11月20日\n", "utf-8"
    )
    mined = tm.mine(tm.read(tmp_path), today=date(2026, 11, 22))
    assert "试纸卡" in mined.leads[0].evidence[0].text
    assert tm.write(mined, tmp_path / "leads.html").stat().st_size > 0


def test_review_takes_paths(tmp_path: Path) -> None:
    draft = tmp_path / "稿件.txt"
    draft.write_text("城关所查酒\n3月5日，城关所建立问题台帐7本。\n", "utf-8")
    findings = tm.review(draft).findings
    assert any("帐" in finding.text for finding in findings)


def test_an_unknown_department_is_explained() -> None:
    with pytest.raises(tm.TopicmineError, match="market_regulation"):
        tm.mine(tm.Corpus(()), today=date(2026, 1, 1), department="工商")
