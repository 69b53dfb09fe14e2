"""Grammar that an expression cannot tell: words written twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from topicmine.reviewing.rule import Hit
from topicmine.reviewing.view import View

_DOUBLE_CHAR = re.compile(r"(?P<c>[的了和在是把被对与及为从到地得将])(?P=c)")
_DOUBLE_WORD = re.compile(r"(?P<w>[一-鿿]{2,4})(?P=w)")
_WHOLE = re.compile(
    r"的的确确|是是非非|对对[子联]|不了了之|一[个件条步遍次]|[一二三四五六七八九十两][一-鿿]|地地道道|从从容容|和和[气美]"
)
# two-character verbs that may be said twice: 讨论讨论, 研究研究
_VERB_TAGS = ("v", "a", "d", "i", "q", "m", "z", "o", "y", "e")


def check_g04(view: View) -> Iterator[Hit]:
    """A particle twice, or a noun of two to four characters twice; 讨论讨论 and 一步一步 pass."""
    text = view.body
    for match in _DOUBLE_CHAR.finditer(text):
        around = text[max(0, match.start() - 2) : match.end() + 2]
        if not _WHOLE.search(around) and not re.match(match["c"], text[match.end() : match.end() + 1]):
            yield Hit("body", max(0, match.start() - 4), min(len(text), match.end() + 4))
    nouns = _nouns(view)
    for match in _DOUBLE_WORD.finditer(text):
        word = match["w"]
        said_twice = len(word) == 2 and (word not in nouns or word[0] == word[1])
        if said_twice or len(set(word)) == 1 or view.is_quoted("body", *match.span()) or word[0] in "一二三四五六七八九十两":
            continue
        yield Hit("body", max(0, match.start() - 4), min(len(text), match.end() + 4))


def _nouns(view: View) -> frozenset[str]:
    """The words of the body that are nouns, and 进行, 开展 and the like, which nobody says twice."""
    heavy = {"进行", "开展", "加强", "实施", "推进", "提高", "通过", "根据", "按照", "以及", "发现", "要求"}
    return frozenset(word for word, label in view.words if label.startswith("n") and label != "nr") | heavy
