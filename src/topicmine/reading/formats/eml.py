"""E-mails: subject, date and sender's words; attachments are read like files of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime

from topicmine.errors import ReadError
from topicmine.reading.content import Content, Member, Part
from topicmine.reading.days import parse_day
from topicmine.reading.decoding import decode
from topicmine.reading.lines import is_wrapped, join
from topicmine.reading.source import Source
from topicmine.reading.webpage import read_page

_HEADER = re.compile(
    r"(received|from|to|cc|subject|date|mime-version|message-id|return-path|delivered-to|reply-to|sender|content-type|x-[a-z-]{1,40}):",
    re.M,
)
_LONGEST_HEADER = 2000
_MOST_PARTS = 60


def fits(source: Source) -> float:
    """Two or more mail headers in the first block of lines."""
    block = source.head.split("\n\n")[0].replace("\r", "")
    if not _HEADER.match(block):
        return 0.0
    names = {name for name in _HEADER.findall("\n" + block) if name}
    return 0.85 if len(names) >= 2 and names & {"from", "subject", "message-id", "received", "mime-version"} else 0.0


def read(source: Source) -> Iterator[Part]:
    """The mail itself with its subject as title, then each attachment as a member."""
    if source.data.lower().count(b"multipart/") > _MOST_PARTS:
        raise ReadError("邮件里的附件层层嵌套，没有读取；请把附件另存出来再读")
    message = message_from_bytes(source.data, policy=policy.compat32)
    title = _header(message, "Subject")
    day = _day(_header(message, "Date"))
    plain, pages, attachments = _parts(message)
    text, notes = _body(plain, pages, source)
    if not text.strip() and not attachments:
        raise ReadError("邮件没有正文也没有附件")
    if text.strip():
        yield Content(text, title=_bare_subject(title), date=day, notes=notes)
    for number, (name, data) in enumerate(attachments, 1):
        yield Member(name or f"附件{number}", data)


def _bare_subject(title: str) -> str:
    return re.sub(r"^(?:(?:re|fw|fwd|回复|转发|答复)\s?[:：]\s?){1,5}", "", title, flags=re.I).strip()


def _raw(value: object) -> str:
    data = str(value).encode("ascii", "surrogateescape") if _is_ascii_or_escaped(str(value)) else str(value).encode()
    try:
        return decode(data).text
    except ReadError:
        return data.decode("utf-8", "replace")


def _is_ascii_or_escaped(text: str) -> bool:
    return all(char < "\x80" or "\udc80" <= char <= "\udcff" for char in text)


def _header(message: Message, name: str) -> str:
    """A header as text: MIME words decoded, bare GBK bytes recognised."""
    for key, value in message.raw_items():
        if key.lower() != name.lower():
            continue
        raw = _raw(str(value)[:_LONGEST_HEADER])
        try:
            pieces = []
            for piece, charset in decode_header(raw):
                pieces.append(decode(piece, charset or "").text if isinstance(piece, bytes) else piece)
            return " ".join("".join(pieces).split())
        except (HeaderParseError, ReadError, ValueError):
            return " ".join(raw.split())
    return ""


def _day(value: str) -> date | None:
    try:
        return parsedate_to_datetime(value).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return parse_day(value)


def _parts(message: Message) -> tuple[list[bytes], list[bytes], list[tuple[str, bytes]]]:
    plain: list[bytes] = []
    pages: list[bytes] = []
    attachments: list[tuple[str, bytes]] = []
    for part in message.walk():
        if part.is_multipart():
            continue
        data = part.get_payload(decode=True)
        if not isinstance(data, bytes) or not data:
            continue
        name = _file_name(part)
        kind = part.get_content_type()
        if name or part.get_content_disposition() == "attachment":
            attachments.append((name, data))
        elif kind == "text/plain":
            plain.append(data)
        elif kind == "text/html":
            pages.append(data)
    return plain, pages, attachments


def _file_name(part: Message) -> str:
    try:
        name = part.get_filename() or ""
        return str(make_header(decode_header(_raw(name)))) if name else ""
    except (HeaderParseError, LookupError, UnicodeError, ValueError):
        return ""


def _body(plain: list[bytes], pages: list[bytes], source: Source) -> tuple[str, tuple[str, ...]]:
    if plain:
        decoded = [decode(data) for data in plain]
        lines = [line.strip() for d in decoded for line in d.text.replace("\r\n", "\n").split("\n")]
        filled = [line for line in lines if line]
        notes = tuple(note for d in decoded for note in d.notes)
        return (join([filled])[0] if is_wrapped(filled) else "\n".join(filled)), notes
    texts = [c.text for data in pages for c in read_page(decode(data).text, source.limits.markup_nodes)]
    return "\n".join(texts), ()
