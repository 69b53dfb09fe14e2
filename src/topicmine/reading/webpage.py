"""A web page to its article: the body without navigation, and what the page says of title, date and source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from topicmine.errors import ReadError
from topicmine.reading.article import NOTHING, find_article
from topicmine.reading.content import Content
from topicmine.reading.days import parse_day
from topicmine.reading.flow import flow
from topicmine.reading.marks import bare, split_lines
from topicmine.reading.markup import local, parse_html
from topicmine.reading.tables import Sheet, build, find_header
from topicmine.reading.titles import find_title

if TYPE_CHECKING:
    from lxml.etree import _Element

_VISIBLE = 20_000
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
    day = next((d for key in _DATE_METAS if (d := parse_day(meta.get(key, "")))), None)
    registers = _registers(root)
    if registers:
        return registers
    body, dropped = find_article(root)
    article = flow(body, dropped)
    if not article:
        raise ReadError(NOTHING)
    visible = flow(root, most=_VISIBLE)
    around = visible[: 3000 + max(visible.find(article[:20]), 0)]
    heading = _stated_title(meta) or _believed(_heading(root), visible, article)
    return [Content(article, title=heading, date=day or _stated_day(around), unit=_stated_source(meta, around))]


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


def _stated_title(meta: dict[str, str]) -> str:
    return next((meta[key] for key in _TITLE_METAS if meta.get(key)), "")


def _heading(root: _Element) -> str:
    heads = [t for h in islice(root.iter("h1"), 9) if (t := " ".join(_text(h).split()))]
    titles = [t for e in islice(root.iter("title"), 3) if (t := " ".join(_text(e).split()))]
    if titles:
        for head in heads:
            if len(head) >= 4 and head in titles[0]:
                return head
        if len(heads) != 1:
            return _without_site(titles[0])
    return heads[0] if heads else ""


def _believed(heading: str, visible: str, article: str) -> str:
    """The page's own title, unless it stands nowhere on the page (a template's) and the article has one."""
    if not heading or bare(heading) in bare(visible):
        return heading
    return find_title("", split_lines(article[:2000], 0)[:6])[0] or heading


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


def _registers(root: _Element) -> list[Content]:
    """The page's outermost tables as registers, when known ones hold most of its text."""
    sheets: list[Sheet] = []
    held = 0
    for rows in _tables(root):
        if len(rows) >= 2 and find_header(rows) is not None:
            held += sum(len(cell) for row in rows for cell in row)
            number = len(sheets) + 1
            sheets.append(Sheet("", rows, [f"表{number}第{i}行" for i in range(1, len(rows) + 1)]))
    return build(sheets) if sheets and 2 * held > len("".join(flow(root).split())) else []


def _tables(root: _Element) -> Iterator[list[list[str]]]:
    """Rows of cells of the tables that hold no other table, which is where registers are."""
    for table in root.iter("table"):
        if next(table.iterdescendants("table"), None) is None:
            yield [
                [" ".join(_text(cell).split()) for cell in row if local(cell) in ("td", "th")]
                for row in table.iter("tr")
            ]
