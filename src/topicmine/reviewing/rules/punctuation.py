"""Punctuation that needs the paragraph around it: pairs, headings, indirect questions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from topicmine.model import Fix
from topicmine.reviewing.rule import Hit
from topicmine.reviewing.view import View

_PAIRS = {"“": "”", "（": "）", "《": "》", "「": "」"}
_HEADING = re.compile(
    r"[ 　]*(?P<label>[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）"
    r"|[0-9]{1,2}[.．](?![0-9]))(?P<text>[^\n。；！？，“]{2,18})(?P<hit>。)[ 　]*$"
)
_LABEL = re.compile(
    r"[ 　]*(?:(?P<a>[一二三四五六七八九十]{1,3}、)|(?P<b>（[一二三四五六七八九十]{1,3}）)|(?P<c>[0-9]{1,2}[.．]))"
)
_ASKS = re.compile(
    r"(?:了解|不知道?|弄不?清|搞不?清|搞不懂|弄不懂|查清|查明|核实|研究|说不清|讲不清"
    r"|分不清|想不通|不明白|不清楚|不了解|询问|过问|追问|打听|调查|讨论|商量|说明|解释"
    r"|看看|看一看|回答|交代|决定|考虑|关系到|取决于|掌握|问清|问明|问(?=[了过]?[一-鿿]{2,}))"
    r"[^。！？\n“”：]{0,30}?(?:为什么|为何|怎么|怎样|如何|哪里|哪些|哪家|什么|谁|多少"
    r"|是否|能否|是不是|能不能|有没有|可不可以|几)[^。！？\n“”]{0,20}(?P<hit>[？?])"
)
_ASKS_OPENLY = re.compile(r"[呢吗吧了么][？?]$|你|您|咱|难道")
_HALF = re.compile(
    r"(?<=[一-鿿”》）%0-9])(?:,(?=[一-鿿“《（])|,(?=\s?$)|;(?=\s?[一-鿿“《0-9]|$)|:(?=\s?[一-鿿“《]|$)|\?|!)"
    r"|(?<=[一-鿿])(?:,(?=[0-9A-Za-z])|:(?=[0-9]))|(?<=[一-鿿0-9%）])\.(?=[一-鿿]{2}"
    r"|\s*$)|\((?=[一-鿿])|(?<=[一-鿿])\)",
    re.MULTILINE,
)
_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", "(": "（", ")": "）"}
_OPENS_QUESTION = re.compile(r"^(?:为什么|为何|怎么|怎样|如何|哪|什么|谁|是否|能否|难道|你|您|请问|试问|那么)")


def check_p03(view: View) -> Iterator[Hit]:
    """A mark without its other half in the paragraph; a quotation may run on where the next one opens anew."""
    for field, paragraphs in (("title", [(0, view.title)]), ("body", [(p.start, p.text) for p in view.paragraphs])):
        for n, (start, text) in enumerate(paragraphs):
            following = paragraphs[n + 1][1].lstrip() if n + 1 < len(paragraphs) else ""
            for opening, closing in _PAIRS.items():
                place = _unpaired(text, opening, closing)
                runs_on = opening == "“" and following.startswith("“")
                if place is not None and not (runs_on and text[place] == opening):
                    yield Hit(field, *_shown(start, text, place))


def check_p04(view: View) -> Iterator[Hit]:
    """A short numbered line that ends in 。 and is followed by a line of text, not by its like."""
    lines = view.paragraphs
    for n, line in enumerate(lines[:-1]):
        match = _HEADING.match(line.text)
        if not match:
            continue
        kind = _kind(line.text)
        if _kind(lines[n + 1].text) != kind and (n == 0 or _kind(lines[n - 1].text) != kind):
            yield Hit("body", line.start + match.start("label"), line.start + match.end("hit"))


def check_p05(view: View) -> Iterator[Hit]:
    """Half-width marks, one finding a sentence, with all of them changed."""
    for field in ("title", "body"):
        spans = [(0, len(view.title))] if field == "title" else [(s.start, s.end) for s in view.sentences]
        text = view.text(field)
        for start, end in spans:
            marks = list(_HALF.finditer(text, start, end))
            if marks:
                changed = _HALF.sub(lambda match: _FULL[match.group()], text[start : end + 1])[: end - start]
                low = max(start, min(marks[0].start() - 40, end - 150))
                fix = Fix(start, end, changed)
                yield Hit(field, low, min(end, low + 150), f"有{len(marks)}处半角标点。", fix=fix)


def check_p07(view: View) -> Iterator[Hit]:
    """A statement about a question that ends in a question mark."""
    for sentence in view.sentences:
        if (
            not sentence.text.endswith(("？", "?"))
            or len(sentence.text) > 200
            or _OPENS_QUESTION.match(sentence.text)
            or _ASKS_OPENLY.search(sentence.text)
        ):
            continue
        match = _ASKS.search(sentence.text)
        if match and match.end() == len(sentence.text):
            at = sentence.start + match.start("hit")
            yield Hit("body", sentence.start + match.start(), at + 1)


def _unpaired(text: str, opening: str, closing: str) -> int | None:
    """Where the first mark without its other half stands; list labels such as 1） are no halves."""
    open_at: list[int] = []
    for mark in re.finditer(f"[{opening}{closing}]", text):
        place = mark.start()
        if mark.group() == opening:
            open_at.append(place)
        elif open_at:
            open_at.pop()
        elif opening != "（" or not re.search(r"[0-9一二三四五六七八九十]$", text[max(0, place - 2) : place]):
            return place
    return open_at[0] if open_at else None


def _shown(start: int, text: str, place: int) -> tuple[int, int]:
    """The sentence round a mark, as far as it fits on one line."""
    before = max(text.rfind(mark, 0, place) for mark in "。！？；") + 1
    after = min((at for mark in "。！？；" if (at := text.find(mark, place)) >= 0), default=len(text))
    return start + max(before, place - 60), start + min(after, place + 80, len(text))


def _kind(line: str) -> str:
    match = _LABEL.match(line)
    return (match.lastgroup or "") if match else ""
