"""read(): files to a Corpus, the same whatever the order of the files."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from topicmine.model import SOURCES, Corpus, Document, Skipped
from topicmine.reading.content import Content, Record
from topicmine.reading.days import parse_day, parse_month
from topicmine.reading.headers import describe
from topicmine.reading.limits import Limits
from topicmine.reading.scan import Found, Progress, scan

_DEFAULTS = Limits()
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def read(
    paths: str | Path | Iterable[str | Path],
    *,
    limits: Limits = _DEFAULTS,
    progress: Progress | None = None,
    soffice: bool = False,
) -> Corpus:
    """Everything readable at `paths`.

    Args:
        paths: Files and folders of any supported format; folders are read with everything below them.
        limits: What an input may cost; over a limit it is skipped.
        progress: Called with the number of files done and the number of all files.
        soffice: Whether LibreOffice may be asked for old Office files that no format here can read.

    Returns:
        Documents sorted by id and, sorted by path, the inputs that had to be skipped, each with the reason and the
        remedy. An empty folder gives an empty corpus.

    Raises:
        TypeError: an item of `paths` is neither `str` nor `Path`.
    """
    documents: list[Document] = []
    skipped: list[Skipped] = []
    for item in scan(paths, limits, progress, soffice):
        if isinstance(item, Skipped):
            skipped.append(item)
            continue
        document = _from_record(item, item.part) if isinstance(item.part, Record) else _from_content(item, item.part)
        if isinstance(document, Skipped):
            skipped.append(document)
        else:
            documents.append(document)
    return Corpus(tuple(_settle(documents)), tuple(sorted(skipped, key=lambda entry: (entry.path, entry.reason))))


def _from_content(found: Found, content: Content) -> Document | Skipped:
    content = content if content.table is not None else describe(content)
    if not content.text.strip():
        if not content.title:
            return Skipped(found.path, "空文件，没有可读的文字")
        content = replace(content, text=content.title, places=())
    odd = ("含有改变文字方向的控制符，显示可能与读到的不同",) if _DIRECTIONS.search(content.text) else ()
    return Document(
        found.id,
        content.text,
        content.title,
        content.date,
        content.unit,
        content.number,
        path=found.path,
        notes=(*content.notes, *odd),
        places=content.places,
        table=content.table,
    )


def read_field(fields: Any, name: str) -> str:
    """The field of a record as text; numbers are spelt, anything else counts as missing."""
    value = fields.get(name)
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def read_date(fields: Any, name: str, notes: list[str]) -> date | None:
    """The date in a field of a record, or None; what is written there and is no date is noted."""
    text = read_field(fields, name).strip()
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        day = parse_day(text)
    if day is None and (day := parse_month(text)) is not None:
        notes.append("日期只写到月，按当月1日计")
    elif day is None:
        notes.append(f"日期“{text[:20]}”不是日历上的日期，按没有日期处理")
    return day


def _from_record(found: Found, record: Record) -> Document | Skipped:
    """A document from a line of .jsonl: `text` exactly as given."""
    fields = record.fields
    text = read_field(fields, "text") or read_field(fields, "body")
    if not text.strip():
        return Skipped(f"{found.path} 第{record.line}行", "没有text字段或内容为空；请补上正文")
    notes: list[str] = list(record.notes)
    source = fields.get("source") or None
    if source is not None and source not in SOURCES:
        notes.append(f"来源“{str(source)[:30]}”不是十类来源之一，改由程序判断")
        source = None
    title, unit, day = read_field(fields, "title"), read_field(fields, "unit"), read_date(fields, "date", notes)
    number = read_field(fields, "number")
    if day is None or not title:
        stated = describe(Content(text, title=title, date=day, unit=unit, number=number, final=True))
        title, unit, day, number = stated.title, stated.unit, stated.date, stated.number
        notes += stated.notes
    identity = read_field(fields, "id") or hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]
    return Document(identity, text, title, day, unit, number, source, found.path, tuple(notes))


def _settle(documents: list[Document]) -> list[Document]:
    """Documents sorted by id, ids made unique, and copies of the same text noted.

    The same id with the same text is the same document: it is kept once and the other place noted.
    """
    documents.sort(key=lambda document: (document.id, document.path, document.text))
    settled: list[Document] = []
    taken: dict[str, int] = {}
    for document in documents:
        if document.id not in taken:
            taken[document.id] = len(settled)
            settled.append(document)
            continue
        first = settled[taken[document.id]]
        if first.text == document.text:
            note = f"同一份材料另有一处：{document.path}"
            settled[taken[document.id]] = replace(first, notes=(*first.notes, note))
            continue
        digest = hashlib.sha256(document.text.encode("utf-8", "replace")).hexdigest()[:8]
        name = f"{document.id}#{digest}"
        while name in taken:
            name += "+"
        taken[name] = len(settled)
        note = f"编号“{document.id}”与另一份材料重复，已改为“{name}”"
        settled.append(replace(document, id=name, notes=(*document.notes, note)))
    settled.sort(key=lambda document: document.id)
    return _note_copies(settled)


def _note_copies(documents: list[Document]) -> list[Document]:
    first: dict[str, str] = {}
    noted = []
    for document in documents:
        original = first.setdefault(document.text, document.id)
        if original != document.id:
            document = replace(document, notes=(*document.notes, f"正文与“{original}”完全相同"))
        noted.append(document)
    return noted
