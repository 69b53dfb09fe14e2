"""Words: the only door to the segmenters. rjieba where it has a wheel, pure-Python jieba elsewhere: same words."""

from __future__ import annotations

import re
import tempfile
from functools import cache
from importlib import resources
from typing import Protocol

_HAN = re.compile(r"[㐀-鿿豈-﫿〇]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTENT_TAGS = ("n", "v", "a", "j", "i", "l", "eng")
_EMPTY_TAGS = ("nr", "vd", "ad")


class Segmenter(Protocol):
    """What both packages offer: cut into words, and cut with a part-of-speech tag for each."""

    def cut(self, text: str, hmm: bool = ...) -> list[str]:
        """The words of `text` in order."""

    def tag(self, text: str, hmm: bool = ...) -> list[tuple[str, str]]:
        """The words of `text` in order with their tags."""


def cut(text: str) -> list[str]:
    """The words of `text` in order; joined they give `text` again.

    >>> cut("抽检食品")
    ['抽检', '食品']
    """
    return list(_segmenter().cut(_whole(text), True))


def tag(text: str) -> list[tuple[str, str]]:
    """The words of `text` with their jieba tags (n noun, v verb, m number, nr person, ns place, x mark …)."""
    return [(word, label) for word, label in _segmenter().tag(_whole(text), True)]


def content_words(text: str) -> list[str]:
    """The words that carry the matter: nouns, verbs and adjectives of two or more characters, no stop words."""
    stop = stop_words()
    return [
        word
        for word, label in tag(text)
        if len(word) > 1 and label.startswith(_CONTENT_TAGS) and label not in _EMPTY_TAGS and word not in stop
    ]


def _whole(text: str) -> str:
    """`text` with lone surrogates, which the Rust segmenter refuses, as replacement marks: the lengths stay."""
    return _SURROGATE.sub("\ufffd", text)


def is_word(text: str) -> bool:
    """True when the dictionary knows `text` as one word: what the segmenter only guessed is none.

    >>> is_word("灌溉"), is_word("灌慨")
    (True, False)
    """
    return list(_segmenter().cut(_whole(text), False)) == [text]


@cache
def stop_words() -> frozenset[str]:
    """Words so common in office prose that they tell no matter from another (data: `stop_words.txt`)."""
    listed = resources.files("topicmine.language").joinpath("stop_words.txt").read_text("utf-8")
    return frozenset(line.strip() for line in listed.splitlines() if line.strip() and not line.startswith("#"))


def is_chinese(text: str) -> bool:
    """True when at least a third of the visible characters are Chinese."""
    visible = [c for c in text if not c.isspace()]
    return bool(visible) and 3 * sum(bool(_HAN.match(c)) for c in visible) >= len(visible)


@cache
def _segmenter() -> Segmenter:
    try:
        import rjieba
    except ImportError:
        return _PureJieba()
    segmenter: Segmenter = rjieba.Jieba()
    return segmenter


class _PureJieba:
    """The same two calls on pure-Python jieba, with its cache in a folder of the user's own."""

    def __init__(self) -> None:
        import logging

        import jieba
        import jieba.posseg

        jieba.setLogLevel(logging.WARNING)
        tokenizer = jieba.Tokenizer()
        # jieba's shared cache file cannot be read by a second user of the machine
        tokenizer.tmp_dir = tempfile.mkdtemp(prefix="topicmine-")
        self._tokenizer = tokenizer
        self._tagger = jieba.posseg.POSTokenizer(tokenizer)

    def cut(self, text: str, hmm: bool = True) -> list[str]:
        return list(self._tokenizer.cut(text, HMM=hmm))

    def tag(self, text: str, hmm: bool = True) -> list[tuple[str, str]]:
        return [(pair.word, pair.flag) for pair in self._tagger.cut(text, HMM=hmm)]
