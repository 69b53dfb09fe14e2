"""The nouns of review: drafts, and what was found in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from topicmine.model.faces import FACES
from topicmine.model.materials import Skipped

FAULTS = (
    "title-too-broad",
    "title-mismatch",
    "title-unfocused",
    "no-cases",
    "no-figures",
    "hollow",
    "activity-only",
    "weak-structure",
    "long-sentence",
    "typo",
    "grammar",
    "punctuation",
    "number-style",
    "stale",
    "privacy",
    "sensitive-case",
    "no-date-or-place",
    "boilerplate-copy",
    "other",
)
SEVERITIES = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Draft:
    """A text on its way upward. `fields` holds what the form asks for: 拟稿, 审核, 签发, 电话."""

    id: str
    title: str
    body: str
    unit: str = ""
    event_date: date | None = None
    submitted: date | None = None
    path: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fix:
    """A change that is certain: put `replacement` in the place of `start` to `end` of the finding's field."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault in a draft: which rule, where (`field` is title or body), the words, the reason and the repair."""

    document: str
    rule: str
    fault: str
    severity: str
    field: str
    start: int
    end: int
    text: str
    message: str
    repair: str = ""
    fix: Fix | None = None
    waiver: str = ""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The result of a review: the drafts, findings in reading order, skipped inputs.

    `waived` are findings that somebody answered for in the text or that stand in the baseline; `waiver` says
    which. `unsafe` is true when rules on safety were left off: then nothing can be called ready.
    """

    drafts: tuple[Draft, ...]
    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...] = ()
    waived: tuple[Finding, ...] = ()
    unsafe: bool = False

    def __repr__(self) -> str:
        return FACES["text"](self)

    def _repr_html_(self) -> str:
        return FACES["html"](self)
