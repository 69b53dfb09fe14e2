"""Festival and fixed-date windows: what is open now, what opens next."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from topicmine.cli.screen import show, show_bytes
from topicmine.errors import UsageError

if TYPE_CHECKING:
    from topicmine.departments.calendar import Occurrence

EXAMPLE = "例：topicmine calendar --today 2026-09-10"
_COMING = 8


def calendar(
    today: Annotated[str, typer.Option(metavar="日期", help="按哪一天算，如2026-09-10；不写就是今天。")] = "",
    department: Annotated[
        str, typer.Option(metavar="部门", help="部门配置的代号，或自己的.toml文件。")
    ] = "market_regulation",
    form: Annotated[str, typer.Option("--format", metavar="格式", help="text或json。")] = "text",
) -> None:
    """看现在该报哪些节日和节点，还剩几天，接下来轮到哪些。"""
    from topicmine.departments.calendar import next_windows, occurrences, open_windows
    from topicmine.departments.profile import load_profile, valid_day

    if form not in ("text", "json"):
        raise UsageError(f"没有“{form}”这种格式，请写 --format text 或 --format json。")
    day = valid_day(today) if today else date.today()
    profile = load_profile(department)
    opened, coming = open_windows(day, profile), next_windows(day, profile, _COMING)
    unknown = tuple(item for item in occurrences(day.year, profile) if not item.confirmed)
    if form == "json":
        rows = {"open": opened, "next": coming, "unconfirmed": unknown}
        table: dict[str, Any] = {"today": day.isoformat(), "department": department}
        table |= {name: [_row(item, day) for item in items] for name, items in rows.items()}
        show_bytes(f"{json.dumps(table, ensure_ascii=False, indent=2)}\n".encode())
        return
    show(_page(day, opened, coming, unknown))


def _page(
    day: date, opened: tuple[Occurrence, ...], coming: tuple[Occurrence, ...], unknown: tuple[Occurrence, ...]
) -> str:
    lines = [f"{day}，现在该报的："]
    lines += [line for item in opened for line in _open_lines(item, day)] or ["  没有。看看下面哪个快到了，先备材料。"]
    lines += ["接下来："]
    lines += [_next_line(item, day) for item in coming] or ["  日历里没有了，请在部门配置的日历里补上。"]
    if unknown:
        lines += [f"{day.year}年日期还没公布的（公布后补进部门配置的日历）："]
        lines += [f"  {item.event.name}：{item.note}" for item in unknown]
    return "\n".join(lines) + "\n"


def _open_lines(item: Occurrence, day: date) -> list[str]:
    closes, full, core = item.window.closes, item.window.full_until, item.core_from
    assert closes is not None
    assert full is not None
    assert core is not None
    state = f"{core}起正当时" if day < core else f"正当时，到{full}" if day <= full else "接近收尾"
    left = (closes - day).days
    last = "今天是最后一天" if left == 0 else f"还剩{left}天（{closes}截止）"
    asks = [f"      问：{question}" for question in item.event.questions]
    return [f"  {item.event.name}（{_span(item)}）：{state}，{last}", *asks]


def _next_line(item: Occurrence, day: date) -> str:
    opens = item.window.opens
    assert opens is not None
    return f"  {item.event.name}（{_span(item)}）：{opens}起，还有{(opens - day).days}天"


def _span(item: Occurrence) -> str:
    return f"{item.first}" if item.first == item.last else f"{item.first}至{item.last}"


def _row(item: Occurrence, day: date) -> dict[str, Any]:
    event, window = item.event, item.window
    return {
        "id": event.id,
        "name": event.name,
        "year": item.year,
        "confirmed": item.confirmed,
        "note": item.note,
        "first": _iso(item.first),
        "last": _iso(item.last),
        "window": {
            "opens": _iso(window.opens),
            "core_from": _iso(item.core_from),
            "full_until": _iso(window.full_until),
            "closes": _iso(window.closes),
        },
        "days_left": (window.closes - day).days if window.closes else None,
        "duties": list(event.duties),
        "questions": list(event.questions),
        "evidence": event.evidence,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
