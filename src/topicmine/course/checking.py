"""Turns a stanza into an `Item`, or says in one Chinese sentence what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields
from typing import Any, TypeVar

from topicmine.course.items import GRADES, RESPONSES, TESTS, Card, Item, Match, Model, Option, Passage, Standard
from topicmine.model import SOURCES

T = TypeVar("T")
_NEEDED = ("id", "kind", "unit", "seed", "stem", "response", "origin", "difficulty", "hints")
_SHAPES: dict[str, tuple[type[Any], str]] = {
    "options": (Option, "id、text、reason"),
    "spans": (Passage, "text、reason"),
    "left": (Card, "id、text"),
    "right": (Card, "id、text"),
    "pairs": (Match, "left、right、reason"),
    "criteria": (Standard, "name、key、reason"),
    "must_remove": (Passage, "text、reason"),
    "must_keep": (Passage, "text、reason"),
    "models": (Model, "grade、text、why"),
}
_ALLOWED = {field.name for field in fields(Item)} - {"limit"} | {"limits"}
# a group that repeats may hold one that repeats: such an expression can take for ever on a long answer
_SLOW = re.compile(r"\)[+*{]")


def build(stanza: dict[str, Any]) -> Item:
    """The exercise of a stanza. Raises ValueError with a Chinese sentence that says what to mend."""
    _check_names(stanza)
    data = {name: value for name, value in stanza.items() if name not in {*_SHAPES, "limits", "slots"}}
    data["seed"] = [stanza["seed"]] if isinstance(stanza["seed"], str) else stanza["seed"]
    for name in ("seed", "hints", "key", "paragraphs"):
        if name in data:
            data[name] = _texts(name, data[name])
    for name, (shape, wanted) in _SHAPES.items():
        if name in stanza:
            data[name] = tuple(_shaped(name, shape, wanted, entry) for entry in _listed(name, stanza[name]))
    data["slots"] = _slots(stanza.get("slots", {}))
    data["limit"] = _limit(stanza.get("limits", {}))
    data.setdefault("form", "title" if stanza["kind"] == "E10" else "passage")
    item = Item(**data)
    _check_common(item)
    _BY_RESPONSE[item.response](item)
    return item


def _check_names(stanza: dict[str, Any]) -> None:
    for name in _NEEDED:
        if name not in stanza:
            raise ValueError(f"缺少{name}，请补上。")
    for name in stanza:
        if name not in _ALLOWED:
            raise ValueError(f"不认识“{name}”，请检查拼写。")
    for name in ("unit", "difficulty"):
        if type(stanza[name]) is not int:
            raise ValueError(f"{name}要写整数。")
    texts = {"id", "kind", "stem", "response", "origin", "source_role", "stimulus", "stimulus_title"}
    for name in sorted(stanza.keys() & (texts | {"reason", "form", "parallel", "test"})):
        if not isinstance(stanza[name], str):
            raise ValueError(f"{name}要写成加引号的文字。")


def _check_common(item: Item) -> None:
    _need(re.fullmatch(r"E([1-9]|1\d)", item.kind), "kind要写E1到E19。")
    _need(0 <= item.unit <= 9, "unit要写0到9。")
    _need(1 <= item.difficulty <= 3, "difficulty要写1、2或3。")
    _need(item.stem.strip(), "stem（题干）是空的。")
    _need(item.response in RESPONSES, f"response要写{'、'.join(RESPONSES)}中的一个。")
    _need(
        item.seed and all(re.fullmatch(r"[ABN]\d+[a-g]?(\.\d)?", seed) for seed in item.seed), "seed要写B4a这样的编号。"
    )
    _need(item.source_role in {"", *SOURCES}, f"source_role“{item.source_role}”不是十个来源的代号。")
    _need(item.test in {"", *TESTS}, f"test要写{'、'.join(TESTS)}中的一个。")
    _need(item.form in {"title", "passage"}, "form要写title或passage。")
    _need(item.hints or item.test, "至少要有一条hints（提示）；测验题可以没有。")
    _need(all(hint.strip() for hint in item.hints), "hints里有空的提示。")


def _check_choice(item: Item) -> None:
    ids = [option.id for option in item.options]
    if item.kind == "E8":
        _need(set(ids) <= {"send", "redact", "ask", "hold"}, "E8的选项id只用send、redact、ask、hold。")
    _need(len(ids) >= 2, "options至少要有两个选项。")
    _need(len(set(ids)) == len(ids), "options里有两个选项的id一样。")
    _need(item.key and set(item.key) <= set(ids), "key要写选项的id，至少一个。")
    reasons = [option.reason.strip() for option in item.options]
    _need(all(reasons), "每个选项都要有reason（选它的人会看到的话）。")
    _need(len(set(reasons)) == len(reasons), "两个选项的reason一模一样，请各写各的。")
    if item.response == "choose":
        _need(len(item.key) == 1, "单选题的key只能有一个；有几个答案时response写choose_many。")
    else:
        _need(len(item.key) < len(ids), "所有选项都对就不用选了，请加一个错的。")


def _check_mark(item: Item) -> None:
    _need(item.spans, "spans（该标出的话）至少要有一处。")
    for span in item.spans:
        _need(
            span.text and item.stimulus.count(span.text) == 1,
            f"spans里的“{span.text[:20]}”要在stimulus里正好出现一次。",
        )
        _need(span.reason.strip(), f"spans里的“{span.text[:20]}”没有reason。")


def _check_order(item: Item) -> None:
    _need(len(item.paragraphs) >= 3, "paragraphs至少要有三段，按正确的顺序写。")
    _need(len(set(item.paragraphs)) == len(item.paragraphs), "paragraphs里有两段一样。")
    _need(item.reason.strip(), "排序题要有reason，说明为什么是这个顺序。")


def _check_pair(item: Item) -> None:
    left, right = [card.id for card in item.left], [card.id for card in item.right]
    _need(len(left) >= 2 and len(right) >= 2, "left和right各要有两张以上的卡片。")
    _need(len({*left, *right}) == len(left) + len(right), "left和right里有卡片的id一样。")
    _need(item.pairs, "pairs（正确的搭配）至少要有一对。")
    for pair in item.pairs:
        _need(pair.left in left and pair.right in right, f"pairs里的“{pair.left}—{pair.right}”没有这样的卡片。")
        _need(pair.reason.strip(), f"pairs里的“{pair.left}—{pair.right}”没有reason。")


def _check_rate(item: Item) -> None:
    _need(len(item.criteria) >= 2, "criteria至少要有两行。")
    _need(len({c.name for c in item.criteria}) == len(item.criteria), "criteria里有两行的name一样。")
    _need(all(0 <= c.key <= 3 for c in item.criteria), "criteria的key要写0到3。")
    _need(all(c.reason.strip() for c in item.criteria), "criteria每行都要有reason。")


def _check_edit(item: Item) -> None:
    _need(item.stimulus, "改写题要有stimulus（要改的文字）。")
    _need(item.must_remove, "must_remove（必须去掉的话）至少要有一处。")
    for passage in item.must_remove + item.must_keep:
        _need(passage.text and passage.text in item.stimulus, f"“{passage.text[:20]}”不在stimulus里。")
        _need(passage.reason.strip(), f"“{passage.text[:20]}”没有reason。")
    _check_models(item)


def _check_write(item: Item) -> None:
    _need(item.slots, "写作题要有slots（答案里必须说到的几件事）。")
    _check_models(item)


def _check_models(item: Item) -> None:
    _need({model.grade for model in item.models} == set(GRADES), "models（参考答案）要有good、fair、poor三种，都写全。")
    _need(all(model.text.strip() and model.why.strip() for model in item.models), "models里每个都要有text和why。")


_BY_RESPONSE: dict[str, Callable[[Item], None]] = {
    "choose": _check_choice,
    "choose_many": _check_choice,
    "mark": _check_mark,
    "order": _check_order,
    "pair": _check_pair,
    "rate": _check_rate,
    "edit": _check_edit,
    "write": _check_write,
}


def _need(condition: object, sentence: str) -> None:
    if not condition:
        raise ValueError(sentence)


def _listed(name: str, value: Any) -> list[dict[str, Any]]:
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise ValueError(f"{name}要写成[{{…}}, {{…}}]这样的一列。")
    return value


def _texts(name: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
        raise ValueError(f'{name}要写成["…", "…"]这样的一列文字。')
    return tuple(value)


def _shaped(name: str, shape: type[T], wanted: str, entry: dict[str, Any]) -> T:
    names = wanted.split("、")
    for key in names:
        if not isinstance(entry.get(key), int if (name, key) == ("criteria", "key") else str):
            raise ValueError(f"{name}里的每一个都要有{wanted}，现在缺{key}或写的不是它该有的样子。")
    if set(entry) - set(names):
        raise ValueError(f"{name}里不认识“{min(set(entry) - set(names))}”，只能有{wanted}。")
    return shape(**entry)


def _slots(value: Any) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        raise ValueError('slots要写成{actor = ["…"], measure = ["…"]}这样。')
    found = {name: _texts(f"slots的{name}", words) for name, words in value.items()}
    for name, words in found.items():
        _need(words, f"slots的{name}是空的。")
        for word in words:
            _check_expression(name, word)
    return found


def _check_expression(name: str, word: str) -> None:
    try:
        re.compile(word)
    except re.error as error:
        raise ValueError(f"slots的{name}里“{word}”不是正确的表达式。") from error
    _need(word and not _SLOW.search(word), f"slots的{name}里“{word}”在括号后面用了+、*或{{}}，请改写。")


def _limit(value: Any) -> int:
    if not isinstance(value, dict) or set(value) - {"max_chars"} or type(value.get("max_chars", 0)) is not int:
        raise ValueError("limits要写成{max_chars = 60}这样。")
    return int(value.get("max_chars", 0))
