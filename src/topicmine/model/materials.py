"""The nouns of reading: documents, their tables and places, and the words quoted from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from topicmine.model.faces import FACES

SOURCES = (
    "work_report",
    "superior_document",
    "leader_activity",
    "enforcement",
    "consumer_dispute",
    "registration",
    "festival",
    "regulator_site",
    "trade_press",
    "news",
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stretch of a document's text stood in the file: it holds from `start` to the next place's start.

    `label` is what a person looks for, in Chinese: "第3页", "第12段", "工作表“投诉”第7行".
    """

    start: int
    label: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: `document.text[start:end]`, with the cells under their recognised column names."""

    start: int
    end: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a register. `kind` is complaint, registration, case or other; personal columns are already gone."""

    kind: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One text as it was read. `text` is never altered; offsets everywhere are code points into it, half-open.

    `notes` says in Chinese what was odd about reading it (guessed encoding, lost parts); `source` is set only where
    the input itself names it. `places` are sorted by start and may be empty; `table` is set for registers.
    """

    id: str
    text: str
    title: str = ""
    date: date | None = None
    unit: str = ""
    number: str = ""
    source: str | None = None
    path: str = ""
    notes: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    table: Table | None = None

    def quote(self, start: int, end: int) -> Quote:
        """The words from `start` to `end`. Raises ValueError outside the text or when nothing is quoted.

        >>> Document("d", "查处7件。").quote(2, 4).text
        '7件'
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no such stretch: {start}-{end} of {len(self.text)}")
        return Quote(self.id, start, end, self.text[start:end])

    def place(self, offset: int) -> str:
        """The label of the place where `offset` stands, or an empty string."""
        label = ""
        for place in self.places:
            if place.start > offset:
                break
            label = place.label
        return label


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Words of a document, word for word: always `document.text[start:end] == text`."""

    document: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that could not be read, with the reason and the remedy in one Chinese sentence."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """What was read: documents sorted by id, and what had to be skipped."""

    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...] = ()

    def __repr__(self) -> str:
        return FACES["text"](self)


@dataclass(frozen=True, slots=True)
class Recognised:
    """A document with the material source it was taken for; `source` None means none of the ten.

    `scores` holds a probability per source; `cues` are the Chinese reasons that decided, strongest first.
    """

    document: Document
    source: str | None
    scores: Mapping[str, float]
    cues: tuple[str, ...] = ()
