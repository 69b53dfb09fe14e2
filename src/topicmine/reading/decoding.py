"""Bytes of Chinese text to `str`: UTF-8, UTF-16, GB18030 and Big5, told apart by what the result looks like."""

from __future__ import annotations

import re
from dataclasses import dataclass

from topicmine.errors import ReadError

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_GUESSES = ("gb18030", "utf-16-le", "utf-16-be", "big5hkscs")
_LABELS = {"utf-8": "UTF-8", "gb18030": "GB18030", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "big5hkscs": "Big5"}
_SAMPLE = 4000
_LOWEST_SCORE = 0.3
_BAD_SHARE = 0.005
_CERTAIN = 200
_JUDGED = 1 << 16
_BEYOND_DOUBT = 0.97
_MOST_BAD = 0.02
_HANZI = re.compile("[\u3400-\u9fff\ue000-\uf8ff\U00010000-\U0010ffff]+")
_ODD = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffd\ufffe\uffff]")
_GB_NAMES = ("gb2312", "gbk", "x-gbk", "gb18030", "gb_2312-80", "cp936", "ms936", "euc-cn", "hz-gb-2312")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with what was odd about its bytes, in Chinese."""

    text: str
    notes: tuple[str, ...] = ()


def _score(text: str) -> float:
    """Share of common hanzi among all characters that are hanzi or should not be in a text at all."""
    sample = text[:_SAMPLE]
    hanzi = "".join(_HANZI.findall(sample))
    seen = len(hanzi) + len(_ODD.findall(sample))
    common = sum(0xB0 <= lead <= 0xD7 for lead in hanzi.encode("gb2312", "ignore")[::2])
    return common / seen if seen else 1.0


def _is_utf8(text: str) -> bool:
    """Whether bytes that happen to be valid UTF-8 are meant so: certain in long texts, likely in common words."""
    sample = text[:_SAMPLE]
    if 20 * len(_ODD.findall(sample)) > len(sample):
        return False
    return ("\0" not in sample and len(text) > _CERTAIN) or _score(text) > _LOWEST_SCORE


def _bad(text: str) -> float:
    return text.count("\ufffd") / max(len(text), 1)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (ValueError, LookupError):  # bad bytes, or a declared name that is none
        return None


def _declared(name: str) -> str:
    name = name.strip().strip("\"'").lower()
    return "gb18030" if name in _GB_NAMES else "big5hkscs" if name.startswith("big5") else name


def _marked(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data.decode(encoding, "replace")
            lost = text.count("\ufffd")
            return Decoded(text, (f"有{lost}处字节损坏，已用�代替",) if lost else ())
    return None


def _by_line(data: bytes) -> str | None:
    """The text of a file whose lines are partly UTF-8 and partly GB18030, or None when it is not one."""
    lines, found = [], set()
    for line in data.split(b"\n"):
        encoding = next((e for e in ("utf-8", "gb18030") if _strict(line, e) is not None), None)
        if encoding is None:
            return None
        if not line.isascii():
            found.add(encoding)
        lines.append(line.decode(encoding))
    text = "\n".join(lines)
    return text if len(found) == 2 and _score(text) > 0.8 else None


def _guessed(data: bytes) -> tuple[float, str, str]:
    """Score, name and text of the likeliest encoding, judged by the beginning; empty when none is likely."""
    best = (_LOWEST_SCORE, "")
    for rank, encoding in enumerate(_GUESSES):
        text = data[:_JUDGED].decode(encoding, "replace")
        bad = _bad(text)
        score = _score(text) - bad - 0.05 * (rank > 0)
        if bad <= _MOST_BAD and score > best[0]:
            best = (score, encoding)
        if score > _BEYOND_DOUBT:
            break
    if best[1]:
        text = data.decode(best[1], "replace")
        if _bad(text) <= _MOST_BAD:
            return (*best, text)
    return (_LOWEST_SCORE, "", "")


def _damaged(data: bytes) -> str | None:
    """UTF-8 with so few broken bytes that the rest can be trusted, or None."""
    text = data.decode("utf-8", "replace")
    return text if 0 < _bad(text) <= _BAD_SHARE and _score(text) > 0.8 else None


def decode(data: bytes, declared: str = "") -> Decoded:
    """The text of `data`: byte order mark, strict UTF-8, the `declared` encoding, then the likeliest guess.

    Labels of the GB family all mean GB18030. A file with a few broken bytes is kept with a note.

    Raises:
        ReadError: binary data, or an encoding that cannot be told.

    >>> decode("青禾县".encode("gb18030")).text
    '青禾县'
    """
    marked = _marked(data)
    if marked is not None:
        return marked
    text = _strict(data, "utf-8")
    if text is not None and _is_utf8(text):
        return Decoded(text)
    if declared and "\0" not in (text := _strict(data, _declared(declared)) or "\0") and _score(text) > 0.5:
        return Decoded(text)
    score, encoding, text = _guessed(data)
    if score < 0.85:
        mended = _damaged(data)
        if mended is not None:
            return Decoded(mended, (f"有{mended.count(chr(0xFFFD))}处字节损坏，已用�代替",))
        mixed = _by_line(data)
        if mixed is not None:
            return Decoded(mixed, ("文件里混用了UTF-8和GB18030两种编码，已分行识别",))
    if not encoding:
        raise ReadError(
            f"不是文本，或编码认不出（{_first_bad(data)}）；请用原来的软件打开，另存为docx或UTF-8文本后再读"
        )
    lost = text.count("\ufffd")
    notes = (f"编码按{_LABELS[encoding]}识别",) if encoding != "gb18030" else ()
    return Decoded(text, (*notes, f"有{lost}处字节损坏，已用�代替") if lost else notes)


def _first_bad(data: bytes) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return f"第{error.start + 1}字节起"
    return "含有大量控制字符"
