"""The telling stretch of a sentence: the run of clauses that carries a lead, without the ones that only lead in.

Which clause an expert points at is learned from the stretches he marked: from its characters, the words just before
and after it, its place and its figures. A card that shows the stretch instead of the sentence has room for more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from topicmine.analysis.grams import spell
from topicmine.analysis.learning import LinearModel, load_model
from topicmine.language.sentences import Sentence

_CLAUSE_END = re.compile("[，,；;：:](?![0-9])")
_SAID = re.compile("“[^“”]{1,40}”|（[^（）]{1,40}）")  # what stays whole; in a longer speech a part may tell
_FIGURE = re.compile("[0-9一二三四五六七八九十两百千万]")
_LEAST = 18  # characters a reader needs to see what is meant
_PRICE = 0.6  # of quoting all of the sentence, against the chance of showing all that is meant
_GRAMS, _BESIDE, _REACH = 3.0, 0.7, 6  # how much the grams of a clause and of 6 characters on each side amount to
_MANY, _LONG = 6, 40


@dataclass(frozen=True)
class Clause:
    """A stretch of a sentence up to its comma (offsets into the sentence), and the features the model looks at."""

    start: int
    end: int
    features: Mapping[str, float]


def tell(sentence: Sentence, model: LinearModel) -> tuple[int, int]:
    """Offsets into the document of the telling stretch of `sentence`: whole clauses, at least 18 characters.

    `model` gives each clause its chance to be what an expert would point at. Of all runs of clauses the one is kept
    that holds the most of these chances after the price of its length.
    """
    clauses = split(sentence.text)
    size = len(sentence.text)
    if len(clauses) < 2 or size < _LEAST:
        return sentence.start, sentence.end
    start, end = _best_run(clauses, [model.scores(clause.features)["yes"] for clause in clauses], size)
    if end < size:
        end -= 1  # without the comma
    return sentence.start + start, sentence.start + end


def split(text: str) -> tuple[Clause, ...]:
    """The clauses of a sentence, in order."""
    size = len(text)
    whole = [match.span() for match in _SAID.finditer(text)]
    ends = [match.end() for match in _CLAUSE_END.finditer(text) if match.end() < size]
    bounds = [0, *(end for end in ends if not any(first < end < last for first, last in whole)), size]
    pieces = [text[start:end] for start, end in pairwise(bounds)]
    return tuple(Clause(start, end, _describe(pieces, place)) for place, (start, end) in enumerate(pairwise(bounds)))


def _best_run(clauses: Sequence[Clause], chances: Sequence[float], size: int) -> tuple[int, int]:
    whole, least = sum(chances), min(_LEAST, size // 2)
    best = (float("-inf"), 0, size)
    for first, opening in enumerate(clauses):
        held = 0.0
        for last in range(first, len(clauses)):
            held += chances[last]
            length = clauses[last].end - opening.start
            if length >= least:
                best = max(best, (held / whole - _PRICE * length / size, -opening.start, clauses[last].end))
    return -best[1], best[2]


def _describe(pieces: Sequence[str], place: int) -> dict[str, float]:
    text, count = pieces[place], len(pieces)
    before = pieces[place - 1] if place else ""
    after = pieces[place + 1] if place + 1 < count else ""
    return {
        **spell(text, "~:", _GRAMS),
        **spell(before[-_REACH:], "~p:", _BESIDE),
        **spell(after[:_REACH], "~n:", _BESIDE),
        "figure": float(bool(_FIGURE.search(text))),
        "figure before": float(bool(_FIGURE.search(before))),
        "figure after": float(bool(_FIGURE.search(after))),
        "quoted": float("“" in text or "”" in text),
        "introduces": float(text.endswith(("：", ":"))),
        "introduced": float(before.endswith(("：", ":"))),
        "goes on": float(text.endswith(("；", ";"))),
        "length": min(len(text), _LONG) / (_LONG / 2),
        "short": float(len(text) < 8),
        "longest": float(len(text) == max(map(len, pieces))),
        "first": float(place == 0),
        "last": float(place == count - 1),
        "spot": place / max(count - 1, 1),
        f"of {min(count, _MANY)}": 1.0,
    }


@cache
def load_telling() -> LinearModel:
    """The model trained on the stretches that experts marked."""
    return load_model("topicmine.analysis", "telling.json")
