"""Rich Text Format, which WPS and old Word also save under .doc."""

from __future__ import annotations

import re
from collections.abc import Iterator

from topicmine.errors import ReadError
from topicmine.reading.content import Content, Part
from topicmine.reading.source import Source

_TOKEN = re.compile(
    rb"\\([a-z]{1,32})(-?[0-9]{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.I
)
_SILENT = frozenset(
    b"fonttbl colortbl stylesheet info pict header headerl headerr headerf footer footerl footerr footerf listtable "
    b"listoverridetable revtbl rsidtbl generator object themedata colorschememapping datastore latentstyles xmlnstbl "
    b"fldinst bkmkstart bkmkend shpinst nonshppict mmathPr pgptbl operator author title company annotation".split()
)
_TEXTS = {
    b"par": "\n", b"line": "\n", b"page": "\n", b"sect": "\n", b"row": "\n", b"cell": "\t", b"nestcell": "\t",
    b"nestrow": "\n", b"tab": "\t", b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“",
    b"rdblquote": "”", b"bullet": "•", b"emspace": "\u3000", b"enspace": " ",
}  # fmt: skip
_CODE_PAGES = {950: "big5hkscs", 65001: "utf-8", 932: "cp932"}  # 1252 is what WPS writes beside GBK bytes


def fits(source: Source) -> float:
    """The opening group of an RTF file."""
    return 1.0 if source.data.lstrip(b"\xef\xbb\xbf \r\n\t")[:5].lower() == b"{\\rtf" else 0.0


def read(source: Source) -> Iterator[Part]:
    """The visible text; a table row is a line with tabs."""
    text = _text(source.data, source.limits.archive_depth * 1000)
    lines = [line.strip(" \t") for line in text.split("\n")]
    found = "\n".join(line for line in lines if line)
    if not found:
        raise ReadError("空文件，没有可读的文字")
    yield Content(found)


class _Reader:
    """What has been written so far, and the state of the group that is open."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.bytes = bytearray()
        self.encoding = "gb18030"
        self.silent = False
        self.skip_after_unicode = 1
        self.to_skip = 0
        self.stack: list[tuple[bool, int]] = []

    def flush(self) -> None:
        if self.bytes:
            self.out.append(self.bytes.decode(self.encoding, "replace"))
            self.bytes.clear()

    def write(self, text: str) -> None:
        if not self.silent:
            self.flush()
            self.out.append(text)

    def write_bytes(self, data: bytes) -> None:
        if self.to_skip:
            skipped = min(self.to_skip, len(data))
            self.to_skip -= skipped
            data = data[skipped:]
        if not self.silent:
            self.bytes += data


def _text(data: bytes, depth: int) -> str:
    reader = _Reader()
    at, starred = 0, False
    while match := _TOKEN.match(data, at):
        at = match.end()
        word, number, code, sign, brace, plain = match.groups()
        if brace == b"{":
            if len(reader.stack) >= depth:
                raise ReadError("嵌套过深，没有读取；文件可能损坏或有意构造，请用原来的软件另存一份再读")
            reader.stack.append((reader.silent, reader.skip_after_unicode))
        elif brace == b"}":
            reader.flush()
            reader.silent, reader.skip_after_unicode = reader.stack.pop() if reader.stack else (False, 1)
            reader.to_skip = 0
        elif word:
            at = _control(reader, word, int(number) if number else None, starred, at)
        elif code:
            reader.write_bytes(bytes([int(code, 16)]))
        elif sign:
            _sign(reader, sign)
        elif plain:
            reader.write_bytes(plain)
        starred = sign == b"*"
    reader.flush()
    return "".join(reader.out).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").replace("\0", "")


def _sign(reader: _Reader, sign: bytes) -> None:
    if sign in b"\r\n":
        reader.write("\n")
    elif sign in b"\\{}":
        reader.write_bytes(sign)
    elif sign in b"~_":
        reader.write(" " if sign == b"~" else "-")


def _control(reader: _Reader, word: bytes, number: int | None, starred: bool, at: int) -> int:
    """Carry out one control word; returns where reading goes on."""
    if word == b"bin" and number:
        return at + max(number, 0)
    if word == b"u" and number is not None:
        reader.write(_unicode(number))
        reader.to_skip = reader.skip_after_unicode
    elif word == b"uc":
        reader.skip_after_unicode = min(max(number or 0, 0), 8)
    elif word == b"ansicpg":
        reader.encoding = _CODE_PAGES.get(number or 0, "gb18030")
    elif word in _SILENT or (starred and word not in (b"shptxt", b"shpinst")):
        reader.flush()
        reader.silent = True
    elif word == b"shptxt":
        reader.silent = False
    elif word in _TEXTS:
        reader.write(_TEXTS[word])
    return at


def _unicode(number: int) -> str:
    """The character of a \\u word; halves of a pair are put together at the end."""
    return chr(number & 0xFFFF)
