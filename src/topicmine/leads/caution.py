"""How likely it is that something may not be told yet: notions found around its words, weighed by a learned model.

The notions are the stanzas of `gate.toml`. A notion that is `sure` stops by itself; of the others each is only a hint
(立案 stands in a case file and in a year's count), and the model weighs them with the words around. It was trained on
the leads of the invented corpora, which say of each whether an expert would ask for consent first.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from topicmine.analysis.grams import spell
from topicmine.analysis.learning import LinearModel, load_model
from topicmine.language.parsed import Parsed
from topicmine.language.words import cut
from topicmine.model import Quote

# A lead is held back from here on: where a notion stands, where none does, and where the whole text is a few words that
# show little of anything. Of the risky leads of papers by hands the model had not met 95 % were held back, of the
# others 23 %.
_LIKELY_HINTED, _LIKELY, _LIKELY_OF_FEW, _FEW = 0.18, 0.2, 0.45, 120
_LIKELY_AMONG, _MANY = 0.6, 3  # what three documents or more count together tells of none of them: a notion must stand
_WORD = re.compile("[一-鿿]{2,}")
_SLIP, _MATTER = 200, 900  # characters; a shorter text, or a shorter own record, is about one matter as a whole
_RECORDS = ("enforcement", "consumer_dispute", "registration")
_WIDER = {"near": 0.3, "around": 0.15}  # how much a word of the stretch counts
_GRAMS = 4.0  # how much all character grams of a stretch amount to


@dataclass(frozen=True, slots=True)
class Reason:
    """One stanza of `gate.toml`."""

    name: str
    result: str
    where: str
    says: str
    who: str
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    sure: bool

    def find(self, stretches: Mapping[str, str]) -> str:
        """The words that give the reason, or an empty string."""
        said = _said(self.pattern, stretches[self.where])
        return said if said and not self.is_taken_back(stretches) else ""

    def is_taken_back(self, stretches: Mapping[str, str]) -> bool:
        """True when the same stretch says that it is over, a drill or a rule."""
        return bool(self.unless and _said(self.unless, stretches[self.where]))


@cache
def load_reasons() -> tuple[Reason, ...]:
    """The reasons of the gate in the order of the file."""
    table = tomllib.loads(resources.files("topicmine.leads").joinpath("gate.toml").read_text("utf-8"))
    return tuple(
        Reason(
            name,
            row["result"],
            row["where"],
            row["says"],
            row["who"],
            re.compile(row["pattern"]),
            re.compile(row["unless"]) if "unless" in row else None,
            row.get("sure", False),
        )
        for name, row in table.items()
    )


def stretches_of(parsed: Parsed, quotes: Sequence[Quote], source: str) -> dict[str, str]:
    """What is searched under each `where` of the reasons, for quotes of one document of `source`."""
    text = parsed.document.text
    found: dict[str, dict[str, None]] = {"quotes": {}, "near": {}, "around": {}, "matter": {}}
    for quote in quotes:
        near = text if len(text) <= _SLIP else _around(parsed, quote, 1)
        found["quotes"][quote.text] = None
        found["near"][near] = None
        found["around"][text if len(text) <= _MATTER else _around(parsed, quote, 3)] = None
        found["matter"][text if source in _RECORDS and len(text) <= _MATTER else near] = None
    joined = {where: "\n".join(texts) for where, texts in found.items()}
    return {**joined, "document": f"{parsed.document.title}\n{text}"}


def describe(stretches: Mapping[str, str], source: str) -> dict[str, float]:
    """The features of a lead's words in one document: notions, how near they stand, and the words around."""
    features = {f"source:{source}": 0.5}
    for reason in load_reasons():
        said = _said(reason.pattern, stretches[reason.where])
        if not said or reason.result == "redact":
            continue
        if reason.is_taken_back(stretches):
            features[f"over:{reason.name}"] = 1.0
            continue
        features[f"notion:{reason.name}"] = 1.0
        features[f"says:{reason.name}:{said[:4]}"] = 0.5
        for where in ("near", "quotes"):
            if _said(reason.pattern, stretches[where]):
                features[f"{reason.name} in {where}"] = 1.0
    for where, worth in _WIDER.items():
        features.update({f"{where}:{word}": worth for word in _words(stretches[where])})
    for where in ("near", "quotes"):
        features.update(spell(stretches[where], f"~{where}:", _GRAMS))
    return features


def chance_of(features: Mapping[str, float]) -> float:
    """The probability (0 to 1) that an expert would ask for consent first."""
    return _model().scores(features)["yes"]


def is_likely(chance: float, *, hinted: bool, length: int, documents: int) -> bool:
    """Whether the words of one document hold a lead back that rests on so many `documents`.

    Decided by their chance, whether a notion stands in them, and the `length` of the document (characters).
    """
    if documents >= _MANY:
        return hinted and chance >= _LIKELY_AMONG
    return chance >= (_LIKELY_HINTED if hinted else _LIKELY if length >= _FEW else _LIKELY_OF_FEW)


def telling_words(features: Mapping[str, float]) -> tuple[str, ...]:
    """The words near the quotes that lift the probability most, at most three."""
    reasons = _model().reasons(features, "yes")
    return tuple(name.removeprefix("near:") for name, _ in reasons if name.startswith("near:"))[:3]


def _model() -> LinearModel:
    return load_model("topicmine.leads", "caution.json")


@lru_cache(32768)
def _said(pattern: re.Pattern[str], text: str) -> str:
    """The first words of the text that match; kept, since the leads of one document share their surroundings."""
    match = pattern.search(text)
    return match.group() if match else ""


@lru_cache(4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(sorted({word for word in cut(text) if _WORD.fullmatch(word)}))


def _around(parsed: Parsed, quote: Quote, reach: int) -> str:
    """The sentences of a quote with `reach` more on either side."""
    sentences = parsed.sentences
    first = bisect_right(sentences, quote.start, key=lambda sentence: sentence.start) - 1
    last = bisect_left(sentences, quote.end, key=lambda sentence: sentence.end)
    start, end = max(0, first - reach), min(len(sentences) - 1, last + reach)
    return parsed.document.text[sentences[start].start : sentences[end].end] if sentences else quote.text
