"""What the office already sent upward: lists of submissions in the corpus and the archive, and who admits a gap."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from topicmine.analysis.gist import Gist, gist
from topicmine.analysis.material import Material, Setting
from topicmine.analysis.quoting import quote_around
from topicmine.language.sentences import Sentence
from topicmine.model import Quote

_LOG = re.compile(
    "(?:信息|报送|上报|送稿|稿件|已送|送出)[^。]{0,8}(?:登记|目录|清单|一览|存稿|台账|汇总|记录|情况|通报|表)|存稿"
)
_ITEM = re.compile("[；;。\n《》]|(?<=[^0-9])[0-9]{1,2}[.．、](?![0-9])|[一二三四五六七八九十]、")
_FAILED = re.compile("未编发|退回|未采用|没有采用|未报|没报|没有报|撤回|未成稿|漏报|没有成稿")
ADMITTED = re.compile(
    "忙忘了|没有见诸|没有(?:往上|向上|对上)?(?:报过|上报|报送|成稿|写成|材料)|未(?:曾)?(?:上报|报送|报过)|没有先报|没(?:往上|向上)报|有没有(?:往上|向上|写成|报)|"
    "没有[^。；]{0,12}报来|先上了[^。；]{0,12}报|不知道算不算|还没(?:写|报)|忘(?:了|记)报|漏报|报不上来"
)
_SENT = re.compile("(?:报|送|呈)[^，。]{0,24}(?:信息|留底|稿)(?![^，。]{0,8}(?:通知|要点|要求))|信息[:：]|留底|已报")
_OUTSIDE = ("news", "trade_press", "regulator_site")
_SHORTEST = 4


@dataclass(frozen=True)
class Log:
    """What was sent: what each entry is about, and the entries that were sent back."""

    entries: tuple[Gist, ...]
    failed: tuple[Gist, ...]
    known: bool


def read_log(materials: Sequence[Material], setting: Setting) -> Log:
    """Entries of submission lists, papers that were submissions and the archive; `known` is False without any."""
    entries: list[Gist] = []
    failed: list[Gist] = []
    lists = [m for m in materials if is_log(m)]
    for material in lists:
        for line in re.split("[。\n]", material.parsed.document.text):
            pieces = [piece for piece in _ITEM.split(line) if piece and len(piece.strip()) >= _SHORTEST]
            kept = failed if _FAILED.search(line) else entries
            kept += [found for piece in pieces if (found := gist(piece, setting.profile))]
    entries += [
        gist(f"{m.parsed.document.title}\n{m.parsed.document.text}", setting.profile)
        for m in materials
        if _SENT.search(m.parsed.document.title) and not is_log(m) and m.source not in _OUTSIDE
    ]
    entries += [gist(f"{p.document.title}\n{p.document.text}", setting.profile) for p in setting.archive]
    return Log(tuple(entries), tuple(failed), bool(lists or entries))


def is_log(material: Material) -> bool:
    """True for the office's own list of what it sent upward."""
    return bool(_LOG.search(material.parsed.document.title)) and material.source not in _OUTSIDE


def admissions(materials: Sequence[Material]) -> list[tuple[Material, Sentence, Quote]]:
    """Sentences that say themselves that something good was not reported upward."""
    telling = [
        m for m in materials if m.source and not m.parsed.document.table and ADMITTED.search(m.parsed.document.text)
    ]
    return [
        (material, sentence, quote_around(material.parsed, sentence.start, sentence.end))
        for material in telling
        for sentence in material.parsed.sentences
        if ADMITTED.search(sentence.text)
    ]
