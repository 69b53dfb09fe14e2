"""Where on a web page the article is: known containers first, else where text with Chinese punctuation gathers.

The finder needs no list of sites: text outside links, weighted by its punctuation, flows to the elements around it;
the best of them wins unless most of it is links or its name says navigation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from topicmine.errors import ReadError
from topicmine.reading.flow import SILENT
from topicmine.reading.markup import local

if TYPE_CHECKING:
    from lxml.etree import _Element

_BAD = re.compile(
    r"comment|share|related|recommend|sidebar|footer|header|\bnav|menu|copyright|breadcrumb|hot-?list|qrcode|login"
    r"|\bad[-_]",
    re.I,
)
_PUNCTUATION = re.compile("[，。！？；：、”]")
_IDS = frozenset(("js_content", "UCAP-CONTENT", "zoom", "ivs_content"))
_CLASSES = frozenset(("TRS_Editor", "TRS_UEDITOR", "pages_content", "article-content", "article_content"))
_BLOCKS = frozenset(("div", "ul", "section", "table", "p"))
_NEVER = ("html", "body", "head", "title")
_INLINE = ("p", "span", "font", "strong", "b")
_REACH = 6
NOTHING = "网页里没有正文（可能是目录页或空白页）；请打开具体文章再保存"


@dataclass(slots=True)
class Measure:
    """Of one element with all below it: characters, characters in links, Chinese punctuation; and its score."""

    element: _Element
    chars: int = 0
    linked: int = 0
    marks: int = 0
    score: float = 0.0

    @property
    def link_share(self) -> float:
        """Share of the text that is link text."""
        return self.linked / (self.chars or 1)


def find_article(root: _Element) -> tuple[_Element, set[_Element]]:
    """The element that holds the article, and the link lists and share bars in it that do not belong.

    Raises:
        ReadError: the page has no article.
    """
    measures = _measure(root)
    named = [m for m in measures if m.chars and _is_named(m.element)]
    if named:
        return max(named, key=lambda m: m.chars).element, set()
    body = next((m for m in measures if local(m.element) == "body"), measures[-1])
    if body.link_share < 0.05:
        return body.element, set()
    likely = sorted((m for m in measures if m.score), key=lambda m: m.score)[-15:]
    if not likely:
        if body.link_share < 0.5:
            return body.element, set()
        raise ReadError(NOTHING)
    best = max(likely, key=lambda m: m.score * (1 - m.link_share) * (0.2 if _BAD.search(_names(m.element)) else 1))
    return best.element, _strange(best.element, measures)


def _names(element: _Element) -> str:
    return f"{element.get('id') or ''} {element.get('class') or ''}"[:200]


def _is_named(element: _Element) -> bool:
    classes = element.get("class")
    return element.get("id") in _IDS or bool(classes and not _CLASSES.isdisjoint(classes.split()))


def _measure(root: _Element) -> list[Measure]:
    """The elements that can matter, innermost first, measured in one walk."""
    from lxml import etree

    found: list[Measure] = []
    stack: list[tuple[Measure, bool, bool]] = []  # measure, inside a link, not shown
    for event, node in etree.iterwalk(root, events=("start", "end")):
        kind = local(node)
        if event == "start":
            _, linked, hidden = stack[-1] if stack else (None, False, False)
            stack.append((Measure(node), linked or kind == "a", hidden or kind in SILENT))
            if not stack[-1][2]:
                _score(node, kind, stack)
            continue
        own, linked, hidden = stack.pop()
        if not hidden:
            _add(own, node.text, linked)
            for child in node:
                _add(own, child.tail, linked)
            if stack:
                above = stack[-1][0]
                above.chars += own.chars
                above.linked += own.linked
                above.marks += own.marks
        if own.score or kind in _BLOCKS or kind == "body" or _is_named(node) or not stack:
            found.append(own)
    return found


def _add(measure: Measure, text: str | None, linked: bool) -> None:
    if text:
        packed = "".join(text.split())
        measure.chars += len(packed)
        measure.linked += len(packed) if linked else 0
        measure.marks += len(_PUNCTUATION.findall(packed))


def _score(node: _Element, kind: str, stack: list[tuple[Measure, bool, bool]]) -> None:
    """Let the element's own text count for the elements around it, less with each step."""
    if kind in _NEVER or stack[-1][1]:
        return
    own = "".join(((node.text or "") + "".join(child.tail or "" for child in node)).split())
    marks = len(_PUNCTUATION.findall(own))
    if len(own) < 8 or not marks:
        return
    weight = 1.0
    for measure, _, _ in stack[-2 : -2 - _REACH : -1]:
        above = local(measure.element)
        if above in ("body", "html"):
            break
        measure.score += (min(len(own) / 40, 6) + marks) * weight
        weight *= 0.85 if above in _INLINE else 0.55


def _strange(body: _Element, measures: list[Measure]) -> set[_Element]:
    inside = set(body.iter(*_BLOCKS))
    return {
        m.element
        for m in measures
        if m.element in inside
        and m.element is not body
        and ((m.chars > 10 and m.linked > 0.6 * m.chars) or (m.marks < 8 and _BAD.search(_names(m.element))))
    }
