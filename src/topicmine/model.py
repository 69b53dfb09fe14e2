"""The nouns: frozen values that every floor above hands on and none of them changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

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
LEAD_TYPES = ("dynamic", "experience", "problem_suggestion", "research", "warning", "public_opinion")
GATES = ("ok", "redact", "needs_consent", "blocked", "expired")
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
CRITERIA = (
    "timeliness",
    "relevance",
    "novelty",
    "specificity",
    "distinctiveness",
    "attention",
    "representativeness",
    "actionability",
)

# How a noun shows itself to a person, by form ("text", "html"); the floor that presents things fills it in.
FACES: dict[str, Callable[[Any], str]] = {}


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


@dataclass(frozen=True, slots=True)
class Window:
    """When a lead is worth sending: full value up to `full_until`, none after `closes`; None means open-ended."""

    opens: date | None = None
    full_until: date | None = None
    closes: date | None = None


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion of a lead's value in [0, 1]; `value` None means that it could not be judged and says why."""

    value: float | None
    reason: str
    weight: float = 0.0
    evidence: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Lead:
    """A topic worth writing about: what, why now, on which sentences it rests, and whether it may be told.

    `focus` are quotes of what the outside wants, `facts` of what the own office has; together never empty.
    `value` is 0-100, and None exactly when the gate is needs_consent or blocked.
    """

    id: str
    source: str
    pattern: str
    type: str
    title: str
    focus: tuple[Quote, ...]
    facts: tuple[Quote, ...]
    reason: str = ""
    angle: str = ""
    window: Window = Window()
    gate: str = "ok"
    gate_reasons: tuple[str, ...] = ()
    value: float | None = None
    criteria: Mapping[str, Criterion] = field(default_factory=dict)
    advice: str = ""
    missing: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    duplicates: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError("a lead without a quote cannot be built")
        if (self.value is None) is not (self.gate in ("needs_consent", "blocked")):
            raise ValueError("a lead has a value exactly when it may be told")

    @property
    def evidence(self) -> tuple[Quote, ...]:
        """All quotes, outside focus first."""
        return self.focus + self.facts

    def __repr__(self) -> str:
        return FACES["text"](self)

    def _repr_html_(self) -> str:
        return FACES["html"](self)


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a finder of a source found, before gate, value and merging: the raw material of a `Lead`.

    `subject` names the matter in the words of the evidence; two candidates on one matter share it. `event` is when
    it happened (None: the document's date). `window` names a timeliness window: a lead type, or "festival",
    "complaint_period", "quarter", "closed_case". `strength` in [0, 1] orders the candidates of one document.
    """

    source: str
    pattern: str
    type: str
    focus: tuple[Quote, ...]
    facts: tuple[Quote, ...]
    subject: str
    reason: str
    title: str = ""
    angle: str = ""
    window: str = ""
    event: date | None = None
    opens: date | None = None
    closes: date | None = None
    strength: float = 0.5
    missing: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    duplicates: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.focus + self.facts:
            raise ValueError("a candidate without a quote cannot be built")


@dataclass(frozen=True, slots=True)
class Mined:
    """The result of mining: recognised documents by id, leads by value (gated ones last), skipped inputs."""

    documents: tuple[Recognised, ...]
    leads: tuple[Lead, ...]
    skipped: tuple[Skipped, ...] = ()
    today: date | None = None
    department: str = "market_regulation"
    notes: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return FACES["text"](self)

    def _repr_html_(self) -> str:
        return FACES["html"](self)


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
    which.
    """

    drafts: tuple[Draft, ...]
    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...] = ()
    waived: tuple[Finding, ...] = ()
