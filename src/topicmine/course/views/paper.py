"""A test on the page: its exercises, which only take answers down, and the button that hands it in."""

from __future__ import annotations

from typing import Any

import ipywidgets

from topicmine.course.desk import Desk
from topicmine.course.papers import count_answered, form_for, hand_in, is_handed_in, items_of, name_of, result_of
from topicmine.course.progress import Progress
from topicmine.course.views.exercise import Exercise
from topicmine.course.views.script import read
from topicmine.course.views.talking import Talking
from topicmine.errors import UsageError


class Foot(Talking):
    """The foot of a test: how much is answered, the button, and the result once it is handed in."""

    _esm = read("page.js", "paper.js")

    def __init__(self, form: str, progress: Progress, exercises: list[Exercise]) -> None:
        self._form, self._progress, self._exercises = form, progress, exercises
        super().__init__(state=self._count())

    def _do(self, _: dict[str, Any]) -> dict[str, Any]:
        hand_in(self._form, self._progress)
        for exercise in self._exercises:
            exercise.unseal()
        return self._count()

    def _count(self) -> dict[str, Any]:
        score = result_of(self._form, self._progress)
        return {
            "name": name_of(self._form),
            "total": len(self._exercises),
            "answered": count_answered(self._form, self._progress),
            "handed": is_handed_in(self._form, self._progress),
            "score": None if score is None else round(100 * score),
        }


def make_paper(which: str, progress: Progress) -> Any:
    """The learner's form of a test. Raises UsageError for an unknown test or one without exercises."""
    form = form_for(which, progress.learner)
    items = items_of(form)
    if not items:
        raise UsageError(f"{name_of(form)}还没有题目，请告诉教员。")
    exam = not is_handed_in(form, progress)
    exercises = [Exercise(Desk(item, progress, exam=exam)) for item in items]
    return ipywidgets.VBox([*exercises, Foot(form, progress, exercises)])
