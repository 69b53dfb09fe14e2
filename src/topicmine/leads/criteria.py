"""The eight criteria of a lead's value, each with its reason in Chinese and the quotes it rests on."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from topicmine.analysis.material import Material, Setting
from topicmine.analysis.signals import find_signals
from topicmine.analysis.vectors import Shelf
from topicmine.language.figures import find_figures
from topicmine.language.names import find_places, find_units
from topicmine.language.parsed import Parsed
from topicmine.language.sentences import Sentence
from topicmine.leads.windows import lapse
from topicmine.model import Candidate, Criterion, Quote, Window

_LIKE = 0.12  # below this two short texts share only office words
_SAME = 0.45  # at this likeness two texts speak of the same task
_MOST_LINES = 500  # newest lines kept for comparing: linear in what is mined, not in everything ever read
_PEERS = 5
_OUTSIDE = ("regulator_site", "trade_press", "news")
_OUTCOME = re.compile("查处|立案|罚|退|赔|整改|下架|召回|办结|调成|移送|清退|改|注销|换|追回|通过|完成|验收")
_ACTION = re.compile("建议|改为|改由|推行|实行|要求|请|由|逐|公示|登记|检查|排查|回收|备案|培训|签|建|设|报|查|换")
_PERIODS = re.compile("同比|环比|上年|去年|往年|近[三四五两]年|上月|上季|[0-9]月[^。；]{0,12}[0-9]+月|由[0-9]")
_COUNTED = frozenset("件起户家人名位例宗次只台个桶条份箱")


@dataclass(frozen=True)
class Reference:
    """What leads are compared with: lines of superior focus, own archive, leader activities, what peers write."""

    setting: Setting
    focus: Sequence[tuple[Parsed, Sentence]] = ()
    leader: Sequence[tuple[Parsed, Sentence]] = ()
    peers: Mapping[str, int] = field(default_factory=dict)
    peer_count: int = 0


def build_reference(materials: Sequence[Material], setting: Setting) -> Reference:
    """Gather from the mined documents and the setting what the criteria compare with."""
    wanted = [*setting.focus, *(m.parsed for m in materials if m.source == "superior_document")]
    leaders = [m.parsed for m in materials if m.source == "leader_activity"]
    peers = [m.parsed for m in materials if m.source in _OUTSIDE]
    counts = Counter(word for parsed in peers[:2000] for word in set(parsed.terms))
    return Reference(setting, _newest(wanted), _newest(leaders), counts, len(peers))


def judge(
    candidates: Sequence[Candidate], windows: Sequence[Window], materials: Mapping[str, Parsed], reference: Reference
) -> list[dict[str, Criterion]]:
    """For each candidate its criteria by name; `windows` line up with `candidates`, `materials` is by document id."""
    setting = reference.setting
    texts = [setting.profile.modern(_words(candidate)) for candidate in candidates]
    focus = _likeness(reference.focus, texts, setting)
    leader = _likeness(reference.leader, texts, setting)
    archive = Shelf(
        [setting.profile.modern(p.document.title + p.document.text[:600]) for p in setting.archive]
    ).likeness(texts)
    judged = []
    for place, candidate in enumerate(candidates):
        own = {quote.document for quote in candidate.focus + candidate.facts}
        judged.append(
            {
                "timeliness": _timeliness(candidate, windows[place], setting.today),
                "relevance": _relevance(focus[place], reference.focus, own, setting),
                "novelty": _novelty(archive[place], setting),
                "specificity": _specificity(candidate),
                "distinctiveness": _distinctiveness(candidate, materials, reference),
                "attention": _attention(leader[place], reference.leader, setting.today),
                "representativeness": _representativeness(candidate),
                "actionability": _actionability(candidate),
            }
        )
    return judged


def _newest(parsed: Sequence[Parsed]) -> list[tuple[Parsed, Sentence]]:
    ordered = sorted(parsed, key=lambda p: (p.document.date or date.min, p.document.id), reverse=True)
    lines = [(p, s) for p in ordered for s in p.sentences if 10 <= s.end - s.start <= 120]
    return lines[:_MOST_LINES]


def _likeness(lines: Sequence[tuple[Parsed, Sentence]], texts: Sequence[str], setting: Setting) -> Any:
    return Shelf([setting.profile.modern(s.text) for _, s in lines]).likeness(texts)


def _words(candidate: Candidate) -> str:
    return "".join(dict.fromkeys(quote.text for quote in candidate.focus + candidate.facts))


def _quote(line: tuple[Parsed, Sentence]) -> Quote:
    return line[0].document.quote(line[1].start, line[1].end)


def _timeliness(candidate: Candidate, window: Window, today: date) -> Criterion:
    if window.full_until is None or window.closes is None:
        return Criterion(None, "事情的日期不明，这一项不计，权重由其他项分担。")
    value = lapse(candidate.window, window, today)
    if value >= 1:
        return Criterion(1.0, f"{window.full_until}前报送都不晚。")
    if value <= 0:
        return Criterion(0.0, f"{window.closes}已过时效。")
    return Criterion(round(value, 2), f"{window.full_until}后逐日减分，{window.closes}失效。")


def _relevance(row: Any, lines: Sequence[tuple[Parsed, Sentence]], own: set[str], setting: Setting) -> Criterion:
    if not lines:
        return Criterion(None, "没有上级文件或报送要点可对照，这一项不计。")
    best, line, factors = 0.0, lines[0], ""
    for place, likeness in enumerate(row):
        if likeness < _LIKE:
            continue
        parsed, _ = lines[place]
        weight, level = _authority(parsed, setting)
        age = max(0, (setting.today - parsed.document.date).days) if parsed.document.date else 90
        score = min(1.0, float(likeness) / _SAME) * weight * 0.5 ** (age / 90)
        if parsed.document.id in own:
            score = max(score, weight * 0.5 ** (age / 90))  # the lead quotes that document itself
        if score > best:
            best, line, factors = score, lines[place], f"相近{likeness:.2f}，{level}权重{weight}，距今{age}天"
    if not best:
        return Criterion(0.0, "没有找到与它相近的上级要求。")
    reason = f"回应“{line[0].document.title[:24]}”（{factors}）。"
    return Criterion(round(best, 2), reason, evidence=(_quote(line),))


def _authority(parsed: Parsed, setting: Setting) -> tuple[float, str]:
    head = f"{parsed.document.unit}{parsed.document.title}{parsed.document.number}{parsed.document.text[:60]}"
    names = {"national": "国家级", "province": "省级", "city": "市级", "county": "县级"}
    for level, table in setting.profile.authority.items():
        if any(word in head for word in table["words"]):
            return float(table["weight"]), names.get(level, level)
    return 0.7, "县级"


def _novelty(row: Any, setting: Setting) -> Criterion:
    if not setting.archive:
        return Criterion(1.0, "没有给出已报材料（--archive），按没报过算。")
    place = int(row.argmax())
    likeness = float(row[place])
    title = setting.archive[place].document.title or setting.archive[place].document.id
    return Criterion(
        round(max(0.0, 1 - likeness), 2), f"与已报的“{title[:24]}”最近，相近{likeness:.2f}，新意为1减去它。"
    )


def _specificity(candidate: Candidate) -> Criterion:
    text = _words(candidate)
    figures = [figure.text.strip() for figure in find_figures(text) if figure.unit]
    places, units = find_places(text), find_units(text)
    case = bool((places or units) and figures and _OUTCOME.search(text))
    value = min(1.0, 0.5 * min(len(figures) / 3, 1) + 0.3 * case + 0.2 * bool(units or "“" in text))
    shown = "、".join(figures[:3]) or "没有"
    return Criterion(
        round(value, 2),
        f"数字{len(figures)}个（{shown}）；{'有' if case else '没有'}完整事例；{'有' if units else '没有'}点到单位。",
    )


def _distinctiveness(candidate: Candidate, materials: Mapping[str, Parsed], reference: Reference) -> Criterion:
    if reference.peer_count < _PEERS:
        return Criterion(None, f"可比的外单位材料只有{reference.peer_count}篇（至少{_PEERS}篇），这一项不计。")
    quotes = candidate.facts or candidate.focus
    sentence = "".join(quote.text for quote in quotes)
    parsed = materials.get(quotes[0].document)
    words = sorted({word for word in (parsed.terms if parsed else ()) if word in sentence})
    if not words:
        return Criterion(0.0, "没有可比的实词。")
    total = max(reference.peer_count, 1)
    rare = [w for w in words if math.log((1.5 / 2) / ((reference.peers.get(w, 0) + 0.5) / total)) > 1.5]
    shown = "、".join(rare[:4])
    return Criterion(round(len(rare) / len(words), 2), f"{len(words)}个实词里{len(rare)}个外单位少见（{shown}）。")


def _attention(row: Any, lines: Sequence[tuple[Parsed, Sentence]], today: date) -> Criterion:
    hits: dict[str, tuple[float, tuple[Parsed, Sentence]]] = {}
    for place, likeness in enumerate(row):
        parsed = lines[place][0]
        day = parsed.document.date
        if likeness >= 2 * _LIKE and day and day <= today:
            recency = 0.5 ** ((today - day).days / 60)
            if recency > hits.get(parsed.document.id, (0.0, None))[0]:
                hits[parsed.document.id] = (recency, lines[place])
    if not hits:
        return Criterion(0.0, "没有找到领导提到它的地方。")
    amount = sum(recency for recency, _ in hits.values())
    latest = max(hits.values(), key=lambda hit: hit[0])[1]
    last = f"{latest[0].document.date}《{latest[0].document.title[:18]}》"
    reason = f"{len(hits)}份领导活动提到，最近一次{last}，按60天减半合计{amount:.2f}。"
    return Criterion(round(1 - math.exp(-0.7 * amount), 2), reason, evidence=(_quote(latest),))


def _representativeness(candidate: Candidate) -> Criterion:
    text = _words(candidate)
    places = len({named.text for named in find_places(text)})
    counted = max((f.value for f in find_figures(text) if f.unit[-1:] in _COUNTED), default=0.0)
    documents = len({quote.document for quote in candidate.focus + candidate.facts})
    tests = (places >= 3 or documents >= 3, counted >= 30, bool(_PERIODS.search(text)) or documents >= 3)
    reason = (
        f"地方{places}处（够3处得分）、最大的数{counted:g}（够30得分）、{'有' if tests[2] else '没有'}两个时期可比。"
    )
    return Criterion(round(sum(tests) / 3, 2), reason)


def _actionability(candidate: Candidate) -> Criterion:
    text = _words(candidate)
    owner = bool(find_units(text))
    action = bool(_ACTION.search(text))
    timed = "task" in find_signals(text) or "doing" in find_signals(text)
    said = [name for name, shown in (("有主语", owner), ("有动作", action), ("有时间或步骤", timed)) if shown]
    return Criterion(round((owner + action + timed) / 3, 2), f"{'、'.join(said) or '主语、动作、时间都没有'}。")
