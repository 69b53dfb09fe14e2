"""Drafts in, what is wrong with them out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from topicmine.cli.screen import progress, say, show, show_bytes, tell_skipped
from topicmine.errors import UsageError

if TYPE_CHECKING:
    from topicmine.departments.profile import Profile
    from topicmine.model import Draft, Reviewed, Skipped
    from topicmine.reviewing.rule import Rule

EXAMPLE = "例：topicmine review 稿件.docx --archive 往来稿件 -o 审稿意见.html"
_FOUND = 1


def review(
    paths: Annotated[list[str], typer.Argument(metavar="稿件", help="文件或文件夹；一起审的稿件会互相比对。")],
    archive: Annotated[list[str] | None, typer.Option(metavar="路径", help="以前报过的稿件，看有没有雷同。")] = None,
    rules: Annotated[str, typer.Option(metavar="规则", help="只用哪些规则，如 T,N07；前面加-是不用，如 -W09。")] = "",
    department: Annotated[
        str, typer.Option(metavar="部门", help="部门配置的代号，或自己的.toml文件。")
    ] = "market_regulation",
    baseline: Annotated[str, typer.Option(metavar="文件", help="已知问题的基线文件，里面有的不再报。")] = "",
    write_baseline: Annotated[str, typer.Option(metavar="文件", help="把现有的问题都记进基线文件。")] = "",
    fix: Annotated[bool, typer.Option("--fix", help="显示有把握的改动；加--yes才写进文件。")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="与--fix同用，把改动写进.txt或.md文件。")] = False,
    output: Annotated[str, typer.Option("-o", "--output", metavar="文件", help="写成文件；.docx是带批注的稿件。")] = "",
    form: Annotated[str, typer.Option("--format", metavar="格式", help="text、json、html、docx、sarif或github。")] = "",
) -> None:
    """审读稿件：哪一句有什么问题，为什么，怎么改，能不能报送。

    稿件可以是docx、txt、md、html、jsonl或文件夹。有硬伤或该改之处时退出码为1。
    """
    from topicmine.departments.profile import load_profile
    from topicmine.output.review_shelf import review_format_for, review_format_named
    from topicmine.output.writing import check_target, write_bytes

    chosen = review_format_named(form) if form else review_format_for(Path(output)) if output else None
    picked, known = _pick(rules, load_profile(department)), _baseline(baseline)
    for target in (output, write_baseline):
        if target:
            check_target(Path(target))
    drafts, skipped = _read(paths)
    reviewed = _review(drafts, skipped, archive, picked, known, load_profile(department))
    tell_skipped(skipped)
    if fix:
        _fix(drafts, yes)
    elif output and chosen:
        show(f"已写入 {write_bytes(Path(output), chosen.render(reviewed))}\n")
    elif chosen and form != "text":
        show_bytes(chosen.render(reviewed))
    else:
        show(review_format_named("text").render(reviewed).decode())
    if write_baseline:
        _remember(reviewed, Path(write_baseline))
    if any(finding.severity != "info" for finding in reviewed.findings):
        raise typer.Exit(_FOUND)


def _pick(rules: str, profile: Profile) -> tuple[Rule, ...]:
    """The rules that the call and the department's profile leave on."""
    from topicmine.reviewing.rules import choose_rules

    codes = [code.strip().upper() for code in rules.replace("，", ",").split(",") if code.strip()]
    on = tuple(code for code in codes if not code.startswith("-"))
    off = tuple(code.removeprefix("-") for code in codes if code.startswith("-"))
    return choose_rules(on, off + tuple(profile.limits.get("rules_off", ())))


def _baseline(path: str) -> dict[str, int]:
    from topicmine.reviewing.baseline import read_baseline

    if not path:
        return {}
    try:
        return read_baseline(Path(path).read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"基线文件“{path}”打不开，请检查路径，或用--write-baseline重新生成。") from error


def _read(paths: list[str]) -> tuple[tuple[Draft, ...], tuple[Skipped, ...]]:
    from topicmine.reading import read_drafts

    with progress("读取稿件") as advance:
        drafts, skipped = read_drafts(paths, progress=advance)
    if not drafts:
        tell_skipped(skipped[1:])
        first = f"{skipped[0].path}：{skipped[0].reason}" if skipped else "里面没有可读的文件"
        raise UsageError(f"没有读到任何稿件。{first}。")
    return drafts, skipped


def _review(
    drafts: tuple[Draft, ...],
    skipped: tuple[Skipped, ...],
    archive: list[str] | None,
    rules: tuple[Rule, ...],
    known: dict[str, int],
    profile: Profile,
) -> Reviewed:
    from topicmine.reviewing import engine

    earlier = _read(archive)[0] if archive else ()
    return engine.review(drafts, archive=earlier, rules=rules, baseline=known, limits=profile.limits, skipped=skipped)


def _remember(reviewed: Reviewed, path: Path) -> None:
    from topicmine.output.writing import write_bytes
    from topicmine.reviewing.baseline import write_baseline
    from topicmine.reviewing.view import View

    views = [View(draft) for draft in reviewed.drafts]
    text = write_baseline(views, (*reviewed.findings, *reviewed.waived))
    say(f"已把现有问题记入 {write_bytes(path, text.encode())}。")


def _fix(drafts: tuple[Draft, ...], write: bool) -> None:
    """Shows each change first; with `write` puts it into plain text files."""
    from topicmine.reviewing.fixes import fix_draft, show_changes

    changed = [(draft, better) for draft in drafts if (better := fix_draft(draft)) != draft]
    for draft, better in changed:
        show(show_changes(draft, better))
        if write:
            say(_save(draft, better))
    if not changed:
        say("没有有把握的改动。")
    elif not write:
        say("以上改动还没有写进文件；确认无误后加--yes。")


def _save(draft: Draft, better: Draft) -> str:
    """Writes a fixed draft where its text stands in the file word for word; says what was done."""
    from topicmine.output.writing import write_bytes

    path = Path(draft.path)
    if path.suffix.lower() not in {".txt", ".md"}:
        return f"“{draft.path}”不是.txt或.md文件，请照上面的改动在原文件里改。"
    text = path.read_bytes().decode("utf-8", "surrogateescape")
    if draft.body not in text or text.count(draft.title) < 1:
        return f"“{draft.path}”的文字与读到的不完全一样，请照上面的改动在原文件里改。"
    text = text.replace(draft.body, better.body, 1).replace(draft.title, better.title, 1)
    return f"已改好 {write_bytes(path, text.encode('utf-8', 'surrogateescape'))}。"
