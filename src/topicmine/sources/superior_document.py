"""Documents from above: what they want, by when, and what has not been answered yet (seed source 2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from topicmine.analysis.coverage import Open, open_tasks
from topicmine.analysis.gist import Gist, cover, gist
from topicmine.analysis.material import Cue, Material, Pattern, Setting, Source
from topicmine.analysis.measures import Measure, unasked_measures
from topicmine.analysis.passages import Passages
from topicmine.analysis.records import OWN, Records, facts_in, matter_of
from topicmine.analysis.stages import Campaign, find_campaign
from topicmine.analysis.wide import newest
from topicmine.model import Candidate, Quote

_MOST, _MOST_UNSURE = 3, 2
_NEAR, _SAID_OF = 0.03, 0.02
_STALE = timedelta(days=60)
_PAPERWORK = re.compile("总结|小结|联络员|进度|^.{0,7}$|另行|报表$")
_SAME = 0.3
_RECENT = timedelta(days=200)


def find_open_tasks(materials: Sequence[Material], setting: Setting) -> Iterator[Candidate]:
    """Tasks with a deadline that nobody has reported on: overdue, or due within two weeks; one matter told once.

    Each comes with what the own papers say nearest to it: the state it is in, or the answer in quite other words.
    """
    texts = [m for m in newest(materials) if not m.parsed.document.table]
    gists: dict[str, Gist] = {}
    found: list[Open] = []
    for material in materials:
        if material.source == "superior_document":
            open_ = open_tasks(material.parsed, texts, gists, setting.today, setting.profile)
            found += [one for one in open_ if one.sure][:_MOST]
            found += [one for one in open_ if _worth_checking(one, setting)][:_MOST_UNSURE]
    found.sort(key=lambda one: (not one.sure, -len(one.admitted), one.task.due, one.task.quote))
    told: list[list[Open]] = []
    for one in found:
        same = next((group for group in told if _same(group[0], one)), None)
        if same:
            same.append(one)
        else:
            told.append([one])
    known = Passages([m for m in materials if m.source in OWN], setting.profile) if told else None
    candidates = (_open(group, known, setting) for group in told if known)
    yield from (candidate for candidate in candidates if candidate.pattern == "open-task" or candidate.facts)


def _worth_checking(one: Open, setting: Setting) -> bool:
    """True for a task of substance, not long overdue, of which nobody can be sure."""
    return not one.sure and one.task.due >= setting.today - _STALE and not _PAPERWORK.search(one.task.words)


def _same(one: Open, other: Open) -> bool:
    a, b = gist(one.task.words), gist(other.task.words)
    return max(cover(a, b), cover(b, a)) > _SAME


def _open(group: Sequence[Open], known: Passages, setting: Setting) -> Candidate:
    one = group[0]
    late = (setting.today - one.task.due).days
    state = f"已过期{late}天" if late > 0 else f"还有{-late}天到期"
    due = f"{one.task.due.month}月{one.task.due.day}日的期限{state}"
    document = one.task.parsed.document
    facts = one.admitted[:4] or _nearest(one, known, setting)
    return Candidate(
        source="superior_document",
        pattern="open-task" if one.sure else "task-check",
        type="dynamic",
        focus=tuple(open_.task.quote for open_ in group[:4]),
        facts=facts,
        subject=f"未报{one.task.words}",
        reason=f"“{document.title[:24]}”有{one.asked}项带期限的任务，{one.answered}项找到了报告；"
        f"这一项{state}，{_said(one, facts)}。",
        title=f"{_short(one.task.words)}：{due}{'' if one.sure else '，只见相近材料，先核对'}",
        angle="先问清楚做了没有：做了就补报结果，没做就写卡在哪里、怎么补。",
        window="dynamic",
        event=max(one.task.due, setting.today),
        strength=0.8 if one.sure else 0.45,
        missing=("这项任务到底做到哪一步", "没报的原因", "什么时候能补上"),
        cautions=("只是没有找到明确的报告，不等于没有做，先向承办单位核实",),
    )


def _said(one: Open, facts: Sequence[Quote]) -> str:
    if one.admitted:
        return f"有{len(one.admitted)}处材料自己说还没做或没报"
    if facts:
        return f"没有找到明确的报告，最像的材料只说到{one.near:.0%}，附在下面"
    return "没有找到任何报告"


def _nearest(one: Open, known: Passages, setting: Setting) -> tuple[Quote, ...]:
    """What the own papers since the order say nearest to the task: two sentences of the best passage."""
    asked = gist(one.task.words, setting.profile)
    issued = one.task.parsed.document.date
    for _, passage in known.near(asked, _NEAR):
        day = passage.material.parsed.document.date
        if issued is None or day is None or issued <= day <= setting.today:
            return facts_in(passage.material.parsed, asked, 2, least=_SAID_OF)
    return ()


def find_stages(materials: Sequence[Material], setting: Setting) -> Iterator[Candidate]:
    """Campaigns that start, are half over or end within five days: the three times at which to report."""
    known = None
    for material in materials:
        campaign = find_campaign(material.parsed) if material.source == "superior_document" else None
        if campaign and campaign.stage(setting.today):
            known = known or Records([m for m in materials if m.source in OWN], setting.profile)
            yield _stage(material, campaign, known, setting)


def _stage(material: Material, campaign: Campaign, known: Records, setting: Setting) -> Candidate:
    document = material.parsed.document
    stage = campaign.stage(setting.today)
    matter = matter_of([f"{document.title}\n{document.text}"], setting.profile)
    facts = tuple(q for _, m in known.near(matter)[:1] for q in facts_in(m.parsed, matter, 2))
    return Candidate(
        source="superior_document",
        pattern="stage-report",
        type="dynamic",
        focus=(campaign.quote,),
        facts=facts,
        subject=f"{stage}{document.title}",
        reason=f"“{document.title[:24]}”从{campaign.first}到{campaign.last}，现在正是{stage}，该报一次。",
        title=f"{document.title[:24]}：{stage}该报一次",
        angle={"起步": "怎么部署、先动了哪里。", "过半": "进展、数字和卡点。", "收官": "结果、办法和没做完的。"}[stage],
        window="dynamic",
        event=setting.today,
        strength=0.5,
        missing=("本地到今天的数字", "自己的办法"),
    )


def find_own_measures(materials: Sequence[Material], setting: Setting) -> Iterator[Candidate]:
    """What we did for a recent document that the document did not ask for; each measure once."""
    recent = [
        m
        for m in materials
        if m.source == "superior_document"
        and (day := m.parsed.document.date)
        and setting.today - _RECENT <= day <= setting.today
    ]
    if not recent:
        return
    known = Records([m for m in materials if m.source in OWN], setting.profile)
    told: set[Quote] = set()
    for material in recent:
        measure = next(unasked_measures(material, known, setting.profile), None)
        if measure and measure.fact not in told:
            told.add(measure.fact)
            yield _unasked(material, measure)


def _unasked(material: Material, measure: Measure) -> Candidate:
    document, report = material.parsed.document, measure.report.parsed.document
    return Candidate(
        source="superior_document",
        pattern="own-measure",
        type="experience",
        focus=measure.asked,
        facts=(measure.fact,),
        subject=f"自选动作{measure.fact.text}",
        reason=f"“{document.title[:22]}”没有要求（只说到其中{measure.covered:.0%}），{report.unit or '本单位'}做了。",
        title=f"自选动作：{_short(measure.fact.text.strip('。；'))}",
        angle="对照文件写自己的做法：文件没要求而我们做了的，先写。",
        event=report.date,
        strength=0.6,
        missing=("这个办法的效果数字", "别处能不能照着做"),
    )


def _short(words: str) -> str:
    """The longer of the first two clauses, at most sixteen characters."""
    return max(words.split("，")[:2], key=len).strip("，、：: ")[:16]


SOURCE = Source(
    code="superior_document",
    display="上级文件",
    what="上级发给下级的通知、方案、通报、督办单、电话通知。任务和期限就是近期重点，照着找自己做了什么、还缺什么。",
    cues=(
        Cue(
            "题目是上级文种",
            r"关于[^。]{2,60}的(?:通知|通报|意见|函|方案|批复|决定|通告|提示|办法|要点)|紧急通知|督办|提示函|工作要点|实施方案|任务清单|交办|约稿|征集",
            "title",
        ),
        Cue(
            "开头点名下级单位",
            r"各[^，。；\n]{0,30}(?:局|所|股室|处室|单位|乡镇|镇|街道|村|社区|学校|园|支队|大队|站|办)[^，。；\n]{0,24}[:：]",
            "head",
        ),
        Cue("有发文字号", r"[〔\[（(]20[0-9]{2}[〕\]）)]\s*第?[0-9]+号", "head"),
        Cue(
            "写明“通知如下”",
            r"(?:通知|通报|批复|函告|印发|要求|安排|部署|有关事项|重点)[^。]{0,14}如下|现(?:印发|转发|予?下发)",
            "text",
        ),
        Cue(
            "要求贯彻执行",
            r"遵照执行|认真贯彻|抓好落实|请(?:认真|立即|及时|抓紧|结合实际)[^。]{0,14}(?:落实|执行|办理|贯彻)|不得以任何理由|追究责任|追责问责|严肃问责",
        ),
        Cue(
            "逐项布置并限期上报",
            r"(?:[0-9]+日|月底|季度末|年底|每[日周月])[^。；]{0,8}前[^。；]{0,16}报|报送至|上报(?:市局|县局|我办|我局|我科|联系)|限[^。；]{0,10}(?:完成|报)|逾期",
        ),
        Cue("命令语气密集", r"务必|一律|不得|严禁|必须|应当|须(?!知)|凡", "text", 3),
        Cue(
            "列了对象、范围、步骤",
            r"(?:整治|检查|征集|评选|实施)?(?:范围|对象|步骤|时间安排|工作要求|工作目标|方法步骤|考核|评分标准|成果运用)(?:[。：:]|\n)",
        ),
        Cue(
            "电话或口头交办的记录",
            r"(?:电话|来电|口头|值班)(?:通知|记录|交办)|通话记录|来电人|接听人|传达(?:如下|市局|县里)",
            "head",
        ),
        Cue("点名批评下级", r"(?:点名|通报)批评|责令[^。]{0,10}(?:检讨|说明|整改)|限期整改|被通报|未按(?:时|要求)报送"),
        Cue(
            "落款是上级机关",
            r"(?:办公室|局|委员会|人民政府|厅|部)\s*\n?\s*(?:20[0-9]{2}|二〇二.)\s*年[^\n]{2,12}日\s*$",
            "tail",
        ),
    ),
    patterns=(
        Pattern(
            "wanted-problem",
            "problem_suggestion",
            "上级点名要反映的问题，自己手里可能有实例",
            ("problem", "fee", "undone"),
            "focus",
            angle="照上级给的题目，用本地两三个实例说清楚难在哪里，再提建议。",
            ask=("本地的实例和数量", "基层的原话", "建议由谁来办"),
        ),
        Pattern(
            "wanted-opinion",
            "public_opinion",
            "上级要听某一类人的反映",
            ("voice", "fee"),
            "focus",
            angle="找三五个当事人，一事一报，写他们的原话和诉求。",
            ask=("三名以上当事人的说法", "涉及多少人"),
        ),
        Pattern(
            "wanted-analysis",
            "research",
            "上级出了题目要分析",
            ("growth", "share", "cause", "lesson", "new_thing"),
            "focus",
            angle="按上级给的口径取数，写变化、原因和建议。",
            ask=("本地同口径的数据", "三年对比", "一线访谈"),
        ),
        Pattern(
            "named-risk",
            "warning",
            "上级点出的风险，要转成本地的提醒",
            ("danger", "tips"),
            "focus",
            angle="把文件里的风险点换成群众听得懂的几句话，配本地例子。",
            ask=("本地排查的结果", "最近一起例子"),
        ),
        Pattern(
            "new-way",
            "experience",
            "文件推广的新做法，看自己有没有先做一步",
            ("coined", "change", "first", "doing", "borrowed_hands"),
            "focus",
            angle="对照文件写自己的做法：文件没要求而我们做了的，先写。",
            ask=("本地对应的做法", "做法的效果数字"),
        ),
        Pattern(
            "task-deadline",
            "dynamic",
            "有明确的任务和期限，开头、中途、收尾各报一次",
            ("task", "signal", "case", "remark"),
            "focus",
            angle="部署后报怎么动的，过半报进展和难点，收尾报结果。",
            ask=("本地进展到哪一步", "完成数和未完成数", "自己的办法"),
        ),
    ),
    corpus_finders=(find_open_tasks, find_stages, find_own_measures),
)
