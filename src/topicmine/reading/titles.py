"""The title of a text: the first line that can be one, joined when it is broken, with its repetitions."""

from __future__ import annotations

import re

from topicmine.reading.days import DATE, narrow
from topicmine.reading.marks import (
    BYLINE,
    ISSUE,
    LABELLED_DATE,
    NUMBER,
    RED_HEAD,
    UNIT,
    UNIT_LABEL,
    Line,
    bare,
    is_date_line,
)

_SECRET = re.compile(
    r"(?:特急|加急|平急|特提|急件|内部资料|内部|机密|秘密|绝密|明电|密级.{0,10}|注意保存|签发人.{0,12})[★☆\s0-9一-九年月]{0,8}$"
)
_ANNEX = re.compile(r"附\s?(?:件|表|录)\s?[0-9一二三四五六七八九十]{0,3}(?:[-—.][0-9]{1,3})?\s?[：:]?$")
_LABEL_LINE = re.compile(r"[\u4e00-\u9fff]{2,6}\s?[：:]")
_TITLE_LABEL = re.compile(r"(?:标\s?题|题\s?目|文章标题)\s?[：:]\s{0,4}")
_HEADING = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十]{1,3}[）)]|[0-9]{1,2}[、．.)）](?![0-9])|第[一二三四五六七八九十]{1,3}[章条])"
)
_KIND = re.compile(
    r"(?:通知|通报|报告|总结|意见|方案|公告|通告|函|请示|批复|决定|规定|办法|细则|计划|纪要|讲话|要点|情况|汇报|简报|摘要|建议|说明|答复|"
    r"公示|倡议书|提示|指南|清单|台账|分析|体会|述职|发言|致辞|信)(?:[（(].{1,20}[）)])?$"
)
_LONGEST_TITLE = 80
_LONGEST_KNOWN = 300


def find_title(known: str, head: list[Line]) -> tuple[str, list[Line]]:
    """The title and the lines of the head that hold or repeat it.

    Args:
        known: The title that the format itself names, or an empty string.
        head: The first lines of the text that are not blank.
    """
    title = " ".join(known[:_LONGEST_KNOWN].split())
    if title:
        return title, _repeats(title, head)
    unit = -1
    for index, line in enumerate(head):
        label = _TITLE_LABEL.match(line[2])
        if label and len(line[2]) > label.end():
            return line[2][label.end() :], [line]
        if _stands_before_title(line[2]):
            continue
        if unit < 0 and _is_unit_before_title(line[2], index, head):
            unit = index
            continue
        if not _looks_like_title(line[2]):
            break
        if _is_column_name(line[2], head[index + 1 : index + 2]):
            continue
        used = [line, *_continuation(line[2], head[index + 1 : index + 3])]
        title = _joined([text for _, _, text in used])
        return title, [*used, *_repeats(title, head[index + len(used) :])]
    return (head[unit][2], [head[unit]]) if unit == 0 else ("", [])


def _is_column_name(line: str, following: list[Line]) -> bool:
    """Whether a short line only names the column of the title below it (“工作报告” above “青禾县2026年工作报告”)."""
    below = following[0][2] if following else ""
    return len(line) <= 8 < len(below) and line in below and below != line and _looks_like_title(below)


def _joined(pieces: list[str]) -> str:
    title = pieces[0]
    for piece in pieces[1:]:
        title += (" " if title[-1:].isascii() and piece[:1].isascii() else "") + piece
    return " ".join(title.split())


def _repeats(title: str, head: list[Line]) -> list[Line]:
    wanted, used = bare(narrow(title)), []
    index = 0
    while index < len(head):
        for size in (1, 2, 3):
            run = head[index : index + size]
            text = bare("".join(text for _, _, text in run))
            if len(run) == size and (text == wanted or (text.startswith("关于") and wanted.endswith(text))):
                used += run
                index += size - 1
                break
        index += 1
    return used


def _stands_before_title(line: str) -> bool:
    if NUMBER.search(line) and len(line) <= 50 and not _KIND.search(line):
        return True
    if _ANNEX.match(line) or _SECRET.match(line) or RED_HEAD.match(line) or ISSUE.match(line):
        return True
    if is_date_line(line) or (DATE.search(line) and BYLINE.search(line) and len(line) <= 50):
        return True
    if LABELLED_DATE.match(line) or UNIT_LABEL.match(line):
        return True
    return line.startswith("《") and line.endswith(("报》", "刊》", "讯》", "报", "讯"))


def _is_unit_before_title(line: str, index: int, head: list[Line]) -> bool:
    """A unit's name above its title; should no title follow, it was the title itself (“…挤了九十家公司”)."""
    following = head[index + 1][2] if index + 1 < len(head) else ""
    is_unit = bool(UNIT.match(line)) and len(line) <= 30
    return is_unit and bool(DATE.search(following) or NUMBER.search(following) or ISSUE.match(following))


def _looks_like_title(line: str) -> bool:
    if not 2 <= len(line) <= _LONGEST_TITLE or line.endswith(("。", "；", "：", ":", "，", "、", ",", ";")):
        return False
    if "。" in line[:-1] or _HEADING.match(line) or "\t" in line:
        return False
    return not (_LABEL_LINE.match(line) and len(line) > 30)


def _continuation(first: str, following: list[Line]) -> list[Line]:
    """The lines that carry on a title broken over lines, as in “…人民政府 / 关于…的 / 通知”."""
    used: list[Line] = []
    title = first
    for line in following:
        text = line[2]
        if len(title) + len(text) > _LONGEST_TITLE or not _looks_like_title(text) or text.startswith(("—", "（", "(")):
            break
        broken = title.endswith(("的", "和", "与", "、", "及", "“")) or title.count("“") > title.count("”")
        heads_on = UNIT.match(title) and text.startswith(("关于", "转发", "印发"))
        runs_on = title.find("关于") >= 0 and not _KIND.search(title) and _KIND.search(text) and len(text) <= 30
        if not (broken or heads_on or runs_on):
            break
        used.append(line)
        title += text
    return used
