"""Slips of the input method: two characters that make no word beside a common word like them in sound or shape.

How likely a slip is: the weight of the word that may be meant, against how often the two characters stand alone in
ordinary prose (a noisy channel with two rates). Counted in public news and reports, so names and new words can fool it:
it warns and never mends. Data: the folder spelling/.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

THRESHOLD = 1e6
_ENOUGH = 1000  # a word met more often than this is no likelier to be the one that was meant
_WORDS_COUNTED = 6.4e6
_SAME_SOUND, _NEAR_SOUND, _SAME_SHAPE, _BOTH = 1.0, 0.15, 0.7, 2.0
# with both characters this common alone, no word could be likelier
_TOO_COMMON = _BOTH * _ENOUGH * _WORDS_COUNTED / THRESHOLD
_FAMILY = 30  # a character that begins or ends more words than this makes new ones freely
_NAMES = ("nr", "ns", "nt")


@dataclass(frozen=True, slots=True)
class Slip:
    """`text[start:end]` looks like a slip for `meant`."""

    start: int
    end: int
    meant: str


@dataclass(frozen=True, slots=True)
class _Model:
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
    places: dict[str, list[int]] = defaultdict(list)
    offset = 0
    for number, (word, label) in enumerate(tagged):
        following = tagged[number + 1][0] if number + 1 < len(tagged) else ""
        if not label.startswith(_NAMES):
            if len(word) == 2:
                places[word].append(offset)
            elif len(word) == 1 and len(following) == 1:
                places[word + following].append(offset)
        offset += len(word)
    for pair, starts in places.items():
        meant = meant_by(pair) if len(starts) == 1 else ""
        if meant:
            yield Slip(starts[0], starts[0] + 2, meant)


@lru_cache(maxsize=50_000)
def meant_by(pair: str) -> str:
    """The common word that two characters probably stand for, or an empty string.

    >>> meant_by("灌慨"), meant_by("学研")
    ('灌溉', '')
    """
    model = _model()
    a, b = pair[0], pair[1]
    chance = (model.alone.get(a, 0) + 3) * (model.alone.get(b, 0) + 3)
    common = max(len(model.second.get(a, ())), len(model.first.get(b, ()))) > _FAMILY
    if common or chance > _TOO_COMMON or pair in model.seen:
        return ""
    options = [
        (rate * model.weight[a + c], a + c)
        for c, rate in model.alike.get(b, {}).items()
        if c in model.second.get(a, ())
    ]
    options += [
        (rate * model.weight[c + b], c + b) for c, rate in model.alike.get(a, {}).items() if c in model.first.get(b, ())
    ]
    if not options:
        return ""
    score, word = max(options)
    return word if score * _WORDS_COUNTED / chance >= THRESHOLD else ""


def find_broken_idioms(text: str) -> Iterator[Slip]:
    """Set phrases of four characters with one character wrong in sound or shape.

    >>> [slip.meant for slip in find_broken_idioms("大家再接再励。")]
    ['再接再厉']
    """
    model = _model()
    for start in range(len(text) - 3):
        window = text[start : start + 4]
        for idiom in (*model.heads.get(window[:2], ()), *model.tails.get(window[2:], ())):
            wrong = [n for n in range(4) if window[n] != idiom[n]]
            if len(wrong) == 1 and model.alike.get(idiom[wrong[0]], {}).get(window[wrong[0]], 0) >= _SAME_SHAPE:
                yield Slip(start, start + 4, idiom)
                break


def _lines(name: str) -> list[str]:
    text = resources.files("topicmine.reviewing").joinpath("spelling", name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def _model() -> _Model:
    weight = {word: min(int(n), _ENOUGH) for word, n in (line.split() for line in _lines("words.txt"))}
    second, first = defaultdict(set), defaultdict(set)
    for word in weight:
        second[word[0]].add(word[1])
        first[word[1]].add(word[0])
    heads, tails = defaultdict(list), defaultdict(list)
    for idiom in _lines("idioms.txt"):
        heads[idiom[:2]].append(idiom)
        tails[idiom[2:]].append(idiom)
    alone = {char: int(n) for char, n in (line.split() for line in _lines("alone.txt"))}
    return _Model(_likeness(), weight, second, first, alone, frozenset(_lines("seen.txt")), heads, tails)


def _likeness() -> dict[str, dict[str, float]]:
    """For each character those it is mixed up with, and how readily: by sound, by shape, or by both."""
    alike: dict[str, dict[str, float]] = defaultdict(dict)
    groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for line in _lines("sounds.txt"):
        sound, chars = line.split()
        groups[_blurred(sound)].append((sound, chars))
    for members in groups.values():
        for sound, chars in members:
            for other, others in members:
                rate = _SAME_SOUND if sound == other else _NEAR_SOUND
                for a in chars:
                    alike[a].update((b, rate) for b in others if b != a)
    for line in _lines("shapes.txt"):
        mixed = line.startswith("! ")
        chars = line.removeprefix("! ")
        for a in chars:
            for b in chars:
                if a != b:
                    alike[a][b] = _BOTH if mixed or b in alike[a] else _SAME_SHAPE
    return alike


def _blurred(sound: str) -> str:
    """The syllable as speakers blur it: zh like z, ing like in."""
    sound = sound.replace("zh", "z").replace("ch", "c").replace("sh", "s")
    return next((sound[:-1] for end in ("ing", "eng", "ang") if sound.endswith(end)), sound)
