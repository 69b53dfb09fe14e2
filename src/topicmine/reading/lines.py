"""Lines as a page shows them, back to paragraphs: running heads and page numbers out, broken lines joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from topicmine.model import Place

_PAGE_NUMBER = re.compile(
    r"[-—–－―·\s]{0,6}(?:第\s{0,3})?[0-9０-９]{1,4}(?:\s{0,3}页)?(?:\s{0,3}[/／，,]?\s{0,3}(?:共\s{0,3})?[0-9０-９]{1,4}\s{0,3}页?)?[-—–－―·\s]{0,6}$"
)
_DIGITS = re.compile(r"[0-9０-９]+")
_ENDINGS = (*"。！？；：!?;:…", "。”", "！”", "？”", "。）", "。」")
_OPENING = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}[、．.)）](?![0-9])|第[一二三四五六七八九十百]{1,4}[章条]"
    r"|[一二三四五六七八九十]{1,2}是|附件|抄送|——|[\u2022●■◆★※①-⑳])"
)
_ROW = re.compile(r"[0-9]{1,4}[月\-./:：．]|[0-9]{1,4}号|[-*•■▲]")
_GAP = re.compile("(?<=[\u3000-\u9fff0-9）”])[ \t\u3000]+(?=[\u3001-\u9fff0-9“（])")
_MARGIN = 3
_LONGEST = 400
_SLACK = 6  # half-width columns that a line may fall short because a word or number would not fit
_SPACE = re.compile(
    r"(?<=[\u3001-\u9fff\uff00-\uffef“”])[ \u00a0]+(?=[0-9A-Za-z％%])"
    r"|(?<=[0-9A-Za-z％%])[ \u00a0]+(?=[\u3001-\u9fff\uff00-\uffef“”])"
)


def _width(line: str) -> int:
    return sum(2 if char > "\u2e7f" else 1 for char in line)


def tighten(text: str) -> str:
    """`text` without the spaces that page layout puts between hanzi and digits or Latin letters."""
    return _SPACE.sub("", text)


def drop_page_furniture(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The lines of each page without page numbers and without heads and feet that repeat on most pages."""
    marginal: Counter[str] = Counter()
    for lines in pages:
        marginal.update({_DIGITS.sub("#", line) for line in (*lines[:_MARGIN], *lines[-_MARGIN:])})
    many = max(3, round(0.6 * len(pages)))
    running = {line for line, count in marginal.items() if count >= many}
    cleaned = []
    for lines in pages:
        last = len(lines) - 1
        cleaned.append(
            [
                line
                for index, line in enumerate(lines)
                if not (
                    (index in (0, last) and _PAGE_NUMBER.match(line))
                    or ((index < _MARGIN or index > last - _MARGIN) and _DIGITS.sub("#", line) in running)
                )
            ]
        )
    return cleaned


def is_wrapped(lines: Sequence[str]) -> bool:
    """Whether most long lines break off at about the same width in mid-sentence, as pages and mail programs do."""
    if any(len(line) > _LONGEST for line in lines):
        return False
    widths = [_width(line) for line in lines if len(line) >= 10]
    if len(widths) < 6:
        return False
    full = sorted(widths)[int(len(widths) * 0.9)]
    near = [line for line in lines if 0.85 * full <= _width(line) <= 1.1 * full]
    hanging = [line for line in near if not line.endswith(_ENDINGS)]
    rows = [line for line in lines if _ROW.match(line) or len(_GAP.findall(line)) >= 2]
    if len(rows) > 0.3 * len(lines):
        return False
    return 24 <= full <= 130 and len(near) >= 0.5 * len(widths) and len(hanging) >= 0.6 * len(near)


def join(pages: Sequence[Sequence[str]], label: str = "") -> tuple[str, tuple[Place, ...]]:
    """Paragraphs of all pages, one a line, and where each page begins (`label` with the page number in it).

    A line is carried on when it fills the width of the text and does not end a sentence.
    """
    widths = sorted(_width(line) for lines in pages for line in lines if len(line) >= 10)
    full = widths[int(len(widths) * 0.9)] if widths else 0
    pieces: list[str] = []
    places: list[Place] = []
    at = 0
    before = ""
    for number, lines in enumerate(pages, 1):
        for index, line in enumerate(lines):
            carried = bool(before) and _width(before) >= full - _SLACK and _carries_on(before, line)
            gap = "" if not before else _glue(before, line) if carried else "\n"
            at += len(gap)
            if label and index == 0:
                places.append(Place(at, label.format(number)))
            pieces += (gap, line)
            at += len(line)
            before = line
    return "".join(pieces), tuple(places)


def _carries_on(before: str, line: str) -> bool:
    return not before.endswith(_ENDINGS) and not _OPENING.match(line) and "\t" not in before


def _glue(before: str, line: str) -> str:
    return " " if before[-1].isascii() and line[:1].isascii() and before[-1] != "-" else ""
