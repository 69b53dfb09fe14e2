"""The system's papers and journals: deployments that show there before any document does (seed source 9)."""

from __future__ import annotations

from topicmine.analysis.material import Cue, Pattern, Source

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
)
