"""read_drafts(): files to drafts for the review; the form's fields are named and stay in the body."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from topicmine.model import Draft, Skipped
from topicmine.reading.content import Content, Record
from topicmine.reading.corpus import read_date, read_field
from topicmine.reading.days import parse_day
from topicmine.reading.headers import describe
from topicmine.reading.limits import Limits
from topicmine.reading.scan import Found, Progress, scan

_DEFAULTS = Limits()
_FIELD = re.compile(
    r"(拟稿|撰稿|审核|核稿|签发|联系电话|电话)(?:人|领导)?\s{0,4}[：:]\s{0,4}([^\s：:，。；]{1,24}(?:\s[^\s：:，。；]{1,2}(?=\s|$))?)"
)
_NAMES = {"撰稿": "拟稿", "核稿": "审核", "联系电话": "电话"}
_EVENT = re.compile(r"(?:事发时间|发生时间|活动时间|事件时间|检查时间)\s?[：:]\s{0,4}(.{1,24})")


def read_drafts(
    paths: str | Path | Iterable[str | Path],
    *,
    limits: Limits = _DEFAULTS,
    progress: Progress | None = None,
    soffice: bool = False,
) -> tuple[tuple[Draft, ...], tuple[Skipped, ...]]:
    """The drafts at `paths`, sorted by id, and the inputs that had to be skipped.

    Args:
        paths: Files and folders. Lines of .jsonl are drafts (`id title body unit event_date submitted`, or `text`
            for the body) and stay exactly as given; in other files the first line that looks like a title is the
            title, and the rest is the body.
        limits: What an input may cost.
        progress: Called with the number of files done and the number of all files.
        soffice: Whether LibreOffice may be asked for old Office files that no format here can read.

    Raises:
        TypeError: an item of `paths` is neither `str` nor `Path`.
    """
    drafts: list[Draft] = []
    skipped: list[Skipped] = []
    for item in scan(paths, limits, progress, soffice):
        if isinstance(item, Skipped):
            skipped.append(item)
            continue
        draft = _from_record(item, item.part) if isinstance(item.part, Record) else _from_content(item, item.part)
        if isinstance(draft, Skipped):
            skipped.append(draft)
        else:
            drafts.append(draft)
    return tuple(_settle(drafts)), tuple(sorted(skipped, key=lambda entry: (entry.path, entry.reason)))


def find_fields(body: str) -> Mapping[str, str]:
    """What the form's lines say, under 拟稿 审核 签发 电话; the first of each counts.

    >>> dict(find_fields("正文。\\n拟稿：周棠  审核：罗晓\\n电话：0000-1234567"))
    {'拟稿': '周棠', '审核': '罗晓', '电话': '0000-1234567'}
    """
    found: dict[str, str] = {}
    for line in (*body[:1500].split("\n"), *body[-1500:].split("\n")):
        if len(line) <= 120:
            for match in _FIELD.finditer(line):
                found.setdefault(_NAMES.get(match[1], match[1]), match[2].strip())
    return MappingProxyType(found)


def _from_content(found: Found, content: Content) -> Draft | Skipped:
    if content.table is not None:
        return Skipped(found.path, "是登记表，不是稿件；表格请用挖掘功能读取")
    content = describe(content)
    body = content.text if content.text.strip() else ""
    if not body and not content.title:
        return Skipped(found.path, "空文件，没有可读的文字")
    event = _EVENT.search(body[:3000])
    guessed = any("正文开头" in note for note in content.notes)
    return Draft(
        found.id,
        content.title,
        body,
        content.unit,
        parse_day(event[1]) if event else None,
        None if guessed else content.date,
        found.path,
        find_fields(body),
        content.notes,
    )


def _from_record(found: Found, record: Record) -> Draft | Skipped:
    fields = record.fields
    title = read_field(fields, "title")
    body = read_field(fields, "body") or read_field(fields, "text")
    if not body.strip() and not title.strip():
        return Skipped(f"{found.path} 第{record.line}行", "没有title和body字段或内容为空；请补上标题和正文")
    notes: list[str] = list(record.notes)
    event, submitted = read_date(fields, "event_date", notes), read_date(fields, "submitted", notes)
    given = fields.get("fields")
    named = {str(k): v for k, v in given.items() if isinstance(v, str)} if isinstance(given, dict) else {}
    whole = hashlib.sha256(f"{title}\n{body}".encode("utf-8", "replace")).hexdigest()[:12]
    return Draft(
        read_field(fields, "id") or whole,
        title,
        body,
        read_field(fields, "unit"),
        event,
        submitted or read_date(fields, "date", notes),
        found.path,
        MappingProxyType({**find_fields(body), **named}),
        tuple(notes),
    )


def _settle(drafts: list[Draft]) -> list[Draft]:
    """Drafts sorted by id; an id that stands twice gets a digest of the text behind it."""
    drafts.sort(key=lambda draft: (draft.id, draft.path, draft.title, draft.body))
    taken: dict[str, Draft] = {}
    for draft in drafts:
        name = draft.id
        if name in taken:
            if (taken[name].title, taken[name].body) == (draft.title, draft.body):
                continue
            name += "#" + hashlib.sha256(f"{draft.title}\n{draft.body}".encode("utf-8", "replace")).hexdigest()[:8]
            draft = replace(draft, id=name, notes=(*draft.notes, f"编号“{draft.id}”与另一份稿件重复，已改为“{name}”"))
        taken.setdefault(draft.id, draft)
    return [taken[name] for name in sorted(taken)]
