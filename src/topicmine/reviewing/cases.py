"""Signs of a concrete case: a person, a firm, a village, a batch or one incident, named or not."""

from __future__ import annotations

import re

from topicmine.reviewing.lexicon import pattern
from topicmine.reviewing.persons import SURNAME

_PERSON = re.compile(
    rf"{SURNAME}(?:某某?|女士|先生|大爷|大妈|大姐|大哥|大叔|大娘|大嫂|大婶|婆婆|奶奶"
    r"|爷爷|老汉|老太|师傅|老板|老师|医生|阿姨|嫂|婶|伯)"
    rf"|(?<=[工员户主民生长的位名])[小老阿]{SURNAME}(?=[说讲告算的，。家把一有])|(?:^"
    rf"|[，。；“\n])[小老]{SURNAME}(?=[说讲告算，。家把一有])"
    rf"|{SURNAME}家(?=[的办里，。围房门院])"
)
# one shop, one old man, one batch; but not 一户一档 or 每店一名
_ONE = re.compile(
    r"(?<![第每同统唯各配设定派明确指选出人安单逐百十万千亿两另村组店个专所名0-9.])(?:一"
    r"|1)(?:家|户|位|名|处|起|所|辆|间|座|艘|对|批|台|栋|头|款|人)"
    r"(?!一|1|专|兼|联|信息|协|网格|负责|领导|一)(?=[一-鿿“”0-9，])"
)
_MOST = re.compile(
    r"最(?:长|高|严重|典型|远|早|大|多|小|短|难|老|贵|恶劣)的(?:一|1|是|那|达)|(?:例如|比如|譬如)|为例[，。]"
    r"|某(?:[一-鿿]{0,6})(?:店|厂|公司|企业|馆|站|超市|酒店|饭店|小区|学校|医院|美容院"
    r"|工地|商场|药房|平台|户|村|社区|幼儿园|养老院|合作社|司机|老人|男子|女子)"
)
_NAMED = re.compile(
    r"(?P<name>[一-鿿]{2,6}?)(?:村(?![民委里口庄居医级组社支容规干])|社区(?![居工干网])"
    r"|小区|村民小组|合作社|家庭农场|超市|餐馆|饭店|酒店|食品厂|小学(?!生)|中学(?!生)"
    r"|幼儿园|医院|卫生院|"
    r"卫生室|养老院|敬老院|集市|商场|药店|加油站|充装站|便利店|卤味店|美容院|公司|纸厂"
    r"|砖厂|酒坊|豆腐坊|水库|工地|驿站|书屋|茶厂|小吃店|面馆|火锅店|烧烤店|酒厂|菜场"
    r"|纺织厂|食品店|粮油店|农资店)"
)
_BOUNDARY = re.compile(r"(?:^|.*(?:县|镇|乡|街道|在|到|由|对|把|向|从|是|请|给|让|为|和|与|及|的|有|等|了))")
_GENERIC = re.compile(f"(?:{pattern('generic_places').pattern})$")


def find_case(text: str) -> tuple[int, int] | None:
    """The first sign of a concrete case in `text`, as offsets, or None.

    >>> find_case("4月，城南一家烘焙厂改用单层纸盒。") is not None, find_case("全县各校普遍延长了时间。") is None
    (True, True)
    """
    for sign in (_PERSON, _ONE, _MOST):
        match = sign.search(text)
        if match:
            return match.span()
    for match in _NAMED.finditer(text):
        name = _BOUNDARY.sub("", match["name"])
        if len(name) >= 2 and not _GENERIC.search(name):
            return match.span("name")
    return None
