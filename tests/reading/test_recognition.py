"""Scans: a sentence with the command when character recognition is missing, text with a note when it is there."""

from pathlib import Path

import pytest

from reading import samples
from reading.killers import scanned_pdf
from reading.test_worker import LOOP
from reading.texts import BODY, recall
from topicmine.reading import read, recognition, worker
from topicmine.reading.recognition import is_garbled, looks_scanned

WORDS = "根据群众反映，我局对集市公平秤开展检查，共检查四十台。"


def test_garbage_of_a_font_without_map_is_recognised() -> None:
    assert is_garbled("\ue001\ue002\ue003\x85\x86 abc" * 9)
    assert not is_garbled(BODY)
    assert looks_scanned(" \n第1页")


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stand-in for the recognition engine: the real one weighs 400 MB."""
    reply = f"print(json.dumps({{'part': {{'page': request['options']['pages'][0], 'text': {WORDS!r}}}}}))"
    body = f"if request['task'] == 'ocr': {reply}\n    print(json.dumps({{'done': True}}), flush=True)"
    fake = tmp_path / "ocr_child.py"
    fake.write_text(LOOP.replace("{body}", body), "utf-8")
    monkeypatch.setattr(worker, "_CHILD", fake)
    monkeypatch.setattr(recognition, "is_installed", lambda: True)


@pytest.mark.usefixtures("engine")
def test_recognised_text_is_read_and_marked_as_such(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "照片").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (document,) = read([folder]).documents
    assert WORDS in document.text
    assert any("图片识别" in note for note in document.notes)


@pytest.mark.skipif(not recognition.is_installed(), reason="the extra ocr is not installed")
@pytest.mark.parametrize("dpi", [150, 200])
def test_real_recognition(dpi: int, tmp_path: Path) -> None:
    from PIL import Image

    pages = samples.rendered(samples.pdf(), dpi)
    pages[0].save(tmp_path / "扫描.pdf", save_all=True, append_images=pages[1:], resolution=dpi)
    assert isinstance(pages[0], Image.Image)
    (document,) = read([tmp_path]).documents
    assert recall(BODY, document.text) >= 0.95


def test_without_the_extra_the_sentence_names_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognition, "is_installed", lambda: False)
    (tmp_path / "扫描.pdf").write_bytes(scanned_pdf())
    (skipped,) = read([tmp_path]).skipped
    assert 'pip install "topicmine[ocr]"' in skipped.reason
