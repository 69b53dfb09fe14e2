"""What an exercise is: the nouns of the stanzas under `items/`.

The form of a stanza is described for trainers in docs/exercises.md; `loading` reads and checks it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

RESPONSES = ("choose", "choose_many", "mark", "order", "pair", "rate", "edit", "write")
TESTS = ("pre-A", "pre-B", "post-A", "post-B")
GRADES = ("good", "fair", "poor")


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a choice; `reason` is shown to whoever picked it, right or wrong."""

    id: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a text that matter, with why: to be marked, removed or kept."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Card:
    """One card of a pairing exercise."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Match:
    """Two cards that belong together, by id, with why."""

    left: str
    right: str
    reason: str


@dataclass(frozen=True, slots=True)
class Standard:
    """One line to rate from 0 to 3: the right mark and why."""

    name: str
    key: int
    reason: str


@dataclass(frozen=True, slots=True)
class Model:
    """A model answer: grade is good, fair or poor."""

    grade: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Item:
    """One exercise. Which of the later fields are filled depends on `response` (see docs/exercises.md).

    `paragraphs` stand in the right order. `slots` maps what a written answer must name (actor, measure, result, or
    a Chinese name) to words or expressions any of which fills it. `form` is title or passage. `limit` is the most
    characters of a written answer, 0 for none.
    """

    id: str
    kind: str
    unit: int
    seed: tuple[str, ...]
    stem: str
    response: str
    origin: str
    difficulty: int = 1
    hints: tuple[str, ...] = ()
    source_role: str = ""
    stimulus: str = ""
    stimulus_title: str = ""
    reason: str = ""
    options: tuple[Option, ...] = ()
    key: tuple[str, ...] = ()
    spans: tuple[Passage, ...] = ()
    paragraphs: tuple[str, ...] = ()
    left: tuple[Card, ...] = ()
    right: tuple[Card, ...] = ()
    pairs: tuple[Match, ...] = ()
    criteria: tuple[Standard, ...] = ()
    must_remove: tuple[Passage, ...] = ()
    must_keep: tuple[Passage, ...] = ()
    slots: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    form: str = "passage"
    limit: int = 0
    models: tuple[Model, ...] = ()
    parallel: str = ""
    test: str = ""

    @property
    def version(self) -> str:
        """Eight characters that change when anything that decides the grading changes."""
        decides = (
            *(self.stem, self.stimulus, self.options, self.key, self.spans, self.paragraphs, self.left, self.right),
            *(self.pairs, self.criteria, self.must_remove, self.must_keep, tuple(sorted(self.slots.items()))),
        )
        return hashlib.sha256(repr(decides).encode()).hexdigest()[:8]
