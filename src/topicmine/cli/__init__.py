"""The command line: one file per command, the folder is the list; everything it says is Chinese."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command.

    Returns:
        The exit code: 0 done, 1 findings (review), 2 the call was wrong, 3 input skipped under --strict,
        130 interrupted.
    """
    from topicmine.cli.commands import run

    try:
        code = run(list(sys.argv[1:] if arguments is None else arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        # the reader (head, less) has what it wanted; a second failing flush at exit would print a traceback
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code
