"""Odd names counted side by side in papers on complaints: whoever puts them in quotation marks does not trust them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from topicmine.analysis.material import Material
from topicmine.analysis.quoting import quote_around
from topicmine.model import Quote

_NUMBER = "[0-9]{1,4}[件起例宗通笔单]"
_QUOTED = re.compile(
    f"“(?P<name>[^“”，。；、（）]{{2,10}})(?:（[^（）”]{{1,12}}）)?”(?:[（(][^（）()]{{1,14}}[）)])?[^0-9，、；。“”]{{0,8}}{_NUMBER}"
)
_PLAIN = re.compile(f"(?<=[，、；和及有])(?P<name>[一-鿿]{{2,6}}){_NUMBER}")
_ANY_QUOTED = re.compile("“([^“”，。；、]{2,12})”")
_KIND = re.compile("类$|投诉|举报|咨询|问题|纠纷|其他|服务|食品|餐饮|产品|商品|[的了是有]")
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


def _between(text: str, runs: Sequence[Sequence[re.Match[str]]], match: re.Match[str]) -> str:
    return text[runs[-1][-1].end() : match.start()]
