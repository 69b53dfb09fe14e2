"""Title, date, unit and document number of a text, from where offices put them; and the title cut from the front.

Rules follow GB/T 9704 (red head, 发文字号, 成文日期 after the signature) and the habits of web pages and newspapers.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from topicmine.model import Place
from topicmine.reading.content import Content
from topicmine.reading.days import DATE, narrow, parse_day, parse_month, to_day
from topicmine.reading.marks import (
    BYLINE,
    LABELLED_DATE,
    NUMBER,
    RED_HEAD,
    UNIT,
    UNIT_END,
    UNIT_LABEL,
    Line,
    bare,
    is_date_line,
    is_furniture,
    split_lines,
)
from topicmine.reading.titles import find_title

_HEAD_CHARS, _TAIL_CHARS, _HEAD_LINES, _TAIL_LINES = 5000, 2500, 14, 14


_UNIT_BEFORE_ABOUT = re.compile(rf"([\u4e00-\u9fff]{{2,28}}?(?:{UNIT_END}))关于")
_SIGNED = re.compile(
    rf"[（(]([\u4e00-\u9fff]{{2,20}}(?:{UNIT_END}))(?:\s{{1,3}}[\u4e00-\u9fff]{{1,6}})?(?:供稿|报送)?[）)]$"
)
_NUMBER_LABEL = re.compile(r"(?:发文字号|文号|公文字号|文件编号|编号)\s?[：:]")

_REFERENCE = re.compile(r"(?:根据|按照|依据|依照|遵照|转发|落实|贯彻|执行|关于|现将|将)")
_PROSE = re.compile("[。，,；;]")
_SPAN = re.compile("[自至从到截为于]|以?[前后来]|起|[—-]|之")
_WEAK_LABELS = ("时间", "更新时间", "印发日期")
_ISSUED = re.compile(r"印发|抄\s?送|附件|联系人|联系电话|此件|责任编辑|编辑|主题词|公开|审核|签发|拟稿|主送|电话")


def describe(content: Content) -> Content:
    """`content` with title, date, unit and number filled where the format did not know them.

    Unless the content is final, the title and page furniture around it are cut from the text and places move along.

    >>> found = describe(Content("青禾县教育局关于开展检查的通知\\n各所：\\n请办理。\\n2026年3月5日"))
    >>> found.title, found.unit, found.date.isoformat(), found.text[:3]
    ('青禾县教育局关于开展检查的通知', '青禾县教育局', '2026-03-05', '各所：')
    """
    head = split_lines(content.text[:_HEAD_CHARS], 0)[:_HEAD_LINES]
    tail_start = max(len(content.text) - _TAIL_CHARS, 0)
    tail = split_lines(content.text[tail_start:], tail_start)[-_TAIL_LINES:]
    junk = [line for line in head if is_furniture(line[2])]
    head = [line for line in head if line not in junk]
    title, used = find_title(content.title, head)
    rest = [line for line in head if line not in used]
    day, note = (content.date, "") if content.date else _date(rest, tail, content.text)
    found = replace(
        content,
        title=title,
        date=day,
        unit=content.unit or _unit(rest, tail, title),
        number=content.number or _number(rest),
        notes=(*content.notes, note) if note else content.notes,
    )
    return found if content.final else _cut(found, [*junk, *used])


def _date(head: list[Line], tail: list[Line], text: str) -> tuple[date | None, str]:
    day = _head_date(head) or _tail_date(tail) or _weak_date(head, tail)
    if day is not None:
        return day, ""
    opening = DATE.search(narrow(text[:200]))
    starts = opening and (opening.start() == 0 or text[opening.start() - 1] in "\n。）)讯电，\u3000 ")
    if opening and starts and not _SPAN.match(text[opening.end() : opening.end() + 2]):
        day = to_day(opening)
        if day:
            return day, "日期取自正文开头，可能是事情发生的日期"
    month = next((m for _, _, line in reversed(tail) if (m := parse_month(line.strip("（）() ")))), None)
    if month is not None:
        return month, "日期只写到月，按当月1日计"
    if any(is_date_line(line) for _, _, line in (*head, *tail)):
        return None, "写明的日期在日历上不存在，按没有日期处理"
    return None, ""


def _head_date(head: list[Line]) -> date | None:
    for _, _, line in head:
        label = LABELLED_DATE.search(line[:120])
        if label and label[1] not in _WEAK_LABELS and (day := parse_day(line[label.end() : label.end() + 24])):
            return day
    for _, _, line in head[:8]:
        if is_date_line(line) and (day := parse_day(line)):
            return day
    for _, _, line in head[:4]:
        if len(line) <= 60 and BYLINE.search(line) and not _PROSE.search(line) and (day := parse_day(line)):
            return day
    return None


def _tail_date(tail: list[Line]) -> date | None:
    for _, _, line in reversed(tail):
        match = DATE.search(line)
        if not match or len(line) > 46 or _ISSUED.search(line):
            continue
        before, after = line[: match.start()].strip(" （(\u3000"), line[match.end() :].strip(" ）)\u3000")
        signs = not before or UNIT.match(before) or (len(before) <= 8 and not _SPAN.search(before))
        if len(after) <= 4 and signs and not _SPAN.match(after) and (day := to_day(match)):
            return day
    return None


def _weak_date(head: list[Line], tail: list[Line]) -> date | None:
    for _, _, line in head:
        label = LABELLED_DATE.search(line[:120])
        if label and (day := parse_day(line[label.end() : label.end() + 24])):
            return day
    for _, _, line in reversed(tail):
        if "印发" in line and len(line) <= 60 and (day := parse_day(line)):
            return day
    return None


def _unit(head: list[Line], tail: list[Line], title: str) -> str:
    for _, _, line in head:
        red = RED_HEAD.match(line)
        if red:
            return bare(red[1])
    for _, _, line in head[:10]:
        label = UNIT_LABEL.search(line[:120])
        if label and (UNIT.match(label[1]) or (len(label[1]) <= 12 and label[1].isalnum())):
            return label[1]
    signed = _signature(tail)
    if signed:
        return signed
    about = _UNIT_BEFORE_ABOUT.match(title)
    if about:
        return about[1]
    for _, _, line in head[:3]:
        if UNIT.match(line) and 4 <= len(line) <= 30:
            return bare(line)
    return ""


def _signature(tail: list[Line]) -> str:
    lines = [text for _, _, text in tail]
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        match = DATE.search(line)
        if match and len(line) <= 46 and not _ISSUED.search(line):
            before = line[: match.start()].strip(" （(\u3000，")
            above = lines[index - 1] if index else ""
            for candidate in (before, above):
                if 2 <= len(candidate) <= 40 and UNIT.match(candidate):
                    return bare(candidate.replace("（盖章）", "").replace("（章）", ""))
    if lines:
        signed = _SIGNED.search(lines[-1])
        if signed and not signed[1].startswith("作者"):
            return signed[1]
        if UNIT.match(lines[-1]) and 3 <= len(lines[-1]) <= 30:
            return bare(lines[-1])
    return ""


def _number(head: list[Line]) -> str:
    for _, _, line in head[:10]:
        match = NUMBER.search(line[:160])
        if match is None or _REFERENCE.match(match[1]):
            continue
        if len(line) - len(match[0]) <= 26 or _NUMBER_LABEL.search(line[: match.start()]):
            return f"{match[1]}〔{match[2]}〕{match[3]}号"
    return ""


def _cut(content: Content, lines: list[Line]) -> Content:
    """`content` without these lines and without blank lines in front; places and offsets move along."""
    spans = sorted((start, min(end + 1, len(content.text))) for start, end, _ in lines)
    kept, moves, at = [], [], 0
    for start, end in spans:
        kept.append(content.text[at:start])
        moves.append((start, end))
        at = max(at, end)
    text = "".join([*kept, content.text[at:]])
    leading = len(text) - len(text.lstrip())
    stripped = text.strip()

    def moved(offset: int) -> int:
        back = sum(min(end, offset) - start for start, end in moves if start < offset)
        return min(max(offset - back - leading, 0), len(stripped))

    places: dict[int, Place] = {}
    for place in content.places:
        start = moved(place.start)
        if start < len(stripped) or not stripped:
            places[start] = Place(start, place.label)
    return replace(content, text=stripped, places=tuple(places.values()))
