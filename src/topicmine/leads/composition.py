"""Candidates of one document: the sentences an editor would stop at, gathered into at most three matters."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property

from topicmine.analysis.coverage import last_due
from topicmine.analysis.material import Pattern, Source
from topicmine.analysis.telling import tell
from topicmine.analysis.worth import Weighed, WorthModels, weigh
from topicmine.language.parsed import Parsed
from topicmine.language.sentences import Sentence
from topicmine.leads.titles import propose_title
from topicmine.model import Candidate

MOST_LEADS = 3  # a reader of a card list follows three matters of one document, not ten
LONGEST_QUOTE = 110
_QUOTED_SHARE = 0.46  # of the text; a card shows the sentences that carry the lead, not the page
_SURE, _BEYOND = 0.6, 0.08  # a sentence so surely worth it may go beyond that by so much of the text
_WORTH_A_FIRST, _WORTH_A_LEAD, _WORTH_A_QUOTE = 0.12, 0.30, 0.36
_TO_CONCLUDE = timedelta(days=7)  # after a deadline, to report how it ended
_SLIP = 4  # sentences; a front-line slip of so few is one matter, however dry
_MOST_QUOTES, _NEAR, _BESIDE = 5, 4, 0.75


@dataclass(frozen=True)
class _Judged:
    """A sentence with its worth; its types and its telling stretch are found only when somebody asks."""

    weighed: Weighed
    worth: float
    models: WorthModels

    @cached_property
    def types(self) -> dict[str, float]:
        return self.models.types_of(self.weighed)

    @cached_property
    def kind(self) -> str:
        return max(self.types, key=lambda name: (self.types[name], name))

    @cached_property
    def stretch(self) -> tuple[int, int]:
        return tell(self.weighed.sentence, self.models)

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

    def fits(self, budget: float, beyond: float) -> bool:
        """True when what is left to quote (characters) has room for it, `beyond` added if it is surely worth it."""
        return self.size <= budget + (beyond if self.worth >= _SURE else 0.0)


def compose(parsed: Parsed, source: Source, models: WorthModels) -> tuple[Candidate, ...]:
    """At most three candidates of one document of `source`, the most worthwhile first; none from a hollow one.

    Each sentence gets a worth (`analysis/worth.py`); the best open a matter of their own, near ones of the same
    kind join it, with their telling clauses only, until 46 % of the text are quoted, 54 % with a sentence that is
    surely worth it. The pattern of the source that
    fits names the matter.
    """
    judged = [_Judged(weighed, models.worth_of(weighed), models) for weighed in weigh(parsed, source.code)]
    matters = _gather(judged, len(parsed.document.text))
    return tuple(_candidate(parsed, source, [judged[place] for place in matter]) for matter in matters)


def _gather(judged: Sequence[_Judged], length: int) -> list[list[int]]:
    """Places of sentences, one sorted list a matter."""
    budget, beyond = _QUOTED_SHARE * length, _BEYOND * length
    least = _WORTH_A_FIRST if len(judged) > _SLIP else 0.0
    quotable = [p for p, item in enumerate(judged) if item.worth > least and 6 <= item.size <= LONGEST_QUOTE]
    matters: list[list[int]] = []
    while len(matters) < MOST_LEADS:
        place = _next(judged, quotable, matters, budget, beyond)
        if place is None:
            break
        matters.append([place])
        budget -= judged[place].size
    taken = {matter[0] for matter in matters}
    for place in sorted(quotable, key=lambda place: (-judged[place].worth, place)):
        if place in taken or judged[place].worth < _WORTH_A_QUOTE or not judged[place].fits(budget, beyond):
            continue
        near = [m for m in matters if len(m) < _MOST_QUOTES and abs(place - m[0]) <= _NEAR]
        if near:
            min(near, key=lambda matter: _distance(judged, place, matter[0])).append(place)
            budget -= judged[place].size
    return [sorted(matter) for matter in matters]


def _next(
    judged: Sequence[_Judged], quotable: Sequence[int], matters: list[list[int]], budget: float, beyond: float
) -> int | None:
    """The sentence that opens the next matter: the best one left, those beside an opened matter marked down."""
    first = _WORTH_A_FIRST if len(judged) > _SLIP else 0.0
    best, found = (_WORTH_A_LEAD if matters else first), None
    for place in quotable:
        heads = [matter[0] for matter in matters]
        if place in heads or (matters and not judged[place].fits(budget, beyond)):
            continue
        worth = judged[place].worth * (_BESIDE if any(abs(place - head) == 1 for head in heads) else 1.0)
        if worth > best:
            best, found = worth, place
    return found


def _distance(judged: Sequence[_Judged], one: int, other: int) -> float:
    a, b = judged[one], judged[other]
    apart = a.weighed.sentence.paragraph != b.weighed.sentence.paragraph
    return abs(one - other) + 0.5 * (a.kind != b.kind) + 0.7 * apart


def _candidate(parsed: Parsed, source: Source, matter: Sequence[_Judged]) -> Candidate:
    votes: dict[str, float] = defaultdict(float)
    for judged in matter:
        for name, chance in judged.types.items():
            votes[name] += judged.worth * chance
    signals = Counter(name for judged in matter for name in judged.weighed.signals)
    pattern = _pattern(source, votes, signals)
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


def _pattern(source: Source, votes: Mapping[str, float], signals: Counter[str]) -> Pattern:
    """The source's pattern of the likeliest type; among those of one type the one whose signals show most."""
    total = sum(votes.values()) or 1.0

    def fit(pattern: Pattern) -> tuple[float, int, str]:
        shown = sum(bool(signals[name]) for name in pattern.needs)
        return (votes[pattern.type] / total + 0.08 * min(shown, 3), shown, pattern.name)

    return max(source.patterns, key=fit)


def _reason(pattern: Pattern, shown: dict[str, str]) -> str:
    from topicmine.analysis.signals import load_signals

    needed = [s for s in load_signals() if not s.chaff and s.name in shown]
    needed.sort(key=lambda signal: (signal.name not in pattern.needs, signal.name))
    named = [f"{signal.says}（“{shown[signal.name][:18]}”）" for signal in needed[:3]]
    return f"{pattern.says}：{'；'.join(named)}。" if named else f"{pattern.says}。"
