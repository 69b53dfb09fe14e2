"""Local media: the standing concerns of party and government, and what was published but never reported (seed 10)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from topicmine.analysis.gist import Gist, cover, gist
from topicmine.analysis.highlights import best_quotes, best_worth
from topicmine.analysis.material import Cue, Material, Pattern, Setting, Source
from topicmine.analysis.quoting import in_order, quote_sentence
from topicmine.analysis.records import OWN, Records, facts_in, matter_of
from topicmine.analysis.signals import find_signals
from topicmine.analysis.submissions import ADMITTED, Log, admissions, is_log, read_log
from topicmine.analysis.threads import Thread, body_of, find_threads, without_masthead
from topicmine.analysis.wide import newest
from topicmine.language.names import find_places
from topicmine.language.sentences import Sentence
from topicmine.model import Candidate, Quote

_SINCE = timedelta(days=240)
_GAP = timedelta(days=60)
_SHARED = 5.0
_SENT, _SENT_WEIGHT = 0.15, 5.0
_MOST, _TOLD, _WHOLE_STORY = 4, 3, 4
_WORTH_ALONE = 0.6
_SHORTEST_OPENING = 15
_PLACE_ENDS = "省市县区镇乡村"
_PRACTICE = ("coined", "homemade", "change", "first", "effect", "borrowed_hands", "doing")


def find_unreported(materials: Sequence[Material], setting: Setting) -> Iterator[Candidate]:
    """Own measures that the media told and that no list of submissions has, or of which somebody says so.

    Without any list, archive or admission nothing is claimed: nobody could tell.
    """
    log = read_log(materials, setting)
    admitted = admissions(materials)
    if not log.known and not admitted:
        return
    fresh = _fresh(materials, setting)
    known = Records([m for m in materials if m.source in OWN and not is_log(m)], setting.profile)
    found = []
    units = re.compile("|".join(map(re.escape, _units(materials, setting))))
    for thread in _threads(fresh):
        alone = len(thread.members) == 1
        if not alone and not any(units.search(m.parsed.document.unit + m.parsed.document.text) for m in thread.members):
            continue
        said = _said_of(thread, admitted)
        if said or (log.known and _is_practice(thread) and not _sent(thread, log)):
            matter = matter_of(map(body_of, thread.members), setting.profile)
            found.append(_unreported(thread, matter, said, known))
    yield from sorted(found, key=lambda c: (-c.strength, c.subject))[:_MOST]


def _threads(fresh: Sequence[Material]) -> list[Thread]:
    """Threads of several pieces, then single pieces."""
    found = list(find_threads(fresh, least=_SHARED, gap=_GAP, figures=True))
    told = {m.parsed.document.id for thread in found for m in thread.members}
    return found + [Thread((m,), {}) for m in fresh if m.parsed.document.id not in told]


def _fresh(materials: Sequence[Material], setting: Setting) -> list[Material]:
    """Recent pieces of the media; of the trade press those that name one of our places or offices."""
    homes = re.compile("|".join(map(re.escape, _homes(materials, setting))) or "(?!)")
    return [
        m
        for m in newest(materials)
        if m.source == "news" or (m.source == "trade_press" and homes.search(m.parsed.document.text))
        if (day := m.parsed.document.date) and setting.today - _SINCE <= day <= setting.today
    ]


def _homes(materials: Sequence[Material], setting: Setting) -> list[str]:
    """Our offices by their full names, and the places in these names."""
    units = {m.parsed.document.unit for m in materials if m.source in OWN} | {setting.unit}
    places = {place.text for unit in units for place in find_places(unit)}
    return sorted(name for name in units | places if len(name) > 2)


def _units(materials: Sequence[Material], setting: Setting) -> tuple[str, ...]:
    """Names and endings by which a piece shows that it tells of our own offices, or that the paper is of our place."""
    own = {m.parsed.document.unit for m in materials if m.source in OWN and len(m.parsed.document.unit) > 1}
    ends = {end for end in setting.profile.units.get("own_suffixes", ()) if len(end) > 1 or end in "镇乡村"}
    stems = {name[:-1] for name in _homes(materials, setting) if name[-1] in _PLACE_ENDS}
    return tuple(sorted(name for name in own | ends | stems | {setting.unit} if name))


def _is_practice(thread: Thread) -> bool:
    """True for a matter told twice that shows a way of doing things or figures, or a piece well worth telling."""
    if len(thread.members) == 1:
        return best_worth(thread.members[0].parsed, "news") >= _WORTH_ALONE
    text = "\n".join(m.parsed.document.text for m in thread.members)
    figures = sum(len(m.parsed.figures) for m in thread.members)
    return figures >= _TOLD or any(name in _PRACTICE for name in find_signals(text))


def _said_of(thread: Thread, admitted: Sequence[tuple[Material, Sentence, Quote]]) -> tuple[Quote, ...]:
    """Admissions that stand in the thread itself, or that name its matter in so many words."""
    ids = {m.parsed.document.id for m in thread.members}
    names = [name for m in thread.members for name in _coined(m)]
    quotes = [
        quote
        for material, _, quote in admitted
        if material.parsed.document.id in ids or any(name in quote.text for name in names)
    ]
    return tuple(dict.fromkeys(quotes))[:2]


def _coined(material: Material) -> list[str]:
    return re.findall("“([^”]{3,10})”", material.parsed.document.text)


def _sent(thread: Thread, log: Log) -> bool:
    """True when an entry of the lists speaks of the same thing, in whatever words."""
    whole = gist("\n".join(map(body_of, thread.members)))
    return any(_same(entry, whole) for entry in log.entries)


def _opening(pieces: Sequence[Material]) -> list[Quote]:
    """How a story that one piece tells begins, after the byline: who did what, where."""
    if len(pieces) != 1:
        return []
    told = (s for s in pieces[0].parsed.sentences if len(without_masthead(s.text)) >= _SHORTEST_OPENING)
    return [quote_sentence(pieces[0].parsed, sentence) for sentence in list(told)[:1]]


def _same(entry: Gist, whole: Mapping[str, float]) -> bool:
    common = sum(worth for gram, worth in entry.items() if gram in whole)
    return cover(entry, whole) >= _SENT and common >= _SENT_WEIGHT


def _unreported(thread: Thread, matter: Gist, said: tuple[Quote, ...], known: Records) -> Candidate:
    pieces = [m for m in thread.members if not ADMITTED.search(m.parsed.document.title)]
    per_piece = 2 if len(pieces) > 1 else _WHOLE_STORY
    best = [quote for m in pieces for quote in best_quotes(m.parsed, "news", per_piece)]
    told = in_order([*_opening(pieces), *best], _WHOLE_STORY + 1)
    near = known.near(matter)[:1]
    facts = tuple(q for _, m in near for q in facts_in(m.parsed, matter, 2))
    head = pieces[0].parsed.document if pieces else thread.members[0].parsed.document
    days = [str(m.parsed.document.date) for m in thread.members]
    why = "有材料自己说没有往上报过" if said else "报送清单里没有这一条"
    return Candidate(
        source="news",
        pattern="published-not-reported",
        type="experience",
        focus=(*told, *(quote for quote in said if quote not in told)),
        facts=facts,
        subject=f"见报未报{head.title}",
        reason=f"{'、'.join(days)}媒体报道过{len(days)}次，{why}。",
        title=f"{head.title}：已见报、未上报"[:36],
        angle="媒体写热闹，信息写办法、条件和效果，再说一句别处能不能照做。",
        window="experience",
        event=thread.members[-1].parsed.document.date,
        strength=0.75 if said or len(thread.members) > 1 else 0.6,
        missing=("做法的成本和人手", "前后对比的数字", "推开的条件"),
        cautions=("补报前向承办单位核对数字，媒体的数可能有出入",),
    )


SOURCE = Source(
    code="news",
    display="新闻报道",
    what="本地报纸、电视、融媒和读者来信。媒体盯着的就是党委政府关心的，跟自己手里的记录一对，就有题目。",
    cues=(
        Cue(
            "是本地媒体的稿件",
            r"(?:日报|晚报|晨报|都市报|农民报|早报|快报|商报|融媒|电视台|广播|民生|新闻网|新闻部)|《[^》]{1,8}(?:日报|晚报|农民报|早报)》",
            "head",
        ),
        Cue(
            "开头是媒体的名字和日期",
            r"(?:^|\n)(?:《[^》\n]{2,12}》|[一-鿿]{0,8}(?:日报|晚报|县报|早报|晨报|广播|电视台|电台|融媒体?(?:中心)?))(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日(?:讯|电|报道|消息)?[:：]",
            "head",
        ),
        Cue("记者在现场", r"记者(?!问)|本台|见习|采访|镜头|小编|讯[（(：:]|（[^）]{0,10}记者[^）]{0,12}）|摄影报道"),
        Cue(
            "读者来信、热线",
            r"编辑同志|读者来[信函]|热线|编者附言|编后|来函照登|市民[^。]{0,8}(?:反映|来电|爆料)|街坊|网友|问政|回音壁",
        ),
        Cue(
            "讲老百姓的事",
            r"市民|村民|居民|街坊|种植户|养殖户|果农|菜农|摊主|老板|业主|家长|乘客|师傅|大[爷妈姐叔伯哥嫂]",
            "text",
            2,
        ),
        Cue("新闻的时间口气", r"昨[天日晚]|今[天早晨]|前天|这几天|连日来|上周|早市|清晨|傍晚|近日"),
        Cue(
            "部门受访回应",
            r"(?:部门|局|学校|村委会|公司|物业|银行)[^。]{0,10}(?:回应|表示|称|答复|工作人员(?:说|告诉))",
        ),
    ),
    patterns=(
        Pattern(
            "public-complaint",
            "public_opinion",
            "群众向媒体反映的事，领导会问",
            ("voice", "fee"),
            "focus",
            angle="用群众原话，写清多少人、多少钱、找过谁、谁该答复。",
            ask=("情况是否属实", "本单位有没有同类投诉"),
            cautions=("媒体一家之言，先核实",),
        ),
        Pattern(
            "concern-problem",
            "problem_suggestion",
            "报道里有党委政府长期关心的难题",
            ("problem", "suggest", "undone", "task"),
            "focus",
            angle="报道说的难处，用本单位的记录印证，再提建议。",
            ask=("本单位相关记录", "牵头部门"),
        ),
        Pattern(
            "concern-research",
            "research",
            "报道里的数字和疑问值得调查",
            ("growth", "share", "cause", "new_thing"),
            "focus",
            angle="把报道没答上来的问题查清楚。",
            ask=("链条上各环节的数", "本地三年对比"),
        ),
        Pattern(
            "news-warning", "warning", "报道里的危险要提醒", ("danger", "tips"), "focus", ask=("本地有无同类情况",)
        ),
        Pattern(
            "published-practice",
            "experience",
            "媒体已经报过的好做法，向上报过没有",
            ("coined", "homemade", "change", "first", "effect", "borrowed_hands", "doing", "oddity"),
            "focus",
            angle="媒体写热闹，信息写办法和效果。",
            ask=("有没有报送过", "做法的数字和条件"),
        ),
        Pattern("news-progress", "dynamic", "事情有了新进展", ("case", "signal", "remark"), "focus", ask=("最新进展",)),
    ),
    corpus_finders=(find_unreported,),
)
