"""Summaries and reports upward: what was achieved, by which measure, and what comes next (seed source 1)."""

from __future__ import annotations

from topicmine.analysis.material import Cue, Pattern, Source

SOURCE = Source(
    code="work_report",
    display="工作总结、工作报告",
    what="回顾一个阶段或一项已收尾的工作，写成绩、措施、问题和打算的材料。从成绩和措施的对应关系里找可写的题目。",
    cues=(
        Cue("题目写明是总结、报告或汇报", r"总结|小结|报告|汇报|述职|述廉|回顾|自查|盘点", "title"),
        Cue(
            "题目写明是完成情况",
            r"完成情况|开展情况|工作情况|落实情况|进展情况|一览|台账|周报|月报|简报|成绩单",
            "title",
        ),
        Cue("开头交代“现将情况报告如下”", r"现(?:将|就|把)[^。]{0,40}(?:报告|汇报|总结|小结)(?:如下|一下)?", "head"),
        Cue("写给上级或会议审议", r"请予?审议|请批评指正|请审阅|特此报告|特此汇报|当否|妥否|请领导", "text"),
        Cue(
            "有总体情况、主要做法等小标题",
            r"(?:基本|总体|工作)情况|主要(?:做法|工作|成效|成绩)|特色亮点|亮点工作|取得的成效",
            "text",
        ),
        Cue(
            "有问题和打算两部分",
            r"存在(?:的)?(?:问题|不足|困难)|(?:下一步|下半年|四季度|下季度|明年|今后)(?:的)?(?:工作)?(?:打算|安排|计划|思路)",
        ),
        Cue("列了目标值和完成值", r"目标值|完成值|完成率|任务数|超额|序号 ?(?:任务|项目|指标)|自评"),
        Cue(
            "写的是一段时期的累计数",
            r"(?:截至|截止|[0-9一二三四]+至[0-9一二三四十]+月|上半年|前三季度|一季度|全年|三年来|一年来|半年来)[^。]{0,30}(?:共|累计|新|办|查|完成)",
        ),
        Cue(
            "外出学习考察后的报告",
            r"(?:考察|学习|培训|跟班)(?:报告|体会|心得|归来)|(?:赴|到)[^，。]{2,10}(?:考察|学习)",
            "head",
        ),
        Cue("收文人是上级", r"(?:^|\n)(?:[县市省]|上级)[^，。\n]{0,12}(?:局|政府|办|委)[：:]", "head"),
        Cue("本人述职口气", r"任职以来|本人|我(?:分管|负责|主要抓)", "text"),
    ),
    patterns=(
        Pattern(
            "measure-result",
            "experience",
            "一项措施带出了看得见的效果，可以写成经验",
            ("coined", "effect", "change", "first", "homemade", "borrowed_hands", "doing", "oddity"),
            angle="一句话背景，三四条做法各带一个事实，最后用前后对比的数字收尾。",
            ask=("做法推开前后的对比数字", "一个具体的户、店或村的例子", "做法花了多少钱、几个人"),
        ),
        Pattern(
            "unsolved-problem",
            "problem_suggestion",
            "报告里自己承认了难处，适合写问题建议",
            ("problem", "undone", "cause", "suggest"),
            angle="先摆范围和程度，再说原因，最后提一条有主语、能办的建议。",
            ask=("涉及多少户、多少件，跟去年比", "该由谁牵头解决", "别处有没有解决的办法"),
        ),
        Pattern(
            "odd-figure",
            "research",
            "一个数字的变化值得追问为什么",
            ("growth", "share", "new_thing"),
            angle="用这个数字作题眼，拆开看时间、地点、行业，写出原因。",
            ask=("前三年同期的数", "变化最大的地方和行业", "当事人自己的说法"),
        ),
        Pattern(
            "reported-risk",
            "warning",
            "报告里带出一个要提醒的风险",
            ("danger", "tips"),
            angle="先说现象和手法，再说后果，最后给两三条识别和防范的办法。",
            ask=("最近一起例子", "涉及的数量和金额"),
        ),
        Pattern(
            "stage-result",
            "dynamic",
            "一项工作有了阶段结果，可作动态",
            ("case", "signal", "task", "effect"),
            angle="时间、谁、做了什么、结果多少，一段写完。",
            ask=("截至今天的最新数字",),
        ),
        Pattern(
            "heard-below",
            "public_opinion",
            "报告转述了群众的说法",
            ("voice", "fee"),
            ask=("说这话的有多少人", "本人是否愿意反映"),
        ),
    ),
)
