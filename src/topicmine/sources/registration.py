"""Registrations and counter work: service, new trades, abuse, quarterly figures (seed source 6)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from topicmine.analysis.material import Cue, Material, Pattern, Setting, Source
from topicmine.analysis.quoting import in_order, quote_around
from topicmine.analysis.records import OWN
from topicmine.analysis.registers import Entry, clusters, row_quote
from topicmine.analysis.rising import dated_rows, find_series, pick_new, pick_terms, quotes_of, talk_about
from topicmine.analysis.totals import Mismatch, find_mismatches
from topicmine.analysis.trends import Series, is_new
from topicmine.language.parsed import Parsed
from topicmine.model import Candidate, Quote

_MOST = 2
_ABOUT = re.compile("登记|新设|注册|执照|办照|开办|收件|行业|主体|备案|许可|发证")
_SHOWN = 6
_HEAD, _A_LIST = 2, 5
_NUMBERS = re.compile("[0-9]+")
_CLUSTER, _BURST, _DAYS = 8, 15, 30
_EXPLAINED = 3  # sentences that tell more of a new trade than its count
_ANYBODY = re.compile("^(?:本人|自己|自行|无|窗口|.{0,6}(?:窗口|代办点|代办员|服务中心))$")
_TOWN = re.compile("^.*?[省市县区]")
_ROOM_END = re.compile("(?:室|号|房|-?[0-9]{1,3}工位|室-?[0-9]{1,3}工位)+$")


def find_new_trades(materials: Sequence[Material], setting: Setting) -> Iterator[Candidate]:
    """Things registered that went from nothing to five or more, told by quarterly texts or found in the register."""
    told = pick_new(_papers(materials), OWN, setting)
    rows = dated_rows(materials, "registration")
    listed = pick_terms(rows, ("name", "scope"), is_new, setting, quarters=True)
    said = [s for s in listed if not any(s.name in t.name or t.name in s.name for t in told)]
    for series in [*told[:_MOST], *said[:_MOST]]:
        yield _new_trade(series, materials)


def _papers(materials: Sequence[Material]) -> list[Material]:
    """Papers on registrations, and own papers of other kinds whose title says that they count them."""
    return [
        m
        for m in materials
        if m.source == "registration" or (m.source in OWN and _ABOUT.search(m.parsed.document.title))
    ]


def _new_trade(series: Series, materials: Sequence[Material]) -> Candidate:
    counts = in_order([*_told(series.name, materials), *quotes_of(series)], 7)
    texts = {m.parsed.document.id: m.parsed for m in materials}
    explained = [said for quote in counts if (said := _explained(quote, texts[quote.document], series.name))]
    counted = in_order([*counts, *explained[-_EXPLAINED:]], 7 + _EXPLAINED)
    beside = [
        quote_around(m.parsed, at, at + len(series.name))
        for m, at in talk_about(materials, series.name, {quote.document for quote in counted}, 2)
        if m.source == "registration"
    ]
    last = series.points[-1]
    return Candidate(
        source="registration",
        pattern="new-trade",
        type="research",
        focus=(),
        facts=(*counted, *beside),
        subject=f"新行当{series.name}",
        reason=f"“{series.name}”从无到有：{series.arithmetic}；不是改名，也看不出季节原因。",
        title=f"“{series.name}”从无到有，{last.period.label}登记{last.value}户，原因值得分析",
        angle="从无到有的曲线、谁在干、在哪里、带动多少人、缺什么规矩。",
        window="quarter",
        event=last.period.end,
        strength=0.85,
        missing=("经营者原来干什么", "集中在哪里、雇了几个人", "有没有标准和主管部门"),
    )


def _explained(count: Quote, parsed: Parsed, name: str) -> Quote | None:
    """The last sentence that says more of the thing than how many there were, if there is one."""
    at = parsed.document.text.rfind(name[:_HEAD])
    if parsed.document.table or at < 0:
        return None
    said = quote_around(parsed, at, at + _HEAD)
    return said if len(said.text) > len(count.text) and len(_NUMBERS.findall(said.text)) <= _A_LIST else None


def _told(name: str, materials: Sequence[Material]) -> list[Quote]:
    """What the office's texts count under this name, whatever the period, oldest first."""
    series = [s for s in find_series(_papers(materials), OWN) if s.name == name or s.name.startswith(f"{name}、")]
    points = sorted((p for s in series for p in s.points if p.quotes), key=lambda p: (p.period.end, p.quotes))
    return [quote for point in points for quote in point.quotes]


def find_abuse(materials: Sequence[Material], _: Setting) -> Iterator[Candidate]:
    """Bursts of registrations at one address; the agent they share is named in the reason. Never for publication."""
    rows = dated_rows(materials, "registration")
    plain = [_with_plain_address(entry) for entry in rows]
    for address, burst in clusters(plain, "address", _CLUSTER, _DAYS):
        agents = {entry.row.cells.get("agent", "") for entry in burst} - {""}
        yield _cluster(address, burst, agents)


def _with_plain_address(entry: Entry) -> Entry:
    address = _ROOM_END.sub("", _TOWN.sub("", entry.row.cells.get("address", "")))
    return replace(entry, row=replace(entry.row, cells={**entry.row.cells, "address": address}))


def _cluster(address: str, burst: Sequence[Entry], agents: set[str]) -> Candidate:
    days = (burst[-1].day - burst[0].day).days + 1
    same = f"，代办都是“{next(iter(agents))}”" if len(agents) == 1 else f"，代办有{len(agents)}个"
    return Candidate(
        source="registration",
        pattern="abuse",
        type="problem_suggestion",
        focus=(),
        facts=tuple(row_quote(entry, address) for entry in burst[:5]),
        subject=f"集中登记{address}",
        reason=f"{burst[0].day}至{burst[-1].day}共{days}天，同一地址登记{len(burst)}户{same}。",
        title=f"{days}天内同一地址登记{len(burst)}户，需核查是否虚假登记",
        angle="写现象、规律和制度漏洞，不写具体企业和代办人。",
        window="problem_suggestion",
        event=burst[-1].day,
        strength=0.7,
        missing=("实地核查有几户真在经营", "是否已移送", "同类地址还有几处"),
        cautions=("尚未查实，不得对外发布；先由登记和执法部门核查，经主办人同意再用",),
    )


def find_wrong_totals(materials: Sequence[Material], _: Setting) -> Iterator[Candidate]:
    """Statistics whose total is not the sum of their parts: to be set right before anybody quotes them."""
    for material in materials:
        if material.source == "registration" and not material.parsed.document.table:
            for wrong in list(find_mismatches(material.parsed))[:1]:
                yield _wrong_total(material, wrong)


def _wrong_total(material: Material, wrong: Mismatch) -> Candidate:
    document = material.parsed.document
    added = "+".join(map(str, wrong.parts)) if len(wrong.parts) <= _SHOWN else f"{len(wrong.parts)}项"
    return Candidate(
        source="registration",
        pattern="wrong-total",
        type="problem_suggestion",
        focus=(),
        facts=(wrong.quote,),
        subject=f"合计不符{document.title}",
        reason=f"写的合计是{wrong.total}，各项相加（{added}）是{sum(wrong.parts)}，对不上。",
        title=f"{document.title}：合计与分项对不上，先核再用"[:36],
        angle="先把数对平再分析，不要引用没核过的数。",
        window="quarter",
        strength=0.3,
        missing=("原始台账里的数",),
        cautions=("数没有对平之前不要往上报",),
    )


SOURCE = Source(
    code="registration",
    display="登记办件",
    what="登记注册和窗口办件的数据、记录。新行当、异常扎堆、注销猛增和窗口上听到的话，都是别人看不到的素材。",
    cues=(
        Cue(
            "题目是登记、办照或窗口",
            r"登记|注册|办照|办证|执照|窗口|大厅|新设|注销|变更|设立|户数|办件|代办|名称|年报|准入|行业",
            "title",
        ),
        Cue(
            "写窗口服务",
            r"窗口|大厅|办照|办证|营业执照|帮办|代办|一日办结|全程电子化|容缺|跑一[趟次]|叫号|受理|材料|前来办理",
        ),
        Cue(
            "统计户数",
            r"新(?:设|登记|增|办)[^。]{0,14}[0-9]+户|注销[^。]{0,10}[0-9]+户|[0-9]+户[；;，,。][^。]{0,20}[0-9]+户|(?:企业|个体[^，。]{0,4}|合作社|主体)[0-9]+户",
        ),
        Cue(
            "登记事项",
            r"经营范围|住所|法定代表人|股东|认缴|注册资本|个转企|字号|名称(?:核准|申报|变更)|登记机关|备案|许可",
        ),
        Cue("登记事项成串", r"经营范围|住所|法定代表人|股东|认缴|登记|注销|执照|新设|变更|办照|户", "text", 5),
        Cue(
            "查冒名和虚假登记",
            r"冒名|冒用|虚假(?:登记|住所|地址)|一址多照|同一(?:地址|代办|房间)|撤销登记|实名认证|中介|黄牛",
        ),
        Cue(
            "逐笔变更台账",
            r"(?:^|\n)\s*[0-9]{1,2}[-月./][0-9]{1,2}日?[ \t　][^\n]{2,30}"
            r"(?:有限|店|厂|行|公司|合作社|住所|范围|注销|名称|园)",
        ),
    ),
    patterns=(
        Pattern(
            "service-before-after",
            "experience",
            "窗口改了办法，办事的人少跑了",
            ("change", "effect", "coined", "first", "homemade", "borrowed_hands", "doing"),
            angle="以前要多久、现在多久、靠什么省下来，配一户例子。",
            ask=("改之前和之后的时间、趟数", "用过的户数", "一户例子"),
        ),
        Pattern(
            "new-trade",
            "research",
            "登记里冒出新行当或异常的变化",
            ("new_thing", "growth", "share", "quoted"),
            window="quarter",
            angle="从无到有的曲线、谁在干、在哪里、带动多少人、缺什么规矩。",
            ask=("各季度户数", "从业人员和区域", "经营者为什么干这行"),
        ),
        Pattern(
            "abuse",
            "warning",
            "有人借登记钻空子，要提醒群众",
            ("danger", "tips", "fee"),
            angle="骗法、后果、怎么防三句话。",
            ask=("涉及多少人、多少家", "是否已移送", "能不能公开"),
        ),
        Pattern(
            "rule-gap",
            "problem_suggestion",
            "窗口碰到规定没写清的事",
            ("problem", "cause", "suggest", "undone"),
            angle="一个窗口难题、几种口径、群众怎么吃亏、建议谁来统一。",
            ask=("碰到多少次", "各窗口的口径", "条文出处"),
        ),
        Pattern("counter-talk", "public_opinion", "窗口上听到的实话", ("voice",), ask=("说这话的有几人", "是不是普遍")),
        Pattern(
            "batch-done",
            "dynamic",
            "一件登记新举措落了地",
            ("case", "signal", "task", "first", "effect"),
            ask=("办了多少户", "什么时候开始"),
        ),
    ),
    corpus_finders=(find_new_trades, find_abuse, find_wrong_totals),
)
