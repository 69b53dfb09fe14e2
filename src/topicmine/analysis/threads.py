"""Threads: pieces by different hands on one matter, told by the rare character pairs that they share."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from topicmine.analysis.gist import gist, weight
from topicmine.analysis.material import Material
from topicmine.language.words import content_words

_MASTHEAD = re.compile(
    "《[^》]{2,14}》|[一-鿿]{2,8}(?:日报|晚报|县报|早报|导报|农村报|观察报|周刊|电视台|广播|融媒体中心|融媒体|融媒)|本报讯|通讯员|记者|"
    "(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日(?:讯|电)?|编辑部?|评论员"
)
_PLACES = ("省", "市", "县", "区", "镇", "乡", "村")
_FIGURE = re.compile("(?<![0-9A-Za-z.,〔第])(?!20[0-9]{2}|12[0-9]{3})[1-9][0-9]{1,4}[1-9](?![0-9.,%％号年月日])")
_SAME_FIGURE = 2.5
_TELLING = 2.4
_ALIKE = 0.05
_MOST_OWNERS = 40
_COMMON_SHARE = 0.08


@dataclass(frozen=True)
class Thread:
    """Materials on one matter, oldest first, and the weighed pairs that at least two of them share."""

    members: tuple[Material, ...]
    core: Mapping[str, float]


def body_of(material: Material) -> str:
    """Title and text without names of papers, bylines and dates: two pieces of one paper are not one matter."""
    document = material.parsed.document
    return without_masthead(f"{document.title}\n{document.text}")


def without_masthead(text: str) -> str:
    """A stretch of text without names of papers, bylines and dates."""
    return _MASTHEAD.sub("，", text)


def find_threads(
    materials: Sequence[Material], *, least: float, gap: timedelta, figures: bool = False
) -> tuple[Thread, ...]:
    """Groups of two or more materials that share telling pairs of at least `least` in all, no more than `gap` apart.

    With `figures` an odd figure that both tell (241, no round one) is shared too. A piece joins the thread with the
    most in common; linear, since pairs that many pieces have are left out.
    """
    ordered = sorted(materials, key=lambda m: (m.parsed.document.date or date.min, m.parsed.document.id))
    gists = [_telling(material) | (_odd_figures(material) if figures else {}) for material in ordered]
    totals = [sum(own.values()) or 1.0 for own in gists]
    owners: dict[str, list[int]] = defaultdict(list)
    thread_of: list[int] = []
    for place, own in enumerate(gists):
        scores: dict[int, float] = defaultdict(float)
        for gram, worth in own.items():
            mates = owners[gram]
            if len(mates) <= max(_MOST_OWNERS, _COMMON_SHARE * len(ordered)):
                for mate in mates:
                    scores[mate] += worth
            mates.append(place)
        near = [
            (score / math.sqrt(totals[mate] * totals[place]), mate)
            for mate, score in scores.items()
            if score >= least and _near(ordered, mate, place, gap)
        ]
        near = [pair for pair in near if pair[0] >= _ALIKE]
        best = max(near, key=lambda pair: (round(pair[0], 4), -pair[1]), default=None)
        thread_of.append(thread_of[best[1]] if best else place)
    groups: dict[int, list[int]] = defaultdict(list)
    for place, thread in enumerate(thread_of):
        groups[thread].append(place)
    return tuple(
        Thread(tuple(ordered[p] for p in places), _core([gists[p] for p in places]))
        for places in groups.values()
        if len(places) > 1
    )


def _telling(material: Material) -> dict[str, float]:
    """The rarer content words of a piece, each weighed by its pairs of characters; kin words count as one."""
    body = body_of(material)
    worth = {gram: found for gram, found in gist(body).items() if gram[0] == "≈" and found >= _TELLING}
    for word in set(content_words(body)):
        pairs = [weight(word[at : at + 2]) for at in range(len(word) - 1)]
        mean = sum(pairs) / len(pairs)
        if mean >= _TELLING and not word.endswith(_PLACES):
            worth[word] = mean * (1 + 0.3 * (len(word) - 2))
    return dict(sorted(worth.items()))


def _odd_figures(material: Material) -> dict[str, float]:
    return dict.fromkeys(sorted(set(_FIGURE.findall(body_of(material)))), _SAME_FIGURE)


def _core(words: Sequence[Mapping[str, float]]) -> dict[str, float]:
    worth: dict[str, float] = {}
    counts: dict[str, int] = defaultdict(int)
    for one in words:
        worth.update(one)
        for word in one:
            counts[word] += 1
    return {word: worth[word] for word, n in sorted(counts.items()) if n > 1}


def _near(ordered: Sequence[Material], one: int, other: int, gap: timedelta) -> bool:
    a, b = ordered[one].parsed.document.date, ordered[other].parsed.document.date
    return a is None or b is None or b - a <= gap
