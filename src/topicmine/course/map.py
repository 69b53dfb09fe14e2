"""Which row of the seed is taught where: the page docs/course.md, made from the exercises themselves."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import NamedTuple

from topicmine.course.items import Item
from topicmine.course.loading import all_items


class Row(NamedTuple):
    """One row of the seed: what it says, and the rules, the finders of leads and the rest that serve it."""

    what: str
    rules: tuple[str, ...] = ()
    finders: tuple[str, ...] = ()
    other: str = ""


def _read() -> Mapping[str, Row]:
    text = resources.files("topicmine.course").joinpath("seed.toml").read_text("utf-8")
    return {name: Row(**row) for name, row in tomllib.loads(text).items()}


SEED_ITEMS: Mapping[str, Row] = MappingProxyType(_read())


@cache
def taught(seed: str) -> tuple[Item, ...]:
    """The exercises that teach a row of the seed, in the order of their kinds.

    >>> len(taught("B4a")) >= 3
    True
    """
    return tuple(item for item in all_items().values() if seed in item.seed)


def render_map() -> str:
    """The page: seed item, units, exercises, and the rule or finder that does the same for real drafts."""
    return "\n".join([*_head(), *(_line(name, row) for name, row in SEED_ITEMS.items()), *_tail()]) + "\n"


def _head() -> Iterator[str]:
    total = len(all_items())
    yield "# 课程地图：原材料的每一条在哪里教"
    yield ""
    yield "这一页由程序从题库生成（`python -m topicmine.course.map > docs/course.md`），不要用手改。"
    yield f"题库共{total}道题，19种练习，10个单元。A是乡镇整改报告，B是问题、原因和对策，N是十个来源。"
    yield ""
    yield "| 编号 | 说的是什么 | 单元 | 题目 | 规则、找法或功能 |"
    yield "|---|---|---|---|---|"


def _line(name: str, row: Row) -> str:
    items = taught(name)
    units = "、".join(str(unit) for unit in sorted({item.unit for item in items}))
    served = "；".join(part for part in (_codes("规则", row.rules), _codes("找法", row.finders), row.other) if part)
    return f"| {name} | {row.what} | {units} | {_names(items)} | {served} |"


def _codes(word: str, codes: Iterable[str]) -> str:
    found = " ".join(f"`{code}`" for code in codes)
    return f"{word}{found}" if found else ""


def _names(items: tuple[Item, ...]) -> str:
    """The ids, those of a kind together: title-cut-01 02 04."""
    kinds: dict[str, list[str]] = {}
    for item in items:
        slug, _, number = item.id.rpartition("-")
        kinds.setdefault(slug, []).append(number)
    return "；".join(f"`{slug}` {' '.join(numbers)}" for slug, numbers in kinds.items())


def _tail() -> Iterator[str]:
    yield ""
    yield "题目数按单元："
    yield ""
    yield "| 单元 | 练习题 | 测验题 |"
    yield "|---|---|---|"
    for unit in range(10):
        items = [item for item in all_items().values() if item.unit == unit]
        yield f"| {unit} | {sum(not item.test for item in items)} | {sum(bool(item.test) for item in items)} |"


if __name__ == "__main__":
    sys.stdout.write(render_map())
