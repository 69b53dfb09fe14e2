"""Lines of JSON, one document a line: `id title text date unit source`, or a draft with `body`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from topicmine.errors import ReadError
from topicmine.reading.content import Part, Record, Rejected
from topicmine.reading.source import Source


class _DoubleKeyError(ValueError):
    """A key that stands twice in one object."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise _DoubleKeyError
    return fields


_DECODE = json.JSONDecoder(object_pairs_hook=_object, parse_constant=lambda _: None).decode


def fits(source: Source) -> float:
    """Text that begins with an object whose first line is complete."""
    head = source.head
    if not head.startswith("{") or source.data.startswith(b"{\\rtf"):
        return 0.0
    return 0.8 if head[1:].lstrip().startswith(('"', "}")) else 0.0


def read(source: Source) -> Iterator[Part]:
    """A record a line; a line that cannot be read is rejected by its number and the others go on."""
    lines = source.decoded.text.split("\n")
    found = False
    for number, line in enumerate(lines, 1):
        line = line.strip("\ufeff \t\r")
        if not line:
            continue
        part = _parse(number, line)
        if isinstance(part, Rejected) and number == 1 and not _later_lines_parse(lines):
            raise ReadError("不是一行一份材料的JSON（.jsonl）；请每行写一个对象，或另存为文本后再读")
        found = True
        yield part
    if not found:
        raise ReadError("空文件，没有可读的文字")


def _parse(number: int, line: str) -> Part:
    try:
        fields = _DECODE(line)
    except _DoubleKeyError:
        return Rejected(f"第{number}行", "同一个字段写了两遍，不知该用哪一个；请删去一个")
    except RecursionError:
        return Rejected(f"第{number}行", "嵌套过深，没有读取；请检查这一行的来源")
    except ValueError:
        return Rejected(f"第{number}行", "不是完整的JSON，请检查引号和括号是否配对")
    if not isinstance(fields, dict):
        return Rejected(f"第{number}行", '不是一个JSON对象，请写成 {"text": "……"} 的形式')
    if "\\ud" in line or "\\uD" in line:
        return _mended(number, fields)
    return Record(number, fields)


def _mended(number: int, fields: dict[str, Any]) -> Record:
    """A record whose half characters (lone surrogates) are replaced one for one, so that it can be written again."""
    clean = {
        key: value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        if isinstance(value, str)
        else value
        for key, value in fields.items()
    }
    return Record(number, clean, ("有残缺的字符，已用�代替",) if clean != fields else ())


def _later_lines_parse(lines: list[str]) -> bool:
    return any(isinstance(_parse(0, line), Record) for line in lines[1:4] if line.strip())
