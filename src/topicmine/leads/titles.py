"""Titles to write about, taken from the words of the evidence: actor, action or finding, figure; never invented."""

from __future__ import annotations

import re
from collections.abc import Sequence

from topicmine.analysis.signals import find_signals, load_signals
from topicmine.language.names import find_places, find_units
from topicmine.language.parsed import Parsed
from topicmine.language.sentences import Sentence
from topicmine.language.words import content_words, tag
from topicmine.language.words import cut as cut_words

LONGEST = 36
_LABEL = re.compile(
    r"^(?:[一二三四五六七八九十]+[是要、]|第[一二三四五六七八九十][，,、]|[（(]?[0-9一二三四五六七八九十]+[）).．、]|[①-⑳]|[-—·●]+)\s*"
)
_LEADIN = re.compile(
    r"^(?:[0-9]{1,2}[:：][0-9]{2}|[0-9]{1,2}[-/][0-9]{1,2}(?![0-9])|[A-Z0-9-]{5,}(?=[\s　])|"
    r"今年以来|近年来|目前|其中|同时|此外|另外|"
    r"据了解|据介绍|据悉|近日|日前|为此|因此|所以|但是?|不过|而且|并且|后来|于是|随后|结果|"
    r"比如|例如|值得注意的(?:信号)?是|更麻烦的是|需要说明的是|特别是|尤其是|总的来?看|总体上?看|可以说|可以预见|我们?认为|今年|去年|"
    r"(?:20[0-9]{2}年)?(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?(?:起|以来|至[0-9]{1,2}[月日])?(?=[^0-9至底份前])|20[0-9]{2}年)[，,：:]?"
)
_CLAUSE = re.compile(r"(?<![0-9])[,:]|[,:](?![0-9])|[，；;。！!？?：\n\t　](?!(?<=：)[0-9]{2})")
_STRONG = re.compile(r"[0-9]|“|首|不再|改|建议|没有|不明确|同比|由.+[降升增减]|提醒|骗|退|假")
_CHAFF = frozenset(signal.name for signal in load_signals() if signal.chaff)
_CELLS = re.compile(r"[ \t　]*\|[ \t　]*|[ 　]{2,}")
_JOINTS = frozenset(("还有", "只是", "说", "说是", "原因是", "理由是", "其中", "另有", "后来", "再"))
_LEFT = 6  # characters that must remain of a clause when what joins it to the sentence is left out
_OWN = re.compile(r"^(?:我们|我局|我所|我县|我镇|我校|本所|本局|本县|我市|我院|我)")
_UNFINISHED = re.compile(r"(?:的|了|和|与|及|把|将|对|在|由|从|是|但|而|就|都|也|被|为|以)$")
_NAME = re.compile(r"“([一-鿿A-Za-z0-9·]{2,9})”(?![，。；、]?(?:他|她|我|老|大|小)?[说问讲道答])")
_SPOKEN = re.compile(r"[我你他她吗呢吧啊呀]|不是|不[知用要]|[了的]$")
_HANGING = ("r", "c", "d", "p", "f", "u", "y")  # a title that opens with 这, 但, 还, 把, 之后 hangs in the air
# what a title of this type may add, when the clause itself shows one of the signals and does not say so already
_FRAMES = {
    "warning": ("警惕", "", ("danger",), re.compile("提醒|警惕|当心|谨防|小心|风险|防")),
    "public_opinion": ("群众反映", "", ("voice", "fee"), re.compile("反映|来信|诉|盼|问|希望")),
    "problem_suggestion": ("", "，需关注", ("problem", "undone", "cause"), re.compile("建议|需|请|盼|应|问题")),
    "research": ("", "，原因值得分析", ("growth", "share", "new_thing"), re.compile("分析|原因|为什么|调查|成因|去哪")),
}
# what of a document's title is form and not matter
_FORM = re.compile(
    r"[（(【][^（）()【】]*[）)】]|[《》]|(?:20[0-9]{2}|二〇[一-鿿]{2})年度?|[0-9]{1,2}月(?:份|[0-9]{1,2}日)?|^(?:关于|转发)|"
    r"^[^：:|｜·]{2,8}[|｜:：·]"
)
_KIND_OF_PAPER = re.compile(
    r"的?(?:有关|工作|落实|进展|基本)?(?:情况|通知|报告|来?函|总结|汇报|通报|方案|请示|纪要|记录|小结|简报|材料|说明|分析|台账|登记簿?|讲话|日志|"
    r"手记|周记|周报|月报|季报|表|节选|摘要?|清单|笔记|一览|专报|提示|公告|意见|打算|安排|启示|体会|上报|补报)$"
)
_DEEDS = ("experience", "dynamic")
_OWN_RECORDS = ("work_report", "enforcement", "consumer_dispute", "registration", "festival")
_WORTH_ADDING = 2.0
_LEAST_TOPIC, _LONGEST_TOPIC = 4, 14
_TORN = 1.5  # what it costs a clause that it is longer than a title and would have to be cut
_LATER = 1.6  # a sentence of the matter that is less worth telling gives the title only when it reads much better


def propose_title(parsed: Parsed, sentences: Sequence[Sentence], kind: str, source: str = "") -> str:
    """A title of at most 36 characters for a lead of type `kind` that rests on `sentences`, the most telling first.

    It is put together from clauses of one sentence; who did it and the name that the text gives to the method stand
    in front when the clauses lack them, or one fixed word that tells the type (警惕…, …需关注). Every figure in it
    stands in the sentence. A title that would have none of these and none of the document's own words says the matter
    of the document first.
    """
    cores = [(strength - _LATER * rank, core) for rank, (strength, core) in enumerate(map(_core, sentences)) if core]
    if not cores:
        return parsed.document.title[:LONGEST] or sentences[0].text[:LONGEST]
    core = max(cores, key=lambda pair: pair[0])[1]
    if len(core) < _LEFT and parsed.document.title:
        return parsed.document.title[:LONGEST]
    if kind in _DEEDS:
        head, tail = _doer(parsed, sentences, core, source), ""
    else:
        head, tail = _frame(core, kind)
    topic = _topic(parsed.document.title)
    if not head and topic and not any(word in core for word in content_words(topic)):
        head = f"{topic}："
    return f"{head}{_within(core, LONGEST - len(head) - len(tail))}{tail}"


def _topic(title: str) -> str:
    """The matter of a document by its title, without what is only form; empty when nothing short is left."""
    rest = _FORM.sub("", title.strip()).strip(" 　【】")
    while (less := _KIND_OF_PAPER.sub("", rest)) != rest:
        rest = less
    return rest if _LEAST_TOPIC <= len(rest) <= _LONGEST_TOPIC and content_words(rest) else ""


def _frame(core: str, kind: str) -> tuple[str, str]:
    head, tail, needs, said = _FRAMES.get(kind, ("", "", (), _STRONG))
    if said.search(core) or not any(name in find_signals(core) for name in needs):
        return "", ""
    return head, tail


def _doer(parsed: Parsed, sentences: Sequence[Sentence], core: str, source: str) -> str:
    """Who did it and what the method is called, as far as the clauses do not say so; joined to them as Chinese does."""
    name = _method(parsed, sentences, core)
    actor = _actor(parsed, core, source)
    if name:
        return f"{actor}“{name}”："
    if not actor:
        return ""
    return actor if tag(core[:8])[0][1].startswith("v") else f"{actor}："


def _method(parsed: Parsed, sentences: Sequence[Sentence], core: str) -> str:
    """The name in quotation marks that the sentences use and the text uses most, unless the clauses have a name."""
    if "“" in core:
        return ""
    told = "".join(sentence.text for sentence in sentences)
    names = [name for name in _NAME.findall(told) if not _SPOKEN.search(name)]
    return max(names, key=lambda name: (parsed.document.text.count(name), -told.find(name)), default="")


def _actor(parsed: Parsed, core: str, source: str) -> str:
    """The unit that did it, when the clauses name none: of own papers the writer, of others the one in the title."""
    if find_units(core) or find_places(core):
        return ""
    if source in _OWN_RECORDS:
        units = find_units(parsed.document.unit)
        name = units[-1].text if units else parsed.document.unit
    else:
        title = parsed.document.title
        name = next((found.text for found in (*find_units(title), *find_places(title)) if found.start == 0), "")
    name = name.strip("【】《》")
    return name if len(name) <= 8 and name[:1] != "各" and name not in core else ""


def _core(sentence: Sentence) -> tuple[float, str]:
    """The clauses of a sentence that say most, in their order, without list labels and lead-in phrases; how much."""
    text = _LABEL.sub("", _CELLS.sub(" ", sentence.text).strip())
    for _ in range(2):
        text = _LEADIN.sub("", text)
    clauses = [
        clause.strip(" 　”’）)") if clause.count("“") < clause.count("”") else clause.strip()
        for clause in _CLAUSE.split(text)
    ]
    clauses = [_OWN.sub("", clause) for clause in clauses if len(clause) > 1]
    if not clauses:
        return 0.0, ""
    strengths = [_strength(clause) for clause in clauses]
    best = max(range(len(clauses)), key=lambda place: (strengths[place], -place))
    first, last = best, best + 1
    if best and strengths[best - 1] > _WORTH_ADDING and len(clauses[best - 1] + clauses[best]) < LONGEST - 6:
        first = best - 1
    if last < len(clauses) and len("".join(clauses[first : last + 1])) < LONGEST - 6:
        last += 1
    opening = _unjoined(clauses[first])
    return strengths[best] + _opening(opening), "，".join([opening, *clauses[first + 1 : last]])


def _strength(clause: str) -> float:
    told = sum(-1 if name in _CHAFF else 1 for name in find_signals(clause))
    torn = _TORN if len(clause) > LONGEST else 0.0
    return told + len(set(_STRONG.findall(clause))) + min(len(clause), 20) / 10 + _opening(clause) - torn


def _opening(clause: str) -> float:
    """What the first word costs a title: a pronoun, a conjunction or a preposition needs what went before."""
    word, label = tag(clause[:8])[0]
    return -1.0 if label.startswith(_HANGING) and word not in {"不", "不再"} else 0.0


def _unjoined(clause: str) -> str:
    """The clause without the conjunction or the 还有, 其中 that only joins it to what went before."""
    word, label = tag(clause[:8])[0]
    if word.startswith("且"):  # 且不 is one word to the segmenter
        word, label = "且", "c"
    rest = clause[len(word) :].lstrip("，,：:是 ")
    return rest if (label.startswith("c") or word in _JOINTS) and len(rest) >= _LEFT else clause


def _within(core: str, room: int) -> str:
    """`core` cut to `room` characters at a clause, or at a word that can end a phrase."""
    if len(core) <= room:
        return _balanced(core)
    cut = _whole_words(core, room)
    if cut[-1:].isdigit() and core[len(cut)] not in "，、；：）)”":
        cut = cut.rstrip("0123456789.,")  # half a figure, or one without its measure, is a wrong figure
    comma = max(cut.rfind("，"), cut.rfind("、"))
    if comma >= room // 3:
        cut = cut[:comma]
    while _UNFINISHED.search(cut) and len(cut) > 8:
        cut = cut[:-1]
    return _balanced(cut)


def _whole_words(text: str, room: int) -> str:
    """The words of `text` that end within `room` characters, joined."""
    end = 0
    for word in cut_words(text):
        if end + len(word) > room:
            break
        end += len(word)
    return text[:end] or text[:room]


def _balanced(text: str) -> str:
    text = text.rstrip("，、；：,;:")
    for opening, closing in ("“”", "（）", "《》"):
        if text.count(opening) > text.count(closing):
            text += closing
        elif text.count(opening) < text.count(closing):
            text = text.replace(closing, "", 1)
    return text
