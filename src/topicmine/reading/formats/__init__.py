"""The formats: one file each, chosen by what the bytes are.

A format file has two functions: `fits(source) -> float` says how surely the bytes are of its kind (0 no, 1 certain)
and `read(source)` yields the parts. To add a format is to add a file.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from typing import Protocol

from topicmine.reading.content import Part
from topicmine.reading.source import Source


class Format(Protocol):
    """What every file in this folder offers."""

    __name__: str

    def fits(self, source: Source) -> float:
        """How surely the bytes are of this kind, 0 to 1."""

    def read(self, source: Source) -> Iterator[Part]:
        """The parts, in the order of the file. Raises ReadError."""


@cache
def all_formats() -> tuple[Format, ...]:
    """Every format in this folder, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}") for name in names)


def choose(source: Source) -> Format | None:
    """The format that fits best, or None when none does."""
    best, chosen = 0.0, None
    for candidate in all_formats():
        score = candidate.fits(source)
        if score > best:
            best, chosen = score, candidate
    return chosen
