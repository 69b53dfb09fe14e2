"""From paths to parts: opens each file, lets the fitting format read it, and goes on whatever happens."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from topicmine.errors import ReadError
from topicmine.model import Skipped
from topicmine.reading.content import Content, Member, Record, Rejected
from topicmine.reading.formats import choose
from topicmine.reading.inputs import Input, find_inputs
from topicmine.reading.limits import MIB, Budget, Limits
from topicmine.reading.office import convert, target_of
from topicmine.reading.source import Source
from topicmine.reading.unsupported import advice
from topicmine.reading.worker import Worker

Progress = Callable[[int, int], None]
_LONGEST_KEY = 40
UNFORESEEN = "内容损坏，读不出来；请用原来的软件打开，另存一份再读"


@dataclass(frozen=True, slots=True)
class Found:
    """A content or record with the identity and the path of where it was found."""

    id: str
    path: str
    part: Content | Record


def scan(
    paths: str | Path | Iterable[str | Path], limits: Limits, progress: Progress | None, soffice: bool = False
) -> Iterator[Found | Skipped]:
    """What is found at `paths`, file by file in a fixed order; nothing a file contains ends the run.

    Args:
        paths: Files and folders.
        limits: What an input may cost.
        progress: Called with the number of files done and the number of all files.
        soffice: Whether LibreOffice may be asked for old Office files that no format here can read.
    """
    inputs, skipped = find_inputs(paths)
    yield from skipped
    with Worker(limits) as worker:
        for done, entry in enumerate(inputs):
            if progress is not None:
                progress(done, len(inputs))
            yield from _scan_file(entry, limits, worker, soffice)
    if progress is not None:
        progress(len(inputs), len(inputs))


def _scan_file(entry: Input, limits: Limits, worker: Worker, soffice: bool) -> Iterator[Found | Skipped]:
    try:
        data = _load(entry, limits)
    except ReadError as error:
        yield Skipped(entry.shown, str(error))
        return
    source = Source(entry.id, data, Budget(limits), worker, soffice)
    yield from _scan_source(source, entry.id, entry.shown, limits.archive_depth)


def _load(entry: Input, limits: Limits) -> bytes:
    try:
        with open(entry.path, "rb") as file:  # noqa: PTH123 - 100,000 Path objects cost seconds
            data = file.read(limits.file_bytes + 1)
    except PermissionError as error:
        raise ReadError("没有读取权限；请换一个有权限的账户，或把文件复制出来再读") from error
    except OSError as error:
        raise ReadError("打不开这个文件；请检查磁盘或U盘是否还在，重新复制一份再读") from error
    if len(data) > limits.file_bytes:
        raise ReadError(f"超过{limits.file_bytes // MIB}MB的上限；请拆分成几个文件再读")
    return data


def _scan_source(source: Source, identity: str, shown: str, depth: int) -> Iterator[Found | Skipped]:
    try:
        yield from _read_or_convert(source, identity, shown, depth)
    except ReadError as error:
        yield Skipped(shown, str(error))
    except (MemoryError, GeneratorExit):
        raise
    except RecursionError:
        yield Skipped(shown, "嵌套过深，没有读取；文件可能损坏或有意构造，请用原来的软件另存一份再读")
    except Exception:  # one bad file never costs the good ones
        yield Skipped(shown, UNFORESEEN)


def _read_or_convert(source: Source, identity: str, shown: str, depth: int) -> Iterator[Found | Skipped]:
    """What the format reads; if it cannot and LibreOffice is allowed, what that makes of the file."""
    try:
        yield from _read(source, identity, shown, depth)
    except ReadError:
        target = target_of(source) if source.soffice else ""
        if not target:
            raise
        inner = Source(source.name, convert(source, target), source.budget, source.worker)
        for item in _read(inner, identity, shown, depth):
            yield _converted(item)


def _converted(item: Found | Skipped) -> Found | Skipped:
    if isinstance(item, Found) and isinstance(item.part, Content):
        part = replace(item.part, notes=(*item.part.notes, "由LibreOffice转换后读取"))
        return replace(item, part=part)
    return item


def _read(source: Source, identity: str, shown: str, depth: int) -> Iterator[Found | Skipped]:
    if not source.data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise ReadError("空文件，没有可读的文字")
    remedy = advice(source)
    if remedy:
        raise ReadError(remedy)
    chosen = choose(source)
    if chosen is None:
        raise ReadError("不认识这种文件；请用原来的软件打开，另存为docx、pdf或文本后再读")
    for part in chosen.read(source):
        if isinstance(part, Member):
            yield from _scan_member(source, part, identity, shown, depth)
        elif isinstance(part, Rejected):
            yield Skipped(f"{shown} {part.where}", part.reason)
        elif isinstance(part, Content) and len(part.text) > source.limits.text_chars:
            raise ReadError(f"文字超过{source.limits.text_chars // 10000}万字的上限；请拆分成几个文件再读")
        else:
            yield Found(identity + _suffix(part), shown, part)


def _suffix(part: Content | Record) -> str:
    """What tells this part from others of the same file: its key, or a digest of a long one."""
    if isinstance(part, Record) or not part.key:
        return ""
    if len(part.key) <= _LONGEST_KEY and "/" not in part.key:
        return f"#{part.key}"
    return f"#{hashlib.sha256(part.key.encode('utf-8', 'replace')).hexdigest()[:8]}"


def _scan_member(source: Source, member: Member, identity: str, shown: str, depth: int) -> Iterator[Found | Skipped]:
    inner = Source(member.name or source.name, member.data, source.budget, source.worker, source.soffice)
    if member.name:
        identity, shown = f"{identity}!{member.name}", f"{shown}!{member.name}"
    if depth <= 0:
        yield Skipped(shown, f"压缩包里又套压缩包，超过{source.limits.archive_depth}层；请解压后再读")
        return
    yield from _scan_source(inner, identity, shown, depth - 1)
