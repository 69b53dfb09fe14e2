"""What to tell a person about a file that we recognise and cannot read."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from topicmine.reading.source import Source


@cache
def _known() -> dict[str, list[dict[str, Any]]]:
    data = tomllib.loads(files(__package__).joinpath("unsupported.toml").read_text("utf-8"))
    for entry in data["begins"]:
        entry["bytes"] = bytes.fromhex(entry["bytes"])
    return data


def advice(source: Source) -> str:
    """The reason with its remedy in one Chinese sentence, or an empty string when the file may be readable."""
    known = _known()
    for entry in known["begins"]:
        if source.data.startswith(entry["bytes"]):
            return str(entry["reason"])
    for entry in known["member"]:
        if source.has(entry["name"]):
            return str(entry["reason"])
    for entry in known["stream"]:
        if source.has_stream(entry["name"]):
            return str(entry["reason"])
    return ""
