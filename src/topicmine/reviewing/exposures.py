"""What gives a person or an inquiry away, told in any order and without the usual words.

The notions: a door that can be knocked on beside a full name; a class and a name; a number in words; somebody who can
be recognised telling an office of a wrong; a wrong told of a named person before it is decided; officers who pretend
or watch unseen.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator

from topicmine.reviewing.lexicon import pattern
from topicmine.reviewing.persons import SURNAME

Span = tuple[int, int]

_NAME = rf"{SURNAME}(?!某)[一-鿿]{{1,2}}"
_N = "[0-9一二三四五六七八九十]{1,4}"
# two steps of a door number: 5栋501, 12号3单元, 4组17号
_DOOR = re.compile(
    rf"{_N}(?:号院?|号楼|栋|幢|座|弄|单元|门|组)(?:之{_N})?(?:{_N}(?:号楼|号院|栋|幢|座|单元|门|层|楼)){{0,3}}"
    rf"(?:{_N}(?:室|户|号(?!线|店|摊|文|机|桌|门|柜))|(?<=[栋幢座元门楼])[0-9]{{3,4}}(?![0-9年人户元万])|(?<=单元))"
)
_INTRODUCED = re.compile(
    rf"(?:名叫|大名|姓名|名字[叫是]|(?:人|孩|娃|亲|母|子|婆|爷|汉|妇|主|生|工|方)叫|[（(])(?:做|：)?(?P<name>{_NAME})(?=[，。；）)、]|$)"
    # the rarest surnames too, where nothing but a name can stand
    r"|(?:父母|母亲|父亲|妻子|丈夫|老伴)叫(?P<kin>[一-鿿]{2,3})(?=[，。；、])|(?<=[婆爷奶娘伯叔婶嫂某])[（(](?P<full>[一-鿿]{3})[）)]"
)
_MEN = (
    "居民|村民|市民|老人|住户|户主|业主|租户|患者|病人|职工"
    "|工人|农民|对象|妇女|残疾人|务工人员|教师|学生|职员|社员|军人|老兵"
)
_RESIDENT = re.compile(rf"(?:{_MEN})(?P<name>{_NAME})(?=[，。；：（(、因患住家说被已的系是在]|$)")
_CLASS = re.compile(
    r"(?:小学|中学|中心校|一中|二中|三中|四中|学校|幼儿园)[^，。；\n]{0,4}(?:[一二三四五六七八九初高][一二三]?[年（(0-9][^，。；\n]{0,6}班"
    r"|[一二三四五六][年]级|[初高][一二三]|[大中小]班)"
)
_HALF_NAME = re.compile(rf"(?:学生|女孩|男孩|孩子|女生|男生|幼儿){SURNAME}某?[一-鿿](?=[，。、（(被系的在])")
_SPOKEN = re.compile(
    "(?<![一二三四五六七八九零〇幺])[一幺][三四五六七八九][零〇一二三四五六七八九幺两]{9}(?![零〇一二三四五六七八九幺])"
)
_CARD = re.compile(
    r"(?:(?<!公交)(?<!会员)(?<!加油)(?<!门禁)(?<![饭水名货医])卡|存折)(?:上|里|内"
    r"|号)?[^0-9。；，\n]{0,4}(?P<n>[0-9]{4}(?: ?[0-9]){12,15})(?![0-9])"
)
_SICK = re.compile(
    r"(?:患有?|确诊|得了|感染|查出|携带)(?:了|为)?[^，。；\n]{0,6}(?:癌|病|症|瘤|艾滋|乙肝|结核|梅毒|抑郁)[^，。；\n]{0,4}的[^，。；\n]{0,10}"
)
_WRONG = (
    "偷排|偷电|偷税|偷工|造假|作假|掺假|制假|售假|假酒|假药|假烟|假货|假种|换标|改标|过期|走私|赌|贩|毒|侵吞|贪|受贿|收[^，。；]{0,8}(?:钱|万元|红包|回扣)|挪用"
    "|套取|骗|空饷|回扣|私分|虚报|冒领|行贿|强奸|猥亵|卖淫|嫖|抢劫|抢夺|杀害|杀人|抛尸|盗|偷|敲诈|勒索|放火|纵火|殴打|捅|砍伤|拐卖|伪造|克扣"
)
_CRIME = re.compile(_WRONG)
_OFFICE = (
    "所|局|队|站|部门|民警|警察|警方|公安|派出所|执法人员|执法队员|专班|专案组|纪委|监委|我们|镇里|县里|上级|检察院"
)
_FRIENDLY = "群众|市民|居民(?!楼)|消费者|网格员|平台|系统|热线|部门|热心人|有人|匿名信|媒体|记者|邻县|巡查"
_TELLER = re.compile(
    rf"(?P<who>(?:(?<![一-鿿])|(?<=[员工民人户长坊商手师邻机姑嫂爷]))(?:{_NAME}))(?:[^，。；\n]{{0,4}})?"
    rf"(?:(?:向|到|给|找)(?:[^，。；\n]{{0,8}}?(?:{_OFFICE}))(?:[^，。；\n]{{0,4}}))?(?:匿名|实名|悄悄|偷偷|暗中|主动|写信"
    rf"|打电话)?(?:举报|检举|告发|揭发)(?!箱|电话|奖|制度|人)"
)
_TOLD = re.compile(
    rf"把[^。；，\n]{{2,24}}?(?:悄悄|偷偷|暗中|主动|私下)?(?:告诉|透露给|捅给|报告给|说给|告知|通报给)了?(?:[^，。；\n]{{0,4}}?(?:{_OFFICE}))"
)
_REPORTED = re.compile(
    rf"向[^，。；\n]{{0,8}}?(?:{_OFFICE})[^，。；\n]{{0,4}}(?:反映|反应|透露|揭露|告状)(?P<what>[^。；\n]{{0,20}})"
)
_SOURCE_IS = re.compile(
    r"(?:报信|报料|爆料|告密|递消息|透风|带路|指认|举报|检举|提供(?:了)?(?:线索|情报|消息|证据|照片))的(?:人)?(?:，)?(?:是|正是|就是|系|叫)(?P<who>[^。；\n]{2,24})"
)
# a word for who told, and what singles somebody out
_WHO_TOLD = re.compile(
    "举报|揭发|检举|线人|知情人|吹哨|匿名信|报料|爆料|告密|反映人|证人|内部人士|捅了?出来|领奖人|案源"
)
_SINGLED_OUT = re.compile(
    "唯一|只有[他她]|仅[一两12]人|绰号|外号|笔迹|女婿|儿媳|媳妇|前妻|前夫|表[弟哥姐妹]|堂[弟哥姐妹]|老乡|同乡|住在[^，。；]{2,12}(?:隔壁|对门|对面|楼上|楼下)"
    "|戴[^，。；]{0,6}眼镜|落款[^。；]{0,8}写|做饭的|看门|看场|掌勺|慰问"
)
_POST = re.compile(
    f"{_NAME}|保管|会计|出纳|司机|门岗|门卫|保安|工人|员工|女工|电工|师傅|学徒|亲戚|邻居|街坊|邻里|前妻|前夫|妻|弟|哥|姐|妹|嫂|舅|[老小]{SURNAME}|姓"
)
_OPEN = re.compile(
    r"(?:案子|案件|此案|该案|本案|这案|官司|[一二]审|法院|法庭|检察院|检察机关|公安|警方|监委|纪委|派出所|专案组|专班)[^。；\n]{0,12}?"
    r"(?:(?:还没有?|尚未|未|没有|没)(?:[一-鿿]{0,3}?)(?:开庭|宣?判|下判|判决|审结|结论|结案|了结|定论|定罪|抓人|抓到|移送)"
    r"|(?:正|正在|还在|尚在|仍在|目前在|在)(?:调)?[查审办侦](?!看)|刚(?:刚)?(?:对[^，。；\n]{0,16})?(?:立案|受理|介入|接手))"
    r"|(?:刚|刚刚|才|已经?|正)对[^，。；\n]{0,16}(?:立案|留置|调查)|(?:还没有?|尚未|未|没有|没)(?:审结|下判决|宣判|开庭|判下来|定论|抓人|有结论|审完)"
    rf"|(?:纪委|监委)[^，。；\n]{{0,8}}谈话|{pattern('unsettled').pattern}"
)
_NAMED_WRONG = (
    re.compile(
        rf"(?:(?<![一-鿿])|(?<=[商长员计人者主工犯师校民户])|(?<=就是))(?P<name>{_NAME})(?:[^。；\n]{{0,20}}?)(?:{_WRONG})"
    ),
    re.compile(
        rf"(?:{_WRONG}|嫌疑人|[盗窃墓赌毒骗]者|凶手|主犯)[^。；\n]{{0,16}}?(?:是|叫|系)[^，。；\n]{{0,10}}?(?P<name>{_NAME})"
    ),
)
_CLEARED = re.compile(
    "判决(?:书)?(?:已)?(?:经)?生效|结案|宣判后|已(?:于[^，。]{0,8})?(?:审结|宣判|判决)|依法判处|获刑|不(?:予)?起诉"
)
_OFFICERS = (
    "民警|侦查员|执法人员|执法队员|办案人员|警方|专案组|专班"
    "|稽查员|稽查人员|队员|抓捕组|公安(?:机关)?|侦查人员|干警|便衣"
)
_COVERT = re.compile(
    rf"(?:{_OFFICERS})[^。；\n]{{0,20}}(?:(?:扮|装扮?|化装|乔装|打扮)(?:成|作|了)|冒用|借用|(?:假|新|女性?|美女)[^，。；]{{0,6}}(?:头像|账号|小号)"
    r"|加了?[^，。；]{0,8}(?:好友|微信)|套(?:出|取了)|装了?[^，。；]{0,6}(?:定位|跟踪|监听|窃听))"
    r"|(?:装|架|安|藏|埋)[^，。；\n]{0,4}(?:伪装|隐蔽|暗藏|藏在|看不出)[^，。；\n]{0,10}(?:摄像|探头|相机|镜头|监控)"
    r"|(?:车底|车上|货里|包里|鞋里)[^，。；\n]{0,6}(?:装|贴|放|塞)(?:了|上)[^，。；\n]{0,8}(?:定位|跟踪|追踪)"
    r"|(?:调取|调出|查看|翻看|分析|比对)[^。；\n]{0,14}(?:通话|话单|聊天|朋友圈|微信|支付宝|流水|轨迹|行程)[^。；\n]{0,24}(?:发现|锁定|找到|摸清|摸到|查到|判断|确定)"
    r"|卧底|技侦|技术侦查|(?:锁定|定位|查到)了?[^，。；\n]{0,6}(?:手机|信号)[^，。；\n]{0,6}(?:位置|落脚|地点)|(?:内线|眼线"
    r"|线人)[^，。；\n]{0,10}(?:消息|说|传|报|提供)"
)
_CHASE = re.compile("嫌疑|抓捕|抓获|窝点|团伙|藏身|落网|藏匿|对方|仓库|换货|案|贩|逃|行动|查获|约了?出来|老巢|盗|骗")
_PUBLIC = re.compile("局长|县长|书记|主任|所长|队长|介绍|表示|法官|检察官|民警[^，。]{0,3}$|带队")
_PLAIN = re.compile(
    r"向[来往着]|关[于系]|从[前小]|时[候间常]|成[功立为]|解[决释]|明[确知显]|安[全排]|全[县部镇市]|方[面案式]|应[当该急]|连[续夜日]|金[额融]|高[度效]"
    r"|和[他她其]|单[位独]|包[括装]|项[目]|车[辆主]|路[面边]|平|商[户家贩品]|经|管[理]|党[员]|文[件]|房[主屋]|农[户民]|有|师傅"
)


def find_homes(text: str, persons: Callable[[], tuple[Span, ...]]) -> Iterator[Span]:
    """A door number of two steps with a full name near it in its sentence; officials on duty pass.

    `persons` finds the full names of the text; it is asked only where there is a door.
    """
    doors = tuple(_DOOR.finditer(text))
    named = sorted((*persons(), *find_introduced(text))) if doors else []
    starts = [start for start, _ in named]
    for door in doors:
        for start, end in named[bisect_left(starts, door.start() - 40) : bisect_right(starts, door.end() + 30)][:40]:
            gap = text[min(end, door.end()) : max(start, door.start())]
            about = text[max(0, start - 8) : start] + text[end : end + 4]
            if len(gap) <= 30 and not re.search("[。；\n]", gap) and not _PUBLIC.search(about):
                yield min(start, door.start()), max(end, door.end())
                break


def find_introduced(text: str) -> tuple[Span, ...]:
    """Names that the text introduces: 老人叫…, （…）, 居民…."""
    matches = (m for e in (_INTRODUCED, _RESIDENT) for m in e.finditer(text))
    return tuple(sorted({m.span(m.lastgroup or 0) for m in matches if not _PLAIN.match(m[m.lastgroup or 0])}))


def find_pupils(text: str) -> Iterator[Span]:
    """A child called by name, or by half a name, beside its school and class."""
    for place in _CLASS.finditer(text):
        low = max(text.rfind("。", 0, place.start()) + 1, text.rfind("\n", 0, place.start()) + 1, place.start() - 40)
        near = text[low : place.end() + 24].split("。")[0]
        child = re.search("学生|女孩|男孩|孩子|女生|男生|女童|男童|幼儿|小名|继父|家长", near)
        half = _HALF_NAME.search(near)
        whole = child and any(start < len(near) for start, _ in find_introduced(near))
        if half or whole:
            yield low, place.end()


def find_spoken_numbers(text: str) -> Iterator[Span]:
    """Mobile numbers written in Chinese numerals."""
    yield from (match.span() for match in _SPOKEN.finditer(text))


def find_cards(text: str) -> Iterator[Span]:
    """Long numbers said to be those of a card, whatever their check digit; cards of buses and clubs pass."""
    yield from (match.span() for match in _CARD.finditer(text))


def find_named_patients(text: str) -> Iterator[Span]:
    """An illness told before the name of the person who has it."""
    for match in _SICK.finditer(text):
        for start, end in find_introduced(text[match.start() : match.end() + 12]):
            if start + match.start() >= match.end() - 14:
                yield match.start(), match.start() + end
                break


def find_tellers(text: str) -> Iterator[int]:
    """Where somebody who can be recognised tells an office of a wrong."""
    for match in _TELLER.finditer(text):
        if not _PLAIN.match(match["who"]) and "被" not in match.group():
            yield match.start()
    for match in _TOLD.finditer(text):
        before = re.split("[。；，\n]", text[max(0, match.start() - 16) : match.start()])[-1]
        if _CRIME.search(match.group()) and _POST.search(before) and not re.search(_FRIENDLY, before):
            yield match.start()
    for match in _REPORTED.finditer(text):
        before = re.split("[。；，\n]", text[max(0, match.start() - 16) : match.start()])[-1]
        insider = re.search("保管|会计|出纳|司机|员工|工人|女工|电工|前妻|前夫|亲戚|师傅", before)
        if insider and _CRIME.search(match["what"]):
            yield match.start()
    for match in _SOURCE_IS.finditer(text):
        if _POST.search(match["who"]) and not re.search(_FRIENDLY, match["who"]):
            yield match.start()


def find_singled_out(text: str) -> Iterator[int]:
    """Where who told an office can be picked out: the only one of a post, a kinship, a nickname, a hand."""
    for sentence in re.finditer(r"[^。！？\n]+", text):
        if _WHO_TOLD.search(sentence.group()) and _SINGLED_OUT.search(sentence.group()):
            yield sentence.start()


def find_accused(text: str) -> tuple[int, ...]:
    """Where a wrong is told of somebody by name, in a text that says the matter is still open; else nothing."""
    if not _OPEN.search(text) or _CLEARED.search(text):
        return ()
    found = (m for e in _NAMED_WRONG for m in e.finditer(text) if not _PLAIN.match(m["name"]))
    return tuple(sorted({m.start("name") for m in found if not _PUBLIC.match(text, m.end("name"))}))


def find_covert(text: str) -> Iterator[int]:
    """Where officers pretend to be others or watch unseen, in the chase of somebody."""
    if not _CHASE.search(text):
        return
    for match in _COVERT.finditer(text):
        if _CHASE.search(text[max(0, match.start() - 60) : match.end() + 60]):
            yield match.start()
