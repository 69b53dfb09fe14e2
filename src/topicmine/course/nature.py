"""Tells an answer from what is none: nothing, a joke, the question copied, another matter."""

from __future__ import annotations

import re
from collections.abc import Iterable

from topicmine.course.items import Item

_JOKE = re.compile(
    "哈哈|呵呵|嘿嘿|嘻嘻|2333|6666|hhh|lol|随便写|随便吧|不知道写|不知道啊|不会写|我不会|不想写|懒得|测试测试|"
    "同上|同题|略略|老师好|下课|吃饭去|午饭|睡觉|无聊|凑字|打卡|到此一游|啦啦|呜呜|啊啊|绝绝子|yyds|asdf|qwer|test",
    re.IGNORECASE,
)
_HAN = re.compile("[一-鿿]")
_NOISE = re.compile(r"[\s，。、；：！？“”‘’《》（）()\[\]【】,.;:!?\"'…—\-]+")
_WINDOW = 6
_COPIED = 0.85
_OFF_TOPIC = 0.12


def why_no_answer(item: Item, text: str, said: int) -> str:
    """One sentence that says why `text` cannot be judged as an answer, or an empty string.

    Args:
        item: The exercise.
        text: What the learner wrote.
        said: How many of the things asked for it seems to say.
    """
    bare = _NOISE.sub("", text)
    if not bare:
        return "还没有写，先写下谁做了什么也行。"
    if len(set(bare)) <= max(2, len(bare) // 6) or len(_HAN.findall(bare)) < 4:
        return "这还不是一句话，请用完整的一句话回答题目。"
    if _JOKE.search(text) and said < len(item.slots):
        return "这像是随手写的，不会记成你的水平；认真写一句再交，错了也没关系。"
    if _is_copy(item, bare, said):
        return "这是题目里的原话，请用自己的话，写出题目要的那几件事。"
    if _shared(bare, _about(item)) < _OFF_TOPIC:
        return "写的是别的事，和这道题的材料对不上；请再看一遍题目。"
    return ""


def _is_copy(item: Item, bare: str, said: int) -> bool:
    """True for the stem or the given title again, or for a stretch of the text that answers nothing new."""
    asked = [_NOISE.sub("", part) for part in (item.stem, item.stimulus_title)]
    quoted = [
        _NOISE.sub("", part) for part in re.findall("“([^“”]{4,80})”|《([^《》]{4,80})》", item.stem) for part in part
    ]
    if any(part and (bare in part or part == bare) for part in (*asked, *quoted)):
        return True
    if _overlap(bare, asked) >= _COPIED and said < len(item.slots):
        return True
    given = [_NOISE.sub("", item.stimulus)]
    return item.form != "title" and (bare in given[0] or (said < len(item.slots) and _overlap(bare, given) >= _COPIED))


def _overlap(bare: str, texts: Iterable[str]) -> float:
    """The share of the answer's runs of six characters that stand in one of the texts."""
    runs = [bare[at : at + _WINDOW] for at in range(len(bare) - _WINDOW + 1)]
    return max((sum(run in text for run in runs) / len(runs) for text in texts if runs), default=0.0)


def _about(item: Item) -> str:
    said = [item.stem, item.stimulus_title, item.stimulus, *(word for words in item.slots.values() for word in words)]
    return _NOISE.sub("", "\n".join([*said, *(model.text for model in item.models if model.grade != "poor")]))


def _shared(bare: str, about: str) -> float:
    """The share of the answer's pairs of characters that the exercise knows."""
    pairs = {bare[at : at + 2] for at in range(len(bare) - 1) if _HAN.match(bare[at])}
    return sum(pair in about for pair in pairs) / len(pairs) if pairs else 0.0
