"""Work around one festival: useful only inside its window (seed source 7)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from topicmine.analysis.coverage import find_tasks
from topicmine.analysis.gist import Gist, cover, gist
from topicmine.analysis.material import Cue, Material, Pattern, Setting, Source
from topicmine.analysis.occasions import Occasion, Papers, near_occasions, papers_of
from topicmine.analysis.quoting import in_order, quote_sentence
from topicmine.language.parsed import Parsed
from topicmine.language.sentences import Sentence
from topicmine.model import Candidate, Quote

_NAMES = (
    "元旦|春节|新春|过年|年货|除夕|正月|腊月|元宵|三八|妇女节|3·15|3\\.15|三一五|清明|五一|劳动节|端午|粽子|七一|中秋|月饼|国庆|双节|"
    "黄金周|重阳|双11|双十一|618|开学季?|高考|中考|质量月|安全生产月|农历新年|小长假|假期|节前|节后|节日|过节|庙会|龙舟|丰收节|防汛|春耕"
)

_HALVES = 2
_A_FEAST = timedelta(days=10)
_ONE_MATTER, _RARE = 3.5, 1.5
_TOGETHER, _SOON = 3, 1.5
_COMPARED, _SAID_TWICE = "对照去年同期的数字，抓住最容易出的事", "几份材料说到同一件事，正是报的时候"
_MOST_WORTH = re.compile("投诉|不合格|退|起|涨|超|事故|办结|上门|新|首次|提前|换|改|约|承诺|公示")


def find_occasions(materials: Sequence[Material], setting: Setting) -> Iterator[Candidate]:
    """Before and in an occasion: what is wanted now beside last year's figures; after it: this year against last."""
    told: set[Quote] = set()
    for occasion in near_occasions(setting):
        papers = papers_of(occasion, materials, setting)
        over = setting.today > occasion.closes
        candidate = _after(occasion, papers, setting) if over else _ahead(occasion, papers, setting)
        if candidate and not told.intersection(candidate.focus or candidate.facts):
            told.update(candidate.focus or candidate.facts)
            yield candidate


def _ahead(occasion: Occasion, papers: Papers, setting: Setting) -> Candidate | None:
    """Tasks for the occasion, last year's figures, and what already goes on this year; None unless two halves exist."""
    tasks = [task for order in papers.orders for task in find_tasks(order) if task.due >= setting.today]
    focus = in_order((task.quote for task in tasks), 3)
    last = _telling(papers.before, [quote.text for quote in focus], 3)
    now = _telling(papers.now, [quote.text for quote in focus], 2)
    if sum(map(bool, (focus, last, now))) < _HALVES:
        now = _together(papers.now, occasion, setting.today)
        if not now:
            return None
    compared = "对照去年同一个节的数字，" if last else ""
    return Candidate(
        source="festival",
        pattern="occasion-ahead",
        type="dynamic",
        focus=focus,
        facts=last + now,
        subject=f"节前{occasion.name}{occasion.first.year}",
        reason=f"{occasion.name}是{_span(occasion)}，今天{occasion.state(setting.today)}，窗口到{occasion.closes}；{compared}{_count(tasks)}。",
        title=f"{occasion.name}：{_COMPARED if last else _SAID_TWICE}"[:36],
        angle="去年什么事最多，今年谁在防、怎么防；赶在节前发。",
        window="festival",
        event=occasion.full_until,
        opens=occasion.opens,
        closes=occasion.closes,
        strength=0.75,
        missing=("今年到今天的数字", "本单位今年的新做法"),
    )


def _together(papers: Sequence[Parsed], occasion: Occasion, today: date) -> tuple[Quote, ...]:
    """What own papers say that tell of one matter of a feast to come; nothing when only one tells of it."""
    if occasion.last - occasion.first > _A_FEAST or not any(_to_come(p, p.sentences, occasion, today) for p in papers):
        return ()
    about = [_beside(parsed, occasion) for parsed in papers]
    linked = [[other for other in about if other is not one and _common(one, other)] for one in about]
    hub = max(range(len(papers)), key=lambda place: (len(linked[place]), -place), default=0)
    if not papers or not linked[hub]:
        return ()
    matter = {gram: worth for other in linked[hub] for gram, worth in _common(about[hub], other).items()}
    quotes = []
    for parsed, own in zip(papers, about, strict=True):
        if own is about[hub] or any(own is other for other in linked[hub]):
            quotes.append(_best_to_come(parsed, matter, occasion, today))
    return tuple(quote for said in sorted(quotes, key=len)[-_TOGETHER:] for quote in said)


def _beside(parsed: Parsed, occasion: Occasion) -> Gist:
    """What a paper is about besides the occasion itself."""
    text = f"{parsed.document.title}\n{parsed.document.text}"
    for word in sorted(occasion.words, key=len, reverse=True):
        text = text.replace(word, "|")
    return gist(text)


def _common(one: Gist, other: Gist) -> Gist:
    """The rarer pairs of characters that two papers share, when they are enough for one matter."""
    both = {gram: worth for gram, worth in one.items() if gram in other and worth >= _RARE}
    return both if sum(both.values()) >= _ONE_MATTER else {}


def _to_come(parsed: Parsed, sentences: Sequence[Sentence], occasion: Occasion, today: date) -> bool:
    """True when a sentence names a day that is still to come and not after the feast."""
    days = [day.day for sentence in sentences for day in parsed.dates_in(sentence.start, sentence.end)]
    return any(today < day <= occasion.last for day in days)


def _best_to_come(parsed: Parsed, matter: Gist, occasion: Occasion, today: date) -> tuple[Quote, ...]:
    """The two sentences that say most of the matter, and what will happen until the day."""

    def worth(sentence: Sentence) -> float:
        fit = cover(matter, gist(sentence.text))
        return _weight(parsed, sentence, fit) + _SOON * _to_come(parsed, [sentence], occasion, today)

    best = sorted(parsed.sentences, key=lambda sentence: (-round(worth(sentence), 4), sentence.start))[:2]
    return in_order((quote_sentence(parsed, sentence) for sentence in best), 2)


def _after(occasion: Occasion, papers: Papers, setting: Setting) -> Candidate | None:
    """This year's figures of the occasion against last year's, with what was done differently; None without both."""
    now = _telling(papers.now, [], 3)
    last = _telling(papers.before, [quote.text for quote in now], 2)
    if not now or not last:
        return None
    late = (setting.today - occasion.closes).days
    return Candidate(
        source="festival",
        pattern="occasion-compared",
        type="experience",
        focus=(),
        facts=now + last,
        subject=f"节后对比{occasion.name}{occasion.first.year}",
        reason=f"{occasion.name}是{_span(occasion)}，报送窗口{occasion.closes}收口，已过{late}天，不能再作动态；换成两年同期对比还能写。",
        title=f"{occasion.name}已过{late}天：用两年同期对比写做法，不再报动态"[:36],
        angle="同一个节，去年多少、今年多少，变化是哪一招带来的，明年早做什么。",
        window="experience",
        event=setting.today - timedelta(days=1),
        strength=0.7,
        missing=("两年口径是否一致", "变化的原因"),
        cautions=("节日已过，时效为零，只能用同比或来年早动手的角度",),
    )


def _telling(papers: Sequence[Parsed], asked: Sequence[str], most: int) -> tuple[Quote, ...]:
    """The sentences with figures that fit what is asked best, no more than two of one paper."""
    matter = gist("\n".join(asked))
    found: list[tuple[float, Parsed, Sentence]] = []
    for parsed in papers:
        scored = [
            (_weight(parsed, sentence, cover(gist(sentence.text), matter)), sentence) for sentence in parsed.sentences
        ]
        scored.sort(key=lambda pair: (-pair[0], pair[1].start))
        found += [(score, parsed, sentence) for score, sentence in scored[:2] if score >= 1]
    found.sort(key=lambda one: (-one[0], one[1].document.id, one[2].start))
    firsts = {parsed.document.id: (score, parsed, sentence) for score, parsed, sentence in reversed(found)}
    ordered = [*sorted(firsts.values(), key=lambda one: (-one[0], one[1].document.id)), *found]
    return in_order((quote_sentence(parsed, sentence) for _, parsed, sentence in ordered), most)


def _weight(parsed: Parsed, sentence: Sentence, fit: float) -> float:
    figures = len(parsed.figures_in(sentence.start, sentence.end))
    return min(figures, 3) * 0.5 + 0.5 * min(2, len(_MOST_WORTH.findall(sentence.text))) + 2 * fit


def _span(occasion: Occasion) -> str:
    return f"{occasion.first}" if occasion.first == occasion.last else f"{occasion.first}到{occasion.last}"


def _count(tasks: Sequence[object]) -> str:
    return f"上级已提{len(tasks)}项要求" if tasks else "还没有见到上级的要求"


SOURCE = Source(
    code="festival",
    display="节日节点",
    what="一个节日前后的工作。过了节就失去时效，只能换成同比或来年早动手的角度。",
    cues=(
        Cue("题目里有地方的节会", r"[一-鿿]{2}节(?![约能目奏省制点水])|庙会|集市节|旅游季|采摘季", "title"),
        Cue("题目里有节日", _NAMES, "title"),
        Cue("开头就是节日", _NAMES, "head", 2),
        Cue("通篇围着一个节日", _NAMES, "text", 4),
        Cue("节日里的事反复出现", _NAMES, "text", 7),
        Cue(
            "节前节中节后的安排",
            r"节前|节日期间|节中|节后|假期(?:前|中|后|期间)|[前后][一两三]天|倒计时|最后[一两三]天|值守|值班",
        ),
        Cue(
            "节令商品和场所",
            r"月饼|粽子|年货|礼盒|烟花|汤圆|元宵|坟|祭|景区|停车|客房|酒席|宴席|灯会|摊位|电影院|农家乐|考点|校门口",
        ),
    ),
    patterns=(
        Pattern(
            "festival-warning",
            "warning",
            "节日里容易出的事，要赶在节前提醒",
            ("danger", "tips", "task"),
            window="festival",
            angle="赶在节前发；几句大白话，配去年同一个节的例子。",
            ask=("去年同期的件数", "哪类人最容易上当"),
        ),
        Pattern(
            "festival-new-way",
            "experience",
            "今年过节的做法跟往年不一样",
            ("change", "coined", "first", "homemade", "borrowed_hands", "doing", "effect", "oddity", "turn", "case"),
            window="festival",
            angle="跟往年比新在哪里、群众怎么说、结果多少。",
            ask=("去年的做法和数字", "今年的结果", "群众原话"),
        ),
        Pattern(
            "festival-problem",
            "problem_suggestion",
            "节日里冒出来的问题",
            ("problem", "cause", "suggest", "fee", "undone"),
            window="festival",
            angle="把节日里的个别事写成一类事，提出来年早做的建议。",
            ask=("件数和去年比", "该谁管"),
        ),
        Pattern(
            "festival-figures",
            "research",
            "节日数据的变化值得比一比",
            ("growth", "share", "new_thing"),
            window="festival",
            ask=("去年同期的数",),
        ),
        Pattern(
            "festival-voice", "public_opinion", "节日里听到的说法", ("voice",), window="festival", ask=("还有谁这么说",)
        ),
        Pattern(
            "festival-dynamic",
            "dynamic",
            "节日期间的进展，当天或次日就要报",
            ("case", "signal", "remark", "effect"),
            window="festival",
            ask=("当天的数字",),
        ),
    ),
    corpus_finders=(find_occasions,),
)
