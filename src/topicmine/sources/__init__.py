"""The ten material sources: one file each says how such a document looks and which leads it yields."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from topicmine.analysis.material import Source
from topicmine.model import SOURCES


@cache
def load_sources() -> dict[str, Source]:
    """All sources by code, in the order of the seed. The folder is the list; a file of another code comes last."""
    found = [import_module(f"{__name__}.{member.name}").SOURCE for member in pkgutil.iter_modules(__path__)]
    known = {code: place for place, code in enumerate(SOURCES)}
    ordered = sorted(found, key=lambda source: (known.get(source.code, len(known)), source.code))
    return {source.code: source for source in ordered}
