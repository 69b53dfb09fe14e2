"""The trainer's page: the room at a glance, what to discuss, what to take away."""

from __future__ import annotations

import base64
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from topicmine.course.classroom import Seat, answers_to_discuss, commonest_wrong, gain, hardest, seat
from topicmine.course.items import Item
from topicmine.course.lessons import all_lessons
from topicmine.course.loading import find_item
from topicmine.course.progress import all_learners
from topicmine.course.sheets import exercise_sheet, workbook
from topicmine.course.views.script import read
from topicmine.course.views.talking import Talking, answer_for
from topicmine.errors import UsageError

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Trainer(Talking):
    """The room of the records in a folder; the browser asks again every few seconds."""

    _esm = read("page.js", "trainer.js")

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        super().__init__(state=answer_for(lambda: look(folder)))

    def _do(self, message: dict[str, Any]) -> dict[str, Any]:
        if message.get("do") == "discuss":
            return self._discuss(str(message.get("item", "")))
        if message.get("do") == "export":
            self.send(self._file(str(message.get("what", "")), message.get("unit")))
            return {}
        return look(self._folder)

    def _discuss(self, name: str) -> dict[str, Any]:
        item = find_item(name)
        answers = answers_to_discuss(all_learners(self._folder), item)
        told = [{"text": text, "score": round(100 * score), "people": people} for text, score, people in answers]
        return {"discuss": {"id": item.id, "stem": _asked(item), "answers": told}}

    def _file(self, what: str, unit: Any) -> dict[str, Any]:
        if what == "xlsx":
            data, name, kind = workbook(all_learners(self._folder), datetime.now(UTC)), "课堂记录.xlsx", _XLSX
        else:
            lesson = next((lesson for lesson in all_lessons() if lesson.unit == unit), None)
            if lesson is None:
                raise UsageError("先选一个单元，再导出练习纸。")
            answers = what == "answers"
            data = exercise_sheet(lesson.unit, lesson.title, answers=answers).encode()
            name, kind = f"第{lesson.unit}单元{'答案' if answers else '练习'}.html", "text/html"
        return {"file": name, "type": kind, "data": base64.b64encode(data).decode()}


def look(folder: Path) -> dict[str, Any]:
    """The room as it is now."""
    records, now = all_learners(folder), datetime.now(UTC)
    hard = [
        {"id": h.item.id, "stem": _asked(h.item), "mean": round(100 * h.mean), "people": h.people, "hinted": h.hinted}
        for h in hardest(records)
    ]
    wrong = [
        {"id": w.item.id, "stem": _asked(w.item), "answer": w.answer, "people": w.people}
        for w in commonest_wrong(records)
    ]
    return {
        "seats": [_shown(seat(record, now)) for record in records],
        "hard": hard,
        "wrong": wrong,
        "gain": asdict(gain(records)),
        "units": [{"unit": lesson.unit, "title": lesson.title} for lesson in all_lessons()],
        "error": "",
    }


def _asked(item: Item) -> str:
    """The question; where several ask the same, also what they ask it about."""
    about = item.stimulus_title or item.stimulus.strip()
    return f"{item.stem}（{about[:16]}…）" if len(about) > 16 else f"{item.stem}（{about}）" if about else item.stem


def _shown(here: Seat) -> dict[str, Any]:
    return {**asdict(here), "stem": find_item(here.item).stem[:22] if here.item else ""}
