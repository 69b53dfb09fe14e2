"""Peer portals: what units do in the current central work, and who has something of its own (seed source 8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from topicmine.analysis.alike import Alike, find_alike, own_quotes
from topicmine.analysis.material import Cue, Material, Pattern, Setting, Source
from topicmine.model import Candidate

_FEW, _MOST = 3, 2


def find_alike_and_own(materials: Sequence[Material], _: Setting) -> Iterator[Candidate]:
    """Three or more copies on one topic are a problem to report; who has something of its own is an experience."""
    for alike in find_alike(materials):
        inside = all(member.source == "work_report" for member in alike.members)
        if len(alike.members) >= (2 if inside else _FEW):
            yield _copied(alike)
        if len(alike.members) >= _FEW:
            yield from (_own(alike, material) for material in alike.distinct[:_MOST])


def _copied(alike: Alike) -> Candidate:
    units = [member.parsed.document.unit or member.parsed.document.title[:12] for member in alike.members]
    topic = alike.members[0].parsed.document.title
    return Candidate(
        source="regulator_site",
        pattern="copied",
        type="problem_suggestion",
        focus=(),
        facts=alike.shared,
        subject=f"雷同{topic}",
        reason=f"{len(units)}篇材料几乎一字不差，只有单位和数字不同：{'、'.join(units[:6])}。",
        title=f"{len(units)}篇同题信息雷同，只换了单位和数字",
        angle="不点名批评，写清雷同到什么程度、为什么会照抄，建议约稿时点明要各自的做法。",
        strength=0.4,
        missing=("各单位真正做了什么不一样的事",),
        cautions=("雷同的各篇没有自己的东西，不要从中选做法",),
        duplicates=tuple(member.parsed.document.id for member in alike.members[5:]),
    )


def _own(alike: Alike, material: Material) -> Candidate:
    document = material.parsed.document
    quotes = own_quotes(material, alike.members)
    inside = material.source != "regulator_site"
    return Candidate(
        source="regulator_site",
        pattern="own-among-copies",
        type="experience",
        focus=alike.shared[:1] if inside else quotes,
        facts=quotes if inside else (),
        subject=f"独有{document.title}",
        reason=f"同一时期有{len(alike.members)}篇材料写得一样，只有{document.unit or '这一篇'}写出了自己的办法。",
        title=document.title[:36],
        angle="写清这个办法怎么想出来的、怎么做、得了什么结果，别写成检查动态。",
        strength=0.8,
        missing=("别处能不能照着做", "我们的做法有什么不同"),
    )


SOURCE = Source(
    code="regulator_site",
    display="系统门户网站",
    what="本系统上级或兄弟单位网站、公众号上的工作动态。看大家在忙什么，谁有自己的一招，再问我们有什么不同。",
    cues=(
        Cue(
            "开头有网页的来源、时间、浏览量",
            r"来源[:：]|发布(?:时间|日期)[:：]|浏览(?:次数|量)?[:：]?|阅读[:：量]|点击(?:数|量|率)?[:：]|字号|【字体|首页\s*>|当前位置",
            "head",
        ),
        Cue(
            "是网站的专栏",
            r"专栏|专题|本网|门户|公众号|官网|栏目|微信|(?:县区|基层|各地|一线|区县|乡镇)动态|各[县地]在行动|经验交流|所长说|数说|局长谈|一线传真|晒一晒|每周一招|编者按",
            "head",
        ),
        Cue("题目用竖线、圆点分栏", r"[|｜·•丨]|[一-鿿]{2,6}[:：]", "title"),
        Cue(
            "一页里说了几个县、几个所",
            r"(?:^|\n|。)[一-鿿]{2,5}(?:[县区镇乡所]|街道)(?:（[^）]{2,8}）)?(?:[:：]|在|把|对|将|请|推|探索|通过|局)",
            "text",
            3,
        ),
        Cue(
            "单位自己说自己",
            r"(?:近日|日前)[，,][^，。]{2,14}(?:局|所|镇|队|学校)|[^，。]{2,10}(?:局|所|镇)(?:扎实|多措并举|积极|强力|三措|四个|“三|全力|聚焦|紧盯|开展|创新)",
            "head",
        ),
        Cue("落款是供稿单位", r"供稿|(?:稿件|信息)来源|撰稿|责编|审核[:：]|编辑[:：]", "tail"),
        Cue("请看更多数字或专题", r"更多[^。]{0,12}(?:专题|链接|点击)|扫码|留言|网友|后台", "text"),
    ),
    patterns=(
        Pattern(
            "own-feature",
            "experience",
            "兄弟单位有自己的一招，对照写我们的不同",
            ("coined", "homemade", "change", "first", "effect", "borrowed_hands", "doing", "oddity", "case", "turn"),
            "focus",
            angle="他们怎么做、我们有什么不同，别照抄。",
            ask=("本地有没有类似做法", "我们的不同在哪里", "我们的效果数字"),
        ),
        Pattern(
            "peer-problem",
            "problem_suggestion",
            "门户上已有人谈这个难处，本地可能也有",
            ("problem", "cause", "suggest", "undone"),
            "focus",
            angle="拿本地实例印证，提出本县的建议。",
            ask=("本地有没有、有多少",),
        ),
        Pattern(
            "peer-warning",
            "warning",
            "别处提醒的风险，本地要不要也提醒",
            ("danger", "tips"),
            "focus",
            ask=("本地有无同类情况",),
        ),
        Pattern(
            "peer-figures",
            "research",
            "门户上的数字可以跟本地比一比",
            ("growth", "share", "new_thing"),
            "focus",
            ask=("本地同口径的数",),
        ),
        Pattern(
            "peer-voice", "public_opinion", "门户留言里的群众说法", ("voice", "fee"), "focus", ask=("本地群众怎么说",)
        ),
        Pattern(
            "peer-progress",
            "dynamic",
            "上级在推的工作，各地进展到哪一步",
            ("case", "task", "signal", "remark"),
            "focus",
            ask=("本地进展",),
        ),
    ),
    corpus_finders=(find_alike_and_own,),
)
