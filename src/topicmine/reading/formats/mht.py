"""Web pages saved as one file (MHT), also as Word writes them."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy

from topicmine.errors import ReadError
from topicmine.reading.content import Member, Part
from topicmine.reading.decoding import decode
from topicmine.reading.source import Source


def fits(source: Source) -> float:
    """Mail-like headers with a related multipart, and no addressee."""
    block = source.head.split("\n\n")[0].replace("\r", "")
    if "multipart/related" not in block or "mime-version:" not in block:
        return 0.0
    return 0.0 if "\nto:" in block or "\nreceived:" in block or block.startswith(("to:", "received:")) else 0.95


def read(source: Source) -> Iterator[Part]:
    """The first page inside, standing for the whole file."""
    for part in message_from_bytes(source.data, policy=policy.compat32).walk():
        data = part.get_payload(decode=True)
        if (
            part.get_content_type() in ("text/html", "application/xhtml+xml")
            and isinstance(data, bytes)
            and data.strip()
        ):
            text = decode(data, part.get_content_charset() or "").text
            yield Member("", text.encode("utf-8", "replace"))
            return
    raise ReadError("网页文件里没有正文；请重新保存网页")
