"""A bad file becomes one Chinese sentence; the good files before and after it are still read."""

import re
from pathlib import Path

import pytest

from reading.killers import KILLERS
from reading.samples import docx, pdf
from reading.texts import TITLE
from topicmine.reading import read


@pytest.mark.parametrize("name", KILLERS)
def test_bad_file_between_good_ones(name: str, tmp_path: Path) -> None:
    make, wanted = KILLERS[name]
    (tmp_path / "1.docx").write_bytes(docx())
    (tmp_path / "2.doc").write_bytes(make())
    (tmp_path / "3.pdf").write_bytes(pdf())
    corpus = read([tmp_path])
    titles = {document.id: document.title for document in corpus.documents}
    assert titles["1.docx"] == titles["3.pdf"] == TITLE
    bad = [d for d in corpus.documents if d.id.startswith("2.doc")]
    assert bad or corpus.skipped, "silently lost"
    for document in bad:
        assert "root:" not in document.text + document.title
    for skipped in corpus.skipped:
        assert re.search("[\u4e00-\u9fff]", skipped.reason)
        assert "；" in skipped.reason or "，" in skipped.reason
        assert "Error" not in skipped.reason
    if wanted:
        assert any(wanted in skipped.reason for skipped in corpus.skipped), corpus.skipped
    if wanted == "":
        assert bad, corpus.skipped
