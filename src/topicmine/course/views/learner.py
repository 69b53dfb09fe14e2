"""The learner's own page: the picture with its words beside it."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

import ipywidgets

from topicmine.course.desk import Desk
from topicmine.course.learner import KINDS, Picture, describe, in_sentences
from topicmine.course.loading import find_item
from topicmine.course.picture import draw_units
from topicmine.course.progress import Progress
from topicmine.course.views.exercise import Exercise
from topicmine.course.views.script import read
from topicmine.course.views.talking import Talking, answer_for


class LearnerPage(Talking):
    """What is done, what is weak, the next exercises, as they stand when the learner asks."""

    _esm = read("page.js", "learner.js")

    def __init__(self, progress: Progress, show: Callable[[str], None], *, at_once: bool) -> None:
        self._progress, self._show = progress, show
        super().__init__(state=answer_for(lambda: self._do({})) if at_once else {})

    def _do(self, message: dict[str, Any]) -> dict[str, Any]:
        if message.get("do") == "open":
            self._show(str(message.get("item", "")))
            return {"note": "题目已经打开，就在下面。"}
        return {"page": show(describe(self._progress.steps)), "note": ""}


def make_learner_page(progress: Progress, *, at_once: bool) -> Any:
    """The page, and below it the exercise that the learner opened from it."""
    room = ipywidgets.VBox([])

    def open_item(name: str) -> None:
        room.children = [Exercise(Desk(find_item(name), progress))]

    return ipywidgets.VBox([LearnerPage(progress, open_item, at_once=at_once), room])


def show(picture: Picture) -> dict[str, Any]:
    """A learner's picture as the page draws it."""
    image = base64.b64encode(draw_units(picture.units).encode()).decode()
    units = [[f"第{u.unit}单元", u.total, u.tried, u.full] for u in picture.units]
    coming = [{"id": item.id, "kind": KINDS.get(item.kind, item.kind), "stem": item.stem} for item in picture.next]
    return {
        "sentences": in_sentences(picture),
        "image": f"data:image/svg+xml;base64,{image}",
        "units": units,
        "next": coming,
    }
