"""The command line as a person meets it: exit codes, streams, one Chinese sentence for every mistake."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from topicmine.cli import main

_CHINESE = re.compile("[一-鿿]")
_ENGLISH = re.compile(r"Usage|Error|Traceback|Options|Commands|[Mm]issing|[Ii]nvalid|(?:[a-z]+ ){3}")
_NOTICE = (
    "关于做好年末火锅店餐饮具抽检的通知\n各所：市局决定从11月中旬起抽检火锅店餐饮具，请12月25日前报送数字和办法。\n"
    "青禾县市场监督管理局\n2026年11月10日\n"
)
_REPORT = (
    "城关所十一月工作小结\n本月我所给31家火锅店发了“试纸卡”，店家每晚自己测洗消水的余氯，测完拍照传群。\n"
    "两轮下来，餐饮具抽检不合格的由9家降到2家。\n下一步，我们打算推到早餐店。\n2026年11月20日\n"
)


@pytest.fixture
def material(tmp_path: Path) -> Path:
    folder = tmp_path / "材料"
    folder.mkdir()
    (folder / "通知.txt").write_text(_NOTICE, "utf-8")
    (folder / "小结.txt").write_text(_REPORT, "utf-8")
    return folder


def _program(*arguments: str | Path, **settings: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "topicmine", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, **settings)  # type: ignore[call-overload,no-any-return]


def test_mine_shows_leads_on_stdout(material: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mine", str(material), "--today", "2026-11-22"]) == 0
    shown = capsys.readouterr()
    assert "由9家降到2家" in shown.out
    assert shown.err == ""


def test_json_on_stdout_is_json_with_verbatim_quotes(material: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["mine", str(material), "--today", "2026-11-22", "--format", "json"]) == 0
    table = json.loads(capfdbinary.readouterr().out)
    texts = {"小结.txt": _REPORT, "通知.txt": _NOTICE}
    assert table["today"] == "2026-11-22"
    assert table["leads"]
    for quote in (quote for lead in table["leads"] for quote in lead["evidence"]):
        assert quote["text"] in texts[quote["document"]]


@pytest.mark.parametrize("suffix", ["html", "xlsx", "docx", "md", "json", "csv", "txt"])
def test_output_is_written_and_its_path_told(
    suffix: str, material: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / f"线索.{suffix}"
    assert main(["mine", str(material), "--today", "2026-11-22", "-o", str(target)]) == 0
    assert target.stat().st_size > 0
    assert f"已写入 {target}" in capsys.readouterr().out


def test_top_limits_what_is_written(material: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    main(["mine", str(material), "--today", "2026-11-22", "--top", "1", "--format", "json"])
    assert len(json.loads(capfdbinary.readouterr().out)["leads"]) == 1


def test_read_shows_what_the_reader_sees(material: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["read", str(material)]) == 0
    rows = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert [row["id"] for row in rows] == ["小结.txt", "通知.txt"]
    assert "试纸卡" in rows[0]["text"]


def test_what_read_wrote_can_be_mined(
    material: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    main(["mine", str(material), "--today", "2026-11-22", "--format", "json"])
    first = json.loads(capfdbinary.readouterr().out)
    main(["read", str(material), "-o", str(tmp_path / "材料.jsonl")])
    capfdbinary.readouterr()
    main(["mine", str(tmp_path / "材料.jsonl"), "--today", "2026-11-22", "--format", "json"])
    again = json.loads(capfdbinary.readouterr().out)
    assert [lead["evidence"] for lead in again["leads"]] == [lead["evidence"] for lead in first["leads"]]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["mine", "没有这个文件夹"], "找不到"),
        (["mine", "{empty}"], "没有文件"),
        (["mine", "{material}", "--today", "2026-02-30"], "2026-02-30"),
        (["mine", "{material}", "--today", "昨天"], "昨天"),
        (["mine", "{material}", "--department", "market_regulations"], "market_regulation"),
        (["mine", "{material}", "-o", "{empty}/没有/线索.html"], "没有"),
        (["mine", "{material}", "-o", "{empty}/线索.exe"], "后缀"),
        (["mine", "{material}", "-o", "{empty}"], "后缀"),
        (["mine", "{material}", "--format", "pdf"], "pdf"),
        (["mine", "{material}", "--top", "-3"], "正整数"),
        (["mine", "{material}", "--top", "多"], "--top"),
        (["mine", "{material}", "--focus", "没有.docx"], "没有.docx"),
        (["mine", "{material}", "--today"], "--today"),
        (["mine", "--nothing"], "--nothing"),
        (["read"], "材料"),
        (["mined"], "mined"),
        (["version", "多余"], "多写"),
        (["explain", "timelines"], "timeliness"),
    ],
)
def test_every_mistake_is_one_chinese_line_and_exit_code_2(
    arguments: list[str], says: str, material: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "空"
    empty.mkdir()
    code = main([argument.format(material=material, empty=empty) for argument in arguments])
    shown = capsys.readouterr()
    assert code == 2
    assert shown.out == ""
    assert shown.err.count("\n") == 1
    assert says in shown.err
    assert _CHINESE.search(shown.err)
    assert not _ENGLISH.search(shown.err)


def test_a_broken_file_costs_only_itself(material: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (material / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    call = ["mine", str(material), "没有.txt", "--today", "2026-11-22"]
    assert main(call) == 0
    shown = capsys.readouterr()
    assert "由9家降到2家" in shown.out
    assert "坏.docx" in shown.err
    assert "没有.txt" in shown.err
    assert main([*call, "--strict"]) == 3


def test_unreadable_place_leaves_no_half_file(material: Path, tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    (tmp_path / "锁").mkdir(mode=0o500)
    assert main(["mine", str(material), "-o", str(tmp_path / "锁" / "线索.html")]) == 2
    assert list((tmp_path / "锁").iterdir()) == []


def test_control_characters_and_lone_surrogates_reach_no_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row = {
        "id": "甲",
        "title": "小结\x1b]0;标题\x07",
        "text": _REPORT + "\x1b[31m查处7件\ud800。",
        "date": "2026-11-20",
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(row), "utf-8")
    assert main(["mine", str(tmp_path / "a.jsonl"), "--today", "2026-11-22"]) == 0
    shown = capsys.readouterr()
    assert not set(shown.out + shown.err) & set("\x1b\x07")


def test_a_path_that_is_no_utf8_is_no_trouble() -> None:
    done = _program("mine", os.fsdecode(b"/tmp/\xff\xfe"))
    assert done.returncode == 2
    assert "找不到" in done.stderr.decode()


def test_a_terminal_that_knows_no_chinese_does_not_break(material: Path) -> None:
    done = _program("mine", material, "--today", "2026-11-22", env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


def test_a_closed_pipe_ends_in_silence(material: Path) -> None:
    command = [sys.executable, "-m", "topicmine", "mine", str(material), "--format", "json"]
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


def test_ctrl_c_ends_with_130_and_a_word(tmp_path: Path) -> None:
    fifo = tmp_path / "材料.txt"
    os.mkfifo(fifo)
    # a shell that starts tests in the background has them ignore Ctrl+C, which a person's shell does not
    waiting = "import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
    waiting += "import sys, time, topicmine.reading as r\nfrom topicmine.cli import main\n"
    waiting += "r.read = lambda *a, **k: (print('ready', flush=True), time.sleep(60))\nsys.exit(main(['mine', 'x']))"
    child = subprocess.Popen([sys.executable, "-c", waiting], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stdout.readline() == b"ready\n"
    time.sleep(0.05)
    child.send_signal(signal.SIGINT)
    _, said = child.communicate(timeout=30)
    assert child.returncode == 130
    assert said.decode() == "已中断，没有写出结果。\n"


@pytest.mark.parametrize("arguments", [[], ["--help"], ["mine", "--help"], ["read", "--help"], ["explain", "--help"]])
def test_help_is_chinese_with_an_example(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 0
    page = capsys.readouterr().out
    assert page.startswith("用法：topicmine")
    assert "例：topicmine" in page
    assert not _ENGLISH.search(page)


def test_every_command_of_the_folder_has_help_and_example(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--help"])
    page = capsys.readouterr().out.partition("命令：")[2]
    names = re.findall(r"^  ([a-z]+) ", page, re.MULTILINE)
    assert {"mine", "read", "explain", "version"} <= set(names)
    for name in names:
        assert main([name, "--help"]) == 0
        assert "例：" in capsys.readouterr().out, name


def test_explain_tells_what_why_and_whence(capsys: pytest.CaptureFixture[str]) -> None:
    for code, says in (
        ("enforcement", "怎么认出来"),
        ("needs_consent", "同意"),
        ("空话", "hollow"),
        ("novelty", "新意"),
    ):
        assert main(["explain", code]) == 0
        assert says in capsys.readouterr().out


def test_every_code_of_the_model_is_explained() -> None:
    from topicmine import model
    from topicmine.cli.explanations import all_explanations

    codes = {*model.SOURCES, *model.LEAD_TYPES, *model.GATES, *model.CRITERIA, *model.FAULTS}
    assert codes <= set(all_explanations())


def test_version_names_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["version"]) == 0
    assert re.match(r"topicmine \d+\.\d+", capsys.readouterr().out)
