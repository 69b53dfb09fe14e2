"""Safety: personal numbers, addresses, minors, informants, open cases and covert methods."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from topicmine.language.sentences import Sentence
from topicmine.language.words import is_word, tag
from topicmine.reviewing.circumstances import find_children, find_ill_or_troubled, find_told_and_harmed
from topicmine.reviewing.exposures import (
    find_cards,
    find_covert,
    find_homes,
    find_introduced,
    find_named_patients,
    find_pupils,
    find_singled_out,
    find_spoken_numbers,
    find_tellers,
)
from topicmine.reviewing.inquiries import find_methods, find_pickable
from topicmine.reviewing.lexicon import pattern
from topicmine.reviewing.open_cases import find_open_case
from topicmine.reviewing.persons import PLACE_ENDS, SURNAME
from topicmine.reviewing.rule import Hit, show
from topicmine.reviewing.view import View

_ADDRESS = re.compile(
    r"(?:住址|家住|现住|居住(?:地|于|在)|户籍(?:地)?|家庭地址|地址|(?<![居入暂记站稳])住(?!"
    r"[院的房宅户改建宿所着了校进])(?=[在于一-鿿]))(?:[：:为是在于])?(?P<place>[^。，；\n]{2,30}?(?:"
    r"[0-9一二三四五六七八九十]{1,4}(?:室(?![两一二三四内])|号(?!线)|单元|栋|幢|组"
    r"|楼|弄|门)))"
)
_ILLNESS = re.compile(
    r"(?:患有?|确诊(?:为)?|查出|感染(?:了)?|得了)(?:[一-鿿]{0,6}(?:癌|病|症|瘤|艾滋"
    r"|乙肝|结核|梅毒|抑郁|残疾))|精神分裂|智力(?:障碍|残疾)|艾滋病"
)
_MINOR = re.compile(
    r"(?:(?<![大留研])(?:小学生|中学生|初中生|高中生|学生|幼儿|儿童|女童|男童|孩子|学童"
    rf"|少年|未成年人)|[0-9]{{1,2}}岁的?)(?P<name>{SURNAME}(?!某){'[一-鿿]{1,2}?'})"
    r"(?=[，。（(、因在从被说今的和]|$)"
)
_MINOR_AFTER = re.compile(
    rf"(?<![一-鿿])(?P<name>{SURNAME}(?!某)[一-鿿]{{1,2}})[（(，](?:男|女)?[，,]?(?:[1-9]|1[0-7])岁"
)
_NOT_NAME = re.compile(
    r"家长|安全|全部|全体|方便|高兴|应当|时常|路上|成为|成长|明白|明显|宁可|解决|温暖"
    r"|常常|包括|华侨|项目|简单|和家|和老|和教|和村|向老|向家|向学|向村|向社|于是|于[一-鿿]年"
    r"|从小|都|时候|党员|高中|安装|连续|关爱|单独|易发|房间|车辆|游泳|时间|全年|金额"
    r"|和平|米饭|米线"
)
_INSIDER = (
    "(?:前女友|前男友|女友|男友|情人|儿子|女儿|父亲|母亲|婆婆|岳父|岳母|嫂子|姐夫|妹夫"
    "|配送员|骑手|洗碗工|装卸工|杀猪匠|"
    "村会计|仓管|库管|"
    "保管员|会计|出纳|员工|工人|职工|职员|司机|店员|服务员|厨师|厨工|厂医|学徒|收银员"
    "|财务|助理|文员|主管|车间主任|副厂长|护工|护士|搬运工|送货员|临时工|女工|民工"
    "|工友|帮工|小工|业务员|销售员|技术员|质检员|门卫|保安|班主任|老师|房东|房客|"
    "租客|前妻|前夫|妻子|丈夫|邻居|亲戚|亲属|侄子|侄女|外甥|弟弟|哥哥|姐姐|妹妹|表妹"
    "|表弟|表哥|表姐|堂弟|堂哥|小舅子|女婿|儿媳|合伙人|股东|同学|同事|前任|前员工|离职"
    "|辞职|下线)"
)
_INFORMANT = re.compile(
    r"(?:举报人|线索提供人|线人|知情人|报案人|检举人|爆料人|内线)(?:为|是|系|：|:"
    rf"|（|即)?(?P<who>{SURNAME}(?:某|[一-鿿]{{1,2}}))(?=[，。：（(、反向称说告电来提的）)]"
    r"|$)"
    rf"|(?<![对让给向查罚令把将有无])(?P<worker>{_INSIDER})(?P<name>[一-鿿]{{0,4}}?)(?:（[^）\n]{{0,20}}）)?("
    rf"?:[，,])?[^。；\n]{{0,40}}?(?<!被)(?<!有人)(?:举报|检举|报料|爆料|告发|通风报信"
    r"|提供(?:了)?(?:关键|重要|有关|这条|内部)?(?:的)?线索|递(?:来|交)(?:了)?(?:账本"
    r"|照片|证据))(?!电话|奖励|箱|制度|办法|投诉|人)"
    rf"|(?:线索|举报信|举报电话|消息|情报)(?:最初|最早)?(?:由|来自|源于|出自|是|系)(?P<source>[^。；\n]{{0,24"
    rf"}}{_INSIDER})"
    r"|举报人(?:系|是|为|原是|曾是|就是|住)(?P<trait>[^。，；\n]{2,24})"
)
_TRAIT = re.compile(
    r"(?:举报人|线索提供人|报案人|检举人)[^。；，\n]{0,4}(?:曾|原|家住|就住|与[^。，；\n]{1,12}(?:有"
    r"|闹|是)|姓|住在|因[^。；\n]{0,16}(?:纠纷|闹翻|开除|辞退|欠薪|工钱|矛盾)|在[^。，；\n]{0,12}(?:工作"
    r"|上班|打工|做过|干过))"
)
_GIVEN_BY = re.compile(
    r"(?:根据|依据|凭|靠)(?!群众|市民|消费者|热线|平台|企业|部门|网格|公安|警方|技术"
    r"|系统|大数据|匿名|举报)[^。；，\n0-9]{2,16}提供的(?:线索|情况|地址|照片|账本"
    r"|信息)"
    r"|(?:线索|举报信)(?:最初|最早)?(?:来自|源于|出自)(?![^。；，\n]{0,8}(?:群众|市民"
    r"|消费者|热线|平台|投诉|抽检|检查|系统|数据|网|媒体|部门|移送|巡查|1[0-9]{4}))[^。；，\n]{2,24}"
)
_WRITTEN_BY = re.compile(
    r"(?:举报信|检举信|匿名信|线索|情报|线报|照片|账本)(?:是|由|系|出自)(?P<who>[^。；，\n]{2,24}?)(?:写|寄|发|送|提供|拍|递|交)"
    r"|(?<!被)(?:举报|报料|检举|告发)的(?:人)?(?:是|正是|就是|系)(?P<what>[^。；，\n]{2,24})"
)
_NOBODY = re.compile(
    "群众|市民|居民|消费者|匿名|部门|平台|系统|网格|巡查|执法|监管|热线|媒体|记者|公安|企业|大数据|12[0-9]{3}"
)
_ENCOURAGED = re.compile(
    "泄露|保密承诺|权利|反面情形|权益课|培训讲|鼓励|奖励|可以?举报|欢迎|有权|号召|吹哨|机制|制度|办法|人人|发动|内部举报|畅通"
)
_PASSPORT = re.compile("护照(?:号码?)?[：:为是]?[A-Z]{1,2}[0-9]{7,8}(?![0-9])")
# 客服QQ and 官方微信 are as public as a hotline
_ACCOUNT = re.compile(
    "(?<!客服)(?<!官方)(?<!公众)(?:微信|QQ|抖音)号?[：:为是 ]{0,2}"
    "(?=[A-Za-z_0-9-]{0,19}[0-9_])[A-Za-z0-9][A-Za-z0-9_-]{5,19}"
)
_SHOWN = 3  # sentences of a kind: a draft that tells more of it is to be written anew
_COVERT_CONTEXT = re.compile(
    "案|嫌疑|窝点|团伙|查获|售假|制假|传销|走私|盗|骗局|诈骗|黑作坊|黑车|私宰|赌|捣毁|端掉|抓获|线索|违法|取证|非法|冒领|分装点|反诈|暗哨"
)


def check_x01(view: View) -> Iterator[Hit]:
    """Citizen IDs by checksum or by name."""
    yield from _numbers(view, "citizen_id")
    yield from (Hit("body", *match.span()) for match in _PASSPORT.finditer(view.body))


def check_x02(view: View) -> Iterator[Hit]:
    """Mobile numbers."""
    yield from _numbers(view, "mobile")
    yield from (Hit("body", *span) for span in find_spoken_numbers(view.body))
    yield from (Hit("body", *match.span()) for match in _ACCOUNT.finditer(view.body))


def check_x03(view: View) -> Iterator[Hit]:
    """Bank cards by Luhn or by name."""
    yield from _numbers(view, "bank_card")
    known = bytearray(len(view.body) + 1)
    for found in view.identifiers("body"):
        known[found.start : found.end] = b"x" * (found.end - found.start)
    yield from (Hit("body", *span) for span in find_cards(view.body) if not any(known[span[0] : span[1]]))


def check_x04(view: View) -> Iterator[Hit]:
    """A home address in a sentence that has a full name."""
    for match in _ADDRESS.finditer(view.body):
        near = [p for p in view.names if match.start() - 60 <= p[0] and p[1] <= match.end() + 40]
        sentence = view.sentence_at(match.start())
        near = [p for p in near if sentence is None or sentence.start - 60 <= p[0]]
        if near:
            yield Hit("body", min(near[0][0], match.start()), max(near[-1][1], match.end()))
            return
    yield from (Hit("body", *span) for span in find_homes(view.body, lambda: view.names))


def check_x05(view: View) -> Iterator[Hit]:
    """An illness told of somebody named in full before it in the same sentence."""
    persons = (*view.persons, *find_introduced(view.body))
    told = set(find_named_patients(view.body))
    for match in _ILLNESS.finditer(view.body):
        sentence = view.sentence_at(match.start())
        if sentence is None:
            continue
        named = [p for p in persons if sentence.start <= p[0] and p[1] <= match.start() and match.start() - p[1] <= 16]
        named = [
            p for p in named if not re.match("医生|护士|院长|主任|所长|介绍|带|为|给|等", view.body[p[1] : p[1] + 2])
        ]
        if named and not re.search("[0-9]人|[0-9]名|查出[0-9]", view.body[named[0][1] : match.end()]):
            told.add((named[0][0], match.end()))
    yield from (Hit("body", *span) for span in sorted(told))
    others = _sentences_with(view, find_ill_or_troubled(view.sentences, view.names))
    fresh = [s for s in others if not any(s.start <= start < s.end for start, _ in told)]
    yield from (show(sentence) for sentence in fresh[:_SHOWN])


def check_x06(view: View) -> Iterator[Hit]:
    """A pupil, a child or somebody under eighteen with a full name."""
    for expression in (_MINOR, _MINOR_AFTER):
        for match in expression.finditer(view.body):
            age = re.match(r"([0-9]{1,2})岁", match.group())
            name, before = match["name"], view.body[max(0, match.start() - 24) : match.start()]
            if pattern("grown").search(re.split("[，。；\n]", before)[-1]) or name[-1] in PLACE_ENDS:
                continue
            word, label = tag(name)[0]
            if len(word) > 1 and is_word(word) and not label.startswith("nr"):  # 学生毕业后, 应有, 游戏
                continue
            if len(match["name"]) < 2 or _NOT_NAME.search(view.body[match.start("name") : match.end("name") + 1]):
                continue
            if not age or int(age[1]) < 18:
                yield Hit("body", *match.span())
    yield from (Hit("body", *span) for span in find_pupils(view.body))
    yield from (show(s) for s in _sentences_with(view, find_children(view.sentences, view.names)))


def check_x10(view: View) -> Iterator[Hit]:
    """An open case told with names of persons or firms, or with what the hunt still has to find."""
    if not view.is_closed_case and not _has_consent(view):
        yield from (show(sentence) for sentence in find_open_case(view))


def check_x11(view: View) -> Iterator[Hit]:
    """Whoever told the office, by name, by post or by kinship; general calls to report pass."""
    yield from islice(dict.fromkeys(_tellers(view)), _SHOWN)


def _tellers(view: View) -> Iterator[Hit]:
    for start in (*find_tellers(view.body), *find_singled_out(view.body)):
        sentence = view.sentence_at(start)
        if sentence and not _ENCOURAGED.search(sentence.text) and not _has_consent(view):
            yield show(sentence)
    if not _has_consent(view):
        yield from (show(s) for s in find_pickable(view.body, view.sentences, view.names))
    for match in (*_TRAIT.finditer(view.body), *_GIVEN_BY.finditer(view.body)):
        sentence = view.sentence_at(match.start())
        if sentence and not _has_consent(view):
            yield show(sentence)
    for match in _WRITTEN_BY.finditer(view.body):
        sentence = view.sentence_at(match.start())
        if sentence and not _NOBODY.search(match["who"] or match["what"]) and not _has_consent(view):
            yield show(sentence)
    for match in _INFORMANT.finditer(view.body):
        sentence = view.sentence_at(match.start())
        words = sentence.text if sentence else match.group()
        trait = match["trait"] or ""
        vague = bool(re.search("匿名|群众|市民|消费者|本人|谁|真实|合法|实名", trait))
        if not _ENCOURAGED.search(words) and not vague and not _has_consent(view):
            yield show(sentence) if sentence else Hit("body", *match.span())


def check_x14(view: View) -> Iterator[Hit]:
    """A covert method in a text about a case, with no word that the handler agreed."""
    if not _has_consent(view):
        yield from islice(dict.fromkeys(show(sentence) for sentence in _methods(view)), _SHOWN)


def _methods(view: View) -> Iterator[Sentence]:
    yield from find_methods(view.body, view.sentences)
    yield from _sentences_with(view, ((start, start) for start in find_covert(view.body)))
    if not _COVERT_CONTEXT.search(view.body):
        return
    for match in pattern("covert").finditer(view.body):
        sentence = view.sentence_at(match.start())
        around = view.body[max(0, match.start() - 80) : match.end() + 80]
        if sentence and _COVERT_CONTEXT.search(around):
            yield sentence


def check_x15(view: View) -> Iterator[Hit]:
    """Who complained, who was harmed and who is a patient, by full name."""
    seen: set[str] = set()
    for start, end in find_told_and_harmed(view.body):
        told = view.body[start:end]
        if told not in seen:
            yield Hit("body", start, end)
        seen.add(told)


def _numbers(view: View, kind: str) -> Iterator[Hit]:
    for field in ("title", "body"):
        text = view.text(field)
        for found in view.identifiers(field):
            if found.kind == kind:
                start = found.start
                # the name in front belongs to the same secret
                while start and found.start - start < 24 and text[start - 1] not in "。；！？\n、":
                    start -= 1
                yield Hit(field, start, found.end)


def _sentences_with(view: View, spans: Iterable[tuple[int, int]]) -> tuple[Sentence, ...]:
    """The sentences that hold the spans, each once."""
    found = (view.sentence_at(start) for start, _ in spans)
    return tuple(dict.fromkeys(sentence for sentence in found if sentence))


def _has_consent(view: View) -> bool:
    return bool(pattern("consent").search(view.body))
