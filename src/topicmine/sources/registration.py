"""Registrations and counter work: service, new trades, abuse, quarterly figures (seed source 6)."""

from __future__ import annotations

from topicmine.analysis.material import Cue, Pattern, Source

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
            r"(?:^|\n)\s*[0-9]{1,2}[-月./][0-9]{1,2}日?[ \t　][^\n]{2,30}(?:有限|店|厂|行|公司|合作社|住所|范围|注销|名称|园)",
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
)
