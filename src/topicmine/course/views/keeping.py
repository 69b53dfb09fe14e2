"""The product of a unit: a text of the learner's own, kept under a name."""

from __future__ import annotations

from typing import Any

import traitlets

from topicmine.course.progress import Progress, clock
from topicmine.course.views.script import read
from topicmine.course.views.talking import Talking


class Keeping(Talking):
    """A box whose text is on the disk when the page says so; opened again it holds what was kept last."""

    name = traitlets.Unicode().tag(sync=True)
    _esm = read("page.js", "keeping.js")

    def __init__(self, name: str, progress: Progress) -> None:
        self._progress = progress
        super().__init__(name=name, state=self._kept(name))

    def _do(self, message: dict[str, Any]) -> dict[str, Any]:
        self._progress.add_text(self.name, str(message.get("text", "")))
        return self._kept(self.name)

    def _kept(self, name: str) -> dict[str, Any]:
        step = self._progress.last_text(name)
        return {"text": step.answer if step else "", "saved": clock(step) if step else "", "error": ""}
