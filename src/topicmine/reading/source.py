"""One input on its way through the reading layer: its bytes, and the views by which formats recognise it."""

from __future__ import annotations

import io
from functools import cached_property
from typing import Any

from topicmine.errors import ReadError
from topicmine.reading.decoding import Decoded, decode
from topicmine.reading.limits import Budget, Limits
from topicmine.reading.safezip import SafeZip
from topicmine.reading.worker import Worker

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_HEAD = 4096
_BLANK = "\ufeff \t\r\n"


class Source:
    """The bytes of one file or member, with everything a format needs to recognise and read it.

    Args:
        name: The file's name; shown to people, never used to choose a format.
        data: All its bytes.
        budget: What is left for unpacking, shared with the archives around it.
        worker: The process in which parsers run that can hang or crash.
        soffice: Whether LibreOffice may be asked for what no format here can read.
    """

    def __init__(self, name: str, data: bytes, budget: Budget, worker: Worker, soffice: bool = False) -> None:
        self.name = name
        self.data = data
        self.budget = budget
        self.worker = worker
        self.soffice = soffice

    @property
    def limits(self) -> Limits:
        """The limits of this run."""
        return self.budget.limits

    @cached_property
    def zip(self) -> SafeZip | None:
        """The opened container when this is a zip file, else None."""
        return SafeZip(self.data, self.budget) if self.data.startswith(_ZIP) else None

    def has(self, member: str) -> bool:
        """Whether this is a zip container with such a member."""
        return self.zip is not None and self.zip.has(member)

    @cached_property
    def ole(self) -> Any:
        """The opened OLE compound file (old Word and Excel), else None."""
        if not self.data.startswith(_OLE):
            return None
        import olefile

        try:
            return olefile.OleFileIO(io.BytesIO(self.data), raise_defects=olefile.DEFECT_FATAL)
        except Exception as error:
            raise ReadError("文件结构损坏，可能没有传完；请重新复制或用原来的软件另存一份") from error

    def has_stream(self, *names: str) -> bool:
        """Whether this is an OLE file with one of these top-level streams."""
        return self.ole is not None and any(self.ole.exists(name) for name in names)

    @cached_property
    def decoded(self) -> Decoded:
        """The bytes as text. Raises ReadError for binary data."""
        return decode(self.data)

    @cached_property
    def head(self) -> str:
        """The beginning as text, stripped and in lower case, for recognition; empty when it is not text."""
        if self.zip is not None or self.ole is not None:
            return ""
        data = self.data
        try:
            if len(data) <= _HEAD:
                return self.decoded.text.lstrip(_BLANK).lower()
            data = data[: data.rfind(b"\n", 0, _HEAD) + 1 or _HEAD]
            return decode(data).text.lstrip(_BLANK).lower()
        except ReadError:
            return data.decode("latin-1").lstrip(_BLANK).lower()
