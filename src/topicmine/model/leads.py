"""The nouns of mining: what a finder found, what it is worth, and the leads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from topicmine.model.faces import FACES
from topicmine.model.materials import Quote, Recognised, Skipped

LEAD_TYPES = ("dynamic", "experience", "problem_suggestion", "research", "warning", "public_opinion")
GATES = ("ok", "redact", "needs_consent", "blocked", "expired")
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
