"""Says what a code means: what, why, bad, good, where it comes from."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Annotated

import typer

from topicmine.cli.screen import show
from topicmine.errors import UsageError

EXAMPLE = "例：topicmine explain enforcement"


def explain(code: Annotated[str, typer.Argument(metavar="代号", help="不写就列出全部代号。")] = "") -> None:
    """解释一个代号：材料来源、线索类型、打分标准、稿件毛病或审读规则，是什么、为什么、正反例、出处。"""
    from topicmine.cli.explanations import all_explanations

    known = all_explanations()
    if not code:
        show("".join(f"{item.code:28}{item.kind}　{item.name}\n" for item in known.values()))
        return
    found = known.get(code.lower()) or next((item for item in known.values() if item.name == code), None)
    if found is None:
        near = get_close_matches(code.lower(), known, 1)
        hint = f"是不是“{known[near[0]].code}”？" if near else ""
        raise UsageError(f"没有“{code}”这个代号。{hint}用“topicmine explain”看全部代号。")
    lines = [f"{found.name}（{found.kind} {found.code}）", *(f"{label}：{text}" for label, text in found.said)]
    show("\n".join(lines) + "\n")
