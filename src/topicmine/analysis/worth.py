"""How much a sentence is worth telling: learned weights over its signals, its words, and the place where it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from topicmine.analysis.grams import pairs, spell
from topicmine.analysis.learning import LinearModel, load_model
from topicmine.analysis.signals import find_signals
from topicmine.language.parsed import Parsed
from topicmine.language.sentences import Sentence
from topicmine.language.words import cut

_SECTIONS = (
    ("doing", re.compile("做法|经验|措施|创新|亮点|新意|办法|经过|特色|怎么")),
    ("trouble", re.compile("问题|不足|困难|难点|短板|原因|教训|反映|投诉")),
    ("advice", re.compile("建议|启示|思考|体会|提醒|提示")),
    ("plan", re.compile("打算|下一步|下步|计划|安排|明年|要求|步骤")),
    ("office", re.compile("组织|领导|目的|意义|背景|时间|地点|格式|联系|附件|注意|情况$")),
)
_GRAMS = 3.0  # how much all character grams of a sentence amount to
_CHAFF, _CHAFF_SHARE = ("closing", "logistics", "slogan", "process"), 0.6
_NAMED = re.compile("[老小][一-鿿](?![一-鿿]?[板家人友户百])|[一-鿿]某|大[爷妈姐娘叔伯哥嫂]|师傅|老太|老汉|奶奶")


@dataclass(frozen=True)
class Weighed:
    """A sentence with its signals (name → the words that show it) and the features the models look at."""

    sentence: Sentence
    signals: Mapping[str, str]
    features: Mapping[str, float]

    @property
    def spelt(self) -> dict[str, float]:
        """The features and the character grams of the sentence."""
        return {**self.features, **spell(self.sentence.text, "~:", _GRAMS)}


@dataclass(frozen=True)
class WorthModel:
    """The model that tells whether a sentence is worth telling."""

    worth: LinearModel

    def worth_of(self, weighed: Weighed) -> float:
        """The probability that an editor would rest a lead on this sentence, halved where it is office chaff."""
        worth = self.worth.scores(weighed.spelt)["yes"]
        return worth * (_CHAFF_SHARE if any(name in weighed.signals for name in _CHAFF) else 1.0)


@cache
def load_worth() -> WorthModel:
    """The model trained on the bundled corpora."""
    return WorthModel(load_model("topicmine.analysis", "worth.json"))


def weigh(parsed: Parsed, source: str) -> tuple[Weighed, ...]:
    """Every sentence of a document of `source` with its signals and features, in order."""
    sentences = parsed.sentences
    sections = _sections(parsed)
    named = pairs(parsed.document.title)
    weighed = []
    signals: Mapping[str, str] = {}
    for place, sentence in enumerate(sentences):
        before, signals = signals, find_signals(sentence.text)
        features = {f"s:{name}": 1.0 for name in signals}
        features.update({f"{source}/{name}": 0.6 for name in signals})
        features.update(_shape(parsed, sentence, place, len(sentences)))
        features[f"in:{sections[place]}"] = 1.0
        features[f"source:{source}"] = 1.0
        features.update({f"before:{name}": 0.5 for name in before})
        words = cut(sentence.text)
        features.update({f"w:{word}": 0.5 for word in words if len(word) > 1 and not word.isdigit()})
        features["shape:title"] = 3 * _share(pairs(sentence.text), named)
        weighed.append(Weighed(sentence, signals, features))
    return tuple(weighed)


def _shape(parsed: Parsed, sentence: Sentence, place: int, count: int) -> dict[str, float]:
    text, size = sentence.text, len(sentence.text)
    figures = parsed.figures_in(sentence.start, sentence.end)
    spot = place / max(count - 1, 1)
    return {
        "shape:figures": min(len(figures), 4) / 2,
        "shape:no figure": float(not figures),
        "shape:long": min(size, 120) / 60,
        "shape:short": float(size < 14),
        "shape:first": float(place == 0),
        "shape:early": float(spot < 0.15),
        "shape:last": float(place >= count - 1),
        "shape:late": float(spot > 0.85),
        "shape:person": float(bool(_NAMED.search(text))),
        "shape:date": float(bool(parsed.dates_in(sentence.start, sentence.end))),
        "shape:question": float(text.endswith(("？", "?", "？”"))),
        "shape:heading": float(size < 20 and not text.endswith(tuple("。！？；，”"))),
        "shape:listed": float(bool(re.match("[一二三四五六七八九十]+是|[0-9]+[.、]|第[一二三四五六]|[（(]", text))),
    }


def _share(grams: frozenset[str], of: frozenset[str]) -> float:
    return len(grams & of) / len(grams) if grams else 0.0


def _sections(parsed: Parsed) -> list[str]:
    """For each sentence the kind of section it stands in, by the last numbered heading before it."""
    heads = [
        (h.start, next((k for k, p in _SECTIONS if p.search(h.text[:16])), "other"))
        for h in parsed.headings
        if h.level < 5
    ]
    kinds, current, upcoming = [], "none", iter([*heads, (len(parsed.document.text) + 1, "none")])
    start, kind = next(upcoming)
    for sentence in parsed.sentences:
        while start <= sentence.start:
            current = kind
            start, kind = next(upcoming)
        kinds.append(current)
    return kinds
