"""One learner at one exercise: what is shown before an answer, what an answer brings, what was left last time.

Everything here is plain data, so that the widgets above only draw it and tests need no browser.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from topicmine.course.graded import Graded, Mark
from topicmine.course.grading import grade
from topicmine.course.items import Item
from topicmine.course.progress import Progress, Step, clock, first_tries
from topicmine.course.shuffling import shuffle

_PATIENCE = 2


class Desk:
    """An exercise in the hands of one learner.

    Args:
        item: The exercise.
        progress: The learner's record, which every answer and hint goes into before anything is shown.
        exam: True while answers are only taken down, without score, hints or key.
    """

    def __init__(self, item: Item, progress: Progress, *, exam: bool = False) -> None:
        self.item = item
        self.progress = progress
        self.exam = exam
        self._order = shuffle(item.paragraphs, progress.learner, item.id)

    def sheet(self) -> dict[str, Any]:
        """The exercise as the learner may see it: no key, no reasons, options in the learner's own order."""
        item, who = self.item, self.progress.learner
        options = [item.options[n] for n in shuffle(item.options, who, item.id)]
        right = [item.right[n] for n in shuffle(item.right, who, item.id)]
        return {
            "id": item.id,
            "learner": who,
            "response": item.response,
            "form": item.form,
            "stem": item.stem,
            "title": item.stimulus_title,
            "text": item.stimulus,
            "options": [{"id": option.id, "text": option.text} for option in options],
            "paragraphs": [item.paragraphs[place] for place in self._order],
            "left": [asdict(card) for card in item.left],
            "right": [asdict(card) for card in right],
            "several": len({pair.left for pair in item.pairs}) < len(item.pairs),
            "criteria": [criterion.name for criterion in item.criteria],
            "limit": item.limit,
            "hints": 0 if self.exam else len(item.hints),
        }

    def state(self) -> dict[str, Any]:
        """Where the learner stands: last answer with what it earned, hints seen, what was saved when."""
        tries = self.progress.tries(self.item.id)
        last = tries[-1] if tries else None
        current = last is not None and last.version == self.item.version
        state: dict[str, Any] = {
            "tries": len(tries),
            "saved": clock(last) if last else "",
            "answer": self._shown(last.answer) if last and current else None,
            "note": "" if current or not last else "这道题改过了，请再答一次。",
            "exam": self.exam,
        }
        if self.exam:
            return state
        return state | self._open_state(tries, last if current else None)

    def submit(self, answer: Any) -> dict[str, Any]:
        """Takes an answer down and returns the new state. Raises UsageError when it could not be saved."""
        stored = self._stored(answer)
        graded = grade(self.item, stored)
        self.progress.add_try(self.item.id, self.item.version, stored, graded.score, graded.weight)
        return self.state()

    def hint(self) -> dict[str, Any]:
        """Shows one more hint and returns the new state."""
        seen = min(self.progress.hints(self.item.id) + 1, len(self.item.hints))
        if not self.exam:
            self.progress.add_hint(self.item.id, self.item.version, seen)
        return self.state()

    def reveal(self) -> dict[str, Any]:
        """Shows the key to a learner who has tried often enough."""
        state = self.state()
        return state | {"key": self._key()} if state.get("can_reveal") else state

    def _open_state(self, tries: tuple[Step, ...], last: Step | None) -> dict[str, Any]:
        graded = grade(self.item, last.answer) if last else None
        seen = self.progress.hints(self.item.id)
        first = first_tries(tries).get(self.item.id)
        return {
            "graded": self._told(graded) if graded else None,
            "first": first.score if first else None,
            "hints": list(self.item.hints[:seen]),
            "models": [asdict(model) for model in self.item.models] if tries else [],
            "can_reveal": len(tries) >= _PATIENCE and not self.item.models,
        }

    def _told(self, graded: Graded) -> dict[str, Any]:
        """What the learner is told of a graded answer: nothing of the key that was not given."""
        notes = [note for note in graded.notes if note.given]
        marks = [mark for mark in graded.marks if mark.kind != "missed"]
        return {
            "score": graded.score,
            "full": graded.full,
            "good": graded.good,
            "fault": graded.fault,
            "notes": [{"about": note.about, "text": note.text, "kind": note.kind} for note in notes],
            "marks": [asdict(mark) for mark in _without_overlaps(marks)],
        }

    def _key(self) -> list[dict[str, str]]:
        item = self.item
        told = [(option.text, option.reason) for option in item.options if option.id in item.key]
        told += [(span.text, span.reason) for span in item.spans]
        told += [(text, item.reason if not place else "") for place, text in enumerate(item.paragraphs)]
        cards = {card.id: card.text for card in item.left + item.right}
        told += [(f"{cards[pair.left]} — {cards[pair.right]}", pair.reason) for pair in item.pairs]
        told += [(f"{standard.name}：{standard.key}分", standard.reason) for standard in item.criteria]
        return [{"about": about, "text": text} for about, text in told]

    def _stored(self, answer: Any) -> Any:
        """An order comes as places in the shown order and is kept as places in the right one."""
        if self.item.response != "order" or not isinstance(answer, list):
            return answer
        count = len(self._order)
        return [self._order[place] for place in answer if type(place) is int and 0 <= place < count]

    def _shown(self, answer: Any) -> Any:
        if self.item.response != "order" or not isinstance(answer, list):
            return answer
        return [self._order.index(place) for place in answer]


def _without_overlaps(marks: list[Mark]) -> list[Mark]:
    """Marks in reading order; where two overlap, a fault hides what is good."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.kind != "fault", mark.start)):
        if all(mark.end <= other.start or other.end <= mark.start for other in kept):
            kept.append(mark)
    return sorted(kept, key=lambda mark: mark.start)
