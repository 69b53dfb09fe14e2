"""The fictional county that comes with topicmine, for a first try without material of one's own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import topicmine
from topicmine.errors import UsageError

COUNTY = "青禾县"
COUNTY_DAY = date(2026, 11, 22)


def bundled_corpus() -> Path:
    """The folder of the bundled county: inside an installed package, or at the root of a working copy.

    Raises:
        UsageError: it is in neither place.
    """
    package = Path(topicmine.__file__).parent
    for home in (package, package.parent.parent):
        folder = home / "corpora" / COUNTY
        if folder.is_dir():
            return _short(folder)
    raise UsageError(f"找不到自带的示例材料“{COUNTY}”；请在命令后面写上自己的材料文件夹。")


def _short(folder: Path) -> Path:
    """The folder as seen from where the person stands, when it is below: that is what reports will show."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder
