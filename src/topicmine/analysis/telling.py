"""The telling stretch of a sentence: the run of clauses that carries a lead, without the ones that only lead in."""

from __future__ import annotations

import re
from itertools import pairwise

from topicmine.analysis.signals import find_signals
from topicmine.analysis.worth import WorthModel
from topicmine.language.sentences import Sentence
from topicmine.language.words import cut

_CLAUSE_END = re.compile("[，,；;：:](?![0-9])")
_FIGURE = re.compile("[0-9一二三四五六七八九十两百千万]")
_SHORT = 36  # characters; a shorter sentence is quoted whole
_LEAST = 30  # characters a reader needs to see what is meant
_PRICE = 0.004  # of each character quoted, against the worth of what it says


def tell(sentence: Sentence, models: WorthModel) -> tuple[int, int]:
    """Offsets into the document of the telling stretch of `sentence`: whole clauses, at least 30 characters.

    The worth of a clause is what its signals, words and figures weigh in the learned model; the run of clauses with
    the most worth after the price of its length is kept.
    """
    text, size = sentence.text, len(sentence.text)
    ends = [match.end() for match in _CLAUSE_END.finditer(text) if match.end() < size]
    if size < _SHORT or len(ends) < 2:
        return sentence.start, sentence.end
    bounds = [0, *ends, size]
    worths = [_worth(text[start:end], models) for start, end in pairwise(bounds)]
    least = min(_LEAST, size // 2)
    best = (float("-inf"), 0, size)
    for first in range(len(worths)):
        for last in range(first, len(worths)):
            start, end = bounds[first], bounds[last + 1]
            if end - start >= least:
                worth = sum(worths[first : last + 1]) - _PRICE * (end - start)
                best = max(best, (worth, -start, end))
    start, end = -best[1], best[2]
    if end < size:
        end -= 1  # without the comma
    return sentence.start + start, sentence.start + end


def _worth(clause: str, models: WorthModel) -> float:
    said = models.worth.classes.index("yes")
    names = [f"s:{name}" for name in find_signals(clause)] + [f"w:{word}" for word in cut(clause) if len(word) > 1]
    weights = models.worth.weights
    learned = sum((2.0 if name[0] == "s" else 1.0) * weights[name][said] for name in names if name in weights)
    return learned + 0.15 * bool(_FIGURE.search(clause)) + 0.1 * ("“" in clause)
