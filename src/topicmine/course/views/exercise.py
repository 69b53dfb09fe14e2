"""An exercise on the page."""

from __future__ import annotations

from typing import Any

import traitlets

from topicmine.course.desk import Desk
from topicmine.course.views.script import read
from topicmine.course.views.talking import Talking, answer_for

_AREAS = {
    "choose": "choice.js",
    "choose_many": "choice.js",
    "mark": "marking.js",
    "order": "ordering.js",
    "pair": "pairing.js",
    "rate": "rating.js",
    "edit": "text.js",
    "write": "text.js",
}


class Exercise(Talking):
    """One exercise: `sheet` is what is asked, `state` where the learner stands.

    The browser sends {"do": "submit" | "hint" | "reveal", "answer": …, "turn": n}; every message is answered by a new
    `state` that carries the same turn, so that the page knows an old answer from a new one.
    """

    sheet = traitlets.Dict().tag(sync=True)

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._esm = read(_AREAS[desk.item.response], "page.js", "exercise.js")
        super().__init__(sheet=desk.sheet(), state=answer_for(desk.state))

    def unseal(self) -> None:
        """Ends the test for this exercise: from now on the learner is told what was right."""
        self.desk.exam = False
        self.sheet = self.desk.sheet()
        self.state = answer_for(self.desk.state)

    def _do(self, message: dict[str, Any]) -> dict[str, Any]:
        done: dict[str, Any] = {"key": []}
        if message.get("do") == "submit":
            return done | self.desk.submit(message.get("answer"))
        if message.get("do") == "hint":
            return done | self.desk.hint()
        return done | self.desk.reveal()
