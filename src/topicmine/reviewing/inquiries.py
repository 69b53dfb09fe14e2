"""An inquiry given away: who told, what is still open, how the officers watched; found by notions that meet.

No single word decides. A method is one when officers use it in a case; a teller is one when somebody who can be picked
out tells an office of a wrong; a matter is open when a wrong is told of somebody by name and a step of the procedure
is still to come. The words of each notion are lists of `inquiries.toml`.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources

from topicmine.language.sentences import Sentence

Span = tuple[int, int]
_BACK = re.compile("[他她]|该|其(?!他|中|它|余)")
_NEIGHBOURS = 2  # sentences on either side that belong to the same matter


def find_methods(text: str, sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """Sentences that tell how officers pretended, watched unseen or traced somebody.

    >>> from topicmine.language.sentences import split_sentences
    >>> text = "队员披着雨衣装成赶集的，跟了三天才找到窝点。"
    >>> [s.start for s in find_methods(text, split_sentences(text))]
    [0]
    """
    if not _notion("chases").search(text):
        return
    for n, sentence in enumerate(sentences):
        around = "".join(s.text for s in sentences[max(0, n - _NEIGHBOURS) : n + _NEIGHBOURS + 1])
        if not _notion("chases").search(around) or _notion("public_methods").search(sentence.text):
            continue
        if _uses_disguise(sentence.text, around) or (
            _notion("officers").search(around) and any(_notion(name).search(sentence.text) for name in _UNSEEN)
        ):
            yield sentence


_UNSEEN = ("hidden_devices", "traces", "long_watches", "insiders")


def _uses_disguise(sentence: str, around: str) -> bool:
    """True when those who pretend are officers, or nobody else whom the sentence names before."""
    for disguise in _notion("disguises").finditer(sentence):
        before = sentence[: disguise.start()]
        officer = _last(_notion("officers"), before)
        other = _last(_notion("other_hands"), before)
        if officer > other or (officer < 0 and other < 0 and _notion("own_side").search(around)):
            return True
    return False


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match begins, -1 when there is none."""
    return max((match.start() for match in pattern.finditer(text)), default=-1)


def find_pickable(text: str, sentences: Sequence[Sentence], names: Sequence[Span]) -> Iterator[Sentence]:
    """Sentences from which it can be worked out who told an office of a wrong.

    >>> from topicmine.language.sentences import split_sentences
    >>> text = "厂里唯一的锅炉工到镇上反映偷排，三天后查实。"
    >>> [s.start for s in find_pickable(text, split_sentences(text), ())]
    [0]
    """
    if not _notion("outcomes").search(text):
        return
    for n, sentence in enumerate(sentences):
        tells = _notion("tellings").search(sentence.text)
        if not tells or _notion("open_calls").search(sentence.text):
            continue
        near = "".join(s.text for s in sentences[max(0, n - 1) : n + _NEIGHBOURS])
        wrong = _notion("denounces").search(sentence.text) or _notion("wrongs").search(near)
        if tells.group() == "投诉":  # a customer's own name is a matter of privacy, not of inquiry
            wrong = _notion("denounces").search(sentence.text)
        named = wrong and not _notion("by_anybody").search(sentence.text)
        named = named and _names_anybody(sentences, n, names, "in_office")
        if named or _notion("marks").search(sentence.text) or _notion("only_ones").search(near):
            yield sentence


def is_pending(text: str) -> bool:
    """True when a step of the procedure is still to come and nothing says that the matter is settled."""
    return bool(_notion("pending").search(text)) and not _notion("settled").search(text)


def find_open_wrongs(sentences: Sequence[Sentence], names: Sequence[Span]) -> Iterator[Sentence]:
    """Sentences of a pending matter that tell a wrong of somebody by name.

    >>> from topicmine.language.sentences import split_sentences
    >>> text = "摊主石有根盗伐杉木27根。案值正在评估。"
    >>> is_pending(text), [s.start for s in find_open_wrongs(split_sentences(text), ((2, 5),))]
    (True, [0])
    """
    pending = {n for n, s in enumerate(sentences) if _notion("pending").search(s.text)}
    for n, sentence in enumerate(sentences):
        if not pending.intersection(range(n - 3, n + 4)) or not _notion("wrongs").search(sentence.text):
            continue
        if _names_anybody(sentences, n, names, "at_work"):
            yield sentence


def _names_anybody(sentences: Sequence[Sentence], n: int, names: Sequence[Span], office: str) -> bool:
    """True when sentence `n`, or the one before it that its 他 or 该 points back to, names somebody off duty.

    `names` are in the order of the text.
    """
    back = bool(n and _BACK.search(sentences[n].text))
    stretch = sentences[n - 1 : n + 1] if back else sentences[n : n + 1]
    for sentence in stretch:
        low, high = bisect_left(names, (sentence.start, 0)), bisect_left(names, (sentence.end, 0))
        for start, end in names[low:high]:
            at, to = start - sentence.start, end - sentence.start
            if not _notion(office).search(sentence.text[max(0, at - 8) : at] + "|" + sentence.text[to : to + 4]):
                return True
    return False


@cache
def _notion(name: str) -> re.Pattern[str]:
    table = tomllib.loads(resources.files("topicmine.reviewing").joinpath("inquiries.toml").read_text("utf-8"))
    return re.compile("|".join(f"(?:{entry})" for entry in table[name]))
