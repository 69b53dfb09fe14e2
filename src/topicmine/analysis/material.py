"""What a source file is made of: how its documents look, what one document yields, what only all together yield."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from topicmine.departments.profile import Profile
from topicmine.language.parsed import Parsed
from topicmine.model import Candidate


@dataclass(frozen=True, slots=True)
class Cue:
    """A trait by which documents of a source are known.

    `says` is the Chinese reason shown when it decides; `pattern` a regular expression; `where` one of title, head
    (title and first 200 characters), tail (last 120), text. `at_least` is how many matches it takes.
    """

    says: str
    pattern: str
    where: str = "text"
    at_least: int = 1


@dataclass(frozen=True, slots=True)
class Pattern:
    """A sub-rule of a source: which sentences of one document carry which kind of lead.

    A sentence needs one of the signals in `needs` (`analysis/signals.toml`); none means that the pattern takes what
    no other takes. `role` says whether such a sentence is outside focus or own fact; `window` names the timeliness
    window (empty: the lead type's); `angle` and `ask` tell the writer how to tell it and which facts to fetch.
    """

    name: str
    type: str
    says: str
    needs: tuple[str, ...] = ()
    role: str = "fact"
    window: str = ""
    angle: str = ""
    ask: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Material:
    """A parsed document that was recognised as coming from `source` (None: none of the ten)."""

    parsed: Parsed
    source: str | None


@dataclass(frozen=True, slots=True)
class Setting:
    """What the finders know besides the documents: the day, the department, the office's earlier submissions.

    `archive` holds what the office already sent; `focus` what the superior asked for (报送要点), both maybe
    empty; `unit` is the own office.
    """

    today: date
    profile: Profile
    archive: tuple[Parsed, ...] = ()
    focus: tuple[Parsed, ...] = ()
    unit: str = ""


CorpusFinder = Callable[[Sequence[Material], Setting], Iterable[Candidate]]


@dataclass(frozen=True, slots=True)
class Source:
    """One of the ten material sources. A file in `sources/` defines exactly one, named SOURCE."""

    code: str
    display: str
    what: str
    cues: tuple[Cue, ...]
    patterns: tuple[Pattern, ...]
    corpus_finders: tuple[CorpusFinder, ...] = ()
