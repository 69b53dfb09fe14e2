"""The system's papers and journals: deployments that show there before any document does (seed source 9)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from topicmine.analysis.gist import Gist, cover, gist, weight
from topicmine.analysis.highlights import best_sentences
from topicmine.analysis.material import Cue, Material, Pattern, Setting, Source
from topicmine.analysis.passages import Passage, Passages
from topicmine.analysis.quoting import in_order, quote_sentence
from topicmine.analysis.records import OWN, facts_in, matter_of
from topicmine.analysis.threads import Thread, body_of, find_threads
from topicmine.analysis.wide import newest
from topicmine.language.parsed import Parsed
from topicmine.language.sentences import Sentence
from topicmine.language.words import content_words
from topicmine.model import Candidate, Quote

_AHEAD = re.compile(
    "拟|或将|将成|将设|将被|将会|即将|酝酿|起草|征求意见|送审|在走程序|正在(?:研究|制定|比较)|研究推广|尚未|没有专门|尚无|没有下来|年内|年底前|"
    "有望|预计|很可能|可能(?:在|列入|明确)|列入|呼吁|应当?把|应索要|应当?(?:显著|明确)|建议(?:各地|基层|县级)|宜先|先动了手|试点|试行|不妨|重点|"
    "专班|课题组|工作组|调研组|写[^，。]{1,8}办法的|条文|[这第]一?[二三四五六七]?稿|讨论稿|草案|同一份文本|同一版式|统一(?:版式|样式|编码)|参观函|取经|(?:几|两|三|四|五|多)个?(?:省|市|县)的同行|见分晓|连登|单行本"
)
_DEPLOYED = re.compile(
    "按部署|按[^，。]{0,10}(?:办法|方案|文件|部署|要求)(?:由|执行|开展|清查|整治|检查|推进)|已部署|专项(?:检查|行动|整治)开展[^，。]{0,6}(?:天|日|月|百日)|满一年|一年记|这一年$|"
    "落实[^，。]{0,16}(?:文件|办法|通知)|(?:去年|已)印发|走过(?:百日|[^，。]{0,3}年)|收官|阶段性成效|成效见诸"
)
_SINCE = timedelta(days=150)
_GAP = timedelta(days=75)
_SHARED = 3.8
_CLOSE = 0.5
_SAID_BEFORE, _HELD = 0.5, 0.3
_MOST, _SHORTEST = 3, 14
_MOST_QUOTES = 6
_NEAR, _TELLING, _HELD_BY_ONE = 0.03, 1.2, 0.015


def find_early_signals(materials: Sequence[Material], setting: Setting) -> Iterator[Candidate]:
    """Matters that two or more recent pieces of the press tell and no earlier document orders, with own facts.

    Either a piece announces something, or the own records know the matter too. Rests on seed source 9: some
    deployments show in the press well before the document.
    """
    fresh = [m for m in newest(materials) if m.source == "trade_press" and _fresh(m, setting)]
    fresh = [m for m in fresh if not _DEPLOYED.search(m.parsed.document.title + m.parsed.document.text)]
    threads = find_threads(fresh, least=_SHARED, gap=_GAP)
    if not threads:
        return
    orders = [m for m in materials if m.source == "superior_document" and m.parsed.document.date]
    known = Passages([m for m in materials if m.source in OWN], setting.profile)
    found = [_early(thread, orders, known, setting) for thread in threads]
    yield from sorted((c for c in found if c), key=lambda c: (-c.strength, c.subject))[:_MOST]


def _fresh(material: Material, setting: Setting) -> bool:
    day = material.parsed.document.date
    return bool(day and setting.today - _SINCE <= day <= setting.today)


def _signals(thread: Thread) -> int:
    return sum(bool(_AHEAD.search(m.parsed.document.text)) for m in thread.members)


def _early(thread: Thread, orders: Sequence[Material], known: Passages, setting: Setting) -> Candidate | None:
    """The candidate of one thread; None when a document asked for it first, or nothing says that it will come here."""
    first = thread.members[0].parsed.document.date
    asked = gist("\n".join(map(body_of, thread.members)))
    answers = [m for m in orders if _orders(m, asked, thread)]
    if any(m.parsed.document.date and first and m.parsed.document.date <= first for m in answers):
        return None
    later = [m for m in answers if m.parsed.document.date and m.parsed.document.date <= setting.today]
    facts = _own_facts(asked, thread, known, setting)
    if not (facts or _signals(thread)):
        return None
    pieces = [quote for m in thread.members for quote in _told(m.parsed, thread)]
    order = tuple(quote_sentence(m.parsed, _best(m.parsed, thread)) for m in later[:1])
    return _candidate(thread, in_order(pieces, _MOST_QUOTES) + order, facts, later)


def _own_facts(asked: Gist, thread: Thread, known: Passages, setting: Setting) -> tuple[Quote, ...]:
    """What the own records tell of the matter: passages with a word the pieces share or are titled by."""
    matter = matter_of(map(body_of, thread.members), setting.profile)
    words = {word for m in thread.members for word in content_words(m.parsed.document.title) if _tells(word)}
    words.update(word for word in thread.core if word[0] != "≈" and _tells(word))
    near = [(a, p) for a, p in known.near(asked, _NEAR) if any(word in _text(p) for word in words)][:3]
    kept = [passage for alike, passage in near if alike >= _CLOSE * near[0][0]]
    return tuple(quote for p in kept for quote in facts_in(p.material.parsed, matter, 2, least=_HELD_BY_ONE))


def _tells(word: str) -> bool:
    return len(word) > 1 and max(weight(word[at : at + 2]) for at in range(len(word) - 1)) >= _TELLING


def _text(passage: Passage) -> str:
    return passage.material.parsed.document.title + "".join(sentence.text for sentence in passage.sentences)


def _told(parsed: Parsed, thread: Thread) -> tuple[Quote, ...]:
    """The sentence that announces, and the one most worth telling, in reading order."""
    best = {_best(parsed, thread), *best_sentences(parsed, "trade_press", 1)}
    return tuple(quote_sentence(parsed, sentence) for sentence in sorted(best, key=lambda s: s.start))


def _orders(order: Material, asked: Gist, thread: Thread) -> bool:
    """True when a document is about the thread: by its title, or because it holds most of the thread's words."""
    body = gist(body_of(order))
    held = sum(worth for word, worth in thread.core.items() if word in body or word in order.parsed.document.text)
    titled = cover(gist(order.parsed.document.title), asked) >= _SAID_BEFORE
    return held > 0 and (titled or held >= _HELD * sum(thread.core.values()))


def _best(parsed: Parsed, thread: Thread) -> Sentence:
    """The sentence that announces something on the matter, else the one that speaks of it most."""

    def held(sentence: Sentence) -> float:
        own = gist(sentence.text)
        said = sum(worth for word, worth in thread.core.items() if word in own or word in sentence.text)
        return said + 15 * len(set(_AHEAD.findall(sentence.text)))

    long = [sentence for sentence in parsed.sentences if len(sentence.text) >= _SHORTEST] or list(parsed.sentences)
    return max(long, key=lambda s: (round(held(s), 3), -s.start))


def _candidate(
    thread: Thread, focus: tuple[Quote, ...], facts: tuple[Quote, ...], later: Sequence[Material]
) -> Candidate:
    titles = "".join(m.parsed.document.title for m in thread.members)
    words = sorted((w for w in thread.core if w[0] != "≈"), key=lambda w: (w not in titles, -thread.core[w], w))[:3]
    topic = "、".join(words)
    days = [str(m.parsed.document.date) for m in thread.members]
    state = f"文件{later[0].parsed.document.date}才到" if later else "还没有见到文件"
    return Candidate(
        source="trade_press",
        pattern="press-ahead",
        type="problem_suggestion" if facts else "dynamic",
        focus=focus,
        facts=facts,
        subject=f"报刊先声{topic}",
        reason=f"{days[0]}到{days[-1]}报刊{len(days)}次谈到“{topic}”，{state}。",
        title=f"报刊{len(days)}次谈“{words[0] if words else topic}”，{state}，先摸清本地家底"[:36],
        angle="先写本地家底和难处，文件一到就能报“我们已经先做了”。",
        window="problem_suggestion",
        event=thread.members[-1].parsed.document.date,
        strength=0.8 if facts else 0.55,
        missing=("本地家底的完整数字", "能不能先试一处"),
        cautions=() if later else ("只见于报刊，动笔前先向上级核实",),
    )


SOURCE = Source(
    code="trade_press",
    display="行业报刊",
    what="本系统、本行业的报纸和刊物。有些部署先见报后见文，别处的办法也可以借来比一比。",
    cues=(
        Cue(
            "是报刊的稿件",
            r"本报(?:讯|记者|评论员|特约|通讯员|综合)|本刊|《[^》]{2,14}(?:报|刊|通讯|研究|导刊|观察|论坛|周刊|参考|月刊|杂志|学刊)》",
            "head",
        ),
        Cue("转载、摘自刊物", r"摘自|原载|转自|(?:载|刊)[于《]|第[0-9]+期|总第|[0-9]版", "text"),
        Cue(
            "有责任编辑、作者单位",
            r"责任编辑|作者(?:单位|系|为|是)|摘\s*要[:：]|关键词[:：]|编者按|编后|栏目主持|约稿|投稿",
        ),
        Cue(
            "评论、访谈、读者来稿",
            r"评论员|访谈|对话|答(?:本报|本刊|记者)问|问[:：]|答[:：]|来稿|读者|专家|学者|圆桌|笔谈|一家之言|札记|随笔",
        ),
        Cue(
            "讲行业动向",
            r"(?:据|从)[^。]{0,14}(?:获悉|了解)|业内|行业|值得(?:注意|关注)的(?:信号|动向)|可以预见|送审|试行|修订稿|标准(?:将|拟)|全国[^。]{0,10}(?:已有|多地|各地)",
        ),
        Cue(
            "跨省市举例",
            r"某省|外省|[一-鿿]{1,4}省[一-鿿]{1,5}[市县]|(?:东部|西部|中部|南方|北方)(?:某|一)|[一两三四五六七八九十]+个?(?:省|地市|城市|县)",
        ),
    ),
    patterns=(
        Pattern(
            "early-signal",
            "dynamic",
            "报上透出的部署，文件还没到",
            ("signal", "task", "turn", "remark"),
            "focus",
            angle="先摸清本地家底，文件一到就能报“我们已经先做了”。",
            ask=("本地家底", "能不能先试一处"),
            cautions=("只见于报刊，动笔前先向上级核实",),
        ),
        Pattern(
            "borrow",
            "experience",
            "别处的办法可以借来试，写出我们的不同",
            ("coined", "homemade", "change", "first", "effect", "borrowed_hands", "doing", "lesson", "oddity", "case"),
            "focus",
            angle="他们做了什么、换到我们这里要改什么，不抄原文。",
            ask=("本地条件差在哪里", "有没有先试的单位"),
        ),
        Pattern(
            "pointed-research",
            "research",
            "报刊给的题目和数字，本地可以照着摸一遍",
            ("share", "growth", "cause", "new_thing"),
            "focus",
            angle="用同样的口径看本地，写差别和原因。",
            ask=("本地同口径数据",),
        ),
        Pattern(
            "press-warning",
            "warning",
            "报刊点出的风险，本地要提前提醒",
            ("danger", "tips"),
            "focus",
            ask=("本地有没有同类产品、同类商家",),
        ),
        Pattern(
            "pointed-problem",
            "problem_suggestion",
            "报刊点出的难题，本地有实例就能写",
            ("problem", "suggest", "undone", "fee"),
            "focus",
            angle="用本地的例子回答报刊的问题。",
            ask=("本地实例", "本地的解法"),
        ),
        Pattern("press-voice", "public_opinion", "报刊登的群众说法", ("voice",), "focus", ask=("本地有没有人这么说",)),
    ),
    corpus_finders=(find_early_signals,),
)
