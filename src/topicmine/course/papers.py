"""The tests before and after the course: which form a learner gets, and whether it was handed in."""

from __future__ import annotations

import hashlib

from topicmine.course.items import Item
from topicmine.course.loading import all_items
from topicmine.course.progress import Progress, first_tries
from topicmine.errors import UsageError

_NAMES = {"pre": "前测", "post": "后测"}
_HANDED = "handed"


def form_for(which: str, learner: str) -> str:
    """The form of a test: half of the class gets A before and B after, the other half the other way round.

    Raises UsageError for anything but pre and post.
    """
    if which not in _NAMES:
        raise UsageError(f"没有“{which}”这套测验；前测写pre，后测写post。")
    swapped = hashlib.sha256(learner.encode()).digest()[0] % 2 == 1
    return f"{which}-{'AB'[swapped != (which == 'post')]}"


def name_of(form: str) -> str:
    """The Chinese name of a form.

    >>> name_of("pre-A")
    '前测A卷'
    """
    which, _, letter = form.partition("-")
    return f"{_NAMES[which]}{letter}卷"


def items_of(form: str) -> tuple[Item, ...]:
    """The exercises of a form in the order of their ids."""
    return tuple(sorted((item for item in all_items().values() if item.test == form), key=lambda item: item.id))


def is_handed_in(form: str, progress: Progress) -> bool:
    """True once the learner has handed the form in: from then on answers are told."""
    return any(step.what == _HANDED and step.item == form for step in progress.steps)


def hand_in(form: str, progress: Progress) -> None:
    """Records that the form is handed in. Raises UsageError while an exercise has no answer."""
    left = len(items_of(form)) - count_answered(form, progress)
    if left:
        raise UsageError(f"还有{left}道题没有答，答完再交卷；不会的也选一个。")
    if not is_handed_in(form, progress):
        progress.add_event(_HANDED, form)


def count_answered(form: str, progress: Progress) -> int:
    """How many exercises of a form have an answer."""
    tried = first_tries(progress.steps)
    return sum(item.id in tried for item in items_of(form))


def result_of(form: str, progress: Progress) -> float | None:
    """The mean score of a form that was handed in, from the answers as they stood then; else None."""
    handed = next((step.time for step in progress.steps if step.what == _HANDED and step.item == form), None)
    items = items_of(form)
    if handed is None or not items:
        return None
    last = {step.item: step for step in progress.steps if step.what == "try" and step.time <= handed}
    weight = sum(last[item.id].weight for item in items if item.id in last)
    return sum(last[item.id].score * last[item.id].weight for item in items if item.id in last) / max(weight, 1)
