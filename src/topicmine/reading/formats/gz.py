"""One file packed with gzip, such as .jsonl.gz."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator

from topicmine.errors import ReadError
from topicmine.reading.content import Member, Part
from topicmine.reading.limits import MIB
from topicmine.reading.source import Source


def fits(source: Source) -> float:
    """The gzip signature."""
    return 1.0 if source.data.startswith(b"\x1f\x8b\x08") else 0.0


def read(source: Source) -> Iterator[Part]:
    """The unpacked file, standing for the outer one."""
    limit = min(
        source.limits.file_bytes, source.budget.bytes_left, len(source.data) * source.limits.archive_ratio + MIB
    )
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(source.data)) as stream:
            data = stream.read(limit + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise ReadError("压缩结构损坏，文件可能没有传完；请重新复制一份") from error
    if len(data) > limit:
        raise ReadError("解压后过大，疑似压缩炸弹，没有读取；确属正常文件的，请解压、拆分后再读")
    source.budget.spend_bytes(len(data))
    yield Member("", data)
