"""A view that answers its page: every message of the browser brings a new state that carries the message's turn."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import anywidget
import traitlets

from topicmine.course.views.script import read
from topicmine.errors import TopicmineError

_LOG = logging.getLogger(__name__)


class Talking(anywidget.AnyWidget):
    """A view with a `state`: a child says in `_do` what a message changes; by `turn` the page knows its answer."""

    state = traitlets.Dict().tag(sync=True)
    _css = read("course.css")

    def __init__(self, **traits: Any) -> None:
        super().__init__(**traits)
        self.on_msg(self._hear)

    def _hear(self, _: Any, content: Any, __: Any) -> None:
        message = content if isinstance(content, dict) else {}
        changed = answer_for(lambda: self._do(message))
        self.state = {**self.state, "error": "", **changed, "turn": message.get("turn", 0)}

    def _do(self, message: dict[str, Any]) -> dict[str, Any]:
        raise NotImplementedError


def answer_for(work: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """What `work` returns, or {"error": one sentence} when it fails."""
    try:
        return work()
    except TopicmineError as error:
        return {"error": str(error)}
    except Exception:
        # Lab and Voila show nothing of an exception in a callback, so this is the last place that can tell
        _LOG.exception("a view failed")
        return {"error": "程序出了错，这一步没有保存；请再试一次，不行就告诉教员。"}
