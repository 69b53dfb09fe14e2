"""Plain text (.txt) in any Chinese encoding; what everything falls back to that decodes as text."""

from __future__ import annotations

from collections.abc import Iterator

from topicmine.errors import ReadError
from topicmine.reading.content import Content, Part
from topicmine.reading.lines import is_wrapped, join
from topicmine.reading.source import Source


def fits(source: Source) -> float:
    """Anything that is not a container may be text; the decoder has the last word."""
    if source.zip is not None or source.ole is not None or source.head.startswith(("<?xml", "<svg")):
        return 0.0
    return 0.05


def read(source: Source) -> Iterator[Part]:
    """The whole text as one content; lines broken at a fixed width are joined again."""
    decoded = source.decoded
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        text = text.replace("\0", "")
    if not text.strip():
        raise ReadError("空文件，没有可读的文字")
    notes = decoded.notes
    lines = [line.rstrip() for line in text.split("\n", 4000)]
    if len(lines) <= 4000 and is_wrapped([line for line in lines if line]):
        text = "\n".join(join([block])[0] for block in _blocks(lines))
        notes = (*notes, "原文按固定宽度断行，已接回成段")
    yield Content(text, notes=notes)


def _blocks(lines: list[str]) -> Iterator[list[str]]:
    """Stretches between blank or indented lines: a new paragraph begins at each."""
    block: list[str] = []
    for line in lines:
        if (not line or line[0] in " \t\u3000") and block:
            yield block
            block = []
        if line:
            block.append(line)
    if block:
        yield block
