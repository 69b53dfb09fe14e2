"""The stanzas' examples by the way a person takes: files in, `topicmine review`, JSON out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from topicmine.cli import main
from topicmine.model import Draft
from topicmine.reviewing.rules import all_rules

_BODY = "3月6日，云溪镇白石村的古大爷家装上了报警器，全村装了21户。"


def _row(name: str, draft: Draft) -> dict[str, Any]:
    return {
        "id": name,
        "title": draft.title,
        "body": draft.body,
        "unit": draft.unit,
        "event_date": draft.event_date.isoformat() if draft.event_date else None,
        "submitted": draft.submitted.isoformat() if draft.submitted else None,
        "fields": dict(draft.fields),
    }


def _write(path: Path, rows: list[dict[str, Any]]) -> str:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return str(path)


def _found(folder: Path, *arguments: str) -> set[tuple[str, str]]:
    target = folder / "findings.json"
    assert main(["review", *arguments, "-o", str(target)]) in {0, 1}
    return {(f["document"], f["rule"]) for f in json.loads(target.read_text("utf-8"))["findings"]}


def test_every_example_of_a_single_draft(tmp_path: Path) -> None:
    wanted: dict[str, tuple[str, bool]] = {}
    rows = []
    for rule in all_rules():
        for kind, examples in (("bad", rule.bad), ("good", rule.good)):
            for number, example in enumerate(examples):
                if rule.scope != "shelf":
                    name = f"{rule.id}-{kind}-{number}"
                    wanted[name] = (rule.id, kind == "bad")
                    rows.append(_row(name, example.drafts[0]))
    found = _found(tmp_path, _write(tmp_path / "drafts.jsonl", rows))
    wrong = [name for name, (rule, expected) in wanted.items() if ((name, rule) in found) is not expected]
    assert wrong == []


def test_every_example_of_several_drafts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for rule in all_rules():
        for expected, examples in ((True, rule.bad), (False, rule.good)):
            for example in examples if rule.scope == "shelf" else ():
                drafts = [_row(f"d{n}", draft) for n, draft in enumerate(example.drafts)]
                arguments = [_write(tmp_path / "drafts.jsonl", drafts)]
                if example.archive:
                    old = [_row(f"a{n}", draft) for n, draft in enumerate(example.archive)]
                    arguments += ["--archive", _write(tmp_path / "archive.jsonl", old)]
                assert (("d0", rule.id) in _found(tmp_path, *arguments)) is expected, rule.id


def test_exit_code_tells_whether_something_must_be_mended(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    clean = _write(tmp_path / "clean.jsonl", [{"id": "a", "title": "白石村装上报警器21户", "body": _BODY}])
    wrong = _write(
        tmp_path / "wrong.jsonl", [{"id": "b", "title": "白石村装上报警器21户", "body": _BODY + "建了台帐。"}]
    )
    assert main(["review", clean]) == 0
    assert main(["review", wrong]) == 1
    assert "台账" not in capsys.readouterr().err


def test_rules_can_be_chosen(tmp_path: Path) -> None:
    row = {"id": "a", "title": "白石村装上报警器21户", "body": _BODY + "截止3月底，建了台帐。"}
    path = _write(tmp_path / "drafts.jsonl", [row])
    assert _found(tmp_path, path, "--rules", "W03") == {("a", "W03")}
    assert ("a", "W03") not in _found(tmp_path, path, "--rules", "W,-W03")
    assert main(["review", path, "--rules", "Q99"]) == 2


def test_a_baseline_silences_what_it_knows_and_nothing_else(tmp_path: Path) -> None:
    path, known = tmp_path / "稿.txt", tmp_path / "基线.json"
    path.write_text(f"白石村装上报警器21户\n{_BODY}建了台帐。\n", "utf-8")
    assert main(["review", str(path), "--write-baseline", str(known)]) == 1
    assert _found(tmp_path, str(path), "--baseline", str(known)) == set()
    path.write_text(f"白石村装上报警器21户\n4月再装。\n{_BODY}建了台帐。\n截止4月底再查。\n", "utf-8")
    assert {rule for _, rule in _found(tmp_path, str(path), "--baseline", str(known))} == {"W01"}
    known.write_text("{", "utf-8")
    assert main(["review", str(path), "--baseline", str(known)]) == 2


def test_fixes_are_shown_first_and_written_on_request(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "稿.txt"
    text = f"白石村装上报警器21户\n{_BODY}截止3月底,建了台帐。\n"
    path.write_text(text, "utf-8")
    main(["review", str(path), "--fix"])
    assert "+" in capsys.readouterr().out
    assert path.read_text("utf-8") == text
    main(["review", str(path), "--fix", "--yes"])
    assert path.read_text("utf-8") == f"白石村装上报警器21户\n{_BODY}截至3月底，建了台账。\n"
    capsys.readouterr()
    assert main(["review", str(path), "--fix"]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("name", ["没有.docx", "空.txt"])
def test_what_cannot_be_read_is_one_sentence(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    if name == "空.txt":
        (tmp_path / name).write_text("", "utf-8")
    assert main(["review", str(tmp_path / name)]) == 2
    said = capsys.readouterr().err
    assert "没有读到任何稿件" in said
    assert "Traceback" not in said
