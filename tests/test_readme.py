"""What the front page says works: both languages give the same commands, and each of them runs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from topicmine.cli import main

_ROOT = Path(__file__).parent.parent
_PAGES = ("README.md", "README.zh-CN.md")
_FINDINGS = 1


def _blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", (_ROOT / page).read_text("utf-8"), re.MULTILINE | re.DOTALL)


def _commands(start: str) -> list[str]:
    lines = [line for block in _blocks(_PAGES[0], "sh") for line in block.splitlines()]
    return [line for line in lines if line.startswith(start)]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("材料/小结.txt", "往来稿件/旧稿.txt", "报送要点.txt", "稿件.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(
            "城关所发“试纸卡”\n11月20日，城关所给31家火锅店发了“试纸卡”，餐饮具不合格的由9家降到2家。\n", "utf-8"
        )
    (tmp_path / "corpora").symlink_to(_ROOT / "corpora")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("language", ["sh", "python"])
def test_both_languages_give_the_same_commands(language: str) -> None:
    english, chinese = (_blocks(page, language) for page in _PAGES)
    assert english == chinese
    assert english


def test_both_pages_start_with_the_two_commands() -> None:
    assert [_blocks(page, "sh")[0] for page in _PAGES] == ["make mine\nmake test\n"] * 2


@pytest.mark.parametrize("command", _commands("topicmine "))
def test_every_command_runs(command: str, office: Path) -> None:
    code = main(command.split()[1:])
    assert code == 0 or (command.startswith("topicmine review") and code == _FINDINGS)
    for target in re.findall(r"-o (\S+)", command):
        assert (office / target).stat().st_size > 0


@pytest.mark.parametrize("command", _commands("make "))
def test_every_make_target_exists(command: str) -> None:
    done = subprocess.run([*command.split(), "--dry-run"], cwd=_ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_the_python_of_the_page_runs_in_six_lines(office: Path) -> None:
    (code,) = _blocks(_PAGES[0], "python")
    assert code.count("\n") == 6
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
    assert (office / "leads.html").stat().st_size > 0


@pytest.mark.parametrize("page", _PAGES)
def test_every_link_of_the_page_leads_somewhere(page: str) -> None:
    for target in re.findall(r"\]\((?!http)([^)#]+)", (_ROOT / page).read_text("utf-8")):
        assert (_ROOT / target).exists(), target
