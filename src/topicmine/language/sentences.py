"""Sentences: the unit a person can quote. Offsets are code points into the text as given."""

from __future__ import annotations

import re
from dataclasses import dataclass

_END = re.compile(r"[。！？；!?;…]+[”’」』）)】》]*|\n+")
_OPENING, _CLOSING = "“「『《（(【", "”」』》）)】"


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text[start:end]` without surrounding blanks; `paragraph` counts the lines that hold text, from 0."""

    start: int
    end: int
    text: str
    paragraph: int


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of `text` in order: they end at 。！？；… and at line ends, closing quotes included.

    >>> [s.text for s in split_sentences("查了7家。都合格！\\n下周再查")]
    ['查了7家。', '都合格！', '下周再查']
    """
    found: list[Sentence] = []
    paragraph, start, line_has_text = 0, 0, False
    for end, breaks_line in _stops(text):
        sentence = _trim(text, start, end, paragraph)
        if sentence:
            found.append(sentence)
            line_has_text = True
        if breaks_line and line_has_text:
            paragraph, line_has_text = paragraph + 1, False
        start = end
    return tuple(found)


def split_clauses(text: str, limit: int = 60) -> tuple[Sentence, ...]:
    """Sentences, with those longer than `limit` characters cut at commas into pieces of at least half of it.

    A card quotes the words that carry a lead, not the whole of a 200-character sentence.
    """
    pieces: list[Sentence] = []
    for sentence in split_sentences(text):
        start = sentence.start
        for comma in re.finditer("[，,：:、　 ]+", sentence.text):
            end = sentence.start + comma.end()
            if end - start >= limit and sentence.end - end >= limit // 2:
                piece = _trim(text, start, end, sentence.paragraph)
                if piece:
                    pieces.append(piece)
                start = end
        piece = _trim(text, start, sentence.end, sentence.paragraph)
        if piece:
            pieces.append(piece)
    return tuple(pieces)


def _stops(text: str) -> list[tuple[int, bool]]:
    stops = [(match.end(), "\n" in match.group()) for match in _END.finditer(text)]
    if not stops or stops[-1][0] < len(text):
        stops.append((len(text), True))
    return stops


def _trim(text: str, start: int, end: int, paragraph: int) -> Sentence | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Sentence(start, end, text[start:end], paragraph) if start < end else None
