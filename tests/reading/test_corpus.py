"""Ids, order, copies, odd signs and what is said about inputs that cannot be read."""

import json
import os
import random
from datetime import date
from pathlib import Path

import pytest

from reading import samples
from reading.texts import BODY, TITLE, WHOLE
from topicmine.model import Corpus, Skipped
from topicmine.reading import Limits, read


def write_lines(path: Path, rows: list[object]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def fill(folder: Path) -> list[Path]:
    folder.mkdir(exist_ok=True)
    paths = []
    for name, make in {**samples.TEXTS, **samples.TABLES}.items():
        paths.append(folder / f"{name}.bin")
        paths[-1].write_bytes(make())
    return paths


def test_order_of_arguments_changes_nothing(tmp_path: Path) -> None:
    paths = fill(tmp_path / "收文")
    wanted = read(paths)
    random.Random(3).shuffle(paths)
    assert read(paths) == wanted
    ids = [document.id for document in wanted.documents]
    assert ids == sorted(set(ids))


def test_folder_gives_relative_ids_and_shown_paths(tmp_path: Path) -> None:
    (tmp_path / "各所" / "北岭所").mkdir(parents=True)
    (tmp_path / "各所" / "北岭所" / "周报.txt").write_text(WHOLE, "utf-8")
    (document,) = read(str(tmp_path)).documents
    assert document.id == "各所/北岭所/周报.txt"
    assert document.path.endswith("/各所/北岭所/周报.txt")


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "甲.txt"
    path.write_text(WHOLE, "utf-8")
    assert read([path, tmp_path, str(path)]) == read([tmp_path])


def test_same_text_under_two_names_is_noted(tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text(WHOLE, "utf-8")
    (tmp_path / "乙.txt").write_bytes(WHOLE.encode("gb18030"))
    first, second = read([tmp_path]).documents
    assert first.notes == ()
    assert second.notes == (f"正文与“{first.id}”完全相同",)


def test_same_name_in_two_folders_gives_two_ids(tmp_path: Path) -> None:
    for folder, text in (("一", "第一份材料，共查7家。"), ("二", "第二份材料，共查9家。")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "报告.txt").write_text(text, "utf-8")
    corpus = read([tmp_path / "二" / "报告.txt", tmp_path / "一" / "报告.txt"])
    assert corpus == read([tmp_path / "一" / "报告.txt", tmp_path / "二" / "报告.txt"])
    assert len({document.id for document in corpus.documents}) == 2
    assert any("重复" in note for note in corpus.documents[1].notes)


def test_lines_of_json_keep_text_id_and_fields(tmp_path: Path) -> None:
    text = "　首行有空格，\n\n中间有空行\t和制表符 "
    rows = [
        {"id": "b", "title": "标题", "text": text, "date": "2026-03-05", "unit": "北岭所", "source": "enforcement"},
        {"id": "a", "text": TITLE + "\n" + BODY, "source": "unheard-of", "date": "2026-02-30"},
        {"text": "没有编号的一行，查了3家。"},
    ]
    corpus = read([write_lines(tmp_path / "x.jsonl", rows)])
    by_id = {document.id: document for document in corpus.documents}
    assert by_id["b"].text == text
    assert (by_id["b"].date, by_id["b"].unit, by_id["b"].source) == (date(2026, 3, 5), "北岭所", "enforcement")
    assert by_id["a"].text == TITLE + "\n" + BODY
    assert by_id["a"].title == TITLE
    assert by_id["a"].source is None
    assert any("来源" in note for note in by_id["a"].notes)
    assert any("日期" in note for note in by_id["a"].notes)
    assert len(corpus.documents) == 3


def test_bad_lines_are_skipped_by_number(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(
        '{"id": "1", "text": "好的一行。"}\n{"id": "2", "text": \n{"id": "3", "id": "4", "text": "重"}\n[1]\n'
        '{"id": "5", "text": "  "}\n{"id": 6, "text": "数字编号。", "score": NaN}\n\n',
        "utf-8",
    )
    corpus = read([path])
    assert [document.id for document in corpus.documents] == ["1", "6"]
    assert [skipped.path.rpartition(" ")[2] for skipped in corpus.skipped] == ["第2行", "第3行", "第4行", "第5行"]


def test_duplicate_ids_and_lone_surrogates(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(
        '{"id": "1", "text": "甲\\ud83d乙"}\n{"id": "1", "text": "丙"}\n{"id": "1", "text": "丙"}\n', "utf-8"
    )
    corpus = read([path])
    texts = sorted(document.text for document in corpus.documents)
    assert texts == ["丙", "甲\ufffd乙"]
    assert len({document.id for document in corpus.documents}) == 2
    for document in corpus.documents:
        document.text.encode("utf-8")


def test_missing_empty_and_unknown_inputs_get_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    corpus = read([tmp_path / "空", tmp_path / "没有的.docx"])
    assert corpus.documents == ()
    assert [("没有文件" in s.reason, "找不到" in s.reason) for s in corpus.skipped] == [(False, True), (True, False)]
    assert read([]) == Corpus(())


def test_wrong_type_of_path_is_a_programming_error() -> None:
    with pytest.raises(TypeError, match="路径"):
        read([3])  # type: ignore[list-item]


def test_companions_locks_and_hidden_files_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "页.html").write_bytes(samples.html())
    (tmp_path / "页_files").mkdir()
    (tmp_path / "页_files" / "a.js").write_text("var a = 1;", "utf-8")
    for name in ("~$稿.docx", ".DS_Store", "Thumbs.db"):
        (tmp_path / name).write_bytes(b"\0\1\2")
    corpus = read([tmp_path])
    assert [document.id for document in corpus.documents] == ["页.html"]
    assert corpus.skipped == ()


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_link_loops_end(tmp_path: Path) -> None:
    (tmp_path / "甲").mkdir()
    (tmp_path / "甲" / "一.txt").write_text(WHOLE, "utf-8")
    try:
        (tmp_path / "甲" / "圈").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("no right to make links")
    assert len(read([tmp_path]).documents) == 1


def test_names_up_to_the_limit_and_names_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / ("长" * 80 + ".txt")).write_text(WHOLE, "utf-8")
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xc7\xe0.txt")).write_text(WHOLE + "另一份", "utf-8")
    except (OSError, UnicodeError):
        pytest.skip("this file system wants UTF-8 names")
    corpus = read([tmp_path])
    assert len(corpus.documents) == 2
    for document in corpus.documents:
        (document.id + document.path).encode("utf-8")


def test_archive_members_are_documents_and_never_touch_the_disk(tmp_path: Path) -> None:
    data = samples.pack(
        {"../../上.txt": WHOLE, "/根.txt": WHOLE + "一", "好.docx": samples.docx(), "坏.docx": b"PK\3\4"}
    )
    (tmp_path / "包.zip").write_bytes(data)
    before = sorted(tmp_path.rglob("*"))
    corpus = read([tmp_path / "包.zip"])
    assert len(corpus.documents) == 3
    assert {document.id for document in corpus.documents} == {"包.zip!上.txt", "包.zip!根.txt", "包.zip!好.docx"}
    assert [skipped.path.endswith("包.zip!坏.docx") for skipped in corpus.skipped] == [True]
    assert sorted(tmp_path.rglob("*")) == before


def test_attachments_of_a_mail_are_read(tmp_path: Path) -> None:
    from email.message import EmailMessage

    mail = EmailMessage()
    mail["Subject"] = "转发：报送三月信息"
    mail["From"], mail["To"] = "a@example.invalid", "b@example.invalid"
    mail["Date"] = "Wed, 18 Mar 2026 09:30:00 +0800"
    mail.set_content("附上报告一份，请收。")
    mail.add_attachment(samples.docx(), maintype="application", subtype="octet-stream", filename="集市报告.docx")
    (tmp_path / "信.eml").write_bytes(mail.as_bytes())
    first, second = read([tmp_path]).documents
    assert (first.id, first.title, first.date) == ("信.eml", "报送三月信息", date(2026, 3, 18))
    assert (second.id, second.title) == ("信.eml!集市报告.docx", TITLE)


def test_each_feed_item_is_a_document_with_its_own_day(tmp_path: Path) -> None:
    (tmp_path / "源.xml").write_bytes(samples.rss())
    days = {document.title: (document.date, document.unit) for document in read([tmp_path]).documents}
    assert days == {
        TITLE: (date(2026, 3, 20), "青禾日报"),
        "青禾县开展春茶过秤服务": (date(2026, 6, 12), "青禾日报"),
    }


def test_odd_signs_stay_and_are_noted(tmp_path: Path) -> None:
    text = "零宽\u200b空格、软\u00ad连字符、方向\u202e符、全角ＧＤＰ５．２％，㡡𬇙〇。"
    (tmp_path / "甲.txt").write_text(text + "\x00完。", "utf-8")
    (document,) = read([tmp_path]).documents
    assert document.text == text + "完。"
    assert any("方向" in note for note in document.notes)


def test_mixed_and_damaged_encodings(tmp_path: Path) -> None:
    lines = WHOLE.split("\n")
    mixed = b"\n".join(line.encode("utf-8" if i % 2 else "gb18030") for i, line in enumerate(lines))
    (tmp_path / "混.txt").write_bytes(mixed)
    damaged = (WHOLE * 3).encode()
    (tmp_path / "伤.txt").write_bytes(damaged[:900] + b"\xff" + damaged[900:])
    by_id = {document.id: document for document in read([tmp_path]).documents}
    assert BODY in by_id["混.txt"].text
    assert any("两种编码" in note for note in by_id["混.txt"].notes)
    assert any("字节损坏" in note for note in by_id["伤.txt"].notes)


def test_limits_are_held(tmp_path: Path) -> None:
    (tmp_path / "大.txt").write_text(WHOLE * 3, "utf-8")
    small = Limits(file_bytes=1000)
    assert read([tmp_path], limits=small).skipped[0].reason.startswith("超过0MB")
    assert "文字超过" in read([tmp_path], limits=Limits(text_chars=100)).skipped[0].reason
    (tmp_path / "大.txt").write_bytes(samples.pdf())
    assert "页的上限" in read([tmp_path], limits=Limits(pages=1)).skipped[0].reason


def test_progress_counts_files(tmp_path: Path) -> None:
    for name in "甲乙丙":
        (tmp_path / name).write_text(WHOLE, "utf-8")
    seen: list[tuple[int, int]] = []
    read([tmp_path], progress=lambda done, whole: seen.append((done, whole)))
    assert seen == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "密.txt"
    path.write_text(WHOLE, "utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    (skipped,) = read([tmp_path]).skipped
    assert skipped == Skipped(skipped.path, "没有读取权限；请换一个有权限的账户，或把文件复制出来再读")
