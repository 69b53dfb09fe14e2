"""The shelf of formats: which there are for a result, and which one a file name asks for."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from topicmine.errors import OutputError
from topicmine.model import Mined


class Format(Protocol):
    """A file in the folder: the suffixes it answers to, and the function that makes the bytes."""

    SUFFIXES: tuple[str, ...]

    def render(self, mined: Mined) -> bytes:
        """The result as the bytes of a file, the same bytes for the same result."""


@cache
def formats() -> dict[str, Format]:
    """All formats of a list of leads by name (html, json, …), sorted."""
    folder = import_module("topicmine.output.leads")
    names = sorted(member.name for member in pkgutil.iter_modules(folder.__path__))
    return {name: cast(Format, import_module(f"{folder.__name__}.{name}")) for name in names}


def format_named(name: str) -> Format:
    """The format called `name`. Raises OutputError with the choices for an unknown one."""
    found = formats().get(name.lower())
    if found is None:
        raise OutputError(f"没有“{name}”这种输出格式；可用的有：{'、'.join(formats())}。")
    return found


def format_for(path: Path) -> Format:
    """The format that the suffix of `path` asks for. Raises OutputError with the choices otherwise."""
    for form in formats().values():
        if path.suffix.lower() in form.SUFFIXES:
            return form
    known = "、".join(suffix for form in formats().values() for suffix in form.SUFFIXES)
    raise OutputError(f"“{path.name}”的后缀不认识，不知道写成什么格式；可用的后缀有：{known}。")
