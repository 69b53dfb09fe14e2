"""Headings and list labels: 一、 （一） 1. （1） 一是 第一， — the skeleton of an office text."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CN = "[一二三四五六七八九十]{1,3}"
_LINE = re.compile(
    rf"(?m)^[ \t　]*(?:(?P<l1>{_CN}、)|(?P<l2>[（(]{_CN}[）)])|(?P<l3>[0-9]{{1,2}}[.．、](?![0-9]))"
    r"|(?P<l4>[（(][0-9]{1,2}[）)]|[①-⑳]))"
    r"(?P<rest>[^\n]*)"
)
_INLINE = re.compile(rf"(?:^|(?<=[。；：:;，,\n]))[ \t　]{{0,8}}(?P<label>{_CN}是|{_CN}要|第{_CN}[，,、是])")


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered line or an inline list label. `level` 1 to 4 for lines, 5 for 一是 inside a paragraph.

    `text` is the line behind the label up to its first full stop; a short one with no full stop is a title.
    """

    start: int
    end: int
    text: str
    level: int
    label: str


def find_headings(text: str) -> tuple[Heading, ...]:
    """The numbered lines and inline labels of `text`, in order.

    >>> [(h.level, h.label, h.text) for h in find_headings("一、主要做法\\n一是建账；二是上门。")]
    [(1, '一、', '主要做法'), (5, '一是', '建账'), (5, '二是', '上门')]
    """
    found = [_line(match) for match in _LINE.finditer(text)]
    found += [_inline(text, match) for match in _INLINE.finditer(text)]
    return tuple(sorted(found, key=lambda heading: heading.start))


def _line(match: re.Match[str]) -> Heading:
    level = next(number for number in (1, 2, 3, 4) if match[f"l{number}"])
    label = match[f"l{level}"]
    start = match.start(f"l{level}")
    title = re.split("[。；]", match["rest"].strip(), maxsplit=1)[0]
    return Heading(start, match.start("rest") + len(match["rest"].rstrip()), title, level, label)


def _inline(text: str, match: re.Match[str]) -> Heading:
    start = match.start("label")
    stop = re.compile("[。；;\n]").search(text, match.end())
    end = stop.start() if stop else len(text)
    return Heading(start, end, text[match.end() : end].strip(), 5, match["label"].rstrip("，,、"))
