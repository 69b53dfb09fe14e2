"""The worker's main loop: one line of JSON in, the file's bytes after it, lines of JSON out."""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from types import ModuleType
from typing import Any, BinaryIO


def limit_memory(size: int) -> None:
    """Bound the address space, where the system can."""
    try:
        import resource
    except ImportError:
        return
    try:
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (OSError, ValueError):
        return


def load(task: str, known: dict[str, ModuleType]) -> ModuleType:
    """The file `task`.py beside this one, loaded once."""
    if task not in known:
        here = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120 - pathlib costs start-up time
        spec = importlib.util.spec_from_file_location("isolated_" + task, f"{here}/{task}.py")
        assert spec is not None
        assert spec.loader is not None
        known[task] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(known[task])
    return known[task]


def serve(requests: BinaryIO, replies: BinaryIO) -> None:
    """Answer requests until the parent goes away."""

    def reply(**message: Any) -> None:
        replies.write(json.dumps(message).encode() + b"\n")
        replies.flush()

    hello = json.loads(requests.readline())
    sys.path[:] = hello["path"]
    limit_memory(hello["memory"])
    known: dict[str, ModuleType] = {}
    while line := requests.readline():
        request = json.loads(line)
        data = requests.read(request["size"])
        try:
            for part in load(request["task"], known).run(data, **request["options"]):
                reply(part=part)
            reply(done=True)
        except MemoryError:
            reply(error="解析时占用内存过多，已停止；请拆分成几个文件再读")
        except BaseException as error:  # parsers written in Rust panic with a BaseException
            reply(error=sentence(error))


def sentence(error: BaseException) -> str:
    """The Chinese sentence for a failed task: its own, or a general one."""
    text = str(error)
    own = any("\u4e00" <= char <= "\u9fff" for char in text)
    return text if own else "文件损坏，读不出来；请用原来的软件打开，另存一份再读"


if __name__ == "__main__":
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a parser that prints must not break the protocol
    serve(sys.stdin.buffer, out)
