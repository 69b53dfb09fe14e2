"""From an answer to what the learner is told: score, the good first, then the decisive fault, then every reason.

An answer is what a browser sends: ids for choices, [start, end] for marks, places in `paragraphs` for orders,
[left, right] for pairs, name → 0-3 for ratings, text for edit and write. What does not fit the item is ignored.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from topicmine.course.agreement import jaccard, join_inside, kendall_tau, match_stretches, stretch_f1
from topicmine.course.graded import Graded, Mark, Note
from topicmine.course.items import Item
from topicmine.course.writing import grade_edit, grade_writing

_SEND = "send"


def grade(item: Item, answer: Any) -> Graded:
    """What an answer is worth and why, the same for the same item and answer."""
    return _BY_RESPONSE[item.response](item, answer)


def _grade_choice(item: Item, answer: Any) -> Graded:
    picked = {option.id for option in item.options if option.id in _texts(answer)}
    if not picked:
        return Graded(0.0, "", "还没有选，请先选一个再交。")
    key = set(item.key)
    notes = tuple(
        Note(o.text, o.reason, "right" if o.id in key else "wrong" if o.id in picked else "other", o.id in picked)
        for o in item.options
    )
    if item.response == "choose":
        picked = {min(picked, key=[option.id for option in item.options].index)}
    score = jaccard(picked, key) if item.response == "choose_many" else float(picked == key)
    # to let out what must be held back does more harm than to hold back what could go
    weight = 2 if item.kind == "E8" and _SEND in picked - key else 1
    return Graded(score, _praise_choice(picked & key), _blame_choice(item, picked), notes, weight=weight)


def _praise_choice(right: set[str]) -> str:
    return f"选对了{len(right)}个。" if len(right) > 1 else "选对了。" if right else ""


def _blame_choice(item: Item, picked: set[str]) -> str:
    wrong = [option for option in item.options if option.id in picked - set(item.key)]
    missed = len(set(item.key) - picked)
    if wrong:
        return f"“{wrong[0].text}”不对：{wrong[0].reason}"
    return f"还有{missed}个该选的没有选。" if missed else ""


def _grade_mark(item: Item, answer: Any) -> Graded:
    marked = sorted({pair for pair in _pairs(answer, int) if 0 <= pair[0] < pair[1] <= len(item.stimulus)})
    if not marked:
        return Graded(0.0, "", "还没有标，请在文字里选中该标的话再按“标出”。")
    wanted = [(start := item.stimulus.index(span.text), start + len(span.text)) for span in item.spans]
    marked = join_inside(marked, wanted)
    met = match_stretches(marked, wanted)
    marks = [
        Mark(*stretch, "good", item.spans[met[i]].reason) if i in met else Mark(*stretch, "fault", "这一处不用标。")
        for i, stretch in enumerate(marked)
    ]
    marks += [
        Mark(*wanted[j], "missed", span.reason) for j, span in enumerate(item.spans) if j not in set(met.values())
    ]
    good = f"标对了{len(met)}处。" if met else ""
    missed, extra = len(item.spans) - len(met), len(marked) - len(met)
    fault = f"还有{missed}处没有标出来。" if missed else f"多标了{extra}处，它们不是要找的。" if extra else ""
    notes = tuple(
        Note(span.text, span.reason, "right", j in met.values()) for j, span in enumerate(item.spans)
    ) + tuple(
        Note(item.stimulus[start:end], "这一处不用标。", "wrong", True)
        for i, (start, end) in enumerate(marked)
        if i not in met
    )
    return Graded(stretch_f1(marked, wanted), good, fault, notes, tuple(marks))


def _grade_order(item: Item, answer: Any) -> Graded:
    count = len(item.paragraphs)
    order = [place for place in answer if type(place) is int] if isinstance(answer, list) else []
    if sorted(order) != list(range(count)):
        return Graded(0.0, "", "还没有排，请把每一段放到它的位置上。")
    score = max(0.0, kendall_tau(order))
    if score == 1.0:
        return Graded(1.0, "顺序全对。", "", (Note("", item.reason, "right", True),))
    first = next(place for place, paragraph in enumerate(order) if place != paragraph)
    words = _short(item.paragraphs[order[first]])
    fault = f"第{first + 1}段放“{words}”早了，想一想它前面还缺什么。"
    good = f"前{first}段放对了。" if first else ""
    return Graded(score, good, fault, (Note("", item.reason, "right", False),))


def _grade_pair(item: Item, answer: Any) -> Graded:
    left, right = {card.id: card.text for card in item.left}, {card.id: card.text for card in item.right}
    given = {pair for pair in _pairs(answer, str) if pair[0] in left and pair[1] in right}
    if not given:
        return Graded(0.0, "", "还没有配对，请给左边的卡片各找一张右边的。")
    key = {(pair.left, pair.right): pair.reason for pair in item.pairs}
    notes = [
        Note(f"{_short(left[a])} — {_short(right[b])}", reason, "right", (a, b) in given)
        for (a, b), reason in key.items()
    ]
    wrong = sorted(given - set(key))
    notes += [Note(f"{_short(left[a])} — {_short(right[b])}", _mismatch(a, b, key), "wrong", True) for a, b in wrong]
    met, missed = len(given & set(key)), len(set(key) - given)
    fault = f"“{notes[len(key)].about}”搭不上：{notes[len(key)].text}" if wrong else ""
    fault = fault or (f"还有{missed}对没有配上。" if missed else "")
    return Graded(jaccard(given, set(key)), f"配对了{met}对。" if met else "", fault, tuple(notes))


def _mismatch(left: str, right: str, key: dict[tuple[str, str], str]) -> str:
    if all(a != left for a, _ in key) or all(b != right for _, b in key):
        return "有一张卡片哪边也不搭，可以空着。"
    return "两边说的不是同一件事，放在一起也回答不了上面关心的问题。"


def _grade_rate(item: Item, answer: Any) -> Graded:
    given = answer if isinstance(answer, dict) else {}
    marks = {c.name: given[c.name] for c in item.criteria if type(given.get(c.name)) is int and 0 <= given[c.name] <= 3}
    if len(marks) < len(item.criteria):
        left = [c.name for c in item.criteria if c.name not in marks]
        return Graded(0.0, "", f"还有{len(left)}行没有打分：{'、'.join(left[:3])}。")
    away = {c.name: abs(marks[c.name] - c.key) for c in item.criteria}
    notes = tuple(
        Note(
            c.name, f"你打{marks[c.name]}分，参考{c.key}分。{c.reason}", "right" if not away[c.name] else "wrong", True
        )
        for c in item.criteria
    )
    same = sum(not distance for distance in away.values())
    worst = max(item.criteria, key=lambda c: away[c.name])
    fault = f"差得最多的是“{worst.name}”：{_direction(marks[worst.name], worst.key)}" if away[worst.name] else ""
    score = sum(max(0.0, 1 - distance / 2) for distance in away.values()) / len(away)
    return Graded(score, f"{len(away)}行里有{same}行和参考一致。" if same else "", fault, notes)


def _direction(given: int, key: int) -> str:
    return "你打高了，看看材料里有没有凭据。" if given > key else "你打低了，材料里有你没注意到的凭据。"


def _texts(answer: Any) -> set[str]:
    return {entry for entry in answer if isinstance(entry, str)} if isinstance(answer, list) else set()


def _pairs(answer: Any, kind: type[Any]) -> list[tuple[Any, Any]]:
    entries = answer if isinstance(answer, list) else []
    return [
        (entry[0], entry[1])
        for entry in entries
        if isinstance(entry, list) and len(entry) == 2 and all(type(part) is kind for part in entry)
    ]


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 18 else flat[:17] + "…"


_BY_RESPONSE: dict[str, Callable[[Item, Any], Graded]] = {
    "choose": _grade_choice,
    "choose_many": _grade_choice,
    "mark": _grade_mark,
    "order": _grade_order,
    "pair": _grade_pair,
    "rate": _grade_rate,
    "edit": grade_edit,
    "write": grade_writing,
}
