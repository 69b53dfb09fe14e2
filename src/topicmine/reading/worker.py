"""A process that can be killed, for the parsers that can hang, crash or eat all memory."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from topicmine.errors import ReadError
from topicmine.reading.limits import Limits

_CHILD = Path(__file__).parent / "isolated" / "child.py"
_HIDDEN = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class Worker:
    """One child process, started when first needed and replaced when it had to be killed.

    It is started without site packages and without this package, so that it is ready within 0.1 s; requests and
    replies are lines of JSON. Use it in a `with` block: leaving the block ends the process.
    """

    def __init__(self, limits: Limits, memory_bytes: int | None = None, patience: float = 1.0) -> None:
        """`patience` stretches the time of silence for slow work such as character recognition."""
        self._limits = limits
        self._silent = limits.silent_seconds * patience
        self._memory = limits.memory_bytes if memory_bytes is None else memory_bytes
        self._process: subprocess.Popen[bytes] | None = None
        self._watchdog: _Watchdog | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the process, if there is one."""
        if self._watchdog is not None:
            self._watchdog.close()
            self._watchdog = None
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for stream in (self._process.stdin, self._process.stdout):
                if stream is not None:
                    stream.close()
            self._process = None

    def run(self, task: str, data: bytes, **options: Any) -> Iterator[Any]:
        """Let the child do `task` (a file in `isolated/`) on `data`; yields its replies as they come.

        Raises:
            ReadError: the task failed, was silent or busy for too long, or crashed the child.
        """
        process, watchdog = self._started()
        request = json.dumps({"task": task, "size": len(data), "options": options}).encode() + b"\n"
        finished = False
        watchdog.arm()
        try:
            yield from _replies(process, request, data, watchdog)
            finished = True
        except ReadError as error:
            finished = error.__cause__ is None and not watchdog.rang
            raise
        finally:
            watchdog.disarm()
            if not finished:
                self.close()

    def _started(self) -> tuple[subprocess.Popen[bytes], _Watchdog]:
        if self._process is None or self._watchdog is None or self._process.poll() is not None:
            self.close()
            command = [sys.executable, "-I", "-S", str(_CHILD)]
            self._process = subprocess.Popen(  # noqa: S603 - our own child, no user data on the command line
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, creationflags=_HIDDEN
            )
            hello = json.dumps({"path": [p for p in sys.path if p], "memory": self._memory}).encode() + b"\n"
            self._watchdog = _Watchdog(self._process, self._silent, self._limits.file_seconds)
            _send(self._process, hello)
        return self._process, self._watchdog


class _Watchdog(threading.Thread):
    """Kills the process when it is silent or busy for too long. One thread a process; a reply costs it nothing."""

    def __init__(self, process: subprocess.Popen[bytes], silent: float, whole: float) -> None:
        super().__init__(name="topicmine-watchdog", daemon=True)
        self._process, self._silent, self._whole = process, silent, whole
        self._wake = threading.Event()
        self._end = 0.0
        self._deadline: float | None = None
        self._closed = False
        self.rang = False
        self.start()

    def run(self) -> None:
        """Sleep until the deadline, which may have moved on or gone in the meantime."""
        while not self._closed:
            deadline = self._deadline
            left = None if deadline is None else deadline - time.monotonic()
            if left is not None and left <= 0:
                self.rang = True
                self._process.kill()
                return
            self._wake.wait(left)
            self._wake.clear()

    def arm(self) -> None:
        """Begin to watch a new task."""
        self._end = time.monotonic() + self._whole
        self.hear()
        self._wake.set()

    def hear(self) -> None:
        """The process has given a sign of life."""
        self._deadline = min(time.monotonic() + self._silent, self._end)

    def disarm(self) -> None:
        """The task is over."""
        self._deadline = None

    def close(self) -> None:
        """End the thread."""
        self._closed = True
        self._wake.set()


def _send(process: subprocess.Popen[bytes], *chunks: bytes) -> None:
    assert process.stdin is not None
    try:
        for chunk in chunks:
            process.stdin.write(chunk)
        process.stdin.flush()
    except OSError as error:
        raise ReadError("解析程序启动失败；请重试，仍不行的请重新安装 topicmine") from error


def _replies(process: subprocess.Popen[bytes], request: bytes, data: bytes, watchdog: _Watchdog) -> Iterator[Any]:
    assert process.stdout is not None
    _send(process, request, data)
    while True:
        line = process.stdout.readline()
        if not line.endswith(b"\n"):
            raise _lost(watchdog)
        reply = json.loads(line)
        if "error" in reply:
            raise ReadError(reply["error"])
        if "done" in reply:
            return
        watchdog.hear()
        yield reply["part"]


def _lost(watchdog: _Watchdog) -> ReadError:
    if watchdog.rang:
        error = ReadError("解析超时，已停止；文件可能损坏或有意构造，请用原来的软件打开，另存一份再读")
    else:
        error = ReadError("解析时占用内存过多或程序崩溃，已停止；请用原来的软件打开，另存一份再读")
    error.__cause__ = ChildProcessError()
    return error
