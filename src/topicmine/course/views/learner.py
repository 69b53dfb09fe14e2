"""The learner's own page: the picture with its words beside it."""

from __future__ import annotations

import base64
from typing import Any

import anywidget
import traitlets

from topicmine.course.learner import KINDS, Picture, in_sentences
from topicmine.course.picture import draw_units
from topicmine.course.views.script import read


class LearnerPage(anywidget.AnyWidget):
    """What is done, what is weak, the next exercises."""

    page = traitlets.Dict().tag(sync=True)
    _css = read("course.css")
    _esm = read("page.js", "learner.js")


def make_page(picture: Picture) -> Any:
    """The page of a learner's picture."""
    sentences = in_sentences(picture)
    image = base64.b64encode(draw_units(picture.units).encode()).decode()
    units = [[f"第{u.unit}单元", u.total, u.tried, u.full] for u in picture.units]
    coming = [{"id": item.id, "kind": KINDS.get(item.kind, item.kind), "stem": item.stem} for item in picture.next]
    page = {"sentences": sentences, "image": f"data:image/svg+xml;base64,{image}", "units": units, "next": coming}
    return LearnerPage(page=page)
