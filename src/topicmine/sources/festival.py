"""Work around one festival: useful only inside its window (seed source 7)."""

from __future__ import annotations

from topicmine.analysis.material import Cue, Pattern, Source

_NAMES = (
    "元旦|春节|新春|过年|年货|除夕|正月|腊月|元宵|三八|妇女节|3·15|3\\.15|三一五|清明|五一|劳动节|端午|粽子|七一|中秋|月饼|国庆|双节|"
    "黄金周|重阳|双11|双十一|618|开学季?|高考|中考|质量月|安全生产月|农历新年|小长假|假期|节前|节后|节日|过节|庙会|龙舟|丰收节|防汛|春耕"
)

SOURCE = Source(
    code="festival",
    display="节日节点",
    what="一个节日前后的工作。过了节就失去时效，只能换成同比或来年早动手的角度。",
    cues=(
        Cue("题目里有地方的节会", r"[一-鿿]{2}节(?![约能目奏省制点水])|庙会|集市节|旅游季|采摘季", "title"),
        Cue("题目里有节日", _NAMES, "title"),
        Cue("开头就是节日", _NAMES, "head", 2),
        Cue("通篇围着一个节日", _NAMES, "text", 4),
        Cue("节日里的事反复出现", _NAMES, "text", 7),
        Cue(
            "节前节中节后的安排",
            r"节前|节日期间|节中|节后|假期(?:前|中|后|期间)|[前后][一两三]天|倒计时|最后[一两三]天|值守|值班",
        ),
        Cue(
            "节令商品和场所",
            r"月饼|粽子|年货|礼盒|烟花|汤圆|元宵|坟|祭|景区|停车|客房|酒席|宴席|灯会|摊位|电影院|农家乐|考点|校门口",
        ),
    ),
    patterns=(
        Pattern(
            "festival-warning",
            "warning",
            "节日里容易出的事，要赶在节前提醒",
            ("danger", "tips", "task"),
            window="festival",
            angle="赶在节前发；几句大白话，配去年同一个节的例子。",
            ask=("去年同期的件数", "哪类人最容易上当"),
        ),
        Pattern(
            "festival-new-way",
            "experience",
            "今年过节的做法跟往年不一样",
            ("change", "coined", "first", "homemade", "borrowed_hands", "doing", "effect", "oddity", "turn", "case"),
            window="festival",
            angle="跟往年比新在哪里、群众怎么说、结果多少。",
            ask=("去年的做法和数字", "今年的结果", "群众原话"),
        ),
        Pattern(
            "festival-problem",
            "problem_suggestion",
            "节日里冒出来的问题",
            ("problem", "cause", "suggest", "fee", "undone"),
            window="festival",
            angle="把节日里的个别事写成一类事，提出来年早做的建议。",
            ask=("件数和去年比", "该谁管"),
        ),
        Pattern(
            "festival-figures",
            "research",
            "节日数据的变化值得比一比",
            ("growth", "share", "new_thing"),
            window="festival",
            ask=("去年同期的数",),
        ),
        Pattern(
            "festival-voice", "public_opinion", "节日里听到的说法", ("voice",), window="festival", ask=("还有谁这么说",)
        ),
        Pattern(
            "festival-dynamic",
            "dynamic",
            "节日期间的进展，当天或次日就要报",
            ("case", "signal", "remark", "effect"),
            window="festival",
            ask=("当天的数字",),
        ),
    ),
)
