"""Likeness of short texts by their character pairs and triples, old names read as new ones: paraphrase-tolerant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

_BATCH = 2000


class Shelf:
    """Texts to compare others with. Likeness is the cosine of TF-IDF weights of character 2- and 3-grams, 0 to 1.

    The weights follow scikit-learn's `TfidfVectorizer(analyzer="char", ngram_range=(2, 3), sublinear_tf=True)`, written
    over scipy's matrices: importing scikit-learn costs a cold start 1.5 of its 6 seconds.

    >>> row = Shelf(["逐户登记散装酒销售点", "电梯逐台评估"]).likeness(["散装酒销售点逐户建了册"])[0]
    >>> bool(row[0] > 0.2 > row[1])
    True
    """

    def __init__(self, texts: Sequence[str]) -> None:
        import numpy

        self.size = len(texts)
        self._columns: dict[str, int] = {}
        for text in texts:
            for gram in _grams(text):
                self._columns.setdefault(gram, len(self._columns))
        if self._columns:
            counts = self._count(texts)
            spread = numpy.bincount(counts.indices, minlength=len(self._columns))
            self._rarity = numpy.log((1 + self.size) / (1 + spread)) + 1
            self._matrix = self._weigh(counts)

    def likeness(self, queries: Sequence[str]) -> Any:
        """A numpy array, one row a query and one column a text of the shelf."""
        import numpy

        if not self._columns or not queries:
            return numpy.zeros((len(queries), self.size))
        parts = [
            (self._weigh(self._count(queries[at : at + _BATCH])) @ self._matrix.T).toarray()
            for at in range(0, len(queries), _BATCH)
        ]
        return numpy.vstack(parts)

    def _count(self, texts: Sequence[str]) -> Any:
        """How often each text has each known gram: a sparse matrix, one row a text."""
        import numpy
        from scipy.sparse import csr_matrix

        rows = [[self._columns[gram] for gram in _grams(text) if gram in self._columns] for text in texts]
        columns = numpy.fromiter((column for row in rows for column in row), dtype=numpy.int64)
        bounds = numpy.cumsum([0, *(len(row) for row in rows)])
        counts = csr_matrix((numpy.ones(len(columns)), columns, bounds), shape=(len(texts), len(self._columns)))
        counts.sum_duplicates()
        return counts

    def _weigh(self, counts: Any) -> Any:
        """1 + log of the count, times the rarity of the gram, each row brought to length 1."""
        import numpy
        from scipy.sparse import diags

        counts.data = (1 + numpy.log(counts.data)) * self._rarity[counts.indices]
        lengths = numpy.sqrt(counts.multiply(counts).sum(axis=1)).A1
        return diags(1 / numpy.where(lengths > 0, lengths, 1)) @ counts


def _grams(text: str) -> list[str]:
    plain = " ".join(text.lower().split())
    return [plain[at : at + size] for size in (2, 3) for at in range(len(plain) - size + 1)]
