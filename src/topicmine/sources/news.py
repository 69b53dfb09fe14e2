"""Local media: the standing concerns of party and government, and what was published but never reported (seed 10)."""

from __future__ import annotations

from topicmine.analysis.material import Cue, Pattern, Source

SOURCE = Source(
    code="news",
    display="新闻报道",
    what="本地报纸、电视、融媒和读者来信。媒体盯着的就是党委政府关心的，跟自己手里的记录一对，就有题目。",
    cues=(
        Cue(
            "是本地媒体的稿件",
            r"(?:日报|晚报|晨报|都市报|农民报|早报|快报|商报|融媒|电视台|广播|民生|新闻网|新闻部)|《[^》]{1,8}(?:日报|晚报|农民报|早报)》",
            "head",
        ),
        Cue("记者在现场", r"记者(?!问)|本台|见习|采访|镜头|小编|讯[（(：:]|（[^）]{0,10}记者[^）]{0,12}）|摄影报道"),
        Cue(
            "读者来信、热线",
            r"编辑同志|读者来[信函]|热线|编者附言|编后|来函照登|市民[^。]{0,8}(?:反映|来电|爆料)|街坊|网友|问政|回音壁",
        ),
        Cue(
            "讲老百姓的事",
            r"市民|村民|居民|街坊|种植户|养殖户|果农|菜农|摊主|老板|业主|家长|乘客|师傅|大[爷妈姐叔伯哥嫂]",
            "text",
            2,
        ),
        Cue("新闻的时间口气", r"昨[天日晚]|今[天早晨]|前天|这几天|连日来|上周|早市|清晨|傍晚|近日"),
        Cue(
            "部门受访回应",
            r"(?:部门|局|学校|村委会|公司|物业|银行)[^。]{0,10}(?:回应|表示|称|答复|工作人员(?:说|告诉))",
        ),
    ),
    patterns=(
        Pattern(
            "public-complaint",
            "public_opinion",
            "群众向媒体反映的事，领导会问",
            ("voice", "fee"),
            "focus",
            angle="用群众原话，写清多少人、多少钱、找过谁、谁该答复。",
            ask=("情况是否属实", "本单位有没有同类投诉"),
            cautions=("媒体一家之言，先核实",),
        ),
        Pattern(
            "concern-problem",
            "problem_suggestion",
            "报道里有党委政府长期关心的难题",
            ("problem", "suggest", "undone", "task"),
            "focus",
            angle="报道说的难处，用本单位的记录印证，再提建议。",
            ask=("本单位相关记录", "牵头部门"),
        ),
        Pattern(
            "concern-research",
            "research",
            "报道里的数字和疑问值得调查",
            ("growth", "share", "cause", "new_thing"),
            "focus",
            angle="把报道没答上来的问题查清楚。",
            ask=("链条上各环节的数", "本地三年对比"),
        ),
        Pattern(
            "news-warning", "warning", "报道里的危险要提醒", ("danger", "tips"), "focus", ask=("本地有无同类情况",)
        ),
        Pattern(
            "published-practice",
            "experience",
            "媒体已经报过的好做法，向上报过没有",
            ("coined", "homemade", "change", "first", "effect", "borrowed_hands", "doing", "oddity"),
            "focus",
            angle="媒体写热闹，信息写办法和效果。",
            ask=("有没有报送过", "做法的数字和条件"),
        ),
        Pattern("news-progress", "dynamic", "事情有了新进展", ("case", "signal", "remark"), "focus", ask=("最新进展",)),
    ),
)
