"""The folders that travel with topicmine: notebooks and the fictional county."""

from __future__ import annotations

from pathlib import Path

import topicmine
from topicmine.errors import UsageError


def bundled(*names: str) -> Path:
    """A folder of the distribution: inside an installed package, or at the root of a working copy.

    Raises:
        UsageError: it is in neither place.
    """
    package = Path(topicmine.__file__).parent
    for home in (package, package.parent.parent):
        folder = home.joinpath(*names)
        if folder.is_dir():
            return folder
    raise UsageError(f"找不到自带的“{'/'.join(names)}”；请重新安装topicmine。")
