"""Pictures of pages: photographs and scans, by character recognition when the extra is installed."""

from __future__ import annotations

from collections.abc import Iterator

from topicmine.errors import ReadError
from topicmine.reading.content import Content, Part
from topicmine.reading.lines import join
from topicmine.reading.recognition import recognise
from topicmine.reading.source import Source

_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"GIF87a", b"GIF89a")


def fits(source: Source) -> float:
    """The signatures of PNG, JPEG, TIFF, GIF, BMP and WebP."""
    data = source.data
    if data.startswith(_SIGNATURES) or (data.startswith(b"RIFF") and data[8:12] == b"WEBP"):
        return 1.0
    return 0.9 if data.startswith(b"BM") and data[6:10] == b"\0\0\0\0" else 0.0


def read(source: Source) -> Iterator[Part]:
    """The recognised lines, joined to paragraphs."""
    pages = [""]
    notes = recognise(source, "image", pages, [0])
    lines = [line.strip() for line in pages[0].split("\n") if line.strip()]
    if not lines:
        raise ReadError("图片里没有认出文字；请换清楚些的照片或扫描件")
    yield Content(join([lines])[0], notes=tuple(notes))
