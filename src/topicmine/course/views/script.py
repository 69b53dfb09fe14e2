"""Puts a view's script together from the files of this folder."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def read(*names: str) -> str:
    """The text of the named files of this folder, one after the other."""
    folder = resources.files("topicmine.course.views")
    return "\n".join(folder.joinpath(name).read_text("utf-8") for name in names)
