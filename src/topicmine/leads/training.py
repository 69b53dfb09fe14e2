"""Training of the models from labelled corpora: run `python -m topicmine.leads.training` after changing them.

The labels are `corpora/sources.jsonl` and `corpora/answers.jsonl` (see `corpora/README.md`). The stored models are
plain JSON beside the modules that use them; a test trains them again and compares.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, permutations
from pathlib import Path
from typing import Any

from topicmine.analysis.kinds import describe_matter
from topicmine.analysis.learning import GRAM, LinearModel, fit_linear
from topicmine.analysis.matters import compare
from topicmine.analysis.quoting import quote_sentence
from topicmine.analysis.telling import Clause, split
from topicmine.analysis.worth import Weighed, weigh
from topicmine.language.parsed import Parsed
from topicmine.language.sentences import Sentence
from topicmine.leads.caution import describe as describe_caution
from topicmine.leads.caution import stretches_of
from topicmine.leads.labelled import Labelled, load_labelled
from topicmine.leads.recognition import NONE
from topicmine.leads.traits import describe
from topicmine.model import LEAD_TYPES

_ASK = ("consent_needed", "sensitive")
_RARE, _RARE_GRAM = 3, 4  # a word that fewer training rows show tells of one document, not of a kind
_WEAK = 0.02  # what weighs less is left out: 0.01 gave the same figures, 0.04 two to five points fewer right types
_DECOY, _OPTIONAL = 2.0, 0.5  # how much a named decoy, and a lead that may be listed or not, count beside the others
# Of the passages far more are risky than of the documents, so that a harmless one must count for six.
_RISKY_PASSAGE, _HARMLESS_PASSAGE = 0.5, 3.0
_ALONE = 0.5  # how much the sentences of a lead, each by itself as `KindModels` hears them, count beside the whole


def train_recognition(examples: Sequence[Labelled]) -> LinearModel:
    """The model that tells the source of a document; it learns each one with its unit and without."""
    rows, labels = [], []
    for example in _documents(examples):
        unsigned = Parsed(replace(example.parsed.document, unit=""))
        for parsed in (example.parsed, unsigned) if example.parsed.document.unit else (unsigned,):
            rows.append(describe(parsed, example.profile))
            labels.append(example.source or NONE)
    return fit_linear(_without_rare(rows), labels, strength=1.0).without_weak(_WEAK)


def train_worth(examples: Sequence[Labelled]) -> LinearModel:
    """The model that tells a sentence worth quoting (yes, no)."""
    rows, labels, counts = [], [], []
    for example in _with_leads(examples):
        for weighed in weigh(example.parsed, example.source or NONE):
            told = [lead for lead in example.leads if _carries(weighed, lead, example)]
            rows.append(weighed.spelt)
            labels.append("yes" if told else "no")
            counts.append(_count(weighed, told, example))
    return fit_linear(_without_rare(rows), labels, strength=0.2, counts=counts).without_weak(_WEAK)


def train_telling(examples: Sequence[Labelled]) -> LinearModel:
    """The model that tells (yes, no) which clause of a sentence worth quoting an expert points at."""
    rows, labels = [], []
    for example in _with_leads(examples):
        anchors = [anchor for lead in example.leads for anchor in lead["anchors"]]
        for sentence in example.parsed.sentences:
            marked = [anchor for anchor in anchors if _holds(sentence, anchor, example.parsed)]
            clauses = split(sentence.text)
            if marked and len(clauses) > 1:
                rows += [clause.features for clause in clauses]
                labels += ["yes" if _marks(marked, clause, sentence, example) else "no" for clause in clauses]
    return fit_linear(_without_rare(rows), labels, strength=0.3, balanced=False).without_weak(_WEAK)


def train_matters(examples: Sequence[Labelled]) -> LinearModel:
    """The model that tells whether two sentences, both worth quoting, belong to one lead (yes, no)."""
    rows, labels = [], []
    for example in _with_leads(examples):
        weighed = weigh(example.parsed, example.source or NONE)
        told = [{n for n, lead in enumerate(example.leads) if _carries(one, lead, example)} for one in weighed]
        for first, last in combinations([place for place, leads in enumerate(told) if leads], 2):
            rows.append(compare(weighed, first, last))
            labels.append("yes" if told[first] & told[last] else "no")
    return fit_linear(rows, labels, balanced=False)


def train_kind(examples: Sequence[Labelled]) -> LinearModel:
    """The model that tells the type of a lead from the sentences it rests on."""
    rows, labels, counts = [], [], []
    for example in _with_leads(examples):
        weighed = weigh(example.parsed, example.source or NONE)
        for lead in example.leads:
            for heard, count in _hearings([one for one in weighed if _carries(one, lead, example)]):
                rows.append(describe_matter(example.parsed, heard))
                labels.append(lead["type"])
                counts.append(count)
    return fit_linear(_without_rare(rows), labels, strength=0.5, counts=counts, balanced=False).without_weak(_WEAK)


def _hearings(matter: Sequence[Weighed]) -> Iterator[tuple[Sequence[Weighed], float]]:
    """The sentences of a lead together, then each by itself; with how much each hearing counts."""
    if matter:
        yield matter, 1.0
    if len(matter) > 1:
        yield from (([one], _ALONE / len(matter)) for one in matter)


def count_company(examples: Sequence[Labelled]) -> LinearModel:
    """For each pair of types the log of how much likelier than chance two leads of one document have them."""
    pairs, single = Counter[tuple[str, str]](), Counter[str]()
    for example in _documents(examples):
        types = [str(lead["type"]) for lead in example.leads]
        single.update(types)
        pairs.update(permutations(types, 2))
    whole, every = sum(pairs.values()) + len(LEAD_TYPES) ** 2, sum(single.values())
    rows = {
        a: tuple(
            math.log((pairs[a, b] + 1) / whole) - math.log(single[a] / every) - math.log(single[b] / every)
            for b in LEAD_TYPES
        )
        for a in LEAD_TYPES
    }
    return LinearModel(LEAD_TYPES, (0.0,) * len(LEAD_TYPES), rows)


def train_caution(examples: Sequence[Labelled]) -> LinearModel:
    """The model that tells (yes, no) whether an expert would ask for consent before a lead is told."""
    rows, labels, counts = [], [], []
    for example in examples:
        parsed, source = example.parsed, example.source or NONE
        for lead in example.leads:
            told = [sentence for sentence in parsed.sentences if _is_told(sentence, lead, parsed)]
            if told and "caution" in lead:
                stretches = stretches_of(parsed, [quote_sentence(parsed, sentence) for sentence in told], source)
                rows.append(describe_caution(stretches, source))
                risky = lead["caution"] in _ASK
                labels.append("yes" if risky else "no")
                counts.append((_RISKY_PASSAGE if risky else _HARMLESS_PASSAGE) if example.passage else 1.0)
    return fit_linear(_without_rare(rows), labels, strength=0.3, counts=counts).without_weak(_WEAK)


def main() -> None:
    """Train all models on the bundled corpora and store them beside the modules that use them."""
    examples = load_labelled()
    package = Path(__file__).parents[1]
    for name, train in TRAINED.items():
        (package / name).write_text(train(examples).to_json(), "utf-8")


def _documents(examples: Sequence[Labelled]) -> list[Labelled]:
    return [example for example in examples if not example.passage]


def _with_leads(examples: Sequence[Labelled]) -> list[Labelled]:
    return [example for example in _documents(examples) if example.leads and example.source]


def _is_told(sentence: Sentence, lead: Mapping[str, Any], parsed: Parsed) -> bool:
    return any(_holds(sentence, anchor, parsed) for anchor in lead["anchors"])


def _carries(weighed: Weighed, lead: Mapping[str, Any], example: Labelled) -> bool:
    """True when an anchor of the lead stands in the sentence."""
    return _is_told(weighed.sentence, lead, example.parsed)


def _count(weighed: Weighed, told: Sequence[Mapping[str, Any]], example: Labelled) -> float:
    """How much a sentence counts in training, `told` being the leads it carries.

    What an expert names as a decoy must not be learned as a maybe, and what he would not insist on not as a must.
    """
    if told:
        return 1.0 if any(lead.get("must", True) for lead in told) else _OPTIONAL
    return _DECOY if any(_stands_in(decoy, weighed, example) for decoy in example.decoys) else 1.0


def _stands_in(words: str, weighed: Weighed, example: Labelled) -> bool:
    """True when the words share half of themselves or of the sentence with it."""
    return _holds(weighed.sentence, words, example.parsed)


def _holds(sentence: Sentence, words: str, parsed: Parsed) -> bool:
    at = parsed.document.text.find(words)
    common = min(sentence.end, at + len(words)) - max(sentence.start, at)
    return at >= 0 and common >= max(1, min(len(words), sentence.end - sentence.start) // 2)


def _marks(anchors: Sequence[str], clause: Clause, sentence: Sentence, example: Labelled) -> bool:
    """True when half of an anchor stands in the clause."""
    start, end = sentence.start + clause.start, sentence.start + clause.end
    for anchor in anchors:
        at = example.parsed.document.text.find(anchor)
        if min(end, at + len(anchor)) - max(start, at) >= max(1, len(anchor) // 2):
            return True
    return False


def _without_rare(rows: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    seen = Counter(name for row in rows for name in row)
    kept = {name for name, times in seen.items() if times >= (_RARE_GRAM if name.startswith(GRAM) else _RARE)}
    return [{name: value for name, value in row.items() if name in kept} for row in rows]


TRAINED: Mapping[str, Callable[[Sequence[Labelled]], LinearModel]] = {
    "leads/recognition.json": train_recognition,
    "analysis/worth.json": train_worth,
    "analysis/telling.json": train_telling,
    "analysis/matters.json": train_matters,
    "analysis/kind.json": train_kind,
    "analysis/company.json": count_company,
    "leads/caution.json": train_caution,
}


if __name__ == "__main__":
    main()
