"""What a trainer sees of a room: who is where, what is hard, what goes wrong, what can be discussed."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from topicmine.course.intervals import Difference, paired_difference
from topicmine.course.items import Item
from topicmine.course.loading import all_items
from topicmine.course.papers import result_of
from topicmine.course.progress import Progress, Step, best_tries, first_tries
from topicmine.language.identifiers import find_identifiers

_FORMS = (("pre-A", "pre-B"), ("post-A", "post-B"))


@dataclass(frozen=True, slots=True)
class Seat:
    """One learner: the unit opened last, the exercise answered last, minutes since, how many answered and all right.

    `first` is the share earned at first tries, None before there is one.
    """

    learner: str
    unit: int | None
    item: str
    idle: int
    tried: int
    full: int
    first: float | None


@dataclass(frozen=True, slots=True)
class Hard:
    """An exercise with the mean of its first tries, how many people tried it and how many needed a hint."""

    item: Item
    mean: float
    people: int
    hinted: int


@dataclass(frozen=True, slots=True)
class Wrong:
    """A wrong answer that several people gave at first."""

    item: Item
    answer: str
    people: int


def seat(record: Progress, now: datetime) -> Seat:
    """Where a learner stands at `now` (with a time zone)."""
    steps = record.steps
    items = all_items()
    last = next((step for step in reversed(steps) if step.item in items), None)
    entered = next((step for step in reversed(steps) if step.what == "enter"), None)
    unit = int(entered.item) if entered and entered.item.isdigit() else items[last.item].unit if last else None
    first, best = first_tries(steps), best_tries(steps)
    idle = int((now - steps[-1].moment).total_seconds() // 60) if steps else 0
    full = sum(step.score > 0.999 for step in best.values())
    return Seat(record.learner, unit, last.item if last else "", max(idle, 0), len(first), full, share(first.values()))


def share(steps: Iterable[Step]) -> float | None:
    """The mean score of tries, weighed; None of none."""
    pairs = [(step.score * step.weight, step.weight) for step in steps]
    return sum(score for score, _ in pairs) / sum(weight for _, weight in pairs) if pairs else None


def hardest(records: Sequence[Progress], count: int = 10) -> tuple[Hard, ...]:
    """The exercises with the lowest mean of first tries, hardest first."""
    firsts: dict[str, list[Step]] = {}
    for record in records:
        for step in first_tries(record.steps).values():
            firsts.setdefault(step.item, []).append(step)
    items = all_items()
    found = [
        Hard(items[name], share(steps) or 0.0, len(steps), sum(step.hints > 0 for step in steps))
        for name, steps in firsts.items()
        if name in items
    ]
    return tuple(sorted(found, key=lambda hard: (hard.mean, -hard.people, hard.item.id))[:count])


def commonest_wrong(records: Sequence[Progress], count: int = 10) -> tuple[Wrong, ...]:
    """The wrong first answers that most people share; free writing has none."""
    seen: Counter[tuple[str, str]] = Counter()
    items = all_items()
    for record in records:
        for step in first_tries(record.steps).values():
            item = items.get(step.item)
            if item and step.version == item.version and step.score < 0.999:
                seen.update((step.item, answer) for answer in _wrong_answers(item, step.answer))
    ranked = sorted(seen.items(), key=lambda entry: (-entry[1], entry[0]))[:count]
    return tuple(Wrong(items[name], answer, people) for (name, answer), people in ranked)


def answers_to_discuss(records: Sequence[Progress], item: Item) -> tuple[tuple[str, float, int], ...]:
    """First answers with their score and how many gave them, without names, in an order that betrays nobody."""
    found: Counter[tuple[str, float]] = Counter()
    for record in records:
        step = first_tries(record.steps).get(item.id)
        if step and step.version == item.version:
            found[mask(in_words(item, step.answer)), step.score] += 1
    told = [(text, score, people) for (text, score), people in found.items()]
    return tuple(sorted(told, key=lambda answer: hashlib.sha256(answer[0].encode()).digest()))


def gain(records: Sequence[Progress]) -> Difference:
    """The change from the test before to the test after, of those who handed in both."""
    before, after = [], []
    for record in records:
        scores = [next((s for f in forms if (s := result_of(f, record)) is not None), None) for forms in _FORMS]
        if scores[0] is not None and scores[1] is not None:
            before.append(scores[0])
            after.append(scores[1])
    return paired_difference(before, after)


def in_words(item: Item, answer: Any) -> str:
    """A stored answer as a person reads it."""
    if isinstance(answer, str):
        return answer
    if isinstance(answer, dict):
        return "；".join(f"{name}{mark}分" for name, mark in answer.items())
    parts = answer if isinstance(answer, list) else []
    options = {option.id: option.text for option in item.options}
    cards = {card.id: card.text for card in item.left + item.right}
    if item.response in {"choose", "choose_many"}:
        return "；".join(options.get(part, "") for part in parts if isinstance(part, str))
    if item.response == "order":
        return " → ".join(item.paragraphs[p][:12] for p in parts if type(p) is int and p < len(item.paragraphs))
    if item.response == "mark":
        return "；".join(item.stimulus[part[0] : part[1]] for part in parts if len(part) == 2)
    if item.response == "pair":
        return "；".join(f"{cards.get(part[0], '')}—{cards.get(part[1], '')}" for part in parts if len(part) == 2)
    return json.dumps(answer, ensure_ascii=False)


def mask(text: str) -> str:
    """`text` with personal numbers blotted out: it is going onto a wall."""
    for found in reversed([number for number in find_identifiers(text) if number.personal]):
        text = f"{text[: found.start]}{'＊' * 4}{text[found.end :]}"
    return text


def _wrong_answers(item: Item, answer: Any) -> list[str]:
    parts = answer if isinstance(answer, list) else []
    if item.response in {"choose", "choose_many"}:
        return [o.text for o in item.options if o.id in parts and o.id not in item.key]
    if item.response == "pair":
        key = {(pair.left, pair.right) for pair in item.pairs}
        wrong = [part for part in parts if isinstance(part, list) and len(part) == 2 and tuple(part) not in key]
        return [in_words(item, [part]) for part in wrong]
    if item.response == "order":
        return [f"首段放“{in_words(item, parts[:1])}”"] if parts and parts[0] != 0 else []
    if item.response == "rate" and isinstance(answer, dict):
        away = {c.name: answer[c.name] - c.key for c in item.criteria if type(answer.get(c.name)) is int}
        return [f"{name}打{'高' if d > 0 else '低'}了{abs(d)}分" for name, d in away.items() if abs(d) > 1]
    return []
