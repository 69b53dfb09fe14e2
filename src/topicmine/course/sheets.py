"""What a trainer takes away: the room as a workbook, a unit's exercises on paper with or without answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from html import escape
from io import BytesIO
from typing import Any

from topicmine.course.classroom import commonest_wrong, gain, hardest, in_words, seat
from topicmine.course.items import Item
from topicmine.course.loading import all_items
from topicmine.course.progress import Progress
from topicmine.output.safety import cell

_LETTERS = "ABCDEFGHIJ"
_STYLE = """
@page { size: A4; margin: 18mm; }
body { font: 11pt/1.7 "Noto Serif CJK SC", "SimSun", serif; color: #000; }
body { max-width: 46em; margin: 0 auto; padding: 1em; }
h1 { font-size: 16pt; text-align: center; } h2 { font-size: 11.5pt; margin: 1.2em 0 .3em; break-after: avoid; }
section { break-inside: avoid; } .text { border: 1px solid #888; padding: .4em .8em; white-space: pre-wrap; }
.key { border-left: 3px solid #000; padding-left: .8em; } .line { border-bottom: 1px solid #888; height: 2em; }
ol, ul { margin: .3em 0; }
"""


def workbook(records: Sequence[Progress], now: datetime) -> bytes:
    """The room as .xlsx: people, every step, hard exercises, wrong answers, the test before and after."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for name, rows in _tables(records, now):
        page = book.create_sheet(name)
        for row in rows:
            page.append([cell(value) if isinstance(value, str) else value for value in row])
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def exercise_sheet(unit: int, title: str, *, answers: bool) -> str:
    """The exercises of a unit as a page to print, complete in itself; with `answers` keys, reasons and models."""
    items = [item for item in all_items().values() if item.unit == unit and not item.test]
    name = f"第{unit}单元 {title}{' 答案' if answers else ' 练习'}"
    body = "".join(_exercise(number, item, answers) for number, item in enumerate(items, 1))
    return (
        f'<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{escape(name)}</title>'
        f"<style>{_STYLE}</style></head><body><h1>{escape(name)}</h1>{body}</body></html>"
    )


def _tables(records: Sequence[Progress], now: datetime) -> Iterable[tuple[str, list[list[Any]]]]:
    seats = [seat(record, now) for record in records]
    people = [[s.learner, s.unit, s.item, s.idle, s.tried, s.full, _percent(s.first)] for s in seats]
    yield "学员", [["工号", "单元", "最近的题", "几分钟前", "做过几题", "全对几题", "头一次得分%"], *people]
    yield "过程", [["工号", "时间", "做了什么", "题号", "第几次", "得分%", "看过几条提示", "答案"], *_steps(records)]
    hard = [[h.item.id, h.item.stem, _percent(h.mean), h.people, h.hinted] for h in hardest(records, 50)]
    yield "难题", [["题号", "题干", "头一次平均得分%", "人数", "看提示的人数"], *hard]
    wrong = [[w.item.id, w.item.stem, w.answer, w.people] for w in commonest_wrong(records, 50)]
    yield "常见错答", [["题号", "题干", "错答", "人数"], *wrong]
    change = gain(records)
    yield (
        "前后测",
        [
            ["两次都交卷的人数", "平均变化（百分点）", "95%区间下限", "95%区间上限"],
            [change.n, _percent(change.mean), _percent(change.low), _percent(change.high)],
        ],
    )


_DEEDS = {"try": "交答案", "hint": "看提示", "enter": "打开单元", "handed": "交卷", "keep": "保存成果"}


def _steps(records: Sequence[Progress]) -> list[list[Any]]:
    items = all_items()
    rows = []
    for record in records:
        for step in record.steps:
            item = items.get(step.item)
            said = in_words(item, step.answer) if item and step.what == "try" else ""
            time = step.moment.astimezone().strftime("%Y-%m-%d %H:%M:%S")
            score = _percent(step.score) if step.what == "try" else None
            deed = _DEEDS.get(step.what, step.what)
            rows.append([record.learner, time, deed, step.item, step.number, score, step.hints, said])
    return rows


def _percent(value: float | None) -> float | None:
    return None if value is None else round(100 * value, 1)


def _exercise(number: int, item: Item, answers: bool) -> str:
    title = f"<p><b>{escape(item.stimulus_title)}</b></p>" if item.stimulus_title else ""
    text = f'<div class="text">{escape(item.stimulus)}</div>' if item.stimulus else ""
    below = _key(item) if answers else _room_to_write(item)
    return f"<section><h2>{number}. {escape(item.stem)}</h2>{title}{text}{_question(item)}{below}</section>"


def _question(item: Item) -> str:
    if item.options:
        return _listed("ol", [option.text for option in item.options], ' type="A"')
    if item.paragraphs:
        # printed in the order of their characters, which is not the right one and the same on every sheet
        return _listed("ul", [f"（　）{text}" for text in sorted(item.paragraphs)])
    if item.left:
        return _listed("ol", [f"{card.text}　（　）" for card in item.left]) + _listed(
            "ol", [card.text for card in item.right], ' type="A"'
        )
    return _listed("ul", [f"{standard.name}　0　1　2　3" for standard in item.criteria]) if item.criteria else ""


def _room_to_write(item: Item) -> str:
    return '<div class="line"></div>' * 3 if item.response in {"write", "edit"} else ""


def _key(item: Item) -> str:
    lines = [
        f"{_LETTERS[n]}{'✔' if option.id in item.key else ''} {option.reason}" for n, option in enumerate(item.options)
    ]
    lines += [f"{span.text}：{span.reason}" for span in item.spans + item.must_remove]
    lines += [f"{n}. {text}" for n, text in enumerate(item.paragraphs, 1)]
    cards = {card.id: card.text for card in item.left + item.right}
    lines += [f"{cards[pair.left]} — {cards[pair.right]}：{pair.reason}" for pair in item.pairs]
    lines += [f"{standard.name}：{standard.key}分。{standard.reason}" for standard in item.criteria]
    lines += [f"{_GRADES[model.grade]}：{model.text}（{model.why}）" for model in item.models]
    return f'<div class="key">{_listed("ul", [*lines, item.reason] if item.reason else lines)}</div>'


_GRADES = {"good": "好", "fair": "中", "poor": "差"}


def _listed(tag: str, texts: Iterable[str], extra: str = "") -> str:
    return f"<{tag}{extra}>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</{tag}>"
