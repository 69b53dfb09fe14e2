"""Training of the four models from labelled corpora: run `python -m topicmine.leads.training` after changing them.

The labels are `corpora/sources.jsonl` and `corpora/answers.jsonl` (see `corpora/README.md`). The stored models are
plain JSON beside the modules that use them; a test trains them again and compares.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from topicmine.analysis.learning import LinearModel, fit_linear
from topicmine.analysis.quoting import quote_sentence
from topicmine.analysis.worth import PARTICLE, Weighed, weigh
from topicmine.departments.profile import DEFAULT, Profile, load_profile
from topicmine.language.parsed import Parsed
from topicmine.language.sentences import Sentence
from topicmine.leads.caution import describe as describe_caution
from topicmine.leads.caution import stretches_of
from topicmine.leads.recognition import NONE
from topicmine.leads.traits import describe
from topicmine.model import Document

_DEPARTMENTS = {"青禾县": DEFAULT, "云溪镇": "township"}
_ASK = ("consent_needed", "sensitive")
_RARE = 3  # a word that fewer training rows show tells of one document, not of a kind


@dataclass(frozen=True)
class Labelled:
    """A document with what an expert said of it: its source (None: none of the ten) and the leads wanted from it.

    `leads` are rows with `type` and `anchors` (verbatim stretches), empty where nobody labelled them; `decoys` are
    stretches that look important and carry no lead.
    """

    parsed: Parsed
    profile: Profile
    source: str | None
    leads: Sequence[Mapping[str, Any]] = ()
    decoys: Sequence[str] = ()


def train_recognition(examples: Sequence[Labelled]) -> LinearModel:
    """The model that tells the source of a document; it learns each one with its unit and without."""
    rows, labels = [], []
    for example in examples:
        unsigned = Parsed(replace(example.parsed.document, unit=""))
        for parsed in (example.parsed, unsigned) if example.parsed.document.unit else (unsigned,):
            rows.append(describe(parsed, example.profile))
            labels.append(example.source or NONE)
    return fit_linear(_without_rare(rows), labels, strength=1.0)


def train_worth(examples: Sequence[Labelled]) -> tuple[LinearModel, LinearModel]:
    """The models that tell a sentence worth quoting (yes, no) and the type of lead it carries."""
    rows, labels, kind_rows, kinds = [], [], [], []
    for example in examples:
        if not example.leads or not example.source:
            continue
        for weighed in weigh(example.parsed, example.source):
            kind = _wanted_type(weighed, example)
            times = 2 if not kind and any(_stands_in(decoy, weighed, example) for decoy in example.decoys) else 1
            told = {name: amount for name, amount in weighed.features.items() if not name.startswith(PARTICLE)}
            rows += [told] * times  # what an expert names as a decoy must not be learned as a maybe
            labels += ["yes" if kind else "no"] * times
            if kind:
                kind_rows.append(weighed.features)
                kinds.append(kind)
    return (
        fit_linear(_without_rare(rows), labels, strength=0.2),
        fit_linear(_without_rare(kind_rows), kinds, strength=0.7),
    )


def train_caution(examples: Sequence[Labelled]) -> LinearModel:
    """The model that tells (yes, no) whether an expert would ask for consent before a lead is told."""
    rows, labels = [], []
    for example in examples:
        parsed, source = example.parsed, example.source or NONE
        for lead in example.leads:
            told = [s for s in parsed.sentences if any(_holds(s, anchor, parsed) for anchor in lead["anchors"])]
            if told:
                stretches = stretches_of(parsed, [quote_sentence(parsed, sentence) for sentence in told], source)
                rows.append(describe_caution(stretches, source))
                labels.append("yes" if lead.get("caution") in _ASK else "no")
    return fit_linear(_without_rare(rows), labels, strength=0.3)


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
        )
        for path in sorted((corpora / "习题").glob("*.jsonl"))
        for row in _rows(path)
    ]


def main() -> None:
    """Train all four models on the bundled corpora and store them beside the modules that use them."""
    examples = load_labelled()
    package = Path(__file__).parents[1]
    worth, kind = train_worth(examples)
    for name, model in (
        ("leads/recognition.json", train_recognition(examples)),
        ("analysis/worth.json", worth),
        ("analysis/kind.json", kind),
        ("leads/caution.json", train_caution(examples)),
    ):
        (package / name).write_text(model.to_json(), "utf-8")


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    return (json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())


def _wanted_type(weighed: Weighed, example: Labelled) -> str:
    """The type of the lead one of whose anchors stands in the sentence, empty without one."""
    for lead in example.leads:
        if any(_stands_in(anchor, weighed, example) for anchor in lead["anchors"]):
            return str(lead["type"])
    return ""


def _stands_in(words: str, weighed: Weighed, example: Labelled) -> bool:
    """True when the words share half of themselves or of the sentence with it."""
    return _holds(weighed.sentence, words, example.parsed)


def _holds(sentence: Sentence, words: str, parsed: Parsed) -> bool:
    at = parsed.document.text.find(words)
    common = min(sentence.end, at + len(words)) - max(sentence.start, at)
    return at >= 0 and common >= max(1, min(len(words), sentence.end - sentence.start) // 2)


def _without_rare(rows: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    seen = Counter(name for row in rows for name in row)
    return [{name: value for name, value in row.items() if seen[name] >= _RARE} for row in rows]


if __name__ == "__main__":
    main()
