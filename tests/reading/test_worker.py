"""A parser that hangs, floods, crashes or babbles costs one file; nothing here goes to the network."""

import socket
from pathlib import Path

import pytest

from reading import samples
from reading.killers import self_calling_pdf
from reading.texts import TITLE
from topicmine.errors import ReadError
from topicmine.reading import Limits, read, worker
from topicmine.reading.worker import Worker

QUICK = Limits(silent_seconds=3.0, file_seconds=8.0)
LOOP = """
import json, os, sys, time
sys.stdin.buffer.readline()
while line := sys.stdin.buffer.readline():
    request = json.loads(line)
    sys.stdin.buffer.read(request["size"])
    {body}
"""
MISBEHAVIOUR = {
    "hang": ("time.sleep(60)", "超时"),
    "crash": ("os.abort()", "崩溃"),
    "exit": ("sys.exit(0)", "崩溃"),
    "trickle": (
        "\n    for n in range(99): print(json.dumps({'part': n}), flush=True) or time.sleep(0.2)",
        "超时",
    ),
}


@pytest.mark.parametrize("name", MISBEHAVIOUR)
def test_misbehaving_parser_becomes_a_sentence(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    body, wanted = MISBEHAVIOUR[name]
    child = tmp_path / "child.py"
    child.write_text(LOOP.replace("{body}", body), "utf-8")
    monkeypatch.setattr(worker, "_CHILD", child)
    with Worker(QUICK) as desk:
        for _ in range(2):  # the second request finds a new process
            with pytest.raises(ReadError, match=wanted):
                list(desk.run("pdf", b"data"))


def test_babble_on_the_wire_is_one_lost_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    child = tmp_path / "child.py"
    child.write_text(LOOP.replace("{body}", "print('no json', flush=True)"), "utf-8")
    monkeypatch.setattr(worker, "_CHILD", child)
    (tmp_path / "a.pdf").write_bytes(samples.pdf())
    corpus = read([tmp_path / "a.pdf"])
    assert corpus.documents == ()
    assert "读不出来" in corpus.skipped[0].reason


def test_pages_before_the_bad_one_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    child = tmp_path / "child.py"
    page = "青禾县市场监管局在三个茶市各设一台公平秤，供茶农免费复秤，三个月复秤三千多次。"
    replies = ({"part": {"pages": 2, "title": ""}}, {"part": {"text": page}})
    body = "".join(f"print(json.dumps({reply!r}), flush=True); " for reply in replies) + "os.abort()"
    child.write_text(LOOP.replace("{body}", body), "utf-8")
    monkeypatch.setattr(worker, "_CHILD", child)
    (tmp_path / "a.pdf").write_bytes(samples.pdf())
    (document,) = read([tmp_path / "a.pdf"]).documents
    assert page in document.text
    assert any("只读到第1页" in note for note in document.notes)


def test_plain_text_starts_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **options: object) -> None:
        raise AssertionError("a process was started")

    monkeypatch.setattr(worker.subprocess, "Popen", refuse)
    (tmp_path / "a.txt").write_bytes(samples.docx())
    (tmp_path / "b.txt").write_bytes(samples.TEXTS["txt-gb18030"]())
    assert len(read([tmp_path]).documents) == 2


def test_killed_worker_serves_the_next_file(tmp_path: Path) -> None:
    (tmp_path / "1.pdf").write_bytes(self_calling_pdf())
    (tmp_path / "2.pdf").write_bytes(samples.pdf())
    corpus = read([tmp_path], limits=QUICK)
    assert [document.title for document in corpus.documents] == [TITLE]
    assert "已停止" in corpus.skipped[0].reason


def test_nothing_goes_to_the_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **options: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    from reading.killers import KILLERS

    for name in ("entity-http", "outside-dtd", "html-entity", "rss-entity"):
        (tmp_path / name).write_bytes(KILLERS[name][0]())
    for name, make in {**samples.TEXTS, **samples.TABLES}.items():
        (tmp_path / name).write_bytes(make())
    image = b'<p><img src="http://127.0.0.1:9/a.png"><link href="http://127.0.0.1:9/b.css" rel="stylesheet">'
    (tmp_path / "picture").write_bytes(samples.html().replace(b"<p>", image, 1))
    corpus = read([tmp_path])
    assert not any("读不出来" in skipped.reason for skipped in corpus.skipped)
    assert len(corpus.documents) >= len(samples.TEXTS) + len(samples.TABLES)
