"""What a format hands to the corpus: a text with what the file itself says about it, a file inside, or a record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from topicmine.model import Place, Table


@dataclass(frozen=True, slots=True)
class Content:
    """One text as a format found it. Fields that the format does not know stay empty; headers.py looks for them.

    `key` tells texts of the same file apart (a feed item, a sheet). `final` texts are taken as they are: nothing is
    cut from the front and no wrapped lines are joined.
    """

    text: str
    title: str = ""
    date: date | None = None
    unit: str = ""
    number: str = ""
    key: str = ""
    notes: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    table: Table | None = None
    final: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside a file: an archive member, an attachment, the page inside a saved page.

    An empty name means that it stands for the whole outer file and keeps its path.
    """

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Record:
    """One line of a .jsonl file, already parsed: `fields` are exactly what the line says."""

    line: int
    fields: Mapping[str, Any]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """A part that cannot be read while the rest can: `where` inside the file, the reason in one Chinese sentence."""

    where: str
    reason: str


Part = Content | Member | Record | Rejected
