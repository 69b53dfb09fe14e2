"""Which of the ten sources a document is, with the cues that decided, or none of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from topicmine.analysis.learning import LinearModel, load_model
from topicmine.analysis.mould import form_of
from topicmine.departments.profile import Profile
from topicmine.language.parsed import Parsed
from topicmine.leads.traits import describe, say_feature
from topicmine.model import Recognised

NONE = "none"
_LOCAL_MEDIA = re.compile(
    "(?:日报|晚报|早报|晨报|县报|市报|都市报|广播(?:站|电台)?|电台|电视台|融媒(?:体(?:中心)?)?|新闻网)》?$"
)
_TRADE_MEDIA = re.compile("(?:报|周刊|刊|杂志|通讯|学报|研究)》?$")
_LEADER_IN_MEDIA = 0.5
_MODEL = "recognition.json"
_SHOWN = 4
_AS_OTHERS = "同一份材料的其他各期是这一类"
# "None of the ten" wins when it is likely in itself and nearly as likely as the best source: a lead from a menu costs
# trust. A short text shows little of anything, so there it must be the likeliest by far. Found by leaving out one set
# of labelled papers at a time: 56 of 60 refused, 11 of 470 lost.
_LIKELY, _NEARLY = 0.2, 0.65
_LIKELY_SHORT, _SHORT = 0.45, 200  # characters


def recognise(parsed: Parsed, profile: Profile, model: LinearModel | None = None) -> Recognised:
    """`parsed` with its source, a probability for each source, and the strongest cues in Chinese.

    A source that the input itself names (`document.source`) is taken as given. The model is a logistic regression
    over the cues of the source files, the shape and the words, trained on the bundled corpora (`leads/training.py`).
    """
    model = model or load_model("topicmine.leads", _MODEL)
    features = describe(parsed, profile)
    scores = model.scores(features)
    best = max((name for name in scores if name != NONE), key=lambda name: (scores[name], name))
    if _is_none(scores[NONE], scores[best], len(parsed.document.text)):
        best = NONE
    shown = {name: round(score, 4) for name, score in sorted(scores.items()) if name != NONE}
    given = parsed.document.source
    if given in shown:
        return Recognised(parsed.document, given, shown, ("材料自己写明了来源",))
    carrier = _carrier(parsed.document.unit, scores)
    if carrier:
        return Recognised(parsed.document, carrier, shown, ("材料的单位是媒体",))
    reasons = [say_feature(name, profile) for name, _ in model.reasons(features, best)]
    cues = tuple(dict.fromkeys(reason for reason in reasons if reason))[:_SHOWN]
    return Recognised(parsed.document, None if best == NONE else best, shown, cues)


def agree(recognised: Sequence[Recognised]) -> list[Recognised]:
    """The same in the same order, but the issues of one form (a monthly list, a quarterly table) are of one source.

    It is the source that all issues together look most like. Sources that the input names itself stay.
    """
    issues: dict[str, list[int]] = defaultdict(list)
    for place, seen in enumerate(recognised):
        form = form_of(seen.document)
        if form and not seen.document.source:
            issues[form].append(place)
    found = list(recognised)
    for places in issues.values():
        named = sorted({source for place in places if (source := found[place].source)})
        nobody = sum(found[place].source is None for place in places)
        if named and (len(named) > 1 or nobody) and 2 * nobody <= len(places):
            best = max(named, key=lambda name: sum(found[place].scores.get(name, 0.0) for place in places))
            for place in places:
                if found[place].source != best:
                    found[place] = replace(found[place], source=best, cues=(_AS_OTHERS,))
    return found


def _is_none(none: float, best: float, length: int) -> bool:
    if length < _SHORT:
        return none >= _LIKELY_SHORT and none > best
    return none >= _LIKELY and none >= _NEARLY * best


def _carrier(unit: str, scores: Mapping[str, float]) -> str:
    """The source that the masthead decides, whatever the topic; a leader's activity stays one in any medium."""
    if scores["leader_activity"] >= _LEADER_IN_MEDIA:
        return ""
    if _LOCAL_MEDIA.search(unit):
        return "news"
    return "trade_press" if _TRADE_MEDIA.search(unit) else ""
