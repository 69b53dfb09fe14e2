"""What a learner did: one append-only file of JSON lines each, on the disk before anybody is told so.

A line holds `what` (try, hint, enter, handed, keep), item, version of the item, answer, score, weight, hints seen,
number of the try and time. It starts with a line end of its own: a line torn by a crash spoils no other.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from topicmine.errors import UsageError

_NUMBER = re.compile(r"[0-9A-Za-z一-鿿_-]{1,20}")
_SUFFIX = ".jsonl"
KEPT = "keep"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing a learner did. `time` is ISO 8601 in UTC; `number` counts the tries of this item from 1."""

    what: str
    item: str
    version: str
    answer: Any
    score: float
    weight: int
    hints: int
    number: int
    time: str

    @property
    def moment(self) -> datetime:
        """When it was."""
        return datetime.fromisoformat(self.time)


class Progress:
    """The record of one learner in a folder.

    Raises:
        UsageError: a work number that cannot name a file, or a folder that cannot be written.
    """

    def __init__(self, folder: Path, learner: str) -> None:
        self.learner = check_number(learner)
        self.path = folder / f"{self.learner}{_SUFFIX}"
        self._steps = list(read_steps(self.path))
        self._size = _size(self.path)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Everything in the order it happened, including what another window of the same learner wrote."""
        if _size(self.path) != self._size:
            self._steps, self._size = list(read_steps(self.path)), _size(self.path)
        return tuple(self._steps)

    def tries(self, item: str) -> tuple[Step, ...]:
        """The tries of one item."""
        return tuple(step for step in self.steps if step.item == item and step.what == "try")

    def hints(self, item: str) -> int:
        """How many hints of an item were seen."""
        return max((step.hints for step in self.steps if step.item == item), default=0)

    def add_try(self, item: str, version: str, answer: Any, score: float, weight: int) -> Step:
        """Records an answer; when this returns it is on the disk. Raises UsageError when it cannot be written."""
        number = len(self.tries(item)) + 1
        return self._add(Step("try", item, version, answer, score, weight, self.hints(item), number, _now()))

    def add_hint(self, item: str, version: str, seen: int) -> Step:
        """Records that `seen` hints of an item were shown."""
        return self._add(Step("hint", item, version, None, 0.0, 1, seen, len(self.tries(item)), _now()))

    def add_event(self, what: str, about: str) -> Step:
        """Records that something happened: `what` is enter (a unit was opened) or handed (a test was handed in)."""
        return self._add(Step(what, about, "", None, 0.0, 1, 0, 0, _now()))

    def add_text(self, name: str, text: str) -> Step:
        """Records what a learner keeps under a name; the last one counts."""
        return self._add(Step(KEPT, name, "", text, 0.0, 1, 0, 0, _now()))

    def last_text(self, name: str) -> Step | None:
        """What was kept last under a name."""
        return next((step for step in reversed(self.steps) if step.what == KEPT and step.item == name), None)

    def _add(self, step: Step) -> Step:
        line = json.dumps(asdict(step), ensure_ascii=False, separators=(",", ":"))
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            _append(self.path, f"\n{line}\n".encode())
        except OSError as error:
            raise UsageError("没有保存上：磁盘满了或没有写的权限，请告诉教员。") from error
        self._steps, self._size = list(read_steps(self.path)), _size(self.path)
        return step


def check_number(learner: str) -> str:
    """The work number as it names a file. Raises UsageError for anything but 1 to 20 letters, digits, Chinese, _ or -.

    >>> check_number(" 07-张 ")
    '07-张'
    """
    number = learner.strip()
    if not _NUMBER.fullmatch(number):
        raise UsageError("工号只能用字母、数字和汉字，最多20个，请再输一次。")
    return number


def read_steps(path: Path) -> Iterable[Step]:
    """The whole lines of a record; a torn or foreign line is passed over."""
    if not path.is_file():
        return
    for line in path.read_bytes().split(b"\n"):
        try:
            step = Step(**json.loads(line.decode("utf-8")))
            usable = isinstance(step.item, str) and bool(step.moment)
            usable = usable and all(isinstance(n, int | float) for n in (step.score, step.weight, step.hints))
        except (ValueError, TypeError):
            continue
        if usable:
            yield step


def all_learners(folder: Path) -> tuple[Progress, ...]:
    """The records of everybody in a folder, by work number."""
    names = sorted(path.name.removesuffix(_SUFFIX) for path in folder.glob(f"*{_SUFFIX}")) if folder.is_dir() else []
    return tuple(Progress(folder, name) for name in names if _NUMBER.fullmatch(name))


def first_tries(steps: Iterable[Step]) -> dict[str, Step]:
    """The first try of each item: what somebody knew before any feedback."""
    found: dict[str, Step] = {}
    for step in steps:
        if step.what == "try":
            found.setdefault(step.item, step)
    return found


def best_tries(steps: Iterable[Step]) -> dict[str, Step]:
    """The best try of each item, the earliest of equals."""
    found: dict[str, Step] = {}
    for step in steps:
        if step.what == "try" and (step.item not in found or step.score > found[step.item].score):
            found[step.item] = step
    return found


def clock(step: Step) -> str:
    """The hour and minute at which a step was saved, as the learner's clock shows it."""
    return step.moment.astimezone().strftime("%H:%M")


def _append(path: Path, data: bytes) -> None:
    fresh = not path.exists()
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    try:
        written = os.write(handle, data)
        if written != len(data):
            raise OSError("short write")
        os.fsync(handle)
    finally:
        os.close(handle)
    if fresh and os.name == "posix":
        _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """A new file is safe only once its folder knows it."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
