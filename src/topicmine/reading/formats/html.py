"""Saved web pages, and Word, Excel and system exports that are HTML under another name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from topicmine.reading.content import Part
from topicmine.reading.decoding import Decoded, decode
from topicmine.reading.source import Source
from topicmine.reading.webpage import read_page

_ROOT = re.compile(
    r"(?:<\?xml[^>]{0,200}>\s{0,20})?(?><!--.{0,2000}?-->\s{0,20}){0,5}<(?:!doctype html|html|head|body|meta)\b", re.S
)
_TAGS = re.compile(r"<(?:p|div|table|span|br|meta|h[1-6]|font)\b[^<>]{0,500}>")
_CHARSET = re.compile(rb"charset\s{0,3}=\s{0,3}[\"']?\s{0,3}([A-Za-z0-9_-]{2,20})", re.I)


def fits(source: Source) -> float:
    """An HTML root element at the beginning, or several tags among the first lines."""
    head = source.head
    if _ROOT.match(head):
        return 0.9
    return 0.6 if head.startswith("<") and len(_TAGS.findall(head)) >= 3 else 0.0


def read(source: Source) -> Iterator[Part]:
    """The article, or the registers of an exported table."""
    decoded = _decoded(source)
    for content in read_page(decoded.text, source.limits.markup_nodes):
        yield replace(content, notes=(*decoded.notes, *content.notes))


def _decoded(source: Source) -> Decoded:
    declared = _CHARSET.search(source.data[:4096])
    return decode(source.data, declared[1].decode() if declared else "")
