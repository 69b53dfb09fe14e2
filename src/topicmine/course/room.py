"""Where the course stands on this computer: the folder of the records, and whose notebooks these are."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from topicmine.course.progress import Progress

FOLDER, LEARNER = "TOPICMINE_COURSE", "TOPICMINE_LEARNER"
RECORDS = "学习记录"
_MYSELF = "本人"


def course_folder() -> Path:
    """The folder that `topicmine lab` or `topicmine workshop` chose, or the one the notebook runs in."""
    return Path(os.environ.get(FOLDER) or Path.cwd())


def records_folder() -> Path:
    """Where the records of all learners lie; it may not exist yet."""
    return course_folder() / RECORDS


@cache
def own_progress() -> Progress:
    """The record of the person whose notebooks these are."""
    return Progress(records_folder(), os.environ.get(LEARNER) or _MYSELF)
