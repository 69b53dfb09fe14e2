"""Cold starts: importing, the help page, and mining the bundled county with all models, each in a new process."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

_CASES = (
    ("import topicmine", ("-c", "import topicmine"), 0.1),
    ("topicmine --help", ("-m", "topicmine", "--help"), 0.4),
    ("topicmine mine", ("-m", "topicmine", "mine"), 6.0),
    ("topicmine mine -o leads.html", ("-m", "topicmine", "mine", "-o", "{folder}/leads.html"), 6.0),
)
_ROUNDS = 5


def main() -> None:
    bare = _seconds(("-c", "pass"))
    print(f"{'what':32}{'median s':>10}{'limit s':>10}   (an empty Python takes {bare:.3f} s)")
    for name, arguments, limit in _CASES:
        print(f"{name:32}{_seconds(arguments):10.3f}{limit:10.1f}")


def _seconds(arguments: tuple[str, ...]) -> float:
    """The median of five runs, after one that warms the disk."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, *(argument.format(folder=folder) for argument in arguments)]
        times = []
        for _ in range(_ROUNDS + 1):
            start = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True, cwd=Path(__file__).parent.parent)
            times.append(time.perf_counter() - start)
    return median(times[1:])


if __name__ == "__main__":
    main()
