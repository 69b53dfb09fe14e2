"""What a person sees while a command runs: results on stdout, messages and progress on stderr."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from topicmine.model import Skipped
from topicmine.output.safety import clean

_PATIENCE_SECONDS = 1.0
_SKIPPED_SHOWN = 10


def say(message: str) -> None:
    """A message to the person, on stderr; one line, whatever it quotes."""
    _print(sys.stderr, f"{clean(message)}\n")


def show(text: str) -> None:
    """A result for a person, on stdout, in the terminal's encoding."""
    _print(sys.stdout, clean(text))


def show_bytes(data: bytes) -> None:
    """A result for a program, on stdout, byte for byte."""
    with _reader_may_leave(sys.stdout):
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def tell_skipped(skipped: Sequence[Skipped]) -> None:
    """Says on stderr what was not read and why."""
    for item in skipped[:_SKIPPED_SHOWN]:
        say(f"跳过 {item.path}：{item.reason}。")
    if len(skipped) > _SKIPPED_SHOWN:
        say(f"另有{len(skipped) - _SKIPPED_SHOWN}份跳过，报告里有全部名单。")


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None] | None]:
    """A bar on stderr for work that takes longer than a second; nothing where stderr is no terminal.

    Yields:
        A function to be called with what is done and what there is in all, or None.
    """
    if not sys.stderr.isatty():
        yield None
        return
    bars: list[Any] = []
    started = time.monotonic()

    def advance(done: int, total: int) -> None:
        if not bars and time.monotonic() - started > _PATIENCE_SECONDS:
            bars.append(_open_bar(label))
        for bar in bars:
            bar.update(bar.task_ids[0], completed=done, total=total)

    try:
        yield advance
    finally:
        for bar in bars:
            bar.stop()


def _open_bar(label: str) -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.add_task(label, total=None)
    bar.start()
    return bar


def _print(stream: Any, text: str) -> None:
    encoding = stream.encoding or "utf-8"
    with _reader_may_leave(stream):
        stream.write(text.encode(encoding, "replace").decode(encoding))
        stream.flush()


@contextmanager
def _reader_may_leave(stream: Any) -> Iterator[None]:
    """A reader (head, less) that has what it wanted is no failure: what follows goes nowhere, without a word."""
    try:
        yield
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
