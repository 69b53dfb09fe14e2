"""Character grams of a text as features: one to three characters, which need no dictionary and no segmenter.

They see what words do not: 说不清 and 讲不清, 试行 and 先试, a half-coined name. Each counts alike, a long text no
more than a short one; how rare a gram is is weighed when a model is fitted (`analysis/learning.py`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

LONGEST = 3
_BLANK = re.compile(r"\s+")


def spell(text: str, prefix: str, amount: float = 1.0) -> Mapping[str, float]:
    """The grams of `text`, each under `prefix` and with the same amount; the squares of all sum to `amount` squared.

    >>> sorted(spell("抽检", "~:"))
    ['~:抽', '~:抽检', '~:检']
    """
    text = _BLANK.sub(" ", text)
    size = len(text)
    grams = {text[at : at + length] for length in range(1, LONGEST + 1) for at in range(size - length + 1)}
    share = amount / math.sqrt(len(grams)) if grams else 0.0
    return dict.fromkeys([prefix + gram for gram in grams], share)


def pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters in `text`.

    >>> sorted(pairs("抽检表"))
    ['抽检', '检表']
    """
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))
