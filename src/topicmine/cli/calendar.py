"""Festival and fixed-date windows: what is open now, what opens next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from topicmine.cli.screen import show

if TYPE_CHECKING:
    from topicmine.departments.calendar import Occasion

EXAMPLE = "例：topicmine calendar --today 2026-09-10"


def calendar(
    today: Annotated[str, typer.Option(metavar="日期", help="按哪一天算，如2026-09-10，不写就是今天。")] = "",
    department: Annotated[str, typer.Option(metavar="部门", help="部门配置的名字。")] = "",
) -> None:
    """看现在该报哪些节日和节点，接下来轮到哪些。"""
    from topicmine.departments.calendar import windows
    from topicmine.departments.profile import DEFAULT, load_profile, valid_day

    day = valid_day(today) if today else date.today()
    outlook = windows(day, load_profile(department or DEFAULT))
    lines = [f"{day}，正在窗口期的：", *(_line(item, day) for item in outlook.open)]
    lines += [] if outlook.open else ["  没有"]
    lines += ["接下来（75天内）：", *(_line(item, day) for item in outlook.next)]
    lines += [] if outlook.next else ["  没有"]
    for name, year in outlook.unannounced:
        lines.append(f"  {name}：{year}年的日期还没有公布，公布后请在部门配置的日历里补上")
    show("\n".join(lines) + "\n")


def _line(item: Occasion, day: date) -> str:
    span = f"{item.first}" if item.first == item.last else f"{item.first}至{item.last}"
    does = "；".join(event.does for event in item.events if event.does)
    left = (item.closes - day).days
    when = f"{item.state(day)}，还剩{left}天（{item.closes}收口）" if item.opens <= day else f"{item.opens}开始"
    return f"  {item.name}（{span}）：{when}" + (f"；常做：{does}" if does else "")
