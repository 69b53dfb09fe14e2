"""Reads the exercises from the folder `items/` and names a wrong stanza with its file and line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from topicmine.course.checking import build
from topicmine.course.items import Item
from topicmine.errors import UsageError

_FILE = re.compile(r"e(\d\d)_([a-z0-9_]+)\.toml")


@cache
def all_items() -> Mapping[str, Item]:
    """Every exercise that comes with topicmine, by id, in the order of kind and number."""
    return load_items(resources.files("topicmine.course").joinpath("items"))


def find_item(name: str) -> Item:
    """The exercise with this id. Raises UsageError with the nearest ids for an unknown one."""
    found = all_items()
    if name not in found:
        near = [known for known in found if known.rpartition("-")[0] == name.rpartition("-")[0]] or list(found)
        raise UsageError(f"没有“{name}”这道题；相近的有：{'、'.join(near[:5])}。")
    return found[name]


def load_items(folder: Traversable) -> dict[str, Item]:
    """The exercises of all `eNN_name.toml` files in a folder, by id.

    Raises:
        UsageError: a stanza is wrong; the message names file, stanza and line.
    """
    found: dict[str, Item] = {}
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".toml"):
            for item in read_items(entry.name, entry.read_text("utf-8")):
                if item.id in found:
                    raise UsageError(f"{entry.name}里的题号“{item.id}”用了两次，请换一个题号。")
                found[item.id] = item
    _check_parallels(found.values(), found)
    return found


def read_items(name: str, text: str) -> tuple[Item, ...]:
    """The exercises of one file, given its name and its text. Raises UsageError as `load_items`."""
    match = _FILE.fullmatch(name)
    if not match:
        raise UsageError(f"题目文件“{name}”的名字不对，要像“e10_title_cut.toml”这样：e、两位编号、下划线、英文名。")
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        where = f"第{line.group(1)}行" if line else "末尾"
        raise UsageError(f"{name}{where}写得不合规矩：请看看引号、括号和逗号是不是成对、有没有漏。") from error
    if set(data) != {"item"} or not isinstance(data["item"], list):
        raise UsageError(f"{name}里除了[[item]]以外不能有别的东西，并且至少要有一道题。")
    return tuple(
        _build(name, match, stanza, place, line)
        for place, (stanza, line) in enumerate(zip(data["item"], _lines(text, len(data["item"])), strict=True), 1)
    )


def _build(name: str, match: re.Match[str], stanza: dict[str, Any], place: int, line: int) -> Item:
    called = stanza.get("id") if isinstance(stanza.get("id"), str) else f"第{place}题"
    try:
        item = build(stanza)
        _check_name(item, f"E{int(match.group(1))}", match.group(2).replace("_", "-"))
    except ValueError as error:
        raise UsageError(f"{name}第{line}行的题“{called}”：{error}") from error
    return item


def _check_name(item: Item, kind: str, slug: str) -> None:
    if item.kind != kind:
        raise ValueError(f"kind要写“{kind}”，和文件名一致。")
    if not re.fullmatch(re.escape(slug) + r"-\d\d+", item.id):
        raise ValueError(f"题号要写成“{slug}-01”这样，编号两位以上。")


def _check_parallels(items: Iterable[Item], found: Mapping[str, Item]) -> None:
    for item in items:
        if item.parallel and item.parallel not in found:
            raise UsageError(f"题“{item.id}”的平行题“{item.parallel}”不存在，请检查parallel。")


def _lines(text: str, count: int) -> list[int]:
    """The line of each stanza's id, or of its [[item]] where it has none."""
    lines = text.splitlines()
    starts = [number for number, line in enumerate(lines, 1) if re.match(r"\s*\[\[item\]\]", line)][:count]
    found = []
    for start, after in zip(starts, [*starts[1:], len(lines) + 1], strict=True):
        ids = (number for number in range(start, after) if re.match(r"\s*id\s*=", lines[number - 1]))
        found.append(next(ids, start))
    return found + [1] * (count - len(found))
