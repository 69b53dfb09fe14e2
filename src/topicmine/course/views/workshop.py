"""The page of a room: a work number, a unit, and that unit's lesson. One notebook serves everybody."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import ipywidgets

from topicmine.course.desk import Desk
from topicmine.course.lessons import Lesson, Part, all_lessons
from topicmine.course.loading import find_item
from topicmine.course.papers import form_for, is_handed_in
from topicmine.course.password import HASH, is_right
from topicmine.course.progress import Progress
from topicmine.course.room import records_folder
from topicmine.course.views.exercise import Exercise
from topicmine.course.views.paper import make_paper
from topicmine.course.views.prose import make_prose
from topicmine.course.views.script import read
from topicmine.course.views.talking import Talking
from topicmine.errors import UsageError


class Door(Talking):
    """Who is here and which unit is open."""

    _esm = read("page.js", "workshop.js")

    def __init__(self, show: Callable[[list[Any]], None]) -> None:
        self._show = show
        self._progress: Progress | None = None
        units = [{"unit": lesson.unit, "title": lesson.title} for lesson in all_lessons()]
        super().__init__(state={"learner": "", "unit": None, "units": units, "error": "", "trainer": False})

    def _do(self, message: dict[str, Any]) -> dict[str, Any]:
        if message.get("do") == "enter":
            return self._enter(str(message.get("learner", "")))
        if message.get("do") == "unit":
            return self._open_unit(message.get("unit"))
        return self._let_in(str(message.get("password", "")))

    def _enter(self, learner: str) -> dict[str, Any]:
        self._progress = Progress(records_folder(), learner)
        self._show([])
        entered = [step.item for step in self._progress.steps if step.what == "enter"]
        unit = int(entered[-1]) if entered and entered[-1].isdigit() else None
        opened = self._open_unit(unit) if unit is not None else {"unit": None}
        return {"learner": self._progress.learner, **opened}

    def _open_unit(self, unit: Any) -> dict[str, Any]:
        lesson = next((lesson for lesson in all_lessons() if lesson.unit == unit), None)
        if self._progress is None or lesson is None:
            raise UsageError("先输入工号，再选一个单元。")
        self._progress.add_event("enter", str(lesson.unit))
        self._show(lay_out(lesson, self._progress))
        return {"unit": lesson.unit}

    def _let_in(self, password: str) -> dict[str, Any]:
        from topicmine.course.views.trainer import Trainer

        if not is_right(password, os.environ.get(HASH, "")):
            raise UsageError("口令不对；口令在启动课堂的窗口里。")
        self._show([Trainer(records_folder())])
        return {"trainer": True}


def make_workshop() -> Any:
    """The page: the door, and below it what the open unit holds."""
    room = ipywidgets.VBox([])

    def show(children: list[Any]) -> None:
        room.children = children

    return ipywidgets.VBox([Door(show), room])


def lay_out(lesson: Lesson, progress: Progress) -> list[Any]:
    """The widgets of a lesson in the hands of one learner."""
    return [_place(part, progress) for part in lesson.parts]


def _place(part: Part, progress: Progress) -> Any:
    if part.verb == "text":
        return make_prose(part.value)
    if part.verb == "practice":
        item = find_item(part.value)
        sealed = bool(item.test) and not is_handed_in(item.test, progress)
        return Exercise(Desk(item, progress, exam=sealed))
    if part.verb == "exam":
        form_for(part.value, progress.learner)
        return make_paper(part.value, progress)
    if part.verb == "keep":
        from topicmine.course.views.keeping import Keeping

        return Keeping(part.value, progress)
    if part.verb == "review":
        from topicmine.course.views.reviewing import Review

        return Review(part.value)
    from topicmine.course.views.learner import make_learner_page

    # thirty pictures drawn at the same moment would keep the whole room waiting
    return make_learner_page(progress, at_once=False)
