"""The rules, one file per group: stanzas in <group>.toml, the checks that need a function in <group>.py.

The folder is the registry: a new stanza is a new rule. A rule without `pattern` is carried out by the function
`check_<id>` of the sibling module: over one draft, or over all drafts together where its scope is "shelf".
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import import_module, resources
from types import ModuleType
from typing import Any

from topicmine.errors import UsageError
from topicmine.model import Draft
from topicmine.reviewing.rule import Example, Rule

_EXTRA = {"pattern", "unless", "replace", "quoted", "widen"}
_NEEDED = {"id", "name", "fault", "severity", "scope", "what", "why", "repair", "source", "bad", "good"}
_ORDER = "TSCNPWGLXDOZ"


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule of the folder, titles first, in the order of their numbers."""
    found: list[Rule] = []
    for entry in resources.files(__name__).iterdir():
        if entry.name.endswith(".toml"):
            group = entry.name.removesuffix(".toml")
            stanzas = tomllib.loads(entry.read_text("utf-8"))["rule"]
            found += [_build(stanza, group) for stanza in stanzas]
    return tuple(sorted(found, key=lambda rule: (_ORDER.index(rule.id[0]), rule.id)))


def find_rule(code: str) -> Rule:
    """The rule with this id, whatever the case of its letter. Raises UsageError with the nearest ids."""
    wanted = code.strip().upper()
    for rule in all_rules():
        if rule.id == wanted:
            return rule
    near = [rule.id for rule in all_rules() if rule.id[0] == wanted[:1]] or ["T01", "N07", "X01"]
    raise UsageError(f"没有规则“{code}”，相近的有：{'、'.join(near[:12])}。")


def choose_rules(on: tuple[str, ...] = (), off: tuple[str, ...] = ()) -> tuple[Rule, ...]:
    """The rules whose id or group letter is in `on` (all when empty) and not in `off`. Unknown: UsageError."""
    for code in (*on, *off):
        if not any(rule.id.startswith(code) for rule in all_rules()):
            find_rule(code)
    return tuple(
        rule for rule in all_rules() if (not on or rule.id.startswith(tuple(on))) and not rule.id.startswith(off or "-")
    )


def _build(stanza: dict[str, Any], group: str) -> Rule:
    unknown = set(stanza) - _NEEDED - _EXTRA
    missing = _NEEDED - set(stanza)
    if unknown or missing:
        raise ValueError(f"stanza {stanza.get('id')}: unknown {sorted(unknown)}, missing {sorted(missing)}")
    data = {key: value for key, value in stanza.items() if key in _NEEDED | _EXTRA}
    for key in ("pattern", "unless"):
        if key in data:
            data[key] = re.compile(data[key], re.MULTILINE)
    for key in ("bad", "good"):
        data[key] = tuple(_example(value, stanza["scope"]) for value in stanza[key])
    if "pattern" not in data and not stanza["id"].startswith("Z"):
        key = "check_shelf" if stanza["scope"] == "shelf" else "check"
        data[key] = getattr(_module(group), f"check_{stanza['id'].lower()}")
    return Rule(group=group, **data)


def _module(group: str) -> ModuleType:
    return import_module(f"{__name__}.{group}")


def _example(value: str | dict[str, Any], scope: str) -> Example:
    if isinstance(value, str):
        value = {"title": value} if scope == "title" else {"body": value}
    drafts = value.get("drafts", [value])
    archive = value.get("archive", [])
    return Example(
        tuple(_draft(data, n) for n, data in enumerate(drafts)),
        tuple(_draft(data, n) for n, data in enumerate(archive, start=len(drafts))),
    )


def _draft(data: dict[str, Any], number: int) -> Draft:
    return Draft(
        id=f"例{number + 1}",
        title=data.get("title", ""),
        body=data.get("body", "") * data.get("repeat", 1),
        unit=data.get("unit", ""),
        event_date=data.get("event_date"),
        submitted=data.get("submitted"),
        fields=data.get("fields", {}),
    )
