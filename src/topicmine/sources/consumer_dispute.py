"""Complaints and mediation: stories that are over, patterns over a period, warnings to the public (seed source 5)."""

from __future__ import annotations

from topicmine.analysis.material import Cue, Pattern, Source

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
)
