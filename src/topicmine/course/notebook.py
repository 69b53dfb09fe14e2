"""What a cell of a notebook calls. Every failure is one Chinese sentence, also inside a notebook."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

from topicmine.errors import TopicmineError, UsageError

P = ParamSpec("P")
R = TypeVar("R")
_INSTALL = "缺少课程要用的组件；请在命令行运行：pip install 'topicmine[course]'，再重新打开笔记本。"


class ToldError(UsageError):
    """A failure that a notebook shows as its sentence alone."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]


class Said(str):
    """A sentence that a notebook shows without quotation marks."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def in_words(function: Callable[P, R]) -> Callable[P, R]:
    """Makes every failure of a notebook's command one sentence."""

    @functools.wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except TopicmineError as error:
            raise ToldError(str(error)) from None
        except ModuleNotFoundError as error:
            if (error.name or "").startswith("topicmine"):
                raise
            raise ToldError(_INSTALL) from None

    return call


@in_words
def practice(item: str) -> Any:
    """The exercise with this id, as the learner left it last time.

    Raises:
        UsageError: there is no such exercise.
    """
    from topicmine.course.desk import Desk
    from topicmine.course.loading import find_item
    from topicmine.course.room import own_progress
    from topicmine.course.views.exercise import Exercise

    return Exercise(Desk(find_item(item), own_progress()))


@in_words
def exam(which: str) -> Any:
    """The learner's form of the test before ("pre") or after ("post") the course."""
    from topicmine.course.room import own_progress
    from topicmine.course.views.paper import make_paper

    return make_paper(which, own_progress())


@in_words
def my_page() -> Any:
    """What the learner has done, what is weak, and the next three exercises: in words and as a picture."""
    from topicmine.course.room import own_progress
    from topicmine.course.views.learner import make_learner_page

    return make_learner_page(own_progress(), at_once=True)


@in_words
def review(title: str = "", body: str = "") -> Any:
    """A panel for a draft of one's own: what the review finds, marked in the text, again whenever it changes."""
    from topicmine.course.views.reviewing import Review

    return Review(title, body)


@in_words
def keep(name: str) -> Any:
    """A box for what the learner takes along under this name; what was kept before stands in it again."""
    from topicmine.course.room import own_progress
    from topicmine.course.views.keeping import Keeping

    return Keeping(name, own_progress())


@in_words
def sheet(unit: int, answers: bool = False) -> str:
    """Writes the exercises of a unit as a page to print, into the folder 练习纸, and says where it lies.

    Raises:
        UsageError: no such unit, or the page cannot be written.
    """
    from topicmine.course.lessons import all_lessons
    from topicmine.course.room import course_folder
    from topicmine.course.sheets import exercise_sheet

    lesson = next((lesson for lesson in all_lessons() if lesson.unit == unit), None)
    if lesson is None:
        raise UsageError(f"没有第{unit}单元；单元是0到9。")
    folder = course_folder() / "练习纸"
    path = folder / f"第{unit}单元{'答案' if answers else '练习'}.html"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(exercise_sheet(unit, lesson.title, answers=answers), "utf-8")
    except OSError as error:
        raise UsageError("练习纸没有写成：磁盘满了或没有写的权限，请换一个文件夹。") from error
    return Said(f"练习纸在“练习纸/{path.name}”，用浏览器打开就能打印。")


@in_words
def workbench(folder: str = "") -> Any:
    """The 选题工作台: mine a folder, weigh the criteria, read leads beside their sources, keep or drop, export."""
    from topicmine.course.views.workbench import Workbench

    return Workbench(folder)
