"""The shelf of formats for a review: which there are, and which one a file name asks for."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from topicmine.errors import OutputError
from topicmine.model import Reviewed


class ReviewFormat(Protocol):
    """A file in the folder: the suffixes it answers to, and the function that makes the bytes."""

    SUFFIXES: tuple[str, ...]

    def render(self, reviewed: Reviewed) -> bytes:
        """The result as the bytes of a file, the same bytes for the same result."""


@cache
def review_formats() -> dict[str, ReviewFormat]:
    """All formats of a review by name (text, json, sarif …), sorted."""
    folder = import_module("topicmine.output.review")
    names = sorted(member.name for member in pkgutil.iter_modules(folder.__path__))
    return {name: cast(ReviewFormat, import_module(f"{folder.__name__}.{name}")) for name in names}


def review_format_named(name: str) -> ReviewFormat:
    """The format called `name`. Raises OutputError with the choices for an unknown one."""
    found = review_formats().get(name.lower())
    if found is None:
        raise OutputError(f"没有“{name}”这种输出格式；可用的有：{'、'.join(review_formats())}。")
    return found


def review_format_for(path: Path) -> ReviewFormat:
    """The format that the suffix of `path` asks for. Raises OutputError with the choices otherwise."""
    for form in review_formats().values():
        if path.suffix.lower() in form.SUFFIXES:
            return form
    known = "、".join(suffix for form in review_formats().values() for suffix in form.SUFFIXES)
    raise OutputError(f"“{path.name}”的后缀不认识，不知道写成什么格式；可用的后缀有：{known}。")
