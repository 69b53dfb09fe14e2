# ruff: noqa: E501 - long lines are the sample texts
"""The texts that the samples are made of. All of it is invented."""

TITLE = "青禾县市场监督管理局关于集市散称调味品检查情况的报告"
NUMBER = "青市监〔2026〕37号"
DAY = "2026年3月18日"
UNIT = "青禾县市场监督管理局"
SALUTATION = "云溪市市场监督管理局："
PARAGRAPHS = (
    "根据群众反映，我局于2月下旬到3月中旬，对全县11个集市的散称调味品摊点开展了检查，共出动人员96人次，检查摊点184个，"
    "抽取辣椒面、花椒粉、酱油等样品72批次，其中不合格6批次，已全部立案。现将情况报告如下。",
    "一、基本情况",
    "䶮塘集、垚口集、珺溪集、璟坪集四处摊点最多，占到全县的一半以上。摊主多是本地农户，年纪大的有七十多岁，"
    "秤是杆秤，袋子是旧化肥袋洗净再用，来源说不清楚的占38.5%。有位老人说：“我卖了三十年，从没人问过辣椒是哪块地里的。”",
    "二、主要做法",
    "（一）给每个摊位立一块木牌。木牌正面写摊主姓氏和村名，背面写本次进货的日期和数量，赶集日挂在秤杆上，"
    "消费者一看便知。到3月15日，已有151个摊位挂牌，占82%，退还涉嫌掺假的花椒粉40公斤。",
    "（二）请县里两名退休的老厨师当“舌头检验员”，在检测车旁边尝味辨色，凡是尝出苦味、涩味的，当场送快检，"
    "命中率约为七成，比随机抽检高出近一倍，费用只有原来的三分之一。",
    "三、存在问题和下一步打算",
    "一是快检试剂不够，北岭乡、南坪镇两个所各只剩12份；二是部分摊主把木牌借给亲戚用，出现一牌两摊的情况；"
    "三是集市管理方与我局的职责分界不清。下一步，拟在4月底前与乡镇共同明确管理清单，并建议市局统一采购试剂。",
)
BODY = "\n".join(PARAGRAPHS)
WHOLE = "\n".join((TITLE, SALUTATION, BODY, UNIT, DAY))

COMPLAINT_HEAD = (
    "登记编号", "登记时间", "投诉渠道", "被投诉单位", "所属乡镇", "商品服务类别", "商品名称",
    "诉求内容", "办理单位", "办理状态", "办结时间", "退款金额", "投诉人", "联系电话",
)  # fmt: skip
COMPLAINTS = tuple(
    (
        f"TS2026{n:04d}", f"2026-0{n % 8 + 1}-1{n % 9}", "12345热线", f"青禾县乐豆水育馆{n}号店", "柳溪镇", "预付卡", "亲子游泳卡",
        f"办卡{n + 3}次后门店停业，要求退还余额", "柳溪所", "已办结" if n % 3 else "办理中", f"2026-0{n % 8 + 1}-2{n % 9}",
        str(120 * n + 80), "张某", "0000-1234567",
    )
    for n in range(12)
)  # fmt: skip


def grams(text: str, size: int = 5) -> set[str]:
    """All runs of `size` characters of a text without white space."""
    packed = "".join(text.split())
    return {packed[i : i + size] for i in range(len(packed) - size + 1)}


def recall(wanted: str, found: str) -> float:
    """Share of the wanted text's 5-grams that the found text holds."""
    want = grams(wanted)
    return len(want & grams(found)) / len(want)
