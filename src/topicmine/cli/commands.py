"""Finds the commands of this folder, runs the one that was asked for and turns every failure into one sentence."""

from __future__ import annotations

import pkgutil
import sys
from collections.abc import Callable
from importlib import import_module
from types import ModuleType

import typer

from topicmine.cli.chinese import ChineseCommand, ChineseGroup, explain_usage
from topicmine.cli.screen import say
from topicmine.errors import TopicmineError

_USAGE = 2
_INTERRUPTED = 130


def run(arguments: list[str]) -> int:
    """Carries out one command line and returns its exit code; never raises for what a person did."""
    try:
        code = _build()(arguments or ["--help"], prog_name="topicmine", standalone_mode=False)
    except TopicmineError as error:
        say(str(error))
        return _USAGE
    except typer.TyperException as error:
        say(explain_usage(error))
        return _USAGE
    except (KeyboardInterrupt, typer.Abort):
        code = _INTERRUPTED
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        say(f"程序内部出错（{type(error).__name__}：{error}）。请把这句话和命令告诉维护人员，换一份材料可以先接着做。")
        return _USAGE
    if code == _INTERRUPTED:
        say("已中断，没有写出结果。")
    return code if isinstance(code, int) else 0


def _build() -> Callable[..., object]:
    """The command line of all files here that define a function named like the file, or an `app` with subcommands."""
    app = typer.Typer(
        cls=ChineseGroup,
        help="从单位的材料里找出该报送的选题，审读稿件，并教会两件事；全部在本机运行，不联网。",
        epilog="例：topicmine mine 材料文件夹 -o 选题.html",
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    app.callback()(_introduce)
    package = import_module("topicmine.cli")
    for member in pkgutil.iter_modules(package.__path__):
        _add(app, member.name, import_module(f"topicmine.cli.{member.name}"))
    return typer.main.get_command(app)


def _introduce() -> None:
    """Without this, typer would take a single command for the whole program."""


def _add(app: typer.Typer, name: str, module: ModuleType) -> None:
    command = getattr(module, name, None)
    if isinstance(getattr(module, "app", None), typer.Typer):
        app.add_typer(module.app, name=name, cls=ChineseGroup)
    elif callable(command):
        app.command(name, cls=ChineseCommand, epilog=getattr(module, "EXAMPLE", None))(command)
