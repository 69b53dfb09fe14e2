"""Whether two sentences of one document tell the same matter: how near they stand, how alike they are, what stands
between them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from topicmine.analysis.gist import gist, likeness
from topicmine.analysis.learning import LinearModel, load_model
from topicmine.analysis.worth import Weighed

_ITEM = re.compile(
    "[一二三四五六七八九十]+是|其[一二三四]|第[一二三四五六七八九十]|[（(][一二三四五六七八九十0-9]|[0-9]+[.、．]|"
    "[一二三四五六七八九十]、|首先|其次|再次|最后|此外|另外|另|还有|同时"
)
_BACK = re.compile(
    "这|该|他|她|其|此|于是|结果|后来|随后|因此|所以|但|可|而|目前|至今|当|也|就|又|并|才|对此|如今|现在"
)
_FAR, _FEW_PARAGRAPHS = 5, 4


def compare(weighed: Sequence[Weighed], one: int, other: int) -> Mapping[str, float]:
    """The features of a pair of sentences, given by their places in `weighed`."""
    first, last = min(one, other), max(one, other)
    a, b = weighed[first], weighed[last]
    apart = last - first
    together = a.sentence.paragraph == b.sentence.paragraph
    begun = any(_ITEM.match(item.sentence.text) for item in weighed[first + 1 : last + 1])
    return {
        f"{min(apart, _FAR)} apart, {'one paragraph' if together else 'two'}": 1.0,
        "alike": 5 * likeness(gist(a.sentence.text), gist(b.sentence.text)),
        "new item": float(begun),
        "new item in the paragraph": float(begun and together),
        "both items": float(bool(_ITEM.match(a.sentence.text) and _ITEM.match(b.sentence.text))),
        "points back": (1.0 if apart == 1 else 0.3) * bool(_BACK.match(b.sentence.text)),
        "same signals": len(a.signals.keys() & b.signals.keys()) / 3,
        "goes on": float(a.sentence.text.endswith(("；", ";"))),
        "paragraphs": min(b.sentence.paragraph - a.sentence.paragraph, _FEW_PARAGRAPHS) / 2,
    }


class Matters:
    """The sentences of one document, and for any two of them the chance that an editor tells them as one matter."""

    def __init__(self, weighed: Sequence[Weighed], model: LinearModel) -> None:
        self._weighed, self._model = weighed, model
        self._known: dict[tuple[int, int], float] = {}

    def same(self, one: int, other: int) -> float:
        """The probability, 0 to 1, for two places in the document."""
        pair = (min(one, other), max(one, other))
        if pair not in self._known:
            self._known[pair] = self._model.scores(compare(self._weighed, *pair))["yes"]
        return self._known[pair]


@cache
def load_matters() -> LinearModel:
    """The model trained on which sentences experts took together."""
    return load_model("topicmine.analysis", "matters.json")
