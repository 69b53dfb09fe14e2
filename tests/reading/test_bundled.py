"""The bundled county and township are read whole, and what their files say of themselves is found."""

from pathlib import Path

import pytest

from topicmine.reading import read

CORPORA = Path(__file__).parents[2] / "corpora"
FOLDERS = sorted(path for path in CORPORA.glob("*") if path.is_dir())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_every_file_is_read(folder: Path) -> None:
    corpus = read([folder])
    assert corpus.skipped == ()
    texts = [document for document in corpus.documents if document.table is None]
    titled = [document for document in texts if document.title]
    dated = [document for document in texts if document.date is not None]
    assert len(titled) >= 0.98 * len(texts)
    assert len(dated) >= 0.85 * len(texts)
    for document in corpus.documents:
        assert not any("损坏" in note for note in document.notes)
        if document.table is not None:
            assert all(document.text[row.start : row.end] for row in document.table.rows)
            assert not {"投诉人", "联系电话"} & set(document.table.columns)
