"""`python -m topicmine` does what the command `topicmine` does."""

from __future__ import annotations

import sys

from topicmine.cli import main

if __name__ == "__main__":
    sys.exit(main())
