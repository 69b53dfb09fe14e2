"""Likeness of short texts by their character pairs and triples, old names read as new ones: paraphrase-tolerant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from topicmine.analysis.learning import character_weights

_BATCH = 2000


class Shelf:
    """Texts to compare others with. Likeness is the cosine of TF-IDF weights of character 2- and 3-grams, 0 to 1.

    >>> row = Shelf(["逐户登记散装酒销售点", "电梯逐台评估"]).likeness(["散装酒销售点逐户建了册"])[0]
    >>> bool(row[0] > 0.2 > row[1])
    True
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self.size = len(texts)
        self._matrix: Any = None
        if any(len(text) > 1 for text in texts):
            self._vectorizer = character_weights()
            self._matrix = self._vectorizer.fit_transform(texts)

    def likeness(self, queries: Sequence[str]) -> Any:
        """A numpy array, one row a query and one column a text of the shelf."""
        import numpy

        if self._matrix is None or not queries:
            return numpy.zeros((len(queries), self.size))
        parts = [
            (self._vectorizer.transform(queries[at : at + _BATCH]) @ self._matrix.T).toarray()
            for at in range(0, len(queries), _BATCH)
        ]
        return numpy.vstack(parts)
