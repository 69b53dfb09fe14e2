"""What is new in one text against earlier ones by the same mouth: demands that were never made before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from topicmine.analysis.gist import Gist, cover, gist, weight
from topicmine.language.parsed import Parsed
from topicmine.language.sentences import Sentence
from topicmine.language.words import content_words

_DIRECTIVE = re.compile(
    "要求|强调|提出|要[把求给让有先看做从用当抓靠讲]|今后|以后|从今天|从现在|从[一-鿿0-9]{1,6}[起砍]|先[^，。；]{1,14}[再先]|一律|不再|不能只|不要|前拿|前先|月底前|"
    "[说讲][:：，]|必须|起[，,]?各|还要|更要|得[有把让]|请各|立起来|马上|年底[比前看]|下次|[？?]”?$"
)
_FIRST = re.compile(
    "第一次|首次|头一[回次]|以前[^。]{0,20}(?:今年|现在|这次)|过去[^。]{0,20}(?:今后|现在|这次)|换个|只谈一件|专门|就谈|就为一件|新提|这一次|这次不"
)
_QUOTED = re.compile("“([^”]{2,20})”")
_TURN = re.compile("砍[掉到一]|取消|不再|停[止掉了办收]|精简|压减|减[半掉少]|松绑|反过来|倒过来|一律不[得准要许]")
_STABLE = re.compile("照常|照旧|仍是|仍然|继续|重申|不放松|不能松|常抓|老话|一如既往|再次")
_ORDER = re.compile("第[一二三四五]|[一二三四五]是|今天")
_LABEL = re.compile("^(?:第[一二三四五]|[一二三四五]是|[0-9]+[.、])[，,]?")
_ENOUGH = 2.0
_LEAST = 8.0
_GENERIC = 1.5
_NEAR = 2
_BESIDE = 0.5
_TELLING = 3.0


@dataclass(frozen=True)
class Fresh:
    """A sentence with a new demand: how strongly it shows, and the words that were never used before."""

    sentence: Sentence
    strength: float
    term: str


def fresh_demands(text: Parsed, earlier: Sequence[Parsed]) -> tuple[Fresh, ...]:
    """The sentences of `text` that ask for what none of the `earlier` texts speaks of, strongest first.

    A coined word that is used twice, a demand, one to stop or cut something, words such as 第一次, the title speak for
    it; 照旧, 仍是 against it.
    """
    before = "\n".join(p.document.title + "\n" + p.document.text for p in earlier)
    known = gist(before)
    heading = gist(text.document.title)
    found = []
    for sentence in text.sentences:
        own = gist(sentence.text)
        if _STABLE.search(sentence.text) or sum(own.values()) < _LEAST:
            continue
        fresh = 1 - cover(own, known)
        term, coined = _coined(sentence.text, before, text.document.text)
        strength = (
            coined
            + 1.0 * bool(_DIRECTIVE.search(sentence.text))
            + 0.8 * bool(_FIRST.search(sentence.text) or _TURN.search(sentence.text))
            + 1.2 * max(0.0, fresh - 0.5)
            + 2.5 * cover(own, heading) * bool(_DIRECTIVE.search(sentence.text) or _ORDER.match(sentence.text))
        )
        if fresh >= 0.45 or cover(own, heading) > 0.5:
            found.append(Fresh(sentence, round(strength, 3), term or _demand(sentence.text)))
    found.sort(key=lambda one: (-one.strength, one.sentence.start))
    return tuple(found)


def is_new_emphasis(found: Sequence[Fresh]) -> bool:
    """True when the strongest demand is more than one passing remark."""
    return bool(found) and found[0].strength >= _ENOUGH


def _coined(sentence: str, before: str, text: str) -> tuple[str, float]:
    """A quoted word that no earlier text has, and what it adds: more when it comes twice."""
    for match in _QUOTED.finditer(sentence):
        if match[1] not in before:
            return match[1], 1.2 if text.count(match[1]) < 2 else 1.8
    return "", 0.0


def _demand(sentence: str) -> str:
    """The clause of a sentence that makes the demand, short enough for a title."""
    clauses = [clause for clause in re.split("[，,；;：:。！？]", _LABEL.sub("", sentence)) if len(clause) > 3]
    demanding = [clause for clause in clauses if _DIRECTIVE.search(clause)] or clauses
    return demanding[0][:16] if demanding else sentence[:16]


def theme_around(text: Parsed, found: Sequence[Fresh], most: int = 3) -> tuple[Sentence, ...]:
    """The strongest new demand with what is said of it close by, in reading order."""
    places = {sentence.start: place for place, sentence in enumerate(text.sentences)}
    best = found[0]
    matter = gist(best.sentence.text + best.term)

    def close(one: Fresh) -> float:
        apart = abs(places[one.sentence.start] - places[best.sentence.start])
        return one.strength + 3 * cover(gist(one.sentence.text), matter) - (0 if apart <= _NEAR else 1.5)

    near = sorted(
        (one for one in found[1:] if close(one) >= _BESIDE), key=lambda one: (-close(one), one.sentence.start)
    )
    chosen = [best, *near[: most - 1]]
    return tuple(sorted((one.sentence for one in chosen), key=lambda sentence: sentence.start))


@dataclass(frozen=True)
class Run:
    """A demand of the newest text that some of the texts just before it already speak of, but not the first ones.

    `found` are the demands of the newest text, `echoes` what the others of the run say of it, oldest first; `before`
    is how many texts came earlier.
    """

    found: tuple[Fresh, ...]
    echoes: tuple[tuple[Parsed, Sentence], ...]
    before: int


def find_run(texts: Sequence[Parsed], least: int) -> Run:
    """The longest run of texts up to the newest that share a demand which none of the first `least` or more has.

    Without any echo it is the newest text alone, against all earlier ones.
    """
    alone = Run(fresh_demands(texts[-1], texts[:-1]), (), len(texts) - 1)
    runs = [alone] + [_run(texts, first) for first in range(least, len(texts) - 1)]
    return max(runs, key=lambda run: (len(run.echoes), run.before))


def _run(texts: Sequence[Parsed], first: int) -> Run:
    head = "\n".join(f"{t.document.title}\n{t.document.text}" for t in texts[:first])
    found = fresh_demands(texts[-1], texts[:first])
    if not found:
        return Run(found, (), first)
    theme = _names("".join(sentence.text for sentence in theme_around(texts[-1], found))) - _names(head)
    echoes = [(text, echo) for text in texts[first:-1] if (echo := _echo(text, theme))]
    return Run(found, tuple(echoes), first)


def _names(text: str) -> frozenset[str]:
    """The rare words of a text that can name a theme, and the office matters that it speaks of; no figures."""
    words = {word for word in content_words(text) if len(word) > 1 and not word.isascii()}
    rare = {w for w in words if sum(weight("".join(pair)) for pair in pairwise(w)) >= _TELLING * (len(w) - 1)}
    return frozenset(rare | {gram for gram in gist(text) if gram[0] == "≈"})


def _echo(text: Parsed, theme: frozenset[str]) -> Sentence | None:
    """The first sentence that has most names of a theme."""
    counts = [(len(theme & _names(sentence.text)), sentence) for sentence in text.sentences]
    best = max(counts, key=lambda pair: (pair[0], -pair[1].start), default=None)
    return best[1] if best and best[0] else None


def said_before(texts: Sequence[Parsed], demand: str, most: int = 2) -> list[tuple[Parsed, Sentence]]:
    """What `texts` said earlier: the sentences on the matter of `demand` first, then those with the old emphasis."""
    theme = _names(demand)
    steady = steady_words(texts)
    old = [(found[0], text, found[1]) for text in texts if (found := steady_sentence(text, steady))]
    old.sort(key=lambda one: (-round(one[0], 4), one[1].document.id))
    touched = [(text, sentence) for text in reversed(texts) if (sentence := _echo(text, theme))]
    said = dict([(text.document.id, (text, sentence)) for _, text, sentence in reversed(old)][::-1])
    return [*touched, *(pair for pair in said.values() if pair not in touched)][:most]


def steady_words(texts: Sequence[Parsed]) -> Gist:
    """The character pairs that most of the texts share, common office pairs left out: the old emphasis."""
    counts = Counter(gram for text in texts for gram in gist(text.document.title + text.document.text) if len(gram) > 1)
    return {g: weight(g) for g, n in sorted(counts.items()) if n > max(1, len(texts) / 2) and weight(g) >= _GENERIC}


def steady_sentence(text: Parsed, steady: Gist) -> tuple[float, Sentence] | None:
    """The sentence of `text` that carries most of the old emphasis, and how much of it, or None."""

    def held(sentence: Sentence) -> float:
        own = gist(sentence.text)
        return sum(worth for gram, worth in steady.items() if gram in own) / (20 + len(sentence.text))

    long = [sentence for sentence in text.sentences if len(sentence.text) >= 12]
    best = max(long, key=lambda s: (round(held(s), 4), -s.start), default=None)
    return (held(best), best) if best and held(best) > 0 else None
