"""The lessons: what a unit's notebook says, cell by cell, for a page that runs no code of its own."""

from __future__ import annotations

import ast
import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from topicmine.course.folders import bundled

_UNIT = re.compile(r"(\d\d)_(.+)\.ipynb")
_VERBS = ("practice", "exam", "my_page", "review", "keep")
_ONLY_LAB = "*（这里有一格程序，要在自己的电脑上打开课程才运行；课堂上请看大屏幕。）*"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a lesson: `verb` is text or what the cell calls; `value` the Markdown or the argument."""

    verb: str
    value: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """One unit: its number, its title and its parts in order."""

    unit: int
    title: str
    parts: tuple[Part, ...]

    @property
    def items(self) -> tuple[str, ...]:
        """The ids of its exercises."""
        return tuple(part.value for part in self.parts if part.verb == "practice")


def notebooks_folder() -> Path:
    """The folder of the notebooks. Raises UsageError when they are not there."""
    return bundled("notebooks")


@cache
def all_lessons() -> tuple[Lesson, ...]:
    """The units in order, read from the notebooks whose names begin with two digits."""
    found = []
    for path in sorted(notebooks_folder().glob("*.ipynb")):
        match = _UNIT.fullmatch(path.name)
        if match:
            found.append(read_lesson(int(match.group(1)), match.group(2), path.read_text("utf-8")))
    return tuple(found)


def read_lesson(unit: int, title: str, notebook: str) -> Lesson:
    """The lesson in a notebook's JSON: prose, and the exercises that its cells call for. No cell is run.

    >>> cell = {"cell_type": "code", "source": 'practice("gate-01")'}
    >>> read_lesson(4, "能不能说", json.dumps({"cells": [cell]})).parts
    (Part(verb='practice', value='gate-01'),)
    """
    parts: list[Part] = []
    for cell in json.loads(notebook)["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            parts.append(Part("text", source))
        elif cell["cell_type"] == "code":
            parts += _calls(source) or _note(source)
    return Lesson(unit, title, tuple(parts))


def _note(source: str) -> list[Part]:
    """A word in the place of a cell that only Lab can run; none for a cell that prepares others."""
    code = [line for line in source.splitlines() if line.strip() and not line.startswith(("#", "from ", "import "))]
    return [Part("text", _ONLY_LAB)] if code else []


def _calls(source: str) -> list[Part]:
    """The calls of known verbs with at most one literal text; anything else in a cell is for Lab alone."""
    try:
        body = ast.parse(source).body
    except SyntaxError:
        return []
    parts = []
    for statement in body:
        call = statement.value if isinstance(statement, ast.Expr) else None
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in _VERBS:
            texts = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            parts.append(Part(call.func.id, texts[0] if texts else ""))
    return parts
