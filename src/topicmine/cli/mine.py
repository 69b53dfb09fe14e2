"""The main job: material in, topic leads out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from topicmine.cli.bundled import COUNTY, COUNTY_DAY, bundled_corpus
from topicmine.cli.screen import progress, say, show, show_bytes, tell_skipped
from topicmine.errors import UsageError

if TYPE_CHECKING:
    from topicmine.model import Corpus, Mined

EXAMPLE = "例：topicmine mine 材料文件夹 --focus 报送要点.docx --archive 往来稿件 -o 选题.html"
_BEST = 10
_SKIPPED_UNDER_STRICT = 3


def mine(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="材料", help="文件或文件夹；不写就用自带的青禾县。")
    ] = None,
    today: Annotated[str, typer.Option(metavar="日期", help="按哪一天算时效，如2026-11-22；不写就是今天。")] = "",
    department: Annotated[
        str, typer.Option(metavar="部门", help="部门配置的代号，或自己的.toml文件。")
    ] = "market_regulation",
    unit: Annotated[str, typer.Option(metavar="单位", help="本单位的名称，用来认出自己的事。")] = "",
    focus: Annotated[list[str] | None, typer.Option(metavar="文件", help="上级的报送要点；可以写几次。")] = None,
    archive: Annotated[list[str] | None, typer.Option(metavar="路径", help="以前报过的稿件，用来看新意。")] = None,
    consents: Annotated[str, typer.Option(metavar="文件", help="主办人同意表。")] = "",
    top: Annotated[int, typer.Option(metavar="条数", help="只要前几条；不写时屏幕上10条，文件里全部。")] = 0,
    output: Annotated[str, typer.Option("-o", "--output", metavar="文件", help="写成文件，格式看后缀。")] = "",
    form: Annotated[str, typer.Option("--format", metavar="格式", help="text、json、html、xlsx、docx、md或csv。")] = "",
    strict: Annotated[bool, typer.Option("--strict", help="有材料被跳过时，退出码为3。")] = False,
    soffice: Annotated[bool, typer.Option("--soffice", help="读不了的旧格式交给本机的LibreOffice转换。")] = False,
) -> None:
    """从材料里找出该写的选题：写什么、为什么现在写、凭哪几句话。

    材料可以是docx、doc、wps、pdf、xlsx、csv、html、txt、eml、jsonl、zip等。结果到屏幕，用 -o 写成报告。
    """
    from topicmine.departments.profile import load_profile
    from topicmine.output.shelf import format_for, format_named
    from topicmine.output.writing import check_target, write_bytes

    if top < 0:
        raise UsageError("“--top”要写正整数，例如 --top 20。")
    chosen = format_named(form) if form else format_for(Path(output)) if output else format_named("text")
    day = _day(today, bool(paths))
    load_profile(department)
    if output:
        check_target(Path(output))
    corpus = _read(paths or [str(bundled_corpus())], soffice)
    mined = _mine(corpus, day, department, unit, focus, archive, consents)
    tell_skipped(corpus.skipped)
    best = replace(mined, leads=mined.leads[:top]) if top else mined
    if output:
        written = write_bytes(Path(output), chosen.render(best))
        _show_best(best, top or _BEST)
        show(f"\n已写入 {written}\n")
    elif form and form != "text":
        show_bytes(chosen.render(best))
    else:
        _show_best(best, top or _BEST)
    if strict and corpus.skipped:
        raise typer.Exit(_SKIPPED_UNDER_STRICT)


def _show_best(mined: Mined, count: int) -> None:
    from topicmine.output.shelf import format_named

    show(format_named("text").render(replace(mined, leads=mined.leads[:count])).decode())
    if len(mined.leads) > count:
        say(f"共{len(mined.leads)}条线索，这里是前{count}条；用 -o 写成文件可以看全部。")


def _day(text: str, own_material: bool) -> date:
    from topicmine.departments.profile import valid_day

    if text:
        return valid_day(text)
    if own_material:
        return date.today()
    say(f"没有写材料，用自带的{COUNTY}（虚构），按{COUNTY_DAY}计算时效。")
    return COUNTY_DAY


def _read(paths: list[str], soffice: bool = False) -> Corpus:
    """Everything readable at `paths`. Raises UsageError when there is nothing at all."""
    from topicmine.reading import read

    with progress("读取材料") as advance:
        corpus = read(paths, progress=advance, soffice=soffice)
    if not corpus.documents:
        tell_skipped(corpus.skipped[1:])
        first = f"{corpus.skipped[0].path}：{corpus.skipped[0].reason}" if corpus.skipped else "里面没有可读的文件"
        raise UsageError(f"没有读到任何材料。{first}。")
    return corpus


def _mine(
    corpus: Corpus,
    day: date,
    department: str,
    unit: str,
    focus: list[str] | None,
    archive: list[str] | None,
    consents: str,
) -> Mined:
    from topicmine.mining import mine as find_leads

    others = [_read(paths) if paths else None for paths in (focus, archive)]
    with progress("寻找线索") as advance:
        return find_leads(
            corpus,
            today=day,
            department=department,
            unit=unit,
            focus=others[0],
            archive=others[1],
            consents=Path(consents) if consents else None,
            progress=advance,
        )
