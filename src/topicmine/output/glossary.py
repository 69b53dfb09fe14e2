"""The Chinese names and explanations of all codes that a person meets, read from `glossary.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Term:
    """A code in plain Chinese. `kind` is type, gate, criterion, severity or fault; empty texts mean: nothing to say."""

    code: str
    kind: str
    name: str
    what: str
    why: str = ""
    bad: str = ""
    good: str = ""
    origin: str = ""


@cache
def load_glossary() -> dict[str, Term]:
    """All terms by code, in the order of the file."""
    text = resources.files("topicmine.output").joinpath("glossary.toml").read_text("utf-8")
    return {code: Term(code, **fields) for code, fields in tomllib.loads(text).items()}


def name_of(code: str) -> str:
    """The Chinese name of a code; an unknown code stands for itself.

    >>> name_of("needs_consent"), name_of("new-code")
    ('须先征得同意', 'new-code')
    """
    term = load_glossary().get(code)
    return term.name if term else code
