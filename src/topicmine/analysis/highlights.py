"""The sentences of one document that are most worth telling, for finders that already know which document to open."""

from __future__ import annotations

from topicmine.analysis.quoting import quote_sentence
from topicmine.analysis.worth import load_worth, weigh
from topicmine.language.parsed import Parsed
from topicmine.language.sentences import Sentence
from topicmine.model import Quote

_SHORTEST = 8


def best_sentences(parsed: Parsed, source: str, most: int) -> tuple[Sentence, ...]:
    """The `most` sentences with the highest worth, in reading order."""
    models = load_worth()
    worth = [
        (models.worth_of(weighed), weighed.sentence)
        for weighed in weigh(parsed, source)
        if len(weighed.sentence.text) >= _SHORTEST
    ]
    worth.sort(key=lambda pair: (-pair[0], pair[1].start))
    return tuple(sorted((sentence for _, sentence in worth[:most]), key=lambda sentence: sentence.start))


def best_quotes(parsed: Parsed, source: str, most: int) -> tuple[Quote, ...]:
    """The same as quotes."""
    return tuple(quote_sentence(parsed, sentence) for sentence in best_sentences(parsed, source, most))


def best_worth(parsed: Parsed, source: str) -> float:
    """The worth of the sentence most worth telling, 0 to 1."""
    models = load_worth()
    return max((models.worth_of(weighed) for weighed in weigh(parsed, source)), default=0.0)
