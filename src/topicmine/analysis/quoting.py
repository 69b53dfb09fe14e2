"""Quotes for cards: the words that carry a lead, whole clauses where they fit, never longer than a card can show."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from topicmine.language.parsed import Parsed
from topicmine.language.sentences import Sentence
from topicmine.model import Quote

LIMIT = 110
_PAUSE = re.compile("[，,；;：:、。！？\n\t 　]")


def sentence_at(parsed: Parsed, offset: int) -> Sentence | None:
    """The clause of `parsed` in which `offset` stands, or None between clauses."""
    place = bisect_right(parsed.sentences, offset, key=lambda sentence: sentence.start) - 1
    if place < 0 or offset >= parsed.sentences[place].end:
        return None
    return parsed.sentences[place]


def quote_around(parsed: Parsed, start: int, end: int, limit: int = LIMIT) -> Quote:
    """The clause around `start` to `end`, cut at pauses to at most `limit` characters; those words always stay in.

    >>> from topicmine.model import Document
    >>> quote_around(Parsed(Document("d", "先说家底。全县有电梯84台，其中老梯9台。")), 7, 9).text
    '全县有电梯84台，其中老梯9台。'
    """
    sentence = sentence_at(parsed, start)
    left, right = (min(start, sentence.start), max(end, sentence.end)) if sentence else (start, end)
    if right - left > limit:
        left, right = _cut(parsed.document.text, left, right, start, end, limit)
    return parsed.document.quote(left, right)


def quote_sentence(parsed: Parsed, sentence: Sentence, limit: int = LIMIT) -> Quote:
    """A whole clause, cut at a pause where it is longer than `limit`."""
    return quote_around(parsed, sentence.start, min(sentence.end, sentence.start + limit), limit)


def in_order(quotes: Iterable[Quote], most: int) -> tuple[Quote, ...]:
    """The first `most` quotes, none standing inside another, in the order given."""
    kept: list[Quote] = []
    for quote in quotes:
        if not any(o.document == quote.document and o.start < quote.end and quote.start < o.end for o in kept):
            kept.append(quote)
        if len(kept) == most:
            break
    return tuple(kept)


def _cut(text: str, left: int, right: int, start: int, end: int, limit: int) -> tuple[int, int]:
    if end - start >= limit:
        return start, start + limit
    pauses = [left, *(match.end() for match in _PAUSE.finditer(text, left, right)), right]
    begin = next((p for p in pauses if p <= start and end - p <= limit), start)
    finish = next((p for p in reversed(pauses) if p >= end and p - begin <= limit), min(begin + limit, right))
    while finish > end and text[finish - 1].isspace():
        finish -= 1
    return begin, finish
