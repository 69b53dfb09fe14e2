"""Signs of a concrete case: one person, one shop, one village, one batch, one hour of one day, named or not.

The signs are notions, not lists of what has been seen: somebody called by a nickname or by kinship, 他 or 她 of one
person, words in one person's mouth, 一 or 1 before a thing that is not handed out to everybody, a shop or village with
a name of its own, a numbered stall, a minute of the clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from topicmine.language.words import tag
from topicmine.reviewing.lexicon import pattern, words
from topicmine.reviewing.persons import SURNAME

_KIN = (
    "某某?|女士|先生|大爷|大妈|大姐|大哥|大叔|大娘|大嫂|大婶|大伯|婆婆|奶奶|爷爷|老汉|老太|师傅|老板|老师|医生|阿姨|阿婆"
    "|姐(?!妹)|嫂|婶|伯|哥|叔|姨|爷|婆|妈"
)
_BEFORE = (
    r"(?:(?<=[主户人工员民生长者师家贩匠友手客亲妈东头农商妇兵警童机的叫让对把给请和与向为位、，。；：“！？ 　\n])|^)"
)
_PERSON = re.compile(
    rf"{SURNAME}(?:{_KIN})|{_BEFORE}(?![军警空的小大师表堂学老渔公外伯叔阿护队])[一-鿿](?:姐|嫂|婶|叔|伯)(?![妹夫父母弟们伴])"
    rf"|{_BEFORE}[^老各位名个些该请男女大小\W][一-鿿]?(?:师傅|大爷|大妈|大姐|大叔|大婶|大伯|女士|先生|奶奶|爷爷|阿姨|老汉|老太)"
    rf"|{SURNAME}家(?=[的办里，。围房门院原起在])|{SURNAME}(?:家|记)(?=[一-鿿]{{0,2}}(?:坊|馆|店|园|铺|庄|行))",
    re.MULTILINE,
)
_NICKNAME = re.compile(
    rf"{_BEFORE}(?:[老小阿]{SURNAME}|阿[一-鿿]|[老小大][一-鿿](?=说[，：]))(?P<next>[一-鿿，。；：、（”]?)",
    re.MULTILINE,
)
# 小麦, 小路, 老房 are things unless somebody acts; 小时 and 老师 are never one person
_NO_NAME = re.compile("[老小阿][师时姨婆家年们农板]|小[组区学说店型微吃额心]|老[百旧人化字乡]")
_MAYBE_NAME = re.compile("[老小][麦米车路单金龙游项康苗房管党司牛全安连边应池冷包石谷成华景古荣章程白方高明于向应]")
_ACTS = frozenset("说讲告算把自一有也就在跟却才又笑想问答是去来原最")
_ONE_OF = re.compile(r"(?<![其吉])(?:他(?![们人县市乡村镇地处家区项日业用年国省强指要])|她(?!们|强|指|要))")
_SPEECH = re.compile(
    r"(?:说|问|喊|答|嘀咕|念叨|告诉[^，。；\n]{1,8})[：，]?“[^”\n]{4,}"
    r"|“[^”\n]{4,120}”(?:，)?[^，。；！？“\n]{2,12}(?:说|笑着|讲|问|感慨|告诉)"
)
_CROWD = re.compile("群众|大家|纷纷|居民们|人们|会议|村民们|商户们|领导|要求|强调|指出|明确")
# one shop, one old man, one batch; but not 一户一档, 每店一名 or 查处一起
_ONE = re.compile(
    r"(?<!每到)(?<![第每同统唯各配设定派明确指选出人安单逐百十万千亿两另村组店个专所名备聘少几0-9.])(?:其中)?(?:一|1)"
    r"(?P<unit>批次|家|户|位|名|处|起|所|辆|间|座|艘|对|批|台|栋|头|款|人|桌|笔|棵|株|口(?=老?井|塘|锅)|段(?=路|渠|堤|河)|条(?=街|路|河|沟|渠|巷|船|老)|块(?=[地田牌石]|旧))"
    r"(?!一|1|专|兼|联|信息|协|网格|负责|领导|为主|以上|以下|[查整改规验清])(?=[一-鿿“”0-9，])"
)
_MOST = re.compile(
    r"最(?:长|高|突出|严重|典型|远|早|大|多|小|短|难|老|贵|恶劣)的(?:一|1|是|那|达)|(?:例如|比如|譬如)|为例[，。]"
    r"|某(?:[一-鿿]{0,6})(?:店|厂|公司|企业|馆|站|超市|酒店|饭店|小区|学校|医院|美容院"
    r"|工地|商场|药房|平台|户|村|社区|幼儿园|养老院|合作社|司机|老人|男子|女子)"
)
_FIRM = re.compile("(?<![某家个的])[一-鿿]{4,14}有限(?:责任)?公司")
_MOMENT = re.compile(
    r"(?<![至到前以])[0-9]{1,2}[时点][0-9]{1,2}分(?![钟0-9至到—-]|以?[前后]|起)"
    r"|(?:那天|当晚|当夜|头一[天晚]|那一[天晚次]|次日凌晨|有一[天次回])"
)
_NUMBERED = re.compile(
    "[0-9]{1,3}路(?:车|公交)|[0-9]{1,3}号(?:摊|楼|井|机|泵|车|电梯|门店|柜|桌|桥|船|塔|炉|罐|棚|地块|院)"
)
_LABELLED = re.compile("(?:尾号|编号|车牌|门牌)(?:为|是|号)?[“A-Z0-9]")
_TOLD = re.compile(
    "(?:^|[，。；])[一-鿿]{0,4}(?:司机|店主|摊主|户主|业主|老板|房东|租客|厨师|门卫|保洁员|老人|农户|村民)(?:说|笑着|后悔|起初)(?![明法服])",
    re.MULTILINE,
)
_BRANDED = re.compile(
    r"“[^”\n]{2,8}”(?:托管|餐厅|饭店|[一-鿿]{0,3}店|超市|面馆|[一-鿿]{0,4}公司|民宿|农家乐|[一-鿿]{0,2}坊|酱园|书屋|直播间|牌)"
)
_NAMED = re.compile(
    r"(?P<name>[一-鿿]{2,6}?)(?:村(?![民委里口庄居医级组社支容规干])|社区(?![居工干网])"
    r"|小区|村民小组|合作社|家庭农场|超市|餐馆|饭店|酒店|食品厂|小学(?!生)|中学(?!生)"
    r"|幼儿园|医院|卫生院|"
    r"卫生室|养老院|敬老院|集市|商场|药店|加油站|充装站|便利店|卤味店|美容院|公司|纸厂"
    r"|砖厂|酒坊|豆腐坊|水库|工地|驿站|书屋|茶厂|小吃店|面馆|火锅店|烧烤店|酒厂|菜场"
    r"|纺织厂|食品店|粮油店|农资店|酱园|茶楼)"
)
_MARKET = re.compile(
    r"(?![一-鿿]{0,2}(?:县|主|全|老|新|各)城)[一-鿿]{1,3}[门桥河街路湾山关塘口坝岭坪湖溪江寺庙头城东西南北]"
    r"(?:菜|农贸|集贸|批发|综合|农产品|水果|水产|建材|花卉|牲畜|旧货|五金|服装)?(?:市场|夜市|早市|大集|集市)"
)
_BOUNDARY = re.compile(r"(?:^|.*(?:县|镇|乡|街道|在|到|由|对|把|向|从|是|请|给|让|为|和|与|及|的|有|等|了))")
_NAME_TAGS = frozenset({"nr", "ns", "nt", "nz", "s", "x", "j", "i", "b"})
_GENERIC = re.compile(f"(?:{pattern('generic_places').pattern})$")


def find_case(text: str) -> tuple[int, int] | None:
    """The first sign of a concrete case in `text`, as offsets, or None.

    >>> find_case("4月，城南一家烘焙厂改用单层纸盒。") is not None, find_case("全县各校普遍延长了时间。") is None
    (True, True)
    >>> find_case("摊主老洪不服。") is not None, find_case("发现一起、查处一起、曝光一起。") is None
    (True, True)
    """
    return next(_signs(text), None)


def _signs(text: str) -> Iterator[tuple[int, int]]:
    for sign in (_PERSON, _MOST, _ONE_OF, _NUMBERED, _LABELLED, _TOLD, _BRANDED, _FIRM, _MOMENT, _MARKET):
        match = sign.search(text)
        if match:
            yield match.span()
    yield from (match.span() for match in _NICKNAME.finditer(text) if _is_nickname(match))
    yield from (match.span() for match in _ONE.finditer(text) if not _is_slogan(text, match))
    yield from (match.span() for match in _SPEECH.finditer(text) if not _said_by_many(text, match))
    yield from (match.span("name") for match in _NAMED.finditer(text) if _is_own_name(match["name"]))


def _is_nickname(match: re.Match[str]) -> bool:
    if _NO_NAME.match(match.group()):
        return False
    return not _MAYBE_NAME.match(match.group()) or match["next"] in _ACTS


def _is_slogan(text: str, match: re.Match[str]) -> bool:
    """发现一起、查处一起: one of a kind, twice in a breath."""
    near = text[max(0, match.start() - 12) : match.start()] + "|" + text[match.end() : match.end() + 12]
    return f"一{match['unit']}" in near or f"1{match['unit']}" in near


def _said_by_many(text: str, match: re.Match[str]) -> bool:
    """群众说, 会议指出: nobody in particular speaks."""
    return bool(
        _CROWD.search(text[max(0, match.start() - 10) : match.start() + 6] + text[match.end() - 10 : match.end()])
    )


def _is_own_name(found: str) -> bool:
    """True for 永丰 and 幸福, which things are called; false for 零工 and 居民, which say what kind they are."""
    name = _BOUNDARY.sub("", found)
    if len(name) < 2 or _GENERIC.search(name):
        return False
    word, label = tag(name)[-1]
    if len(word) == 1:
        return label[0] not in "fpcudvmqtry"
    return label[:2] in _NAME_TAGS or word in words("lucky_names")
