"""Odd names counted side by side in papers on complaints: whoever puts them in quotation marks does not trust them."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from topicmine.analysis.gist import weight
from topicmine.analysis.material import Material
from topicmine.analysis.quoting import quote_around
from topicmine.analysis.trends import SMALL
from topicmine.model import Quote

_NUMBER = "[0-9]{1,4}[件起例宗通笔单张个](?!月)"
_QUOTED = re.compile(
    f"“(?P<name>[^“”，。；、（）]{{2,10}})(?:（[^（）”]{{1,12}}）)?”(?:[（(][^（）()]{{1,14}}[）)])?[^0-9，、；。“”]{{0,8}}{_NUMBER}"
)
_PLAIN = re.compile(f"(?<=[，、；和及有])(?P<name>[一-鿿]{{2,6}}){_NUMBER}")
_ITEM = re.compile(
    "(?<![一-鿿“])(?P<name>[一-鿿]{2,8})(?P<number>[0-9]{1,4})(?=[件起例宗通笔单张个条人户]?(?:[，、；。（）\n]|$))"
)
_ANY_QUOTED = re.compile("“([^“”，。；、（）]{2,12})(?:（[^（）”]{1,12}）)?”")
_KIND = re.compile("类$|投诉|举报|咨询|问题|纠纷|其他|服务|食品|餐饮|产品|商品|[的了是有]")
_COUNTED = re.compile("[一-鿿”）][0-9]{1,4}[件起例宗通笔单张个](?![月人户])")
_THEN_COUNTED = re.compile(f"[”]?(?:[（(][^（）()]{{1,14}}[）)])?[^0-9，、；。“”]{{0,10}}{_NUMBER}")
_A_BOOK = re.compile("投诉|举报|调解|纠纷|来访|来电|接访|工单|诉求|转办|值班|来信|办结件|热线")
_OWN_DOING = re.compile(
    "(?:开展|推行|建立|打造|落实|组织|推出|实行|做法|设立|印发|张贴|贴上|创建|召开|实施|公布|评为|获得|叫响|办|搞|的)$"
)
_WORDING = re.compile("(?:把|印成|写成|写着|写的是|写明|注明|标着|贴着|念成|错成)$")
_TOLD_OF = re.compile("(?:反映|投诉|称|问|的是|用了|买了?的?|说是|叫作?|办了?)$")
_RARE, _MANY, _MONTHS = 0.35, 3, 4
_A_SUMMARY = 2  # counts that make a paper a summary of complaints
_TURNING, _FAR_ABOVE = 0.5, 3
_REACH = 40  # characters between two counts of one list


def counted_together(materials: Sequence[Material]) -> Iterator[tuple[frozenset[str], Quote]]:
    """Names of one list of counts, two or more of them in quotation marks, with the words that count them.

    A name of the list without marks counts when some paper puts it in marks. That they are one thing is likely, not
    said: the caller must say so.
    """
    marked = "\n".join(name for m in materials for name in _ANY_QUOTED.findall(m.parsed.document.text))
    for material in materials:
        text = material.parsed.document.text
        if text.count("“") < 2:
            continue
        runs: list[list[re.Match[str]]] = []
        for match in _QUOTED.finditer(text):
            if not _KIND.search(match["name"]):
                near = runs and match.start() - runs[-1][-1].end() <= _REACH and "。" not in _between(text, runs, match)
                if near:
                    runs[-1].append(match)
                else:
                    runs.append([match])
        for run in runs:
            if len(run) > 1:
                stop = text.find("。", run[-1].end())
                end = min(run[-1].end() + _REACH, stop if stop >= 0 else len(text))
                plain = [m["name"] for m in _PLAIN.finditer(text, run[0].start(), end) if not _KIND.search(m["name"])]
                names = frozenset([*(match["name"] for match in run), *(name for name in plain if name in marked)])
                yield names, quote_around(material.parsed, run[0].start(), run[-1].end())


def complained_of(materials: Sequence[Material]) -> Iterator[tuple[str, Quote]]:
    """Names in quotation marks that complaints are about.

    A paper that counts complaints says how many or that somebody told of them; a book of complaints just names them.
    """
    for material in materials:
        text = material.parsed.document.text
        book = bool(_A_BOOK.search(material.parsed.document.title))
        if not book and len(_COUNTED.findall(text)) < _A_SUMMARY:
            continue
        for match in _ANY_QUOTED.finditer(text):
            counted = _THEN_COUNTED.match(text, match.end())
            told = _TOLD_OF.search(text, max(0, match.start() - 8), match.start())
            named = book and not _OWN_DOING.search(text, max(0, match.start() - 6), match.start())
            wording = _WORDING.search(text, max(0, match.start() - 6), match.start())
            if (counted or told or named) and not (wording or _KIND.search(match[1])):
                yield match[1], quote_around(material.parsed, match.start(), match.end())


def odd_names(materials: Sequence[Material]) -> Iterator[tuple[frozenset[str], Quote]]:
    """Names complained of that papers of neighbouring months tell in turn and that sound like one another.

    They hang together when they stand in one sentence, or share a rare character or two characters in a row. Three
    names in two papers or more make a group; that they are one thing is likely, not said.
    """
    found = sorted(dict.fromkeys(complained_of(materials)), key=lambda pair: (pair[1], pair[0]))
    days = {m.parsed.document.id: m.parsed.document.date for m in materials}
    groups: list[list[tuple[str, Quote]]] = []
    for name, quote in found:
        near = [
            group
            for group in groups
            if any(
                other == quote or (_sounds_like(name, said) and _months_apart(days, quote, other) <= _MONTHS)
                for said, other in group
            )
        ]
        merged = [pair for group in near for pair in group] + [(name, quote)]
        groups = [group for group in groups if group not in near] + [merged]
    for group in groups:
        names = frozenset(name for name, _ in group)
        if len(names) >= _MANY and len({quote.document for _, quote in group}) > 1:
            yield from ((names, quote) for quote in dict.fromkeys(quote for _, quote in group))


def counted_in_turn(materials: Sequence[Material]) -> Iterator[tuple[frozenset[str], Quote]]:
    """Things that paper after paper counts under ever other names with one rare character (扫码床1条, 折叠床3张).

    Three papers with three such names or more, and the counts do not fall and end far above where they began. That
    they are one thing is likely, not said.
    """
    found: dict[str, dict[Quote, list[tuple[str, int]]]] = defaultdict(lambda: defaultdict(list))
    told = sorted(materials, key=lambda m: (str(m.parsed.document.date), m.parsed.document.id))
    for material in told:
        for match in _ITEM.finditer(material.parsed.document.text):
            if not _KIND.search(match["name"]):
                quote = quote_around(material.parsed, match.start(), match.end())
                for character in sorted(set(match["name"])):
                    if weight(character) >= _TURNING:
                        found[character][quote].append((match["name"], int(match["number"])))
    for items in found.values():
        names = frozenset(name for told_here in items.values() for name, _ in told_here)
        totals: dict[str, int] = defaultdict(int)
        for quote, told_here in items.items():
            totals[quote.document] += sum(number for _, number in told_here)
        nested = any(one != other and one in other for one in names for other in names)
        if len(names) >= _MANY and not nested and _climbs(list(totals.values())):
            yield from ((names, quote) for quote in items)


def _climbs(values: Sequence[int]) -> bool:
    steps = pairwise(values)
    return len(values) >= _MANY and all(a <= b for a, b in steps) and values[-1] >= max(SMALL, _FAR_ABOVE * values[0])


def _sounds_like(one: str, other: str) -> bool:
    pairs = {one[at : at + 2] for at in range(len(one) - 1)}
    return any(pair in other for pair in pairs) or any(weight(c) >= _RARE for c in set(one) & set(other))


def _months_apart(days: Mapping[str, date | None], one: Quote, other: Quote) -> float:
    a, b = days[one.document], days[other.document]
    return abs((a - b).days) / 30 if a and b else math.inf


def _between(text: str, runs: Sequence[Sequence[re.Match[str]]], match: re.Match[str]) -> str:
    return text[runs[-1][-1].end() : match.start()]
