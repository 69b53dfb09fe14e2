"""A hand-made mining result: every source, type and gate, one-sided and two-sided leads, awkward characters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from topicmine.model import CRITERIA, Criterion, Document, Lead, Mined, Place, Quote, Recognised, Skipped, Window

TODAY = date(2026, 11, 22)

_DOCUMENTS = (
    (
        "上级文件/年末餐饮具专项.docx",
        "superior_document",
        "云溪市市场监督管理局关于开展冬季火锅店餐饮具专项抽检的通知",
        date(2026, 11, 10),
        "各县局：入冬以来火锅消费升温，市局决定从11月中旬起用四十天时间抽检火锅店餐饮具。\n"
        "请各地12月25日前报送抽检数字和可以推广的办法。",
    ),
    (
        "工作总结/城关所十一月小结.docx",
        "work_report",
        "城关所十一月工作小结",
        date(2026, 11, 20),
        "本月我所给31家火锅店发了“试纸卡”，店家每晚自己测洗消水的余氯，测完拍照传群。\n"
        "两轮下来，餐饮具抽检不合格的由9家降到2家。\n会议照常召开，学习照常进行。",
    ),
    (
        "领导活动/县长调研记录.txt",
        "leader_activity",
        "副县长到白石镇调研农资供应",
        date(2026, 11, 18),
        "副县长在白石镇农资店看了进货台账，要求年前把没有二维码的农药清下架。",
    ),
    (
        "案件/秤案复盘.docx",
        "enforcement",
        "一起电子秤作弊案的复盘",
        date(2026, 8, 6),
        "办案队员发现秤盘下装了遥控芯片，先用砝码空测三次再现场拆封，证据一次固定。\n案件已于8月6日结案。",
    ),
    (
        "案件/直播间假药线索.docx",
        "enforcement",
        "直播间“祖传膏药”线索说明",
        date(2026, 11, 16),
        "目前已锁定发货仓库两处，正与公安商定收网时间。",
    ),
    (
        "投诉/2026年投诉登记.xlsx",
        "consumer_dispute",
        "2026年投诉登记表",
        date(2026, 11, 19),
        "健身房退费 117件\n其中“三年卡”退费 64件，涉及3家门店\n消费者周某反映门店已经搬空",
    ),
    (
        "登记/三季度登记分析.csv",
        "registration",
        "三季度经营主体登记分析",
        date(2026, 10, 12),
        "三季度新设“无人机植保”个体户26户，去年同期3户，多数在青河两岸。",
    ),
    (
        "节日/国庆值班.txt",
        "festival",
        "国庆假期市场检查情况",
        date(2026, 10, 8),
        "国庆八天查了62家月饼摊，下架过期月饼4盒。",
    ),
    (
        "网页/市局网站.html",
        "regulator_site",
        "邻县推行“一店一码”晒后厨",
        date(2026, 11, 5),
        "邻县给学校周边208家小餐饮装了后厨镜头，家长扫码就能看。",
    ),
    (
        "报刊/监管报摘.pdf",
        "trade_press",
        "预付式消费：退费难在哪里",
        date(2026, 11, 12),
        "多地正在酝酿预付卡资金存管的办法，县域健身、教培退费投诉上升最快。",
    ),
    (
        "报刊/青禾新闻.rss",
        "news",
        "青禾大闸蟹上市，秤准不准有人管",
        date(2026, 9, 28),
        "记者在码头看到，市场监管人员把公平秤搬到了船边，半小时复秤41笔。",
    ),
    ("通知/食堂菜单.txt", None, "本周食堂菜单", date(2026, 11, 16), "周一：萝卜烧肉。"),
)

_REASONS = {
    "timeliness": (0.9, "2026-11-20发生，2026-12-20前满分。"),
    "relevance": (0.8, "回应“火锅店餐饮具专项抽检”（相近0.71，市级权重0.9，距今12天）。"),
    "novelty": (None, "没有给出已报材料（--archive），无法判断。"),
    "specificity": (1.0, "数字4个（31家、9家、2家）；有完整事例。"),
    "distinctiveness": (0.7, "“试纸卡”等说法别的单位没有。"),
    "attention": (0.5, "近60天有一次讲话提到（副县长到白石镇调研）。"),
    "representativeness": (0.33, "地方1处（够3处得分），最大的数31（够30得分）。"),
    "actionability": (1.0, "有谁来做、做什么、照着做的步骤。"),
}
_WEIGHTS = (0.1, 0.2, 0.0, 0.25, 0.2, 0.1, 0.05, 0.1)


def sample_documents() -> tuple[Document, ...]:
    """The documents of the sample, each with its paragraphs as places."""
    return tuple(
        Document(path, text, title, day, path=f"材料/{path}", places=_places(text))
        for path, _, title, day, text in _DOCUMENTS
    )


def sample_mined() -> Mined:
    """Twelve leads over ten sources, one awkward document and two skipped files."""
    recognised = tuple(
        Recognised(document, source, {source: 0.8125, "news": 0.1} if source else {"news": 0.2}, ("题目像通知",))
        for document, (_, source, *_) in zip(sample_documents(), _DOCUMENTS, strict=True)
    )
    skipped = (
        Skipped("材料/坏了的.docx", "文件结构损坏，可能没有传完；请重新复制或用原来的软件另存一份"),
        Skipped("材料/扫描件.pdf", "是扫描图片，没有文字层；请先识别成文字"),
    )
    return Mined(recognised, _leads(), skipped, TODAY, notes=("各项权重是默认值，还没有按本单位的取舍拟合过。",))


def many_leads(count: int) -> Mined:
    """The sample grown to `count` leads, for looking at a long report."""
    mined = sample_mined()
    leads = [replace(mined.leads[n % 12], id=f"第{n:04d}条") for n in range(count)]
    return replace(mined, leads=tuple(sorted(leads, key=lambda lead: -1.0 if lead.value is None else -lead.value)))


def _places(text: str) -> tuple[Place, ...]:
    starts = [0] + [at + 1 for at, character in enumerate(text) if character == "\n"]
    return tuple(Place(start, f"第{number}段") for number, start in enumerate(starts, 1))


def _quote(path: str, words: str) -> Quote:
    document = next(d for d in sample_documents() if d.id.endswith(path))
    start = document.text.index(words)
    return document.quote(start, start + len(words))


def _criteria(scale: float) -> dict[str, Criterion]:
    return {
        code: Criterion(None if value is None else round(value * scale, 2), reason, weight)
        for (code, (value, reason)), weight in zip(_REASONS.items(), _WEIGHTS, strict=True)
        if code in CRITERIA
    }


def _leads() -> tuple[Lead, ...]:
    order = _quote("年末餐饮具专项.docx", "市局决定从11月中旬起用四十天时间抽检火锅店餐饮具")
    return (
        _lead(
            "work_report",
            "experience",
            "一张“试纸卡”让火锅店餐饮具不合格从9家降到2家",
            (order, _quote("年末餐饮具专项.docx", "报送抽检数字和可以推广的办法")),
            (
                _quote("城关所十一月小结.docx", "店家每晚自己测洗消水的余氯，测完拍照传群"),
                _quote("城关所十一月小结.docx", "餐饮具抽检不合格的由9家降到2家"),
            ),
            81.0,
            duplicates=("登记/三季度登记分析.csv", "报刊/青禾新闻.rss"),
        ),
        _lead(
            "consumer_dispute",
            "research",
            "健身房“三年卡”退费投诉64件，集中在3家门店",
            (_quote("监管报摘.pdf", "县域健身、教培退费投诉上升最快"),),
            (_quote("2026年投诉登记.xlsx", "其中“三年卡”退费 64件，涉及3家门店"),),
            74.4,
        ),
        _lead(
            "leader_activity",
            "problem_suggestion",
            "年前清下架没有二维码的农药，卡在哪一环",
            (_quote("县长调研记录.txt", "要求年前把没有二维码的农药清下架"),),
            (),
            66.2,
            missing=("自有事实：各镇还有多少没有二维码的农药", "卡住的是进货还是退货"),
        ),
        _lead(
            "registration",
            "research",
            "“无人机植保”个体户一季多了23户",
            (),
            (_quote("三季度登记分析.csv", "三季度新设“无人机植保”个体户26户，去年同期3户"),),
            61.9,
        ),
        _lead(
            "consumer_dispute",
            "warning",
            "门店搬空还在卖三年卡，提醒先看存管再交钱",
            (),
            (_quote("2026年投诉登记.xlsx", "消费者周某反映门店已经搬空"),),
            58.0,
            gate="redact",
            reasons=("引文里有“周某”，写之前改成“一名消费者”。",),
            cautions=("门店是否真的搬空，先到现场看一眼。",),
        ),
        _lead(
            "enforcement",
            "experience",
            "空测三次再拆封：电子秤作弊案证据一次固定",
            (),
            (_quote("秤案复盘.docx", "先用砝码空测三次再现场拆封，证据一次固定"),),
            57.5,
        ),
        _lead(
            "superior_document",
            "dynamic",
            "火锅店餐饮具专项抽检开局",
            (order,),
            (_quote("城关所十一月小结.docx", "给31家火锅店发了“试纸卡”"),),
            52.3,
        ),
        _lead(
            "regulator_site",
            "experience",
            "邻县“一店一码”晒后厨，我县可以怎么学",
            (_quote("市局网站.html", "邻县给学校周边208家小餐饮装了后厨镜头"),),
            (),
            44.0,
        ),
        _lead(
            "trade_press",
            "public_opinion",
            "预付卡资金存管快要来了，商户怎么说",
            (_quote("监管报摘.pdf", "多地正在酝酿预付卡资金存管的办法"),),
            (),
            38.6,
        ),
        _lead(
            "festival",
            "dynamic",
            "国庆八天查62家月饼摊",
            (),
            (_quote("国庆值班.txt", "国庆八天查了62家月饼摊，下架过期月饼4盒"),),
            0.0,
            gate="expired",
            reasons=("国庆已过45天，作为动态没有价值；可以同中秋作对比。",),
            closes=TODAY - timedelta(38),
        ),
        _lead(
            "news",
            "dynamic",
            "公平秤搬到船边，半小时复秤41笔",
            (_quote("青禾新闻.rss", "半小时复秤41笔"),),
            (),
            0.0,
            gate="expired",
            closes=TODAY - timedelta(48),
        ),
        _lead(
            "enforcement",
            "dynamic",
            "直播间“祖传膏药”两处仓库",
            (),
            (_quote("直播间假药线索.docx", "已锁定发货仓库两处"),),
            None,
            gate="needs_consent",
            reasons=("案件还没有结，要主办人同意（姓名、日期、范围）之后才能写。",),
        ),
    )


def _lead(
    source: str,
    kind: str,
    title: str,
    focus: tuple[Quote, ...],
    facts: tuple[Quote, ...],
    value: float | None,
    *,
    gate: str = "ok",
    reasons: tuple[str, ...] = (),
    missing: tuple[str, ...] = ("一个具体的户、店或村的例子", "推开前后的对比数字"),
    cautions: tuple[str, ...] = (),
    duplicates: tuple[str, ...] = (),
    closes: date = TODAY + timedelta(75),
) -> Lead:
    told = value is not None
    return Lead(
        id=f"{source}-{title[:6]}",
        source=source,
        pattern="measure-result",
        type=kind,
        title=title,
        focus=focus,
        facts=facts,
        reason="一项办法带出了看得见的效果：起了名字（“试纸卡”），有前后对比（“由9家降到2家”）。",
        angle="一句背景，三条办法各带一个事实，最后用前后对比的数字收尾。",
        window=Window(None, closes - timedelta(60), closes),
        gate=gate,
        gate_reasons=reasons,
        value=value,
        criteria=_criteria((value or 0) / 100 + 0.15) if told else {},
        advice="补一个完整事例：具体由0.50升到0.80，总分由70.7升到77.4。" if told else "",
        missing=missing,
        cautions=cautions,
        duplicates=duplicates,
    )
