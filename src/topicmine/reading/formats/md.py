"""Markdown: headings, emphasis and links without their marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from topicmine.errors import ReadError
from topicmine.reading.content import Content, Part
from topicmine.reading.source import Source

_MARKS = re.compile(r"^#{1,6}\s+\S|\*\*[^*\n]{1,200}\*\*|^```|!?\[[^\[\]\n]{0,200}\]\([^)\n]{1,500}\)|^>\s|^---$", re.M)
_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#{0,6}$")
_LINK = re.compile(r"!?\[([^\[\]\n]{0,500})\]\([^()\n]{0,1000}\)")
_STRONG = re.compile(r"(\*\*\*|\*\*|__|~~|`)(?=\S)([^*_~`\n]{1,2000}?)\1")
_RULE = re.compile(r"\s{0,3}([-*_])(?:\s{0,3}\1){2,}\s{0,3}$")
_FRONT = re.compile(r"---\n(.{0,4000}?)\n---\n", re.S)
_FIELD = re.compile(r"^(title|标题)\s?:\s{0,4}[\"']?(.{1,200}?)[\"']?$", re.M)


def fits(source: Source) -> float:
    """A heading mark at the beginning, or two marks of any kind."""
    head = source.head.replace("\r", "")
    return 0.3 if re.match(r"#{1,6}\s+\S", head) or len(_MARKS.findall(head)) >= 2 else 0.0


def read(source: Source) -> Iterator[Part]:
    """The text without marks; the first top heading is the title."""
    decoded = source.decoded
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").lstrip("\ufeff")
    title = ""
    front = _FRONT.match(text)
    if front:
        field = _FIELD.search(front[1])
        title = field[2] if field else ""
        text = text[front.end() :]
    lines: list[str] = []
    for line in text.split("\n"):
        heading = _HEADING.match(line)
        if heading and not title and line.startswith("# ") and not any(kept.strip() for kept in lines):
            title = _bare(heading[1])
            continue
        if _RULE.match(line) or line.startswith("```"):
            continue
        lines.append(_bare(heading[1] if heading else line.removeprefix("> ")))
    found = "\n".join(lines)
    if not (found.strip() or title):
        raise ReadError("空文件，没有可读的文字")
    yield Content(found if found.strip() else title, title=title, notes=decoded.notes)


def _bare(line: str) -> str:
    return _STRONG.sub(r"\2", _LINK.sub(r"\1", line))
