"""What is nobody's business, told of a private person by full name: an illness, a complaint, a wrong suffered.

The person and the matter stand in one sentence, in either order. Officials at their work and people who are honoured
pass; so do 李某 and 黄女士, who are not named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from topicmine.language.sentences import Sentence
from topicmine.language.words import is_word
from topicmine.reviewing.lexicon import pattern
from topicmine.reviewing.persons import SURNAME

Span = tuple[int, int]

_NAMED_AFTER = re.compile(
    rf"(?:{pattern('named_after').pattern})(?:姓名)?(?:[：:为是即系]|\s|“|（)?(?P<name>{SURNAME}(?!某)[一-鿿]{{1,2}}?)"
    r"(?=[，。、；：（(）)”\s]|$|[，]?(?:[男女]，|[0-9]+岁)|称|说|自称|反映|来电|投诉|系|是|住|家|的|在|患|因|和|对|等|女士"
    "|先生|老人|本人|随|带|今年|现年|一家|每|损失|建议|遭|被|从|向|到|买|把|于|已|也)"
)
_TITLE = re.compile("女士|先生|某|[大阿老]")
_MADE_UP = re.compile(rf"(?P<name>{SURNAME}[一-鿿]{{1,2}})[（(]化名")
_REACH = 80  # characters on either side of a name that belong to what is told of it


@lru_cache(maxsize=8)
def made_up_names(text: str) -> frozenset[str]:
    """The names that the text itself says are made up: 赵菁（化名）.

    >>> sorted(made_up_names("伤者赵菁（化名）已出院。"))
    ['赵菁']
    """
    return frozenset(match["name"] for match in _MADE_UP.finditer(text))


def find_told_and_harmed(text: str) -> Iterator[Span]:
    """A complainant, a victim or a patient called by full name behind the word that says so.

    >>> text = "投诉人梁伯钧称，面积算多了。投诉人梁女士称已退款。"
    >>> [text[a:b] for a, b in find_told_and_harmed(text)]
    ['投诉人梁伯钧']
    """
    for match in _NAMED_AFTER.finditer(text):
        title = _TITLE.match(text, match.start("name") + 1)
        made_up = any(match["name"].startswith(name) for name in made_up_names(text))
        if not title and not is_word(match["name"]) and not made_up:
            yield match.start(), match.end("name")


def find_ill_or_troubled(sentences: Sequence[Sentence], names: Sequence[Span]) -> Iterator[Span]:
    """An illness or a trouble at home told beside somebody's full name, in the same sentence."""
    for sentence, start, end in _private(sentences, names):
        near = _near(sentence, start - 24, end + 40)
        if pattern("illnesses").search(near) or pattern("private_troubles").search(near):
            yield start, end


def find_children(sentences: Sequence[Sentence], names: Sequence[Span]) -> Iterator[Span]:
    """A child's full name with the age or class beside it and something that no other child should read."""
    for sentence, start, end in _private(sentences, names):
        sign = pattern("signs_of_childhood").search(_near(sentence, start - 16, end + 12))
        is_child = sign and not pattern("grown").search(_near(sentence, start - 24, start))
        if is_child and pattern("troubles_of_children").search(_near(sentence, start - _REACH, end + _REACH)):
            yield start, end


def _private(sentences: Sequence[Sentence], names: Sequence[Span]) -> Iterator[tuple[Sentence, int, int]]:
    """Each full name with its sentence: no office beside the name, no honour near it."""
    places = iter(sorted(names))
    here = next(places, None)
    for sentence in sentences:
        while here and here[0] < sentence.end:
            start, end = here
            here = next(places, None)
            at_work = pattern("office_words").search(_near(sentence, start - 8, end + 4))
            praised = pattern("honours").search(_near(sentence, start - _REACH, end + _REACH))
            if start >= sentence.start and not at_work and not praised:
                yield sentence, start, end


def _near(sentence: Sentence, start: int, end: int) -> str:
    """The part of a sentence between two places of the text."""
    return sentence.text[max(0, start - sentence.start) : max(0, end - sentence.start)]
