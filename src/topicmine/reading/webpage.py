"""A web page to its article: the body without navigation, and what the page says of title, date and source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from topicmine.errors import ReadError
from topicmine.reading.content import Content
from topicmine.reading.days import parse_day
from topicmine.reading.markup import local, parse_html
from topicmine.reading.tables import Sheet, build, find_header

if TYPE_CHECKING:
    from lxml.etree import _Element

_BAD = re.compile(
    r"comment|share|related|recommend|sidebar|footer|header|\bnav|menu|copyright|breadcrumb|hot-?list|qrcode|login|\bad[-_]",
    re.I,
)
_PUNCTUATION = re.compile("[，。！？；：、”]")
_CONTAINERS = ("js_content", "UCAP-CONTENT", "zoom", "ivs_content")
_CONTAINER_CLASSES = ("TRS_Editor", "TRS_UEDITOR", "pages_content", "article-content", "article_content")
_SILENT = {"script", "style", "noscript", "iframe", "select", "svg", "template", "object", "head", "button", "textarea"}
_BLOCKS = {
    "p", "div", "section", "article", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "br", "hr",
    "blockquote", "pre", "dd", "dt", "dl", "header", "footer", "main", "figure", "figcaption", "center", "thead",
    "tbody", "caption", "form", "fieldset", "address", "body",
}  # fmt: skip
_SPACES = re.compile(r"[ \t\r\n\f\v\u00a0]+")
_WIDE_SPACES = re.compile(r"[\u200b\u200c\u200d\ufeff\u00ad]")
_DATE_METAS = ("pubdate", "publishdate", "article:published_time", "dc.date.issued", "publish_time", "firstcreatetime")
_TITLE_METAS = ("articletitle", "og:title")
_SOURCE_METAS = ("contentsource", "source", "mediaid")
_WEAK_DATE = re.compile(r"(?:发布时间|发布日期|发表时间|刊发时间|成文日期|时间|日期)\s?[：:]\s{0,4}(.{0,20})")
_SOURCE = re.compile(r"(?:信息来源|文章来源|稿件来源|来源)\s?[：:]\s{0,4}([^\s|：:】\]<]{2,24})")
_SITE_NAME = re.compile(
    r"\s*(?:_|\||｜|-{1,2}|—{1,2})\s*[^_|｜—-]{1,30}"
    r"(?:网|网站|政府|门户|平台|局|报社|日报|晚报|融媒|新闻|中心|首页|公众号|专栏|动态)$"
)


def read_page(text: str, nodes: int) -> list[Content]:
    """The documents of a page: one article, or the registers when the page is an exported table.

    Args:
        text: The decoded HTML.
        nodes: Most tags and attributes, see `Limits.markup_nodes`.

    Raises:
        ReadError: no article on it (a list of links, an empty page).
    """
    root = parse_html(text, nodes)
    meta = _metas(root)
    heading = _heading(root, meta)
    day = next((d for key in _DATE_METAS if (d := parse_day(meta.get(key, "")))), None)
    for element in [e for e in root.iter() if local(e) in _SILENT and local(e) != "head"]:
        _drop(element)
    registers = _registers(root)
    if registers:
        return registers
    visible = _visible(root)
    body = _body(root)
    article = flow(body)
    if not article:
        raise ReadError("网页里没有正文（可能是目录页或空白页）；请打开具体文章再保存")
    around = visible[: 3000 + (visible.find(article[:20]) if article[:20] in visible else 0)]
    return [Content(article, title=heading, date=day or _stated_day(around), unit=_stated_source(meta, around))]


def flow(element: _Element) -> str:
    """The text of an element as a browser lays it out: a line a block, cells of a row apart by tabs."""
    lines: list[str] = []
    line: list[str] = []

    def end_line() -> None:
        text = _SPACES.sub(" ", _WIDE_SPACES.sub("", "".join(line).replace("\t", "\0"))).strip(" \u3000")
        text = text.replace("\0", "\t").strip("\t ").replace(" \t", "\t").replace("\t ", "\t")
        if text:
            lines.append(text)
        line.clear()

    for event, node in _walk(element):
        kind = local(node)
        if event == "start":
            if kind in _BLOCKS and not _is_in_cell(node, element):
                end_line()
            elif kind in ("td", "th") and line:
                line.append("\t")
            elif kind in _BLOCKS and line:
                line.append(" ")
            if kind not in _SILENT and node.text:
                line.append(_SPACES.sub(" ", node.text))
        else:
            if kind in _BLOCKS and not _is_in_cell(node, element):
                end_line()
            if node is not element and node.tail:
                line.append(_SPACES.sub(" ", node.tail))
    end_line()
    return "\n".join(lines)


def _walk(element: _Element) -> Iterator[tuple[str, _Element]]:
    from lxml import etree

    yield from etree.iterwalk(element, events=("start", "end"))


def _is_in_cell(node: _Element, top: _Element) -> bool:
    """Whether a block lies in a cell of a real table (two cells or more in its row): there it must not break lines."""
    for above in node.iterancestors():
        if above is top:
            return False
        if local(above) in ("td", "th"):
            row = above.getparent()
            return row is not None and sum(local(cell) in ("td", "th") for cell in row) > 1
    return False


def _metas(root: _Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        key = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").lower()
        value = " ".join((meta.get("content") or "").split())
        if key and value:
            found.setdefault(key, value)
    return found


def _text(element: _Element) -> str:
    return "".join(str(piece) for piece in element.itertext())


def _heading(root: _Element, meta: dict[str, str]) -> str:
    for key in _TITLE_METAS:
        if meta.get(key):
            return meta[key]
    heads = [t for h in root.iter("h1") if (t := " ".join(_text(h).split()))]
    titles = [t for e in root.iter("title") if (t := " ".join(_text(e).split()))]
    if titles:
        for head in heads:
            if len(head) >= 4 and head in titles[0]:
                return head
        if len(heads) != 1:
            return _without_site(titles[0])
    return heads[0] if heads else ""


def _without_site(title: str) -> str:
    """A page title without the names of column and site behind it."""
    for _ in range(3):
        shorter = _SITE_NAME.sub("", title)
        if shorter == title or len(shorter) < 4:
            break
        title = shorter
    return title


def _stated_day(visible: str) -> date | None:
    for match in _WEAK_DATE.finditer(visible[:6000]):
        day = parse_day(match[1])
        if day:
            return day
    return None


def _stated_source(meta: dict[str, str], visible: str) -> str:
    for key in _SOURCE_METAS:
        if meta.get(key) and len(meta[key]) <= 30:
            return meta[key]
    match = _SOURCE.search(visible[:6000])
    return match[1] if match else ""


def _visible(root: _Element) -> str:
    return flow(root)[:20_000]


def _drop(element: _Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _registers(root: _Element) -> list[Content]:
    """The page's tables as registers, when known ones hold most of its text."""
    sheets: list[Sheet] = []
    held = 0
    for table in root.iter("table"):
        rows = [
            [" ".join(_text(cell).split()) for cell in row if local(cell) in ("td", "th")]
            for row in table.iter("tr")
            if next(iter(row.iterancestors("table")), None) is table
        ]
        if len(rows) >= 2 and find_header(rows) is not None:
            held += sum(len(cell) for row in rows for cell in row)
            number = len(sheets) + 1
            sheets.append(Sheet("", rows, [f"表{number}第{i}行" for i in range(1, len(rows) + 1)]))
    return build(sheets) if sheets and 2 * held > len("".join(_text(root).split())) else []


def _link_share(element: _Element) -> float:
    whole = len("".join(_text(element).split())) or 1
    return sum(len("".join(_text(a).split())) for a in element.iter("a")) / whole


def _body(root: _Element) -> _Element:
    named = [
        e
        for e in root.iter()
        if isinstance(e.tag, str)
        and (e.get("id") in _CONTAINERS or any(c in (e.get("class") or "").split() for c in _CONTAINER_CLASSES))
        and _text(e).strip()
    ]
    if named:
        return max(named, key=lambda e: len(_text(e)))
    body = next(iter(root.iter("body")), root)
    if _link_share(body) < 0.05:
        return body
    scores = _scores(root)
    if not scores:
        if _link_share(body) < 0.5:
            return body
        raise ReadError("网页里没有正文（可能是目录页或空白页）；请打开具体文章再保存")
    order = {element: index for index, element in enumerate(root.iter())}
    likely = sorted(scores, key=lambda e: (scores[e], -order[e]))[-15:]
    best = max(likely, key=lambda e: scores[e] * (1 - _link_share(e)) * (0.2 if _BAD.search(_marks(e)) else 1))
    _clean(best)
    return best


def _marks(element: _Element) -> str:
    return f"{element.get('id') or ''} {element.get('class') or ''}"


def _scores(root: _Element) -> dict[_Element, float]:
    """Text that is no link text, weighted by Chinese punctuation, flows to the elements around it."""
    scores: dict[_Element, float] = {}
    for element in root.iter():
        kind = local(element)
        if kind in ("", "html", "body", "head", "title", "a") or any(local(a) == "a" for a in element.iterancestors()):
            continue
        own = "".join(((element.text or "") + "".join(child.tail or "" for child in element)).split())
        marks = len(_PUNCTUATION.findall(own))
        if len(own) < 8 or not marks:
            continue
        weight = 1.0
        for step, above in enumerate(element.iterancestors()):
            if step == 6 or local(above) in ("body", "html"):
                break
            scores[above] = scores.get(above, 0.0) + (min(len(own) / 40, 6) + marks) * weight
            weight *= 0.85 if local(above) in ("p", "span", "font", "strong", "b") else 0.55
    return scores


def _clean(body: _Element) -> None:
    """Drop link lists and share bars inside the body."""
    for block in [e for e in body.iter("div", "ul", "section", "table", "p") if e is not body]:
        if block.getparent() is None:
            continue
        text = "".join(_text(block).split())
        linked = sum(len("".join(_text(a).split())) for a in block.iter("a"))
        marked = _BAD.search(_marks(block)) and len(_PUNCTUATION.findall(text)) < 8
        if (len(text) > 10 and linked > 0.6 * len(text)) or marked:
            _drop(block)
