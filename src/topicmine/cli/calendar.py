"""Festival and fixed-date windows: what is open now, what opens next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from topicmine.cli.screen import show

if TYPE_CHECKING:
    from topicmine.departments.calendar import Occurrence

EXAMPLE = "例：topicmine calendar --today 2026-09-10"
_COMING = 8


def calendar(
    today: Annotated[str, typer.Option(metavar="日期", help="按哪一天算，如2026-09-10，不写就是今天。")] = "",
    department: Annotated[str, typer.Option(metavar="部门", help="部门配置的名字。")] = "",
) -> None:
    """看现在该报哪些节日和节点，接下来轮到哪些。"""
    from topicmine.departments.calendar import next_windows, occurrences, open_windows
    from topicmine.departments.profile import DEFAULT, load_profile, valid_day

    day = valid_day(today) if today else date.today()
    profile = load_profile(department or DEFAULT)
    current = open_windows(day, profile)
    lines = [f"{day}，正在窗口期的：", *(_open_line(item, day) for item in current)]
    lines += [] if current else ["  没有"]
    lines += ["接下来：", *(_next_line(item) for item in next_windows(day, profile, _COMING))]
    unknown = [item for item in occurrences(day.year, profile) if not item.confirmed]
    lines += (
        ["日期还没有公布的（公布后补进部门配置的日历）：", *(_unknown_line(item) for item in unknown)]
        if unknown
        else []
    )
    show("\n".join(lines) + "\n")


def _open_line(item: Occurrence, day: date) -> str:
    closes, full = item.window.closes, item.window.full_until
    left = f"，{closes}收口，还剩{(closes - day).days}天" if closes else ""
    state = "正当时" if full and item.core_from and item.core_from <= day <= full else "预热或收尾"
    ask = f"；要问：{item.event.questions[0]}" if item.event.questions else ""
    return f"  {item.event.name}（{_span(item)}）：{state}{left}{ask}"


def _next_line(item: Occurrence) -> str:
    return f"  {item.event.name}（{_span(item)}）：{item.window.opens}开始，{item.window.closes}收口"


def _unknown_line(item: Occurrence) -> str:
    return f"  {item.event.name}：{item.year}年，{item.note}"


def _span(item: Occurrence) -> str:
    return f"{item.first}" if item.first == item.last else f"{item.first}至{item.last}"
