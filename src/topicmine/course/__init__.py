"""The course: exercises as data, their grading, what a learner did, and the pages that show all of it.

What a notebook calls is here; each function loads the widgets when it is first called.
"""

from __future__ import annotations

from topicmine.course.notebook import exam, keep, my_page, practice, review, sheet, workbench

__all__ = ["exam", "keep", "my_page", "practice", "review", "sheet", "workbench"]
