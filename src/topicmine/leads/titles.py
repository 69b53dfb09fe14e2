"""Titles to write about, taken from the words of the evidence: actor, action or finding, figure; never invented."""

from __future__ import annotations

import re

from topicmine.analysis.signals import find_signals, load_signals
from topicmine.language.names import find_places, find_units
from topicmine.language.parsed import Parsed
from topicmine.language.sentences import Sentence

LONGEST = 36
_LABEL = re.compile(
    r"^(?:[一二三四五六七八九十]+[是要、]|第[一二三四五六七八九十][，,、]|[（(]?[0-9一二三四五六七八九十]+[）).．、]|[①-⑳]|[-—·●]+)\s*"
)
_LEADIN = re.compile(
    r"^(?:今年以来|近年来|目前|其中|同时|此外|另外|据了解|据介绍|据悉|近日|日前|为此|因此|所以|但是?|不过|而且|并且|后来|于是|随后|结果|"
    r"比如|例如|值得注意的(?:信号)?是|更麻烦的是|需要说明的是|特别是|尤其是|总的来?看|总体上?看|可以说|可以预见|我们?认为|"
    r"20[0-9]{2}年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?|[0-9]{1,2}月[0-9]{1,2}日(?:起|至[0-9]{1,2}日)?)[，,：:]?"
)
_CLAUSE = re.compile(r"(?<![0-9])[,:]|[,:](?![0-9])|[，；;。！!？?：\n](?!(?<=：)[0-9]{2})")
_STRONG = re.compile(r"[0-9]|“|首|不再|改|建议|没有|不明确|同比|由.+[降升增减]|提醒|骗|退|假")
_CHAFF = frozenset(signal.name for signal in load_signals() if signal.chaff)
_OWN = re.compile(r"^(?:我们|我局|我所|我县|我镇|我校|本所|本局|本县|我市|我院|我)")
_UNFINISHED = re.compile(r"(?:的|了|和|与|及|把|将|对|在|由|从|是|但|而|就|都|也|被|为|以)$")
# what a title of this type may add, when the clause itself shows one of the signals and does not say so already
_FRAMES = {
    "warning": ("警惕", "", ("danger",), re.compile("提醒|警惕|当心|谨防|小心|风险|防")),
    "public_opinion": ("群众反映", "", ("voice", "fee"), re.compile("反映|来信|诉|盼|问|希望")),
    "problem_suggestion": ("", "，需关注", ("problem", "undone", "cause"), re.compile("建议|需|请|盼|应|问题")),
    "research": ("", "，原因值得分析", ("growth", "share", "new_thing"), re.compile("分析|原因|为什么|调查|成因|去哪")),
}
_OWN_DEEDS = ("experience", "dynamic")
_OWN_RECORDS = ("work_report", "enforcement", "consumer_dispute", "registration", "festival")


def propose_title(parsed: Parsed, sentence: Sentence, kind: str, source: str = "") -> str:
    """A title of at most 36 characters for a lead of type `kind` that rests on `sentence`.

    It is put together from clauses of the sentence, its acting unit when the sentence names none, and at most one
    fixed word that tells the type (警惕…, …需关注); every figure in it stands in the sentence.
    """
    core = _core(sentence.text)
    if not core:
        return parsed.document.title[:LONGEST] or sentence.text[:LONGEST]
    head, tail = _frame(core, kind)
    if kind in _OWN_DEEDS and source in _OWN_RECORDS:
        head = _actor(parsed, core)
    return f"{head}{_within(core, LONGEST - len(head) - len(tail))}{tail}"


def _frame(core: str, kind: str) -> tuple[str, str]:
    head, tail, needs, said = _FRAMES.get(kind, ("", "", (), _STRONG))
    if said.search(core) or not any(name in find_signals(core) for name in needs):
        return "", ""
    return head, tail


def _actor(parsed: Parsed, core: str) -> str:
    """The unit that did it, when the clause names none: the last part of the document's own unit."""
    if find_units(core) or find_places(core) or not parsed.document.unit:
        return ""
    units = find_units(parsed.document.unit)
    name = units[-1].text if units else parsed.document.unit
    return f"{name}：" if len(name) <= 8 and name not in core else ""


def _core(text: str) -> str:
    """The clauses of a sentence that say most, in their order, without list labels and lead-in phrases."""
    text = _LABEL.sub("", text.strip())
    for _ in range(2):
        text = _LEADIN.sub("", text)
    clauses = [
        clause.strip(" 　”’）)") if clause.count("“") < clause.count("”") else clause.strip()
        for clause in _CLAUSE.split(text)
    ]
    clauses = [_OWN.sub("", clause) for clause in clauses if len(clause) > 1]
    if not clauses:
        return ""
    strengths = [_strength(clause) for clause in clauses]
    best = max(range(len(clauses)), key=lambda place: (strengths[place], -place))
    chosen, size = [best], len(clauses[best])
    for place in (best - 1, best + 1):
        if 0 <= place < len(clauses) and size + len(clauses[place]) + 1 <= LONGEST - 4:
            chosen.append(place)
            size += len(clauses[place]) + 1
    return "，".join(clauses[place] for place in sorted(chosen))


def _strength(clause: str) -> float:
    told = sum(-1 if name in _CHAFF else 1 for name in find_signals(clause))
    return told + len(set(_STRONG.findall(clause))) + min(len(clause), 14) / 14


def _within(core: str, room: int) -> str:
    """`core` cut to `room` characters at a clause, or at a word that can end a phrase."""
    if len(core) <= room:
        return _balanced(core)
    cut = core[:room]
    comma = max(cut.rfind("，"), cut.rfind("、"))
    if comma >= room // 2:
        cut = cut[:comma]
    while _UNFINISHED.search(cut) and len(cut) > 8:
        cut = cut[:-1]
    return _balanced(cut)


def _balanced(text: str) -> str:
    text = text.rstrip("，、；：,;:")
    for opening, closing in ("“”", "（）", "《》"):
        if text.count(opening) > text.count(closing):
            text += closing
        elif text.count(opening) < text.count(closing):
            text = text.replace(closing, "", 1)
    return text
