"""Checks and cases of the office's core duty: closed typical cases, methods, dangers found (seed source 4)."""

from __future__ import annotations

from topicmine.analysis.material import Cue, Pattern, Source

SOURCE = Source(
    code="enforcement",
    display="监管执法",
    what="日常检查、案件办理和案件复盘。已结的典型案件能指导办案；未结、复杂的案件要先征得主办人同意。",
    cues=(
        Cue(
            "题目是案件、检查或执法",
            r"案(?![卷头])|查处|查获|检查|执法|抽查|抽检|复议|整治|巡查|办案|突击|取证|线索|罚|打假|违建|拆除|巡",
            "title",
        ),
        Cue(
            "有案件要素",
            r"当事人|立案|处罚决定|行政处罚|没收|罚款|涉案|违法所得|货值|案值|案由|询问笔录|听证|告知书|结案|销案|自由裁量|强制措施|扣押|查封",
        ),
        Cue(
            "案件要素成串",
            r"当事人|立案|处罚|没收|罚款|涉案|违法|货值|案由|笔录|听证|告知|结案|扣押|查封|移送|裁量",
            "text",
            4,
        ),
        Cue("执法人员在场", r"执法人员|检查人员|办案人员|检查组|检查员|两名执法|办案人|队员|巡查员|稽查"),
        Cue(
            "检查结果分类",
            r"责令(?:限期)?(?:改正|整改)|当场(?:整改|改正)|未发现问题|不合格[0-9]+|双随机|现场(?:检查|核查)|突击检查|回头看",
        ),
        Cue("取证和定性", r"证据|取证|物证|定性|适用法律|法条|罪|公安|移送|同伙|上家|下家|窝点|蹲守|录像"),
        Cue("复议诉讼复盘", r"复议|诉讼|败诉|撤销|维持|案卷评查|法制审核|免罚|首违不罚|轻微"),
        Cue("逐日检查记录", r"(?:^|\n)\s*[0-9]{1,2}[-月./][0-9]{1,2}日?[ \t　:：][^\n]{4,60}(?:查|检|改|罚|拆|劝)"),
    ),
    patterns=(
        Pattern(
            "closed-typical-case",
            "experience",
            "案子里有可以照着学的办法或道理",
            ("lesson", "homemade", "change", "coined", "first", "effect", "doing", "borrowed_hands", "oddity"),
            window="closed_case",
            angle="案情两句、难点一句、办法分条、启示收尾；写办法，不写人。",
            ask=("案由、依据、处理结果", "是否已经结案、主办人是否同意", "这个办法别处能不能用"),
        ),
        Pattern(
            "quality-problem",
            "problem_suggestion",
            "办案或监管暴露出制度上的毛病",
            ("problem", "cause", "suggest", "undone"),
            angle="用一两起案子说清毛病出在哪个环节，提出改的办法和牵头单位。",
            ask=("同类情况有几起", "涉及哪条规定", "建议由谁牵头"),
        ),
        Pattern(
            "danger-found",
            "warning",
            "查到的危险要提醒群众和商户",
            ("danger", "tips"),
            angle="先说怎么害人，再说怎么认出来，最后说找谁。",
            ask=("不合格率或数量", "流向哪里", "能不能公开"),
        ),
        Pattern(
            "case-trend",
            "research",
            "案件的变化或集中点值得分析",
            ("growth", "share", "new_thing"),
            angle="把同类案件摆在一起，看手法、地点、人群，写成因和对策。",
            ask=("同类案件总数和上年同期", "手法的变化"),
        ),
        Pattern(
            "daily-check",
            "dynamic",
            "检查有了结果，可作动态",
            ("case", "signal", "task", "effect", "first"),
            angle="查了多少、查出什么、怎么处理，一段说完。",
            ask=("立案数、整改数", "案件走到哪一步"),
        ),
        Pattern("heard-on-site", "public_opinion", "检查时听到的反映", ("voice", "fee"), ask=("说这话的有多少户",)),
    ),
)
