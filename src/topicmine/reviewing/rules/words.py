"""Words: wrong ones by list and by likelihood, short names without their long ones, empty adverbs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from topicmine.language.words import is_word
from topicmine.model import Fix
from topicmine.reviewing.confusions import find_confusions
from topicmine.reviewing.persons import SURNAME
from topicmine.reviewing.rule import Hit
from topicmine.reviewing.slips import find_broken_idioms, find_slips
from topicmine.reviewing.view import View

_SHORT = re.compile(
    r"“(?P<name>(?:双|三|四|五|六|两|八|九|十)[一-鿿]{1,2})”(?=行动|检查|专项|排查|整治|工作|活动|工程|单位)"
)
_ADVERB = re.compile("进一步|切实|不断|持续|全面|深入|扎实|着力")
# a piece on wrong characters quotes them
_ON_WRITING = re.compile("错别字|错字|别字|规范用字|用字规范|白字")
_TITLED = re.compile(rf"{SURNAME}(?:老师|师傅|先生|女士|书记|主任|医生|大[爷妈姐哥叔]|某|[局所县镇乡队校院股科]长)")
_BOOK = re.compile(r"《[^《》\n]{1,80}》")


def check_w08(view: View) -> Iterator[Hit]:
    """Entries of the confusion list, and set phrases with one character wrong; titles of books and papers pass."""
    for field in ("title", "body"):
        text = view.text(field)
        closed, borders = _inside_books(text), view.borders(field)
        for start, entry in find_confusions(text, borders):
            end = start + len(entry.wrong)
            # in quotation marks by itself a word is spoken about, not used
            named = text[start - 1 : start] == "“" and text[end : end + 1] == "”"
            if not closed[start] and not named and not _is_told_of(view, field, start, end):
                fix = None if entry.when else Fix(start, end, entry.right)
                message = f"“{entry.wrong}”应为“{entry.right}”。"
                yield Hit(field, start, end, message, f"改为“{entry.right}”。", fix)
        for slip in find_broken_idioms(text):
            wrong = text[slip.start : slip.end]
            whole = slip.start in borders and slip.end in borders and not _is_phrase(borders, slip.start)
            passes = closed[slip.start] or is_word(wrong) or _is_listed(wrong)
            if whole and not passes and not _is_told_of(view, field, slip.start, slip.end):
                yield Hit(field, slip.start, slip.end, f"“{wrong}”应为“{slip.meant}”。", f"改为“{slip.meant}”。")


def check_w10(view: View) -> Iterator[Hit]:
    """Pairs that make no word beside a common word like them."""
    for field in ("title", "body"):
        text = view.text(field)
        slips = tuple(find_slips(_tagged(view, field)))
        if not slips:
            continue
        closed = _inside_books(text)
        taken = {place for place, _ in find_confusions(text, view.borders(field))}
        for slip in slips:
            wrong = text[slip.start : slip.end]
            passes = closed[slip.start] or slip.start in taken or is_word(wrong)
            if not passes and not _is_told_of(view, field, slip.start, slip.end):
                yield Hit(
                    field,
                    slip.start,
                    slip.end,
                    f"“{wrong}”不成词，是不是“{slip.meant}”？",
                    f"核对是否为“{slip.meant}”。",
                )


def check_w13(view: View) -> Iterator[Hit]:
    """“双打” and the like, used before anything says what it stands for."""
    seen: set[str] = set()
    for match in _SHORT.finditer(view.body):
        name = match["name"]
        if name not in seen and "以下简称" not in view.body[max(0, match.start() - 8) : match.start()]:
            yield Hit("body", *match.span("name"))
        seen.add(name)


def check_w14(view: View) -> Iterator[Hit]:
    """More than four of the empty adverbs in 300 characters."""
    found = list(_ADVERB.finditer(view.body))
    for n in range(len(found) - 4):
        first, last = found[n], found[n + 4]
        if last.end() - first.start() <= 300:
            yield Hit("body", first.start(), min(last.end(), first.start() + 150))
            return


def _tagged(view: View, field: str) -> tuple[tuple[str, str], ...]:
    return view.title_words if field == "title" else view.words


def _is_told_of(view: View, field: str, start: int, end: int) -> bool:
    """True for a wrong word quoted in a piece on wrong words, and for one that ends in somebody's surname."""
    quoted = view.is_quoted(field, start, end) and _ON_WRITING.search(view.title + view.body)
    return bool(quoted or _TITLED.match(view.text(field), end - 1))


def _inside_books(text: str) -> bytearray:
    """For each character whether it stands in 《》: names are written as their owners write them."""
    inside = bytearray(len(text) + 1)
    for match in _BOOK.finditer(text):
        inside[match.start() : match.end()] = b"x" * (match.end() - match.start())
    return inside


def _is_phrase(borders: frozenset[int], start: int) -> bool:
    """True when four characters are two words of two: 还能 and 自己 are no slip for a set phrase."""
    return start + 2 in borders and start + 1 not in borders and start + 3 not in borders


def _is_listed(word: str) -> bool:
    return any(True for _ in find_confusions(word, {0, len(word)}))
