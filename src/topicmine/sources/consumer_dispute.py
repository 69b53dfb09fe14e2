"""Complaints and mediation: stories that are over, patterns over a period, warnings to the public (seed source 5)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from topicmine.analysis.identity import Alias, Mention, find_aliases, name_pattern
from topicmine.analysis.material import Cue, Material, Pattern, Setting, Source
from topicmine.analysis.quoting import in_order
from topicmine.analysis.registers import Entry, row_quote
from topicmine.analysis.rising import count_rows, dated_rows, pick, pick_terms, quotes_of
from topicmine.analysis.trends import Series, has_risen
from topicmine.analysis.wide import newest
from topicmine.model import Candidate, Quote

_OWN = ("consumer_dispute", "work_report", "enforcement", "registration", "festival")
_MOST = 2
_ABOUT = re.compile("投诉|诉求|工单|信访|热线|来信|来电")
_MOST_QUOTES = 9


def find_rising(materials: Sequence[Material], setting: Setting) -> Iterator[Candidate]:
    """Things complained of under several names, then single things whose counts rise beyond chance."""
    rows = dated_rows(materials, "complaint")
    taken: set[str] = set()
    for alias in find_aliases(newest(materials), _OWN):
        candidate = _several_names(alias, rows)
        if candidate:
            taken.update(alias.names)
            yield candidate
    told = pick(_papers(materials), _OWN, has_risen, setting)
    heads = tuple(sorted({name[-1] for name in taken}))
    rest = [
        entry
        for entry in rows
        if not taken
        or not (name_pattern(sorted(taken)).search(_line(entry)) or entry.row.cells.get("item", "").endswith(heads))
    ]
    listed = pick_terms(rest, ("item", "category"), has_risen, setting)
    fresh = [s for s in [*told[:_MOST], *listed[:_MOST]] if not any(s.name in n or n in s.name for n in taken)]
    yield from (_risen(series) for series in _by_name(fresh))


def _papers(materials: Sequence[Material]) -> list[Material]:
    """Papers on complaints, and own papers of other kinds whose title says that they count complaints."""
    return [
        m
        for m in materials
        if m.source == "consumer_dispute" or (m.source in _OWN and _ABOUT.search(m.parsed.document.title))
    ]


def _by_name(series: Sequence[Series]) -> list[Series]:
    kept: dict[str, Series] = {}
    for one in series:
        if not any(one.name in name or name in one.name for name in kept):
            kept[one.name] = one
    return list(kept.values())


def _line(entry: Entry) -> str:
    return "\n".join(entry.row.cells.values())


def _several_names(alias: Alias, rows: Sequence[Entry]) -> Candidate | None:
    """One thing under several names; None when no count of it is told twice, or the counts fall."""
    totals = _totals(alias)
    listed = [e for e in rows if name_pattern(alias.names).search(_line(e))]
    counted = count_rows(listed)
    if len(totals) < 2 and len(counted) < 2:
        return None
    if len(totals) > 1 and totals[-1][1] < totals[0][1] and len(counted) < 2:
        return None
    outside = [m for m in alias.mentions if m.material.source not in _OWN]
    counts = [m.quote for m in _own_mentions(alias) if m.count is not None]
    others = [m.quote for m in _own_mentions(alias) if m.count is None]
    tied = _one_each(_own_first(alias))[:3]
    room = _MOST_QUOTES - min(2, len(listed)) - len(tied)
    quoted = in_order([*_spread(counts, room), *tied, *_one_each(others)], _MOST_QUOTES - min(2, len(listed)))
    sample = [row_quote(entry, alias.names[0]) for entry in listed[-2:]]
    said = [f"{day}的材料{n}件" for day, n in totals[-5:]]
    if counted:
        said.append(f"台账逐月{'、'.join(f'{p.label}{n}' for p, n in counted[-6:])}")
    days = [mention.day for mention in alias.mentions]
    marked = any("“" in quote.text for quote in alias.statements)
    likely = "都被加了引号点数" if marked else "名字相近、几份材料轮着点数"
    sure = "是同一种东西" if alias.said else f"{likely}，多半是同一种东西，先核实"
    return Candidate(
        source="consumer_dispute",
        pattern="several-names",
        type="warning",
        focus=in_order([m.quote for m in outside], 1),
        facts=(*_facts(quoted, outside), *sample),
        subject=f"一物多名{_often(alias)[0]}",
        reason=f"{'、'.join(_often(alias)[:5])}{sure}，分开看都不多，合起来：{'；'.join(said)}。",
        title=f"“{'”“'.join(_often(alias)[:2])}”等一物多名，投诉合起来在涨"[:36],
        angle="把几个名字并成一笔账，写清怎么认出来、谁在上当、怎么防，再追一个源头。",
        window="complaint_period",
        event=max(days),
        strength=0.9,
        missing=("合并后的逐月件数", "涉及金额和人群", "源头是哪一家"),
        cautions=("是不是一家所为要查实再说，别点企业名",),
    )


def _facts(quoted: Sequence[Quote], outside: Sequence[Mention]) -> tuple[Quote, ...]:
    spent = {mention.quote for mention in outside[:1]}
    return tuple(quote for quote in quoted if quote not in spent)


def _own_mentions(alias: Alias) -> list[Mention]:
    return sorted((m for m in alias.mentions if m.material.source in _OWN), key=lambda m: (m.day, m.quote))


def _often(alias: Alias) -> list[str]:
    uses = Counter(mention.name for mention in alias.mentions)
    return sorted(alias.names, key=lambda name: (-uses[name], name))


def _own_first(alias: Alias) -> list[Quote]:
    sources = {mention.quote.document: mention.material.source for mention in alias.mentions}
    return sorted(alias.statements, key=lambda quote: sources.get(quote.document) != "consumer_dispute")


def _one_each(quotes: Sequence[Quote]) -> list[Quote]:
    """The first quote of each document."""
    return list({quote.document: quote for quote in reversed(quotes)}.values())[::-1]


def _spread(quotes: Sequence[Quote], most: int) -> list[Quote]:
    """At most `most`, from first to last evenly, since a rise shows at its ends."""
    if len(quotes) <= most:
        return list(quotes)
    return [quotes[place * (len(quotes) - 1) // max(1, most - 1)] for place in range(most)]


def _totals(alias: Alias) -> list[tuple[str, int]]:
    """Dates of the office's own papers with the cases they tell under all names together, oldest first.

    A paper on complaints that tells of a name before anybody counted tells of one case at least.
    """
    cells: dict[str, dict[int, int]] = {}
    for mention in alias.mentions:
        if mention.count is not None and mention.material.source in _OWN:
            cells.setdefault(f"{mention.day}", {})[mention.count_at] = mention.count
    first = min(cells, default="")
    for mention in alias.mentions:
        if mention.count is None and mention.material.source == "consumer_dispute" and f"{mention.day}" < first:
            cells.setdefault(f"{mention.day}", {mention.quote.start: 1})
    return [(day, sum(found.values())) for day, found in sorted(cells.items())]


def _risen(series: Series) -> Candidate:
    last = series.points[-1]
    before = series.values[-5:-1]
    mean = sum(before) / len(before)
    return Candidate(
        source="consumer_dispute",
        pattern="rising",
        type="research",
        focus=(),
        facts=quotes_of(series),
        subject=f"投诉上升{series.name}",
        reason=f"“{series.name}”{series.arithmetic}；前几期平均{mean:.1f}，最后一期高出的部分超过偶然波动。",
        title=f"“{series.name}”投诉连续上升，{last.period.label}{last.value}件",
        angle="总量、涨跌、集中在谁、为什么、怎么办。",
        window="complaint_period",
        event=last.period.end,
        strength=0.8,
        missing=("上年同期的数，排除季节原因", "前十名商家", "成因"),
    )


SOURCE = Source(
    code="consumer_dispute",
    display="投诉纠纷",
    what="投诉、来信、调解和投诉分析。调解成的一件事可以写，一段时间的集中点更值得写，并给群众提个醒。",
    cues=(
        Cue(
            "题目是投诉、调解或提示",
            r"投诉|调解|纠纷|来信|来电|退|赔|消费(?:警示|提示|提醒|维权)|诉求|热线|工单|信访|维权|调处|矛盾|家长",
            "title",
        ),
        Cue(
            "有申请人和被申请人",
            r"申请人|被申请人|投诉人|被投诉|双方(?:自愿|当事人|签字|同意)|调解(?:员|协议|书|人员|室)|当事双方",
        ),
        Cue(
            "写退赔的过程",
            r"退(?:款|货|还|费|赔|一赔)|赔偿|换货|协商|和解|握手言和|补偿|调解(?:成功|未果|终止|不成)|司法确认|反悔",
        ),
        Cue(
            "是群众的来信口气",
            r"(?:^|\n)[^\n]{0,20}同志[:：]|你们好|我(?:家|们|老伴|女儿|儿子|妈|孙)|此致|一位(?:消费者|市民|老人|家长)|我(?:买|花|交|办)了",
        ),
        Cue(
            "统计投诉的构成",
            r"(?:投诉|工单|诉求|来电|信访)[^。]{0,20}[0-9]+件|投诉(?:热点|集中|量|分析)|(?:占|居)投诉|受理[^。]{0,10}(?:投诉|诉求)",
            "text",
        ),
        Cue("有热线或工单记录", r"工单|来电人|诉求内容|转办|办结|回访|坐席|话务|接线"),
        Cue("对消费者说话", r"消费者|顾客|买家|提醒(?:广大)?(?:消费者|市民|家长|老年)|消费(?:警示|提示|提醒)"),
        Cue("投诉、消费者成串", r"投诉|消费者|退款|退货|商家|店主|调解|赔|诉求|纠纷", "text", 4),
    ),
    patterns=(
        Pattern(
            "mediation-method",
            "experience",
            "调解的办法可以推广",
            ("change", "coined", "homemade", "borrowed_hands", "first", "doing", "lesson", "oddity"),
            angle="写纠纷怎么僵住、一招怎么解开，别写当事人是谁。",
            ask=("用这个办法调成多少件", "花多少时间", "当事人是否已匿名"),
        ),
        Pattern(
            "consumer-warning",
            "warning",
            "同样的亏别人还会吃，要发消费提示",
            ("danger", "tips"),
            angle="骗法一句、上当的人一句、怎么认怎么办三条。",
            ask=("同类投诉件数和金额", "涉及的人群", "有没有检测结论"),
        ),
        Pattern(
            "unsettled-cause",
            "problem_suggestion",
            "纠纷背后有管理上的缺口",
            ("problem", "cause", "suggest", "undone"),
            angle="从一件纠纷说到一类缺口，再提一条能落地的建议。",
            ask=("同类纠纷多少件", "缺的是哪条规定、哪个部门"),
        ),
        Pattern(
            "complaint-analysis",
            "research",
            "一段时间的投诉有了集中点",
            ("share", "growth", "new_thing"),
            window="complaint_period",
            angle="总量、涨跌、集中在谁、为什么、怎么办。",
            ask=("上年同期和上一期的数", "前十名商家", "成因"),
        ),
        Pattern(
            "voice-of-people",
            "public_opinion",
            "群众把话说到了点子上",
            ("voice", "fee"),
            angle="一事一报，用群众原话，说清多少人有同样的想法。",
            ask=("还有多少人这样说", "说的情况是否核实"),
        ),
        Pattern(
            "handled",
            "dynamic",
            "办结了一批或一件有分量的纠纷",
            ("effect", "case", "task", "signal"),
            ask=("退赔金额", "办结时间"),
        ),
    ),
    corpus_finders=(find_rising,),
)
