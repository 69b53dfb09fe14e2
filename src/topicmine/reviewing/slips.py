"""Slips of the input method: two characters that make no word beside a common word like them in sound or shape.

How likely a slip is: the weight of the word that may be meant, against how often the two characters stand alone in
ordinary prose (a noisy channel with a few rates). Names and new words can fool it: it warns and never mends.
Data: the folder spelling/, built by `spelling.building`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from topicmine.language.words import is_word

THRESHOLD = 1000.0
# what is said aloud: of the slips between the two, nine in ten were coined words in plain prose (样试, 租够, 抵价)
_SURE = 15_000.0
_NAME_THRESHOLD = 100_000.0  # what the tagger takes for a name, or for two words side by side, mostly is one
_ENOUGH = 10_000  # a word met more often than this is no likelier to be the one that was meant
_WORDS_COUNTED = 6.0e7
_SAME_SOUND, _NEAR_SOUND, _SAME_PART, _SAME_LOOK, _BOTH = 1.0, 0.15, 0.2, 1.0, 2.0
# with both characters this common alone, no word could be likelier
_TOO_COMMON = _BOTH * _ENOUGH * _WORDS_COUNTED / THRESHOLD
_RARE = 30  # as often a character may stand alone that the dictionary has hardly met
_FREE = frozenset(
    "一二三四五六七八九十百千万亿零两几数每各半之最更很逾赴逐到完掉不局家店车村镇县省市区院厅办"
)  # joined to anything at will
# with n for names, and for headings that run on into the text
_REPEATED = ("v", "m", "q", "o", "n", "r", "z", "a", "x", "t")
_NAMES = ("nr", "ns", "nt")


@dataclass(frozen=True, slots=True)
class Slip:
    """`text[start:end]` looks like a slip for `meant`."""

    start: int
    end: int
    meant: str


@dataclass(frozen=True, slots=True)
class Spelling:
    """The lists of the folder as the search needs them: likeness, weights, words by character, phrases by half."""

    alike: dict[str, dict[str, float]]
    weight: dict[str, int]
    second: dict[str, set[str]]
    first: dict[str, set[str]]
    alone: dict[str, int]
    seen: frozenset[str]
    heads: dict[str, list[str]]
    tails: dict[str, list[str]]


def find_slips(tagged: Sequence[tuple[str, str]]) -> Iterator[Slip]:
    """The slips among the words of a text, in order; what the text says twice or tags as a name is no slip.

    The caller asks the dictionary whether the two characters are a word after all.
    """
    yield from _find_echoes(tagged)
    text = "".join(word for word, _ in tagged)
    places = defaultdict(list)
    for start, named in _pairs(tagged):
        places[text[start : start + 2]].append((start, named))
    for pair, starts in places.items():
        start, named = starts[0]
        meant = meant_by(pair, named) if len(starts) == 1 else ""
        if meant and not _is_parallel(text, start):
            yield Slip(start, start + 2, meant)


def _pairs(tagged: Sequence[tuple[str, str]]) -> Iterator[tuple[int, bool]]:
    """Where two characters stand that may be a slip, and whether the tagger took them for a name.

    Words of two, single characters side by side, and halves of words of three that no dictionary has.
    """
    offset = 0
    for number, (word, label) in enumerate(tagged):
        following = tagged[number + 1][0] if number + 1 < len(tagged) else ""
        named = label.startswith(_NAMES)
        if len(word) == 2:
            yield offset, named
        elif len(word) == 1 and len(following) == 1 and not named:
            yield offset, True
        elif len(word) == 3 and not named and not is_word(word):
            yield offset, True
            yield offset + 1, True
        offset += len(word)


def _find_echoes(tagged: Sequence[tuple[str, str]]) -> Iterator[Slip]:
    """Words said twice on end; verbs and counts may be (研究研究, 一个一个), and short adverbs (非常非常)."""
    words = ["", *(word for word, _ in tagged), "", ""]
    offset = 0
    for number, (word, label) in enumerate(tagged):
        before, following, after = words[number], words[number + 2], words[number + 3]
        plain = "一" <= word[0] <= "鿿" and not label.startswith(_REPEATED) and len(word) > 1 + (label == "d")
        if plain and word == following and word not in (before, after):
            yield Slip(offset, offset + 2 * len(word), word)
        offset += len(word)


def _is_parallel(text: str, start: int) -> bool:
    """True when a character of the pair comes back beside it: coined in the style of 随报随审, or 收菜、收稻."""
    if text[start - 1 : start] == "、" and text[max(0, start - 3) : start - 2] == text[start]:
        return True
    beside = text[max(0, start - 2) : start] + text[start + 2 : start + 4]
    return text[start] in beside or text[start + 1] in beside


@lru_cache(maxsize=50_000)
def meant_by(pair: str, named: bool = False) -> str:
    """The common word that two characters probably stand for, or an empty string; `named`: it may be a name.

    >>> meant_by("灌慨"), meant_by("学研")
    ('灌溉', '')
    """
    return guess(pair, _stored(), _NAME_THRESHOLD if named else _SURE)


def guess(pair: str, spelling: Spelling, threshold: float = THRESHOLD) -> str:
    """What `meant_by` says, by the lists given."""
    a, b = pair[0], pair[1]
    chance = (spelling.alone.get(a, 0) + _RARE) * (spelling.alone.get(b, 0) + _RARE)
    if chance > _TOO_COMMON or a in _FREE or b in _FREE or pair in spelling.seen or pair in spelling.weight:
        return ""
    options = [
        (rate * spelling.weight[a + c], a + c)
        for c, rate in spelling.alike.get(b, {}).items()
        if c in spelling.second.get(a, ())
    ]
    options += [
        (rate * spelling.weight[c + b], c + b)
        for c, rate in spelling.alike.get(a, {}).items()
        if c in spelling.first.get(b, ())
    ]
    if not options:
        return ""
    score, word = max(options)
    return word if score * _WORDS_COUNTED / chance >= threshold else ""


def find_broken_idioms(text: str) -> Iterator[Slip]:
    """Set phrases of four characters with one character wrong in sound or shape.

    >>> [slip.meant for slip in find_broken_idioms("大家再接再励。")]
    ['再接再厉']
    """
    model = _stored()
    pairs = [text[n : n + 2] for n in range(len(text) - 1)]
    for start, (first, last) in enumerate(zip(pairs, pairs[2:], strict=False)):
        if (first in model.heads or last in model.tails) and (meant := _phrase_meant_by(first + last)):
            yield Slip(start, start + 4, meant)


@lru_cache(maxsize=50_000)
def _phrase_meant_by(window: str) -> str:
    """The set phrase that four characters break in one place, or an empty string."""
    model = _stored()
    alike: list[str] = [*model.heads.get(window[:2], []), *model.tails.get(window[2:], [])]
    for idiom in alike:
        wrong = [n for n in range(4) if window[n] != idiom[n]]
        if (
            len(wrong) == 1
            and not (is_word(window[1:]) or is_word(window[:3]))
            and not (wrong == [0] and window[1] in "不得")  # 砍不出来 is said as freely as 看不出来
            and model.alike.get(idiom[wrong[0]], {}).get(window[wrong[0]], 0) >= _SAME_SOUND
        ):
            return idiom
    return ""


@cache
def _stored() -> Spelling:
    folder = resources.files("topicmine.reviewing").joinpath("spelling")
    return load_spelling(lambda name: folder.joinpath(name).read_text("utf-8"))


def load_spelling(text_of: Callable[[str], str]) -> Spelling:
    """The lists whose texts `text_of` gives by file name."""

    def lines(name: str) -> list[str]:
        return [line for line in text_of(name).splitlines() if line and not line.startswith("#")]

    weight = {word: min(int(n), _ENOUGH) for word, n in (line.split() for line in lines("words.txt"))}
    second, first = defaultdict(set), defaultdict(set)
    for word in weight:
        second[word[0]].add(word[1])
        first[word[1]].add(word[0])
    heads, tails = defaultdict(list), defaultdict(list)
    for idiom in lines("idioms.txt"):
        heads[idiom[:2]].append(idiom)
        tails[idiom[2:]].append(idiom)
    alone = {char: int(n) for char, n in (line.split() for line in lines("alone.txt"))}
    seen = frozenset(pair for line in lines("seen.txt") for pair in line.split())
    look = [group for line in lines("lookalikes.txt") for group in line.split()]
    alike = _likeness(lines("sounds.txt"), lines("shapes.txt"), look)
    return Spelling(alike, weight, second, first, alone, seen, heads, tails)


def _likeness(sounds: Sequence[str], parts: Sequence[str], looks: Sequence[str]) -> dict[str, dict[str, float]]:
    """For each character those it is mixed up with, and how readily: by sound, by shape, or by both."""
    alike: dict[str, dict[str, float]] = defaultdict(dict)
    groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for line in sounds:
        sound, chars = line.split()
        groups[_blurred(sound)].append((sound, chars))
    for members in groups.values():
        for sound, chars in members:
            for other, others in members:
                rate = _SAME_SOUND if sound == other else _NEAR_SOUND
                for a in chars:
                    alike[a].update((b, rate) for b in others if b != a)
    for rate, shapes in ((_SAME_PART, parts), (_SAME_LOOK, looks)):
        for a, b in ((a, b) for chars in shapes for a in chars for b in chars if a != b):
            old = alike[a].get(b, 0)
            alike[a][b] = _BOTH if old == _SAME_SOUND else max(old, rate)
    return alike


def _blurred(sound: str) -> str:
    """The syllable as speakers blur it: zh like z, ing like in."""
    sound = sound.replace("zh", "z").replace("ch", "c").replace("sh", "s")
    return next((sound[:-1] for end in ("ing", "eng", "ang") if sound.endswith(end)), sound)
