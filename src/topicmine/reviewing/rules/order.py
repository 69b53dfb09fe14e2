"""Order: a tale that jumps back and forth, strays that share no word with the rest, topics told in turns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from topicmine.language.sentences import Sentence
from topicmine.reviewing.rule import Hit, show
from topicmine.reviewing.view import View

# marks of a teller who fetches what he left out; one alone is style, two are a jumble
_BACK = re.compile(
    r"在(?:那|这)之前|(?:再|还要)往前(?:说|推|倒|数)|(?:这|也|原因|[一-鿿]{1,6})(?:都)?是(?:后来|事后)才|后来才(?:查|知|发现|找|弄)"
    r"|(?:之前|前面|刚才|上面|前文|先前)(?:说|提|讲)(?:过|到)?的(?:那|这)|最初(?:想到|发现|的起因)|最早(?:想到|发现|提出)"
    r"|(?:还要|事情)?(?:得)?从[^，。；]{1,12}说起|(?:还|前面)(?:没有|没|忘了)(?:说|交代|提到?)"
    r"|(?:^|(?<=[。！？\n]))(?:说起|说到|再说|至于|要说)[^，。\n]{1,8}[，。]|(?:^|(?<=[。！？\n]))起初"
)
_ASIDE = re.compile(
    r"^[ 　]{0,20}(?P<mark>另外|此外|其间|期间|对了|还要说|还有一件|顺带|题外|插一句|值得一提的是|说起|说到|再说)"
)
# 该店, 也, 另有: the sentence ties itself to what was said
_TIED = re.compile("[该这那此也还再]|其(?!他)|另有|同样|上述|对[^，。]{2,8}的")
_HAN = re.compile("[一-鿿]+")
_EMPTY = re.compile(
    "今年|去年|明年|目前|现在|以来|开始|进行|每天|公斤|万元|已经|一个|群众|工作|情况|问题|大家|其中|以后|之后|同时"
)
_PARTS = re.compile(r"[、，]|以及|(?<=[一-鿿]{2})[和与及](?=[一-鿿]{3})")
_CAUSE = re.compile("起因|背景|缘由|缘起|由来|为什么|起源")
_DEED = re.compile("做法|措施|办法|举措|过程|经过")
_RESULT = re.compile("成效|效果|结果|成果|收获|变化")
_ORDINAL = re.compile(
    r"(?:^|(?<=[。！？；\n]))[ 　]{0,20}(?P<word>首先|其次|再次|最后|第[一二三四五六])[，,、]", re.MULTILINE
)
_RANK = {"首先": 1, "其次": 2, "再次": 3}


def check_s20(view: View) -> Iterator[Hit]:
    """Two marks of fetching back; shown with the sentence that came too early."""
    marked = [s for s in view.sentences if _BACK.search(s.text) and not view.is_quoted("body", s.start, s.end)]
    if sum(len(_BACK.findall(s.text)) for s in marked) < 2:
        return
    for sentence in dict.fromkeys((view.sentences[0], *marked[:3])):
        yield show(sentence)


def check_s21(view: View) -> Iterator[Hit]:
    """An aside (另外, 其间, 对了 …) that shares no word with the title or any other sentence."""
    if len(view.sentences) < 4:
        return
    pairs = Counter(pair for s in view.sentences for pair in set(_pairs(s.text)))
    title = set(_pairs(view.title))
    strays = [s for s in view.sentences if _is_stray(s, pairs, title)]
    for sentence in strays[:3]:
        yield show(sentence)


def check_s22(view: View) -> Iterator[Hit]:
    """The topics of a title that lists three or more, told in turns: left, and come back to, more than once."""
    topics = [set(_pairs(part)) for part in _PARTS.split(view.title) if len(part) >= 3]
    if len(topics) < 3 or "、" not in view.title:
        return
    told = [(n, s) for s in view.sentences if (n := _topic_of(s, topics)) is not None]
    turns = [(n, list(run)) for n, run in groupby(told, key=lambda pair: pair[0])]
    seen: set[int] = set()
    returns = []
    for n, run in turns:
        if n in seen:
            returns.append(run[0][1])
        seen.add(n)
    if len(returns) >= 2 and len(seen) >= 3:
        for sentence in (told[0][1], *returns[:3]):
            yield show(sentence)


def check_s23(view: View) -> Iterator[Hit]:
    """Headings with the result or the deeds before the cause."""
    tops = [h for h in view.headings if h.level in {1, 2} and len(h.text) <= 20]
    causes = [h for h in tops if _CAUSE.search(h.text)]
    early = [h for h in tops if _RESULT.search(h.text) or _DEED.search(h.text)]
    if causes and early and early[0].start < causes[0].start and early[0].level == causes[0].level:
        for heading in (early[0], causes[0]):
            yield Hit("body", heading.start, min(heading.end, heading.start + 60))


def check_s24(view: View) -> Iterator[Hit]:
    """首先, 其次, 再次 out of their order."""
    last = 0
    for match in _ORDINAL.finditer(view.body):
        rank = _RANK.get(match["word"], 0)
        if rank and last > rank > 1:
            end = view.body.find("。", match.start())
            yield Hit("body", match.start("word"), min(max(end, match.end()), match.end() + 60))
        last = rank if rank else 0


def _is_stray(sentence: Sentence, pairs: Counter[str], title: set[str]) -> bool:
    mark = _ASIDE.match(sentence.text)
    if not mark or _TIED.search(sentence.text[mark.end() : mark.end() + 12]):
        return False
    own = set(_pairs(sentence.text[mark.end() :]))
    if len(own) < 7:
        return False
    return not any(pairs[pair] > 1 or pair in title for pair in own)


def _pairs(text: str) -> Iterator[str]:
    """Two characters side by side, clause words left out."""
    for run in _HAN.finditer(text[:600]):
        word = run.group()
        yield from (word[n : n + 2] for n in range(len(word) - 1) if not _EMPTY.match(word, n))


def _topic_of(sentence: Sentence, topics: list[set[str]]) -> int | None:
    """The one topic of which a sentence speaks most; None for none or a tie."""
    own = set(_pairs(sentence.text))
    shared = [len(own & (topic - set().union(*(t for t in topics if t is not topic)))) for topic in topics]
    most = max(shared)
    return shared.index(most) if most >= 2 and shared.count(most) == 1 else None
