"""Right, wrong and empty answers to an exercise, made from its key."""

from __future__ import annotations

from typing import Any

from topicmine.course.items import Item


def right(item: Item) -> Any:
    if item.response in {"choose", "choose_many"}:
        return list(item.key)
    if item.response == "mark":
        starts = [item.stimulus.index(span.text) for span in item.spans]
        return [[start, start + len(span.text)] for start, span in zip(starts, item.spans, strict=True)]
    if item.response == "order":
        return list(range(len(item.paragraphs)))
    if item.response == "pair":
        return [[pair.left, pair.right] for pair in item.pairs]
    if item.response == "rate":
        return {criterion.name: criterion.key for criterion in item.criteria}
    return next(model.text for model in item.models if model.grade == "good")


def wrong(item: Item) -> Any:
    if item.response == "choose":
        return [next(option.id for option in item.options if option.id not in item.key)]
    if item.response == "choose_many":
        return [option.id for option in item.options]
    if item.response == "mark":
        return right(item)[:-1] or [[0, 1]]
    if item.response == "order":
        return list(range(len(item.paragraphs)))[::-1]
    if item.response == "pair":
        return [[item.pairs[0].left, item.pairs[-1].right]] if len(item.pairs) > 1 else []
    if item.response == "rate":
        return {criterion.name: 3 - criterion.key for criterion in item.criteria}
    return next(model.text for model in item.models if model.grade == "poor")


def empty(item: Item) -> Any:
    if item.response == "rate":
        return {}
    return "" if item.response in {"edit", "write"} else []
