"""A department's profile: its words, duties, aliases, calendar and limits, read from TOML."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from difflib import get_close_matches
from functools import cache, cached_property
from importlib import resources
from pathlib import Path
from typing import Any

from topicmine.errors import UsageError

DEFAULT = "market_regulation"
_KINDS = {"name": str, "display": str, "calendar": list}  # every other key of a profile is a table
_SHARED = ("calendar.toml",)  # what all departments have in common; no department is called so


@dataclass(frozen=True)
class Profile:
    """All that belongs to one department and to no code. Tables are as in `departments/<name>.toml`."""

    name: str
    display: str
    duties: Mapping[str, tuple[str, ...]]
    aliases: Mapping[str, str]
    sources: Mapping[str, Mapping[str, Any]]
    concerns: Mapping[str, tuple[str, ...]]
    authority: Mapping[str, Mapping[str, Any]]
    units: Mapping[str, tuple[str, ...]]
    calendar: tuple[Mapping[str, Any], ...] = ()
    lengths: Mapping[str, int] = field(default_factory=dict)
    limits: Mapping[str, Any] = field(default_factory=dict)
    weights: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    def display_source(self, code: str) -> str:
        """What this department calls a source: 上级文件, 领导活动 …"""
        return str(self.sources.get(code, {}).get("display", code))

    def modern(self, text: str) -> str:
        """`text` with names of 2018 and before put into today's, for comparing; never for quoting.

        >>> from dataclasses import replace
        >>> replace(load_profile(), aliases={"粮站": "粮油中心"}).modern("城关粮站")
        '城关粮油中心'
        """
        if not self.aliases:
            return text
        return self._names.sub(lambda match: self.aliases.get(match.group(), match.group()), text)

    @cached_property
    def _names(self) -> re.Pattern[str]:
        # new names take part and stay as they are, so that an old name inside a new one is not replaced again
        names = sorted({*self.aliases, *self.aliases.values()}, key=lambda name: (-len(name), name))
        return re.compile("|".join(map(re.escape, names)))

    def duties_of(self, text: str) -> dict[str, int]:
        """How many key words of each duty stand in `text`, duties without any left out, most first."""
        counts = {duty: sum(text.count(word) for word in words) for duty, words in self.duties.items()}
        return dict(sorted(((d, n) for d, n in counts.items() if n), key=lambda item: (-item[1], item[0])))


def profile_names() -> tuple[str, ...]:
    """The codes of all departments that have a profile: the folder is the list."""
    folder = resources.files("topicmine.departments")
    files = (f.name for f in folder.iterdir() if f.name.endswith(".toml") and f.name not in _SHARED)
    return tuple(sorted(name.removesuffix(".toml") for name in files))


@cache
def load_profile(name: str = DEFAULT) -> Profile:
    """The profile called `name`, or the office's own: the path of a .toml file that says what differs from its `base`.

    Raises UsageError with the nearest name for an unknown one, and with the place for a file that cannot be used.
    """
    table = _own_table(Path(name)) if name.endswith(".toml") else _table(name)
    return Profile(
        name=table["name"],
        display=table["display"],
        duties={k: tuple(v) for k, v in table["duties"].items()},
        aliases=dict(sorted(table["aliases"].items())),
        sources=table["sources"],
        concerns={k: tuple(v) for k, v in table.get("concerns", {}).items()},
        authority=table.get("authority", {}),
        units={k: tuple(v) for k, v in table.get("units", {}).items()},
        calendar=tuple(table.get("calendar", ())),
        lengths=table.get("lengths", {}),
        limits=table.get("limits", {}),
        weights=table.get("weights", {}),
    )


def _table(name: str) -> dict[str, Any]:
    if name not in profile_names():
        near = get_close_matches(name, profile_names(), 1)
        hint = f"是不是“{near[0]}”？" if near else ""
        raise UsageError(
            f"没有名为“{name}”的部门配置。{hint}可用的有：{'、'.join(profile_names())}，也可以写自己的 .toml 文件。"
        )
    return tomllib.loads(resources.files("topicmine.departments").joinpath(f"{name}.toml").read_text("utf-8"))


def _own_table(path: Path) -> dict[str, Any]:
    """The tables of the office's own file laid over those of its base."""
    try:
        own = tomllib.loads(path.read_text("utf-8-sig"))
    except OSError:
        raise UsageError(f"打不开部门配置“{path}”，请检查路径。") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"部门配置“{path}”写法有误（{error}），请改好再试。") from None
    table = _table(str(own.pop("base", DEFAULT)))
    for key, value in own.items():
        if key not in {field.name for field in fields(Profile)}:
            raise UsageError(f"部门配置“{path}”里的“{key}”不认得，请对照自带的配置改名或删去。")
        if not isinstance(value, _KINDS.get(key, dict)):
            raise UsageError(f"部门配置“{path}”里的“{key}”写法不对，请对照自带的配置来写。")
        table[key] = table.get(key, {}) | value if isinstance(value, dict) else value
    return table


def valid_day(text: str) -> date:
    """The day written as YYYY-MM-DD. Raises UsageError with an example otherwise."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"日期“{text}”看不懂，请写成 2026-11-22 这样的形式。") from None
