"""Word 97-2003 (.doc) and Kingsoft .wps: the piece table of the WordDocument stream ([MS-DOC] 2.4.1).

Deleted revisions stay in the text and automatic numbers are lost: both need the layout that only Word has.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import Any

from topicmine.errors import ReadError
from topicmine.reading.content import Content, Part
from topicmine.reading.source import Source

_OLDEST = 0xC1 - 0x20  # Word 97 betas; anything below is Word 95 or older
_TOO_OLD = "是Word 95或更早的文件，读不了；请用WPS或Word打开，另存为docx再读"
_LOCKED = "有密码保护，打不开；请先用原来的软件解除密码再读"
_BROKEN = "Word文件损坏，读不出来；请用原来的软件打开，另存为docx再读"
_FIELD = re.compile("\x13[^\x13\x14\x15]*\x14([^\x13\x14\x15]*)\x15|\x13[^\x13\x14\x15]*\x15")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
_CLX = 33
_NESTED_FIELDS = 4


def fits(source: Source) -> float:
    """The stream that every binary Word file has."""
    return 1.0 if source.has_stream("WordDocument") else 0.0


def read(source: Source) -> Iterator[Part]:
    """Body, notes and text boxes; a table row is a line with tabs."""
    try:
        text = _text(source.ole, source.limits.text_chars)
    except (struct.error, IndexError, OSError, ValueError) as error:
        raise ReadError(_BROKEN) from error
    if not text.strip():
        raise ReadError("空文件，没有可读的文字")
    yield Content(text)


def _text(ole: Any, most: int) -> str:
    main = ole.openstream("WordDocument").read()
    version, flags = struct.unpack_from("<H", main, 2)[0], struct.unpack_from("<H", main, 10)[0]
    if main[:2] != b"\xec\xa5" or version < _OLDEST:
        raise ReadError(_TOO_OLD)
    if flags & 0x100:
        raise ReadError(_LOCKED)
    table = ole.openstream("1Table" if flags & 0x200 else "0Table").read()
    counts_at = 34 + 2 * struct.unpack_from("<H", main, 32)[0] + 2
    counts = struct.unpack_from("<7i", main, counts_at + 12)
    pairs_at = counts_at + 4 * struct.unpack_from("<H", main, counts_at - 2)[0] + 2
    start, size = struct.unpack_from("<II", main, pairs_at + 8 * _CLX)
    pieces = _pieces(table[start : start + size])
    return _clean(_stories(_join(main, pieces, most), counts))


def _pieces(clx: bytes) -> list[tuple[int, int, bool]]:
    """Offset in the stream, number of characters, and whether they are single bytes, of each piece."""
    at = 0
    while clx[at] == 1:
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    size = struct.unpack_from("<I", clx, at + 1)[0]
    plc = clx[at + 5 : at + 5 + size]
    count = (len(plc) - 4) // 12
    ends = struct.unpack_from(f"<{count + 1}I", plc)
    found = []
    for index in range(count):
        where = struct.unpack_from("<I", plc, 4 * (count + 1) + 8 * index + 2)[0]
        length = max(ends[index + 1] - ends[index], 0)
        narrow = bool(where & 0x40000000)
        found.append(((where & 0x3FFFFFFF) // 2 if narrow else where, length, narrow))
    return found


def _join(main: bytes, pieces: list[tuple[int, int, bool]], most: int) -> str:
    texts, total = [], 0
    for at, length, narrow in pieces:
        raw = main[at : at + (length if narrow else 2 * length)]
        text = raw.decode("cp1252" if narrow else "utf-16-le", "replace")
        total += len(text)
        if total > most:
            raise ReadError(f"文字超过{most // 10000}万字的上限；请拆分成几个文件再读")
        texts.append(text)
    return "".join(texts)


def _stories(text: str, counts: tuple[int, ...]) -> str:
    """Body and footnotes, then endnotes and text boxes; headers, macros and comments are left out."""
    body, notes, headers, macros, comments, ends, boxes = (max(count, 0) for count in counts)
    after = body + notes + headers + macros + comments
    return text[: body + notes] + "\n" + text[after : after + ends + boxes]


def _clean(text: str) -> str:
    for _ in range(_NESTED_FIELDS):
        text, changed = _FIELD.subn(lambda field: field[1] or "", text)
        if not changed:
            break
    text = text.replace("\x07\x07", "\n").replace("\x07", "\t").replace("\x1e", "-")
    lines = _CONTROL.sub("", re.sub("[\r\x0b\x0c]", "\n", text)).split("\n")
    return "\n".join(line.strip(" ") for line in lines if line.strip())
