"""Which topicmine this is."""

from __future__ import annotations

import platform
from importlib.metadata import version as version_of

from topicmine.cli.screen import show

EXAMPLE = "例：topicmine version"


def version() -> None:
    """显示版本。"""
    show(f"topicmine {version_of('topicmine')}（Python {platform.python_version()}）\n")
