"""The prose of a lesson on a page."""

from __future__ import annotations

from typing import Any

import anywidget
import traitlets

from topicmine.course.views.script import read


class Prose(anywidget.AnyWidget):
    """Text of a notebook as HTML; raw HTML in it is shown, not used."""

    html = traitlets.Unicode().tag(sync=True)
    _css = read("course.css")
    _esm = read("prose.js")


def make_prose(markdown: str) -> Any:
    """The page of some Markdown."""
    import mistune

    render = mistune.create_markdown(escape=True, plugins=["table"])
    return Prose(html=str(render(markdown)))
