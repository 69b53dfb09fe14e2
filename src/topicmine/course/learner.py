"""A learner's own picture: what is done, what is weak, which three exercises come next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from topicmine.course.agreement import weighted_kappa
from topicmine.course.items import Item
from topicmine.course.loading import all_items
from topicmine.course.progress import Step, best_tries, first_tries
from topicmine.course.repetition import due_items

KINDS = {
    "E1": "新闻还是信息", "E2": "重新裁剪", "E3": "找来源", "E4": "划线索", "E5": "内外搭配", "E6": "给线索打分",
    "E7": "先写哪条", "E8": "能不能报", "E9": "隐去信息", "E10": "切小标题", "E11": "选文种", "E12": "排段落",
    "E13": "补事实", "E14": "查数字", "E15": "过没过时", "E16": "写出特点", "E17": "审稿打分", "E18": "回复退稿",
    "E19": "交接",
}  # fmt: skip
_NEXT = 3
_WEAK = 0.7


@dataclass(frozen=True, slots=True)
class UnitDone:
    """One unit: exercises in all, tried, all right, and the share earned at first tries (None before the first)."""

    unit: int
    total: int
    tried: int
    full: int
    first: float | None


@dataclass(frozen=True, slots=True)
class Picture:
    """What a learner's page says. `weak` are kinds with their share, weakest first; `kappa` agreement of ratings."""

    units: tuple[UnitDone, ...]
    weak: tuple[tuple[str, float], ...]
    due: tuple[str, ...]
    next: tuple[Item, ...]
    kappa: float | None


def describe(steps: Sequence[Step], now: datetime | None = None) -> Picture:
    """The picture of a record at `now` (with a time zone; None: the clock)."""
    items = {name: item for name, item in all_items().items() if not item.test}
    mine = [step for step in steps if step.item in items]
    first, best = first_tries(mine), best_tries(mine)
    due = tuple(name for name in due_items(mine, now or datetime.now(UTC)))
    units = tuple(_unit(number, list(items.values()), first, best) for number in range(10))
    weak = _weak_kinds(items, first, best)
    return Picture(
        tuple(u for u in units if u.total), weak, due, _next(items, best, due, weak), _agreement(items, best)
    )


def in_sentences(picture: Picture) -> tuple[str, ...]:
    """The picture in words, for whoever does not see it."""
    tried, full = sum(u.tried for u in picture.units), sum(u.full for u in picture.units)
    total = sum(u.total for u in picture.units)
    said = [f"一共{total}道题，你做过{tried}道，其中{full}道已经全对。"]
    if picture.weak:
        said.append(
            "还不稳的是" + "、".join(f"{KINDS[kind]}（{100 * share:.0f}分）" for kind, share in picture.weak) + "。"
        )
    elif tried:
        said.append("做过的题里没有特别弱的一类。")
    if picture.due:
        said.append(f"有{len(picture.due)}道错过的题到了该再做一遍的时候。")
    if picture.kappa is not None:
        said.append(f"你给线索打的分和参考的一致程度（加权kappa）是{picture.kappa:.2f}，0.6以上算稳。")
    return tuple(said)


def _unit(number: int, items: list[Item], first: dict[str, Step], best: dict[str, Step]) -> UnitDone:
    names = [item.id for item in items if item.unit == number]
    tried = [first[name].score for name in names if name in first]
    full = sum(best[name].score > 0.999 for name in names if name in best)
    return UnitDone(number, len(names), len(tried), full, sum(tried) / len(tried) if tried else None)


def _weak_kinds(items: dict[str, Item], first: dict[str, Step], best: dict[str, Step]) -> tuple[tuple[str, float], ...]:
    """Kinds whose mean of first and best tries is under 70 %: mending a miss counts, but does not undo it."""
    shares: dict[str, list[float]] = {}
    for name, step in first.items():
        shares.setdefault(items[name].kind, []).append((step.score + best[name].score) / 2)
    means = {kind: sum(scores) / len(scores) for kind, scores in shares.items()}
    return tuple(sorted(((k, m) for k, m in means.items() if m < _WEAK), key=lambda pair: (pair[1], pair[0]))[:3])


def _next(
    items: dict[str, Item], best: dict[str, Step], due: tuple[str, ...], weak: tuple[tuple[str, float], ...]
) -> tuple[Item, ...]:
    """What is due, then what was missed, then new ones of weak kinds, then the first new ones."""
    missed = [name for name, step in best.items() if step.score < 0.999]
    kinds = [kind for kind, _ in weak]
    fresh = [name for name in items if name not in best]
    order = [*due, *missed, *(name for kind in kinds for name in fresh if items[name].kind == kind), *fresh]
    return tuple(items[name] for name in list(dict.fromkeys(order))[:_NEXT])


def _agreement(items: dict[str, Item], best: dict[str, Step]) -> float | None:
    given, key = [], []
    for name, step in best.items():
        if items[name].response == "rate" and isinstance(step.answer, dict):
            for standard in items[name].criteria:
                if step.answer.get(standard.name) in (0, 1, 2, 3):
                    given.append(step.answer[standard.name])
                    key.append(standard.key)
    return weighted_kappa(given, key) if given else None
