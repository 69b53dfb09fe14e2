"""LibreOffice runs only when asked, only for old Office files, in its own profile; a stand-in plays its part."""

import os
import sys
from pathlib import Path

import pytest

from reading import samples
from reading.containers import write_doc
from reading.texts import TITLE
from topicmine.reading import read

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script")

STAND_IN = """#!{python}
import pathlib, shutil, sys, os
place = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
profile = [a for a in sys.argv if a.startswith("-env:UserInstallation=file://")][0]
assert "DisableMacrosExecution" in (place / "profile/user/registrymodifications.xcu").read_text("utf-8")
assert str(place) in profile and os.environ["https_proxy"] == "http://127.0.0.1:9"
target = sys.argv[sys.argv.index("--convert-to") + 1]
shutil.copy({ready!r}, place / ("in." + target))
"""


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "ready.docx").write_bytes(samples.docx())
    path = tmp_path / "bin" / "soffice"
    path.parent.mkdir()
    path.write_text(STAND_IN.format(python=sys.executable, ready=str(tmp_path / "ready.docx")), "utf-8")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", str(path.parent) + os.pathsep + os.environ["PATH"])
    return path


def old_file(tmp_path: Path) -> Path:
    path = tmp_path / "旧.doc"
    path.write_bytes(write_doc("旧", version=0x65))
    return path


@pytest.mark.usefixtures("program")
def test_old_word_is_converted_when_asked(tmp_path: Path) -> None:
    (document,) = read(old_file(tmp_path), soffice=True).documents
    assert document.title == TITLE
    assert any("LibreOffice" in note for note in document.notes)


@pytest.mark.usefixtures("program")
def test_nothing_is_converted_unasked(tmp_path: Path) -> None:
    corpus = read(old_file(tmp_path))
    assert corpus.documents == ()
    assert "Word 95" in corpus.skipped[0].reason


@pytest.mark.usefixtures("program")
def test_locked_and_foreign_files_are_never_handed_over(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "1").write_bytes(b"\x01\x02\x03" * 999)
    (tmp_path / "a" / "2").write_bytes(b"<html><body></body></html>")
    assert read(tmp_path / "a", soffice=True).documents == ()


def test_missing_program_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "安装LibreOffice" in read(old_file(tmp_path), soffice=True).skipped[0].reason


def test_failure_is_said(tmp_path: Path, program: Path) -> None:
    program.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    assert "另存为docx" in read(old_file(tmp_path), soffice=True).skipped[0].reason
