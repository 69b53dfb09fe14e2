"""Training of the three models from labelled corpora: run `python -m topicmine.leads.training` after changing them.

A labelled corpus is a folder with documents, `sources.jsonl` (path, source) and, one folder up, `answers.jsonl`.
The stored models are plain JSON beside the modules that use them; a test trains them again and compares.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from topicmine.analysis.learning import LinearModel, fit_linear
from topicmine.analysis.worth import Weighed, weigh
from topicmine.departments.profile import Profile, load_profile
from topicmine.language.parsed import Parsed
from topicmine.leads.recognition import NONE
from topicmine.leads.traits import describe

_RARE = 3  # a word that fewer training rows show tells of one document, not of a kind


@dataclass(frozen=True)
class Labelled:
    """A document with what an expert said of it: its source (None: none of the ten) and the leads wanted from it.

    `leads` is None where nobody labelled them, else rows with `type` and `anchors` (verbatim stretches).
    """

    parsed: Parsed
    profile: Profile
    source: str | None
    leads: Sequence[Mapping[str, object]] | None = None


def train_recognition(examples: Sequence[Labelled]) -> LinearModel:
    """The model that tells the source of a document."""
    rows = _without_rare([describe(example.parsed, example.profile) for example in examples])
    return fit_linear(rows, [example.source or NONE for example in examples], strength=2.0)


def train_worth(examples: Sequence[Labelled]) -> tuple[LinearModel, LinearModel]:
    """The models that tell a sentence worth quoting (yes, no) and the type of lead it carries."""
    rows, labels, kind_rows, kinds = [], [], [], []
    for example in examples:
        if not example.leads or not example.source:
            continue
        for weighed in weigh(example.parsed, example.source):
            kind = _wanted_type(weighed, example)
            rows.append(weighed.features)
            labels.append("yes" if kind else "no")
            if kind:
                kind_rows.append(weighed.features)
                kinds.append(kind)
    return (
        fit_linear(_without_rare(rows), labels, strength=0.5),
        fit_linear(_without_rare(kind_rows), kinds, strength=0.3),
    )


def load_labelled(corpus: Path, answers: Path, department: str) -> list[Labelled]:
    """The labelled documents of a corpus folder, sorted by path."""
    from topicmine.reading import read

    wanted = _answers(answers)
    labels = {row["path"]: row for row in _rows(corpus / "sources.jsonl")}
    profile = load_profile(department)
    found = []
    for document in read([corpus]).documents:
        label = labels.get(document.path)
        if label:
            leads = wanted.get(document.path)
            found.append(Labelled(Parsed(document), profile, label["source"], leads))
    return sorted(found, key=lambda example: example.parsed.document.path)


def _answers(path: Path) -> dict[str, list[Mapping[str, object]]]:
    grouped: dict[str, list[Mapping[str, object]]] = defaultdict(list)
    for row in _rows(path):
        grouped[str(row["document"])].append(row)
    return grouped


def _rows(path: Path) -> Iterable[dict[str, str]]:
    return (json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())


def _wanted_type(weighed: Weighed, example: Labelled) -> str:
    """The type of the lead one of whose anchors shares half of itself or of the sentence with the sentence."""
    sentence, text = weighed.sentence, example.parsed.document.text
    for lead in example.leads or ():
        for anchor in lead["anchors"]:  # type: ignore[attr-defined]
            at = text.find(anchor)
            common = min(sentence.end, at + len(anchor)) - max(sentence.start, at)
            if at >= 0 and common >= max(1, min(len(anchor), sentence.end - sentence.start) // 2):
                return str(lead["type"])
    return ""


def _without_rare(rows: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    seen = Counter(name for row in rows for name in row)
    return [{name: value for name, value in row.items() if seen[name] >= _RARE} for row in rows]
