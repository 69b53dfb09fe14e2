"""Which of the ten sources a document is, with the cues that decided, or none of them."""

from __future__ import annotations

from topicmine.analysis.learning import LinearModel, load_model
from topicmine.departments.profile import Profile
from topicmine.language.parsed import Parsed
from topicmine.leads.traits import describe, say_feature
from topicmine.model import Recognised

NONE = "none"
_MODEL = "recognition.json"
_SHOWN = 4
_SURE = 0.28  # below it "none of the ten" is only the least unlikely answer, and a lost document costs more
_SURE_OF_SHORT, _SHORT = 0.45, 200  # characters; a short text shows little of anything


def recognise(parsed: Parsed, profile: Profile, model: LinearModel | None = None) -> Recognised:
    """`parsed` with its source, a probability for each source, and the strongest cues in Chinese.

    A source that the input itself names (`document.source`) is taken as given. The model is a logistic regression
    over the cues of the source files, the shape and the words, trained on the bundled corpora (`leads/training.py`).
    """
    model = model or load_model("topicmine.leads", _MODEL)
    features = describe(parsed, profile)
    scores = model.scores(features)
    best = max(scores, key=lambda name: (scores[name], name))
    if best == NONE and scores[NONE] < (_SURE if len(parsed.document.text) > _SHORT else _SURE_OF_SHORT):
        best = max((name for name in scores if name != NONE), key=lambda name: (scores[name], name))
    shown = {name: round(score, 4) for name, score in sorted(scores.items()) if name != NONE}
    given = parsed.document.source
    if given in shown:
        return Recognised(parsed.document, given, shown, ("材料自己写明了来源",))
    reasons = [say_feature(name, profile) for name, _ in model.reasons(features, best)]
    cues = tuple(dict.fromkeys(reason for reason in reasons if reason))[:_SHOWN]
    return Recognised(parsed.document, None if best == NONE else best, shown, cues)
