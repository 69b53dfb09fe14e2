"""No exception of a view is lost or shown raw: it becomes one Chinese sentence on the page."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from topicmine.errors import TopicmineError

_LOG = logging.getLogger(__name__)


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
