"""Feeds (RSS 0.9 to 2.0, Atom): each entry is a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from topicmine.errors import ReadError
from topicmine.reading.content import Content, Part
from topicmine.reading.days import parse_day
from topicmine.reading.decoding import decode
from topicmine.reading.flow import flow
from topicmine.reading.markup import local, parse_html, parse_xml
from topicmine.reading.source import Source

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROOT = re.compile(r"(?:<\?xml[^>]{0,200}>\s{0,20})?(?:<[!?][^>]{0,500}>\s{0,20}){0,8}<(?:rss|feed|rdf:rdf)\b")
_PROLOG = re.compile(r"^\s*<\?xml[^>]{0,200}>")
_CHARSET = re.compile(rb"encoding\s?=\s?[\"']([A-Za-z0-9_-]{2,20})[\"']")
_ENTRY = ("item", "entry")
_LISTS = ("channel", "feed", "RDF", "rss")
_TEXTS = ("encoded", "content", "description", "summary")
_DATES = ("pubDate", "published", "date", "issued", "updated", "modified")
_SOURCES = ("source", "creator", "author")


def fits(source: Source) -> float:
    """The root element of a feed."""
    return 0.95 if _ROOT.match(source.head) else 0.0


def read(source: Source) -> Iterator[Part]:
    """A content for each entry with text; its key is the entry's own identifier."""
    declared = _CHARSET.search(source.data[:200])
    decoded = decode(source.data, declared[1].decode() if declared else "")
    text = _PROLOG.sub("", decoded.text.lstrip("\ufeff"))
    notes: list[str] = list(decoded.notes)
    root = parse_xml(text.encode("utf-8", "replace"), source.limits.markup_nodes, notes)
    channel = next((_text(e) for e in root.iter() if local(e) == "title"), "")
    count = 0
    for entry in (e for e in root.iter() if local(e) in _ENTRY and _is_listed(e)):
        content = _entry(entry, channel, source.limits.markup_nodes, tuple(notes))
        if content is not None:
            count += 1
            yield content
    if not count:
        raise ReadError("订阅源里没有文章，请重新下载")


def _is_listed(entry: _Element) -> bool:
    parent = entry.getparent()
    return parent is not None and local(parent) in _LISTS


def _text(element: _Element) -> str:
    return " ".join("".join(str(piece) for piece in element.itertext()).split())


def _entry(entry: _Element, channel: str, nodes: int, notes: tuple[str, ...]) -> Content | None:
    fields: dict[str, _Element] = {}
    for child in entry:
        fields.setdefault(local(child), child)
    title = _plain(_text(fields["title"]), nodes) if "title" in fields else ""
    texts = [_plain(_markup(fields[name]), nodes) for name in _TEXTS if name in fields]
    text = max(texts, key=len, default="") or title
    if not text.strip():
        return None
    key = next(
        (_text(fields[name]) for name in ("guid", "id", "link") if name in fields and _text(fields[name])), title
    )
    day = next((d for name in _DATES if name in fields and (d := _day(_text(fields[name])))), None)
    unit = next((_text(fields[name]) for name in _SOURCES if name in fields), "") or channel
    return Content(text, title=title, date=day, unit=unit[:40], key=key, notes=notes)


def _markup(element: _Element) -> str:
    from lxml import etree

    if len(element):
        return "".join(etree.tostring(child, encoding="unicode") for child in element)
    return element.text or ""


def _plain(text: str, nodes: int) -> str:
    return flow(parse_html(text, nodes)) if "<" in text or "&" in text else text.strip()


def _day(text: str) -> date | None:
    day = parse_day(text)
    if day is not None or "年" in text:
        return day
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
