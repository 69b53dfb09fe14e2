"""How a noun shows itself to a person."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

# How a noun shows itself to a person, by form ("text", "html"); the floor that presents things fills it in.
FACES: dict[str, Callable[[Any], str]] = {}
