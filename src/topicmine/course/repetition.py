"""What to repeat and when: the forgetting curve of FSRS over a learner's record.

Each exercise is a card; the first try of a day is its review. Rule: FSRS, as the `fsrs` package computes it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from topicmine.course.progress import Step

_HALF = 0.5


def due_items(steps: Iterable[Step], now: datetime) -> tuple[str, ...]:
    """The exercises once missed that are due for repetition at `now` (with a time zone), longest due first."""
    due = sorted((when, item) for item, when in schedule(steps).items() if when <= now)
    return tuple(item for _, item in due)


def schedule(steps: Iterable[Step]) -> dict[str, datetime]:
    """When each exercise that was ever missed should come again."""
    from fsrs import Card, Rating, Scheduler

    # fuzz would give the same record another plan each time it is read
    scheduler = Scheduler(enable_fuzzing=False, learning_steps=(), relearning_steps=())
    cards: dict[str, Card] = {}
    missed: set[str] = set()
    for step in _first_of_each_day(steps):
        full = step.score > 0.999
        if not full:
            missed.add(step.item)
        rating = (Rating.Good if step.hints == 0 else Rating.Hard) if full else Rating.Again
        rating = Rating.Hard if not full and step.score >= _HALF else rating
        card = cards.get(step.item) or Card(card_id=1)
        cards[step.item], _ = scheduler.review_card(card, rating, step.moment)
    return {item: card.due for item, card in cards.items() if item in missed}


def _first_of_each_day(steps: Iterable[Step]) -> list[Step]:
    seen: set[tuple[str, str]] = set()
    found = []
    for step in steps:
        day = (step.item, step.time[:10])
        if step.what == "try" and day not in seen:
            seen.add(day)
            found.append(step)
    return found
