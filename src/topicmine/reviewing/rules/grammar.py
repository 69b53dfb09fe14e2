"""Grammar that an expression cannot tell: words written twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from topicmine.reviewing.lexicon import words
from topicmine.reviewing.rule import Hit, show
from topicmine.reviewing.view import View

_DOUBLE_CHAR = re.compile(r"(?P<c>[的了和在是把被对与及为从到地得将])(?P=c)")
_DOUBLE_WORD = re.compile(r"(?P<w>[一-鿿]{2,4})(?P=w)")
_COUNTS = re.compile("[一二三四五六七八九十两]")
_WHOLE = re.compile(
    r"的的确确|是是非非|对对[子联]|不了了之|一[个件条步遍次]|[一二三四五六七八九十两][一-鿿]"
    r"|地地道道|从从容容|和和[气美]"
)
_SECOND_VERB = re.compile(
    "提高|提升|增强|加强|扩大|改善|保证|保障|确保|稳定|优化|形成|促进|推动|管理|评价"
    "|监测|控制|服务|影响|高|低|有|是|为|对|和|与|解决|处理|的[一-鿿]{4,}"
)
_CHAINED = re.compile("师|生|才|干部|提高|提升|加快|不断|共同")


def check_g02(view: View) -> Iterator[Hit]:
    """A verb and, at the end of the phrase, a noun it cannot take; with a second verb between, that one governs."""
    for verb, nouns in _collocations():
        for match in re.finditer(
            rf"{verb}了?(?P<between>[^，。；、：\n（“]{{0,10}}?)(?P<noun>{nouns})(?=[，。；！0-9]|$)", view.body
        ):
            before = view.body[max(0, match.start() - 2) : match.start()]
            if _SECOND_VERB.search(match["between"]) or _CHAINED.search(before) or before.endswith(("的", "之")):
                continue
            sentence = view.sentence_at(match.start())
            if sentence and not view.is_quoted("body", *match.span()):
                message = f"“{verb}”不能与“{match['noun']}”搭配。"
                yield show(sentence, message)


@cache
def _collocations() -> tuple[tuple[str, str], ...]:
    rows = (row.split("|") for row in sorted(words("collocations")))
    return tuple((verb, nouns.replace(" ", "|")) for verb, nouns in rows)


def check_g04(view: View) -> Iterator[Hit]:
    """A particle twice, or a noun of two to four characters twice; 讨论讨论 and 一步一步 pass."""
    text, borders = view.body, view.borders("body")
    for match in _DOUBLE_CHAR.finditer(text):
        around = text[max(0, match.start() - 2) : match.end() + 2]
        parted = {match.start(), match.start() + 1, match.end()} <= borders
        if parted and not _WHOLE.search(around):
            yield Hit("body", max(0, match.start() - 4), min(len(text), match.end() + 4))
    nouns = _nouns(view)
    for match in _DOUBLE_WORD.finditer(text):
        word = match["w"]
        said_twice = len(word) == 2 and (word not in nouns or word[0] == word[1])
        if said_twice or len(set(word)) == 1 or view.is_quoted("body", *match.span()) or _COUNTS.search(word):
            continue
        yield Hit("body", max(0, match.start() - 4), min(len(text), match.end() + 4))


def _nouns(view: View) -> frozenset[str]:
    """The words of the body that are nouns, and 进行, 开展 and the like, which nobody says twice."""
    heavy = {"进行", "开展", "加强", "实施", "推进", "提高", "通过", "根据", "按照", "以及", "发现", "要求"}
    return frozenset(word for word, label in view.words if label.startswith("n") and label != "nr") | heavy
