"""Counts that stand in texts: “餐饮311户；上门助浴27户”, “一季度29件、二季度44件”, rows of a plain table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from topicmine.analysis.periods import PERIOD, Period, document_period, period_of
from topicmine.language.parsed import Parsed
from topicmine.model import Quote

_UNIT = "户|家|件|起|例|宗|人次|人|批次|次|单|条|台|辆|个|笔|桩|份|张|名|位|处"
_NUMBER = r"(?P<number>[0-9]{1,3}(?:[,，][0-9]{3})+|[0-9]{1,6})"
_ITEM = re.compile(rf"(?:[0-9]{{1,2}}[.、]\s*)?(?P<name>[^0-9\s]{{2,22}}?)\s*{_NUMBER}\s*(?P<unit>{_UNIT})")
_BARE = re.compile(rf"(?P<name>[一-鿿（）、“”A-Za-z]{{2,12}}?)\s?{_NUMBER}")
_CHAIN = re.compile(rf"(?P<name>[^0-9\s]{{0,16}}?){PERIOD}\s*[^0-9，。；、\s]{{0,6}}?\s*{_NUMBER}\s*(?P<unit>{_UNIT})?")
_PIECE = re.compile(r"[^；;，,。！？\n\t：:、]+")
_CELL = re.compile(r"[^\t　 |｜\n]+")
_WHOLE_PERIOD = re.compile(PERIOD)
_NUMERAL = re.compile(r"[0-9]{1,6}(?:[,，][0-9]{3})*$")
_BEFORE = re.compile(
    "^(?:其中|共计|共有|共|有|另有|另|还有|分别|为|是|及|和|与|全[县市区镇乡]|本[月季周期年]|上[月季]|当[月季]|累计|合计|新增|新设|新登记|登记|注销|受理|接收|接到|收到|"
    "接|涉及|关于|反映|因|对|的|已|约|近|超|达|仅|而|但|各|市局要求单列的|要求单列的)+"
)
_AFTER = re.compile(
    "(?:投诉举报|投诉|举报|来电|工单|纠纷|登记|新设|共计|共|有|达|为|约|是|的|类|计|增至|升至|降至|减至|只有|仅|已|了|问题)+$"
)
_BRACKET = re.compile("[（(][^（）()]{0,20}[）)]?|[“”《》]")
_TOTAL = re.compile(
    "合计|总|其他|其它|小计|全部|以上|余下|户数|件数|经营主体$|市场主体$|^企业$|^个体|^投诉|检查|出动|发放|培训|调解|办结|挽回|立案|罚"
)
_LEAST_ROWS = 3
_NOTE = re.compile("[（(][^（）()\n]{2,40}[）)]")


@dataclass(frozen=True, slots=True)
class Count:
    """How many of `name` there were in `period`; `quote` is where it says so."""

    name: str
    value: int
    period: Period
    quote: Quote
    unit: str = ""


def read_counts(parsed: Parsed) -> tuple[Count, ...]:
    """The named counts of a text in order of their place; totals and remainders are left out.

    >>> from topicmine.model import Document
    >>> text = "餐饮31户；修伞2户；其他9户。"
    >>> [(c.name, c.value) for c in read_counts(Parsed(Document("d", text, "2025年一季度新设")))]
    [('餐饮', 31), ('修伞', 2)]
    """
    period = document_period(parsed.document)
    found: dict[tuple[str, Period], Count] = {}
    readers = [_chains(parsed)]
    if period:
        readers += [_rows(parsed, period), _items(parsed, period)]
    for reader in readers:
        for count in reader:
            found.setdefault((count.name, count.period), count)
    return tuple(sorted(found.values(), key=lambda count: (count.quote.start, count.period)))


def plain_name(text: str) -> str:
    """The thing counted, without the words around it; empty when it is a total or nothing in particular.

    >>> plain_name("其中受理“电动车电池”类投诉")
    '电动车电池'
    """
    name = _BRACKET.sub("", text).strip(" 　-—·.．:：")
    name = _AFTER.sub("", _BEFORE.sub("", name))
    name = _AFTER.sub("", name)
    return "" if len(name) < 2 or len(name) > 14 or _TOTAL.search(name) else name


def _items(parsed: Parsed, period: Period) -> Iterator[Count]:
    text = parsed.document.text
    for piece in _PIECE.finditer(text):
        match = _ITEM.match(text, piece.start(), piece.end())
        if match and not _WHOLE_PERIOD.search(match["name"]):
            yield from _counted(parsed, match["name"], match["number"], period, *_with_note(text, match), match["unit"])
    for sentence in parsed.sentences:
        pieces = [
            _BARE.fullmatch(text, p.start(), p.end()) for p in _PIECE.finditer(text, sentence.start, sentence.end)
        ]
        bare = [match for match in pieces if match]
        if len(bare) >= 4:
            for match in bare:
                yield from _counted(parsed, match["name"], match["number"], period, *match.span(), "")


def _with_note(text: str, match: re.Match[str]) -> tuple[int, int]:
    note = _NOTE.match(text, match.end())
    return match.start(), note.end() if note else match.end()


def _counted(
    parsed: Parsed, name: str, number: str, period: Period, start: int, end: int, unit: str
) -> Iterator[Count]:
    plain = plain_name(name)
    if plain:
        value = int(number.replace(",", "").replace("，", ""))
        yield Count(plain, value, period, parsed.document.quote(start, end), unit)


def _chains(parsed: Parsed) -> Iterator[Count]:
    """Counts of one thing over several periods in one sentence."""
    text, base = parsed.document.text, parsed.document.date
    for sentence in parsed.sentences:
        chain = list(_CHAIN.finditer(text, sentence.start, sentence.end))
        if len(chain) < 2:
            continue
        name = plain_name(re.split("[，,；;：:、。]", chain[0]["name"])[-1]) or _subject(parsed, chain[0].start())
        for match in chain:
            own = plain_name(re.split("[，,；;：:、。]", match["name"])[-1])
            name = own or name
            period = period_of(match, base)
            if name and period:
                yield from _counted(parsed, name, match["number"], period, *_widened(text, match), match["unit"] or "")


def _widened(text: str, match: re.Match[str]) -> tuple[int, int]:
    start = match.start()
    while start < match.end() and text[start] in "，,；;：:、。和 　":
        start += 1
    return start, match.end()


def _subject(parsed: Parsed, offset: int) -> str:
    """What a chain of bare periods counts: the piece just before it, else what is quoted there or in the title."""
    before = parsed.document.text[max(0, offset - 40) : offset]
    pieces = [piece for piece in re.split("[，,；;：:。\n、]", before) if piece.strip()]
    last = plain_name(re.sub(f"[0-9]+(?:{_UNIT})?.*$", "", pieces[-1])) if pieces else ""
    if last and len(last) <= 10 and not before.rstrip().endswith(("。", "！", "？")):
        return last
    for words in (before, parsed.document.title):
        quoted = re.findall("“([^”]{2,12})”", words)
        if quoted:
            return plain_name(quoted[-1])
    return ""


def _rows(parsed: Parsed, period: Period) -> Iterator[Count]:
    """Rows of plain tables: a name and numbers, three lines or more, under a line that may name periods or things."""
    text = parsed.document.text
    block: list[tuple[re.Match[str], str, list[str]]] = []
    heads: list[str] = []
    for line in [*re.finditer("[^\n]+", text), None]:
        cells = [cell.group() for cell in _CELL.finditer(text, line.start(), line.end())] if line else []
        row = _row(cells)
        if row and line:
            block.append((line, *row))
            continue
        if len(block) >= _LEAST_ROWS:
            yield from _block(parsed, block, heads, period)
        block, heads = [], cells


def _row(words: list[str]) -> tuple[str, list[str]] | None:
    if len(words) > 2 and _NUMERAL.match(words[0]):
        words = words[1:]
    if len(words) < 2 or _NUMERAL.match(words[0]) or len(words[0]) > 20:
        return None
    numbers = []
    for word in words[1:]:
        bare = re.sub(f"(?:{_UNIT})$", "", word)
        if not _NUMERAL.match(bare):
            break
        numbers.append(bare)
    return (words[0], numbers) if numbers else None


def _block(
    parsed: Parsed, block: list[tuple[re.Match[str], str, list[str]]], heads: list[str], period: Period
) -> Iterator[Count]:
    """A table: things down and periods across, or periods down and things across, or one column of numbers."""
    base = parsed.document.date
    periods = _periods(heads, base)
    for line, name, numbers in block:
        end = min(line.end(), line.start() + 100)
        spot = _WHOLE_PERIOD.match(name)
        own = period_of(spot, base) if spot else None
        if own and len(heads) > 1 and not periods:
            for head, number in zip(heads[1:], numbers, strict=False):
                yield from _counted(parsed, head, number, own, line.start(), end, "")
        elif periods and len(numbers) >= len(periods):
            for head_period, number in zip(periods, numbers, strict=False):
                yield from _counted(parsed, name, number, head_period, line.start(), end, "")
        elif not periods:
            yield from _counted(parsed, name, numbers[0], period, line.start(), end, "")


def _periods(heads: list[str], base: date | None) -> list[Period]:
    """The periods that a heading line names, in order of time; empty when it names fewer than two."""
    found: list[Period] = []
    for head in heads:
        match = _WHOLE_PERIOD.search(head)
        period = period_of(match, base) if match else None
        if period:
            found.append(period)
    return found if len(found) > 1 and found == sorted(set(found)) else []
