"""What a learner is told about one answer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """A reason: `about` is the option, passage or line; `kind` right, wrong or other; `given` whether it was answered.

    A right one that was not given is part of the key: it is shown only once the learner has asked for the answer.
    """

    about: str
    text: str
    kind: str
    given: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the learner's own words, or of the text to be marked. `kind` is good, fault or missed."""

    start: int
    end: int
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Graded:
    """An answer judged: `score` 0-1, `good` and `fault` one sentence each, empty where there is nothing to say.

    `weight` is how many exercises the answer counts for in an average.
    """

    score: float
    good: str
    fault: str
    notes: tuple[Note, ...] = ()
    marks: tuple[Mark, ...] = ()
    weight: int = 1

    @property
    def full(self) -> bool:
        """True when nothing is left to mend."""
        return self.score > 0.999
