"""Labelled material: documents with what an expert said of them, from the bundled corpora (see `corpora/README.md`)."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from topicmine.departments.profile import DEFAULT, Profile, load_profile
from topicmine.language.parsed import Parsed
from topicmine.model import Document

_DEPARTMENTS = {"青禾县": DEFAULT, "云溪镇": "township"}
_PASSAGES = "片段"


@dataclass(frozen=True)
class Labelled:
    """A document with what an expert said of it: its source (None: none of the ten) and the leads wanted from it.

    `leads` are rows with `type` and `anchors` (verbatim stretches), empty where nobody labelled them; `decoys` are
    stretches that look important and carry no lead. A `passage` is no whole document but a lead with a sentence or
    two around it, labelled with its caution: it tells nothing of what an expert passes over.
    """

    parsed: Parsed
    profile: Profile
    source: str | None
    leads: Sequence[Mapping[str, Any]] = ()
    decoys: Sequence[str] = ()
    passage: bool = False


def load_labelled(corpora: Path = Path("corpora")) -> list[Labelled]:
    """The labelled documents of all corpora below a folder with `sources.jsonl` and `answers.jsonl`, in order.

    Those of `习题/*.jsonl` carry their labels with them.
    """
    from topicmine.reading import read

    wanted: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for row in _rows(corpora / "answers.jsonl"):
        wanted[row["corpus"], row["document"]].append(row)
    labels = list(_rows(corpora / "sources.jsonl"))
    documents = {
        (name, document.id): document
        for name in sorted({row["corpus"] for row in labels})
        for document in read([corpora / name]).documents
    }
    bundled = [
        Labelled(
            Parsed(documents[row["corpus"], row["document"]]),
            load_profile(_DEPARTMENTS[row["corpus"]]),
            row["source"],
            tuple(wanted.get((row["corpus"], row["document"]), ())),
        )
        for row in labels
    ]
    profile = load_profile(DEFAULT)
    return bundled + [
        Labelled(
            Parsed(Document(row["id"], row["text"], row["title"], unit=row.get("unit", ""))),
            profile,
            row["source"],
            tuple(row["leads"]),
            tuple(row.get("decoys", ())),
            path.stem == _PASSAGES,
        )
        for path in sorted((corpora / "习题").glob("*.jsonl"))
        for row in _rows(path)
    ]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    return (json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())
