"""Weights of an office's own, from which of two leads its people chose."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from topicmine.cli.screen import show
from topicmine.errors import UsageError

EXAMPLE = "例：topicmine tune 取舍.csv 选题.json -o 权重.toml"


def tune(
    choices: Annotated[str, typer.Argument(metavar="取舍", help="CSV或JSONL，四列：甲,乙,选,评者。")],
    mined: Annotated[str, typer.Argument(metavar="选题", help="mine写出的JSON，取舍就是在它的线索之间做的。")],
    output: Annotated[str, typer.Option("-o", "--output", metavar="文件", help="把权重写成TOML文件。")] = "",
) -> None:
    """按本单位的取舍拟合八项标准的权重，并说清靠不靠得住。

    “甲”“乙”写线索代号（选题.json里的id），“选”写甲或乙，“评者”写谁选的。能用的取舍满150对才拟合。
    """
    from topicmine.cli.tuning_report import describe, fragment
    from topicmine.leads.choices import read_choices, read_rated
    from topicmine.leads.tuning import tune as fit
    from topicmine.output.writing import check_target, write_bytes

    if output:
        check_target(Path(output))
    leads = read_rated(Path(mined))
    tuned = fit(read_choices(Path(choices), leads), leads)
    show(describe(tuned))
    if not tuned.convincing:
        raise UsageError("这些取舍看不出一致的偏好，没有给出权重；请先统一取舍的尺度，再多记一些。")
    if output:
        show(f"\n已写入 {write_bytes(Path(output), fragment(tuned).encode())}\n")
    else:
        show(f"\n{fragment(tuned)}")
