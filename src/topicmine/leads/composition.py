"""Candidates of one document: the sentences an editor would stop at, gathered into at most three matters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property

from topicmine.analysis.coverage import last_due
from topicmine.analysis.kinds import KindModels, load_kinds
from topicmine.analysis.learning import LinearModel
from topicmine.analysis.material import Pattern, Source
from topicmine.analysis.matters import Matters, load_matters
from topicmine.analysis.telling import load_telling, tell
from topicmine.analysis.worth import Weighed, WorthModel, load_worth, weigh
from topicmine.language.parsed import Parsed
from topicmine.language.sentences import Sentence
from topicmine.leads.settling import settle
from topicmine.leads.titles import propose_title
from topicmine.model import Candidate

MOST_LEADS = 3  # a reader of a card list follows three matters of one document, not ten
LONGEST_QUOTE = 110
_SHORTEST, _LONGEST, _STEADY = 0.56, 0.30, 6000  # shares quoted of a text: the longer it is the less, down to 0.30
_SURE, _BEYOND = 0.6, 0.08  # a sentence so surely worth it may go beyond that by so much of the text
_WORTH_A_FIRST, _WORTH_A_LEAD, _WORTH_A_QUOTE = 0.12, 0.24, 0.33
_PRICE = 0.002  # of each character quoted, against the worth of what it says
_NEW_ENOUGH = 0.15  # the worth of a further matter, less the chance that an opened one tells it already
_TO_CONCLUDE = timedelta(days=7)  # after a deadline, to report how it ended
_SLIP = 4  # sentences; a front-line slip of so few is one matter, however dry
_MOST_QUOTES, _NEAR = 5, 6


@dataclass(frozen=True)
class Models:
    """What was learned of sentences: their worth, what in them tells, which tell one matter, what type they carry."""

    worth: WorthModel
    telling: LinearModel
    matters: LinearModel
    kinds: KindModels


def load_models() -> Models:
    """The models trained on the bundled corpora."""
    return Models(load_worth(), load_telling(), load_matters(), load_kinds())


@dataclass(frozen=True)
class _Judged:
    """A sentence with its worth; its telling stretch is found only when somebody asks."""

    weighed: Weighed
    worth: float
    telling: LinearModel

    @cached_property
    def stretch(self) -> tuple[int, int]:
        return tell(self.weighed.sentence, self.telling)

    @property
    def told(self) -> Sentence:
        """The sentence as far as it is quoted: what a title may rest on."""
        sentence, (start, end) = self.weighed.sentence, self.stretch
        return replace(
            sentence, start=start, end=end, text=sentence.text[start - sentence.start : end - sentence.start]
        )

    @property
    def size(self) -> int:
        return self.stretch[1] - self.stretch[0]

    @property
    def gain(self) -> float:
        """The worth, less the price of quoting it."""
        return self.worth - _PRICE * self.size

    def fits(self, budget: float, beyond: float) -> bool:
        """True when what is left to quote (characters) has room for it, `beyond` added if it is surely worth it."""
        return self.size <= budget + (beyond if self.worth >= _SURE else 0.0)


def compose(parsed: Parsed, source: Source, models: Models) -> tuple[Candidate, ...]:
    """At most three candidates of one document of `source`, the most worthwhile first; none from a hollow one.

    Each sentence gets a worth (`analysis/worth.py`) and is quoted with its telling clauses only
    (`analysis/telling.py`). The best one opens a matter; the next ones open matters of their own as far as an opened
    one hardly tells the same (`analysis/matters.py`). What else is worth quoting joins them, until a share of the text
    is quoted that falls with its length; a sentence that is surely worth it may go beyond by 8 %. Then each sentence
    goes to the matter it belongs to most (`leads/settling.py`). All matters get their types together
    (`analysis/kinds.py`), and the pattern of the source that fits the type names the matter.
    """
    weighed = weigh(parsed, source.code)
    judged = [_Judged(one, models.worth.worth_of(one), models.telling) for one in weighed]
    found = _gather(judged, Matters(weighed, models.matters), len(parsed.document.text))
    matters = [[judged[place] for place in places] for places in found]
    heard = [[(one.weighed, one.worth) for one in matter] for matter in matters]
    types = models.kinds.agree([models.kinds.types_of(parsed, matter) for matter in heard])
    return tuple(_candidate(parsed, source, matter, kind) for matter, kind in zip(matters, types, strict=True))


def _gather(judged: Sequence[_Judged], matters: Matters, length: int) -> list[list[int]]:
    """Places of sentences, one sorted list a matter."""
    budget, beyond = max(_LONGEST, _SHORTEST - length / _STEADY) * length, _BEYOND * length
    least = _WORTH_A_FIRST if len(judged) > _SLIP else 0.0
    quotable = [p for p, item in enumerate(judged) if item.worth > least and 6 <= item.size <= LONGEST_QUOTE]
    found: list[list[int]] = []
    while len(found) < MOST_LEADS:
        heads = [places[0] for places in found]
        room = [p for p in quotable if p not in heads and (not found or judged[p].fits(budget, beyond))]
        place = _next(judged, matters, room, heads)
        if place is None:
            break
        found.append([place])
        budget -= judged[place].size
    heads = [places[0] for places in found]
    for place in sorted(quotable, key=lambda place: (-judged[place].gain, place)):
        if place in heads or judged[place].gain < _WORTH_A_QUOTE or not judged[place].fits(budget, beyond):
            continue
        near = [places for places in found if len(places) < _MOST_QUOTES and abs(place - places[0]) <= _NEAR]
        if near:
            max(near, key=lambda places: max(matters.same(place, one) for one in places)).append(place)
            budget -= judged[place].size
    return settle(found, matters, [one.worth for one in judged])


def _next(judged: Sequence[_Judged], matters: Matters, room: Sequence[int], heads: Sequence[int]) -> int | None:
    """The sentence that opens the next matter: the one with the most to gain that no opened matter tells already."""
    if not heads:
        return max(room, key=lambda place: (judged[place].gain, -place), default=None)
    best, found = _NEW_ENOUGH, None
    for place in room:
        gain = judged[place].gain
        if judged[place].worth <= _WORTH_A_LEAD:
            continue
        for head in heads:
            if gain > best:  # what is no better already needs no comparing
                gain *= 1 - matters.same(place, head)
        if gain > best:
            best, found = gain, place
    return found


def _candidate(parsed: Parsed, source: Source, matter: Sequence[_Judged], kind: str) -> Candidate:
    signals = Counter(name for judged in matter for name in judged.weighed.signals)
    pattern = _pattern(source, kind, signals)
    quotes = tuple(parsed.document.quote(*judged.stretch) for judged in matter)
    by_worth = sorted(matter, key=lambda judged: (-judged.worth, judged.weighed.sentence.start))
    main = by_worth[0]
    shown = {name: words for judged in matter for name, words in judged.weighed.signals.items()}
    # what a superior wants by a day can be told until that day, and a week longer to say how it ended
    due = last_due(parsed, [judged.stretch for judged in matter]) if _awaits_report(pattern) else None
    return Candidate(
        source=source.code,
        pattern=pattern.name,
        type=pattern.type,
        focus=quotes if pattern.role == "focus" else (),
        facts=quotes if pattern.role == "fact" else (),
        subject=main.weighed.sentence.text,
        title=propose_title(parsed, [j.told for j in by_worth], pattern.type, source.code),
        reason=_reason(pattern, shown),
        angle=pattern.angle,
        window=pattern.window or pattern.type,
        strength=round(main.worth, 4),
        missing=pattern.ask,
        cautions=pattern.cautions,
        event=due,
        closes=due + _TO_CONCLUDE if due else None,
    )


def _awaits_report(pattern: Pattern) -> bool:
    return pattern.role == "focus" and pattern.type == "dynamic"


def _pattern(source: Source, kind: str, signals: Mapping[str, int]) -> Pattern:
    """The source's pattern of the type; among several the one whose signals show most."""

    def fit(pattern: Pattern) -> tuple[bool, int, str]:
        return pattern.type == kind, sum(bool(signals.get(name)) for name in pattern.needs), pattern.name

    return max(source.patterns, key=fit)


def _reason(pattern: Pattern, shown: dict[str, str]) -> str:
    from topicmine.analysis.signals import load_signals

    needed = [s for s in load_signals() if not s.chaff and s.name in shown]
    needed.sort(key=lambda signal: (signal.name not in pattern.needs, signal.name))
    named = [f"{signal.says}（“{shown[signal.name][:18]}”）" for signal in needed[:3]]
    return f"{pattern.says}：{'；'.join(named)}。" if named else f"{pattern.says}。"
