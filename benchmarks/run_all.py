"""Runs every benchmark of this folder that has a main, each in a process of its own, and prints what it prints."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def main() -> int:
    failed = []
    for script in sorted(Path(__file__).parent.glob("*.py")):
        if script.name == Path(__file__).name or "def main(" not in script.read_text("utf-8"):
            continue
        print(f"\n== {script.stem.replace('_', ' ')} ==", flush=True)
        if subprocess.run([sys.executable, str(script)], check=False).returncode:
            failed.append(script.name)
    print(f"\nfailed: {', '.join(failed)}" if failed else "\nall benchmarks ran")
    return len(failed)


if __name__ == "__main__":
    sys.exit(main())
