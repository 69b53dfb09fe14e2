"""The command line: one file per command, the folder is the list; everything it says is Chinese."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command.

    Returns:
        The exit code: 0 done, 1 findings (review), 2 the call was wrong, 3 input skipped under --strict,
        130 interrupted.
    """
    from topicmine.cli.commands import run

    # a run makes many small values and hardly a cycle among them: looking for cycles that often costs a tenth of it
    gc.set_threshold(100_000, 50, 50)
    return run(list(sys.argv[1:] if arguments is None else arguments))
