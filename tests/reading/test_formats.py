"""Every format and encoding gives back the text that was put in, whatever the file is called."""

from pathlib import Path

import pytest

from reading import samples
from reading.texts import BODY, COMPLAINT_HEAD, COMPLAINTS, DAY, TITLE, UNIT, recall
from topicmine.reading import read


@pytest.mark.parametrize("name", samples.TEXTS)
def test_text_comes_back(name: str, tmp_path: Path) -> None:
    path = tmp_path / "材料.bin"
    path.write_bytes(samples.TEXTS[name]())
    corpus = read([path])
    assert corpus.skipped == ()
    document = corpus.documents[0]
    assert recall(BODY, document.text) >= 0.99
    assert document.title == TITLE
    assert document.date is not None
    assert document.date.year == 2026
    assert UNIT in document.unit or name == "rss"
    assert not document.text.startswith(TITLE)


@pytest.mark.parametrize("name", samples.TABLES)
def test_tables_come_back_cell_by_cell_without_persons(name: str, tmp_path: Path) -> None:
    path = tmp_path / "表.bin"
    path.write_bytes(samples.TABLES[name]())
    corpus = read([path])
    assert corpus.skipped == ()
    (document,) = corpus.documents
    assert document.table is not None
    assert document.table.kind == "complaint"
    assert "张某" not in document.text
    assert "0000-1234567" not in document.text
    kept = [i for i, head in enumerate(COMPLAINT_HEAD) if head not in ("投诉人", "联系电话")]
    lines = document.text.split("\n")
    assert lines[0].split("\t") == [COMPLAINT_HEAD[i] for i in kept]
    assert len(document.table.rows) == len(COMPLAINTS)
    for line, row, wanted in zip(lines[1:], document.table.rows, COMPLAINTS, strict=True):
        assert line.split("\t") == [wanted[i] for i in kept]
        assert document.text[row.start : row.end] == line
        assert row.cells["text"] == wanted[7]
        assert row.cells["date"] == wanted[1]


def test_signature_day_is_the_date(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(samples.docx())
    (document,) = read([tmp_path]).documents
    assert document.date is not None
    assert f"{document.date.year}年{document.date.month}月{document.date.day}日" == DAY
