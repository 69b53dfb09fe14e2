"""Help pages and usage errors in Chinese: the library under the command line speaks English."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

_NAME_WIDTH = 26


class ChineseCommand(TyperCommand):
    """A command whose help page is Chinese."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Writes usage, purpose, arguments, options and an example."""
        formatter.write(_help_page(self, ctx, f"{_arguments(self)}[选项]"))


class ChineseGroup(TyperGroup):
    """A group of commands whose help page is Chinese."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Writes usage, purpose, options, the commands and an example."""
        formatter.write(_help_page(self, ctx, "命令 [选项]"))


def explain_usage(error: typer.TyperException) -> str:
    """One Chinese sentence for a usage error of the library, with the next step in it."""
    context = getattr(error, "ctx", None)
    ask = f"{context.command_path if context else 'topicmine'} --help"
    return f"{_fault(error)}请用“{ask}”看用法。"


def _fault(error: typer.TyperException) -> str:
    kind, parameter = type(error).__name__, getattr(error, "param", None)
    name = str(getattr(error, "option_name", "")) or _name(parameter)
    if kind == "NoSuchOption":
        near = sorted(getattr(error, "possibilities", None) or ())
        return f"没有“{name}”这个选项{'，是不是“' + near[0] + '”' if near else ''}。"
    if kind == "MissingParameter":
        return f"还缺“{name}”。"
    if kind == "BadOptionUsage":
        return f"选项“{name}”后面要写一个值。" if "requires" in error.message else f"选项“{name}”不带值。"
    if kind == "BadParameter":
        return f"“{name}”的值不对。"
    if kind == "NoArgsIsHelpError":
        return "要说明做什么。"
    if "No such command" in error.message:
        return f"没有“{error.message.split(chr(39))[1]}”这个命令。"
    return "命令后面多写了参数。" if "unexpected extra" in error.message else "命令写得不对。"


def _name(parameter: Any) -> str:
    if parameter is None:
        return "参数"
    if parameter.param_type_name == "option":
        return str(max(parameter.opts, key=len))
    return str(parameter.metavar or parameter.name)


def _arguments(command: Any) -> str:
    return "".join(f"{_argument(p)} " for p in command.params if p.param_type_name == "argument")


def _argument(parameter: Any) -> str:
    name = _name(parameter) + ("…" if parameter.nargs == -1 else "")
    return name if parameter.required else f"[{name}]"


def _help_page(command: Any, ctx: Any, usage: str) -> str:
    purpose = "\n".join(line.strip() for line in (command.help or "").strip().splitlines())
    parts = [f"用法：{ctx.command_path} {usage}", purpose]
    parts.append(_rows("参数", [(_argument(p), p.help) for p in command.params if p.param_type_name == "argument"]))
    options = [p for p in command.params if p.param_type_name == "option" and p.name != "help" and not p.hidden]
    rows = [(f"{', '.join(p.opts)} {p.metavar or ''}", p.help) for p in options]
    parts.append(_rows("选项", [*rows, ("--help", "显示这一页。")]))
    if isinstance(command, TyperGroup):
        parts.append(_rows("命令", [(name, _first(command.commands[name].help)) for name in command.commands]))
    parts.append(command.epilog or "")
    return "\n\n".join(part for part in parts if part) + "\n"


def _first(text: str | None) -> str:
    return (text or "").strip().split("。")[0].splitlines()[0] if text else ""


def _rows(heading: str, rows: list[tuple[str, str | None]]) -> str:
    if not rows:
        return ""
    return "\n".join([f"{heading}："] + [f"  {_pad(name)}{text or ''}" for name, text in rows])


def _pad(name: str) -> str:
    """`name` filled up to the column of the explanations; a Chinese character takes two columns."""
    name = name.strip()
    width = sum(2 if ord(character) > 0x2E7F else 1 for character in name)
    return name + " " * max(_NAME_WIDTH - width, 2)
