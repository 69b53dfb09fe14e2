"""Full names of persons, found by surname, by what stands beside them and by the segmenter's tags."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache

from topicmine.language.words import is_word, tag
from topicmine.reviewing.lexicon import pattern, words

SURNAME = f"(?:{pattern('surnames').pattern})"
_GIVEN = "[一-鿿]{1,2}"
# after a name comes a mark, a bracket, or one of the words that follow names
_AFTER = (
    r"(?=[，。、；：（(）)\s“”！？]|$|等[0-9一二三四五六七八九十]|等人|和|与|及|于"
    r"|在|因|系|向|从|将|已|的|自|为|以|说|称|反映|举报|投诉|反应|先后|通过|利用|伙同"
    r"|使用|被|用|把|对|给|曾|趁|骗|拿|带|多次|承认|否认|冒充|虚构|伪造|谎称|逃|投案|自首|归案|收受|涉嫌|贪污|挪用|受贿|套取|"
    r"住|家住|身份证|电话|手机|驾驶|经营|表示|介绍|来到|到|是|患|其|今年|现年|一家|户|名下|涉嫌|交代|供述|落网)"
)
_ROLE = (
    "(?:[局所县镇乡科股队]长|书记|主任|村支书|嫌疑人|组织者|总经理|经理|董事长|教师|校长|园长|店长|车主|船主|包工头|主管|老板|老板娘|负责人|经营者|店主|业主|当事人|法定代表人|实际控制人"
    "|司机|驾驶人|村民|居民|市民|男子|女子|骨干|主犯|头目|上线|下线|举报人|投诉人|线索提供人"
    "|线人|"
    "学生|患者|死者|伤者|消费者|顾客|群众|业务员|会计|员工|职工|工人|户主|住户|租户|贫困户|低保户"
    "|老人|儿童|女童|男童|幼儿|保管员|厂长|经理|房东|租客|中间人|销售员|主播|摊主|商户"
    "|农户|养殖户|"
    "受害人|被害人|证人|知情人|知情者|参与者|成员|股东|院长|校长|夫妇|夫妻|妻子|丈夫"
    "|儿子|女儿|母亲|父亲|抓获|抓捕|带走|解救|传唤|控制|锁定)"
)
_BY_ROLE = re.compile(rf"{_ROLE}(?:[：:为是“（(]|姓名)?(?P<name>{SURNAME}(?!某){_GIVEN}?){_AFTER}")
_BEFORE_DATA = re.compile(
    rf"(?<![一-鿿])(?P<name>{SURNAME}(?!某){_GIVEN})(?=[（(，,、\s]{{1,2}}(?:男|女"
    rf"|身份证|[0-9]{{1,2}}岁|[一二三四五六七八九]{{1,3}}十?岁|系|住|家住|现住|电话"
    r"|手机|户籍|证件|联系|银行卡|曾因|绰号))"
)
_NOT_GIVEN = re.compile(
    "[阿大]?[爷妈姐哥叔娘嫂婶伯婆奶姨姑公][爷妈姐哥叔娘嫂婶伯婆奶姨姑公家]|大[爷妈姐哥叔娘嫂婶伯]|女士|先生|师傅|老[师板汉太]|医生|阿姨|某|同志|书记|主任|[局所县镇乡科股队组站厂店院校区市]长|经理|副|总|公司|家[的里]|姓|法官"
)
_PLACE_AFTER = re.compile(r"^[村镇县乡区市省路街湾沟坡桥山寨坝岭河湖江塘]")
PLACE_ENDS = "街路村镇乡县区市桥溪湖巷所局站店厂"
_TRADE = re.compile(
    "(?:[户商主长员工犯匠头贩干者师]|会计|头目|老板|嫌疑人|当事人|负责人|控制人|代表人|男子|女子|妻子|丈夫|[妻夫][弟兄姐妹]|绰号“[^”]{1,4}”的|[”）、和与及抓获])$"
)
_TRADED = re.compile(
    rf"(?:[户商主员犯匠头贩]|老板|矿长|厂长|店长|院长|园长|校长|经理|会计|头目)(?P<name>{SURNAME}(?!某)[一-鿿]{{2}})"
    "(?=明知|[以在因从将已为说向被用把对给曾趁骗拿带等和与及仍还就，、（])"
)
_BEGINS = re.compile(
    "(?:^|[^一-鿿]|[的为叫是系名]|[户商主长员工犯匠贩计干者师人民友客]|对象|老人|妇女|学生|[男女][孩生童]|妻子|丈夫|母亲|父亲|老伴)$"
)
# behind a trade the name needs no help from the segmenter, which may cut across it: 放羊人樊老栓
_BEHIND_TRADE = re.compile(
    rf"(?:[户商主员犯匠贩计者师工医]|(?<!个)人|村民|老板|[科股所队局厂矿店院园校组班]长|经理|教师|主任|书记|司机|会计|老汉|兄弟|父子|、)(?P<name>{SURNAME}(?!某)[一-鿿]{{2}})"
    "(?=[，。、；：（）“的在对向从以把被将已给因系是等伪涉私正自明为用两三]|实名|兄弟|父子|夫妇|夫妻|进行|长期|多次|颁发|表示|先后|拿|带|开|打|收|$)"
)
_HAN = re.compile("[一-鿿]{1,2}")
_AFTER_ONE = re.compile("[以在因从将已的自为说向被用把对给曾趁骗拿带是等和与及于利明仍还就称有]")
_TITLE_AFTER = re.compile(r"^(?:女士|先生|大爷|大妈|大姐|师傅|老板|老师|医生|阿姨|某)")


def find_persons(text: str, tagged: Sequence[tuple[str, str]] = ()) -> tuple[tuple[int, int], ...]:
    """Where full names stand in `text`; 李某, 黄女士 and 老张 are none. `tagged` are the words of the text with tags.

    >>> [("当事人曹国庆到场，黄女士未到"[a:b]) for a, b in find_persons("当事人曹国庆到场，黄女士未到")]
    ['曹国庆']
    """
    found = {match.span("name") for pattern_ in (_BY_ROLE, _BEFORE_DATA) for match in pattern_.finditer(text)}
    offset = 0
    for word, label in tagged:
        end = offset + len(word)
        if (
            label == "nr"
            and _is_full_name(word)
            and not _TITLE_AFTER.match(text[end : end + 2])
            and not _PLACE_AFTER.match(text[end : end + 1])
        ):
            found.add((offset, end))
        offset = end
    kept = [(a, b) for a, b in found if not _NOT_GIVEN.match(text, a + 1) and "某" not in text[a:b]]
    return tuple(sorted(kept))


def find_suspects(text: str, tagged: Sequence[tuple[str, str]]) -> tuple[tuple[int, int], ...]:
    """Names in the telling of a case, found more boldly: a surname and what the segmenter leaves beside it.

    Kept is what stands behind a post or trade (供货商, 园长, 头目) or comes back later in the text.

    >>> from topicmine.language.words import tag
    >>> text = "供货商卢志强以次充好，至今在逃。"
    >>> [text[a:b] for a, b in find_suspects(text, tag(text))]
    ['卢志强']
    """
    found, place = [], 0
    for n, (word, label) in enumerate(tagged):
        name = _joined_name(word, label, [w for w, _ in tagged[n + 1 : n + 3]])
        start, place = place, place + len(word)
        if not name or "某" in name or _NOT_GIVEN.match(name, 1) or _PLACE_AFTER.match(text[start + len(name) :][:1]):
            continue
        if _TRADE.search(text[max(0, start - 6) : start]) or text.find(name, text.find(name) + 1) > 0:
            found.append((start, start + len(name)))
    # where the segmenter cuts across the name: a trade, a surname with two more, and a word that follows names
    found += [match.span("name") for match in _TRADED.finditer(text) if not _NOT_GIVEN.match(match["name"], 1)]
    return tuple(sorted(set(found)))


def find_unseen_names(text: str, tagged: Sequence[tuple[str, str]]) -> tuple[tuple[int, int], ...]:
    """Names of three or four characters that begin where a name can begin: found boldly, for texts that call for care.

    >>> from topicmine.language.words import tag
    >>> text = "来得最早的门秀兰，有病史十二年。"
    >>> [text[a:b] for a, b in find_unseen_names(text, tag(text))]
    ['门秀兰']
    """
    found, place, firsts = [], 0, _surname_beginnings()
    for n, (word, label) in enumerate(tagged):
        start, place = place, place + len(word)
        if word[0] not in firsts or text[max(0, start - 1) : start].isdigit():  # 3台水车: a measure, no surname
            continue
        name = _joined_name(word, label, [w for w, _ in tagged[n + 1 : n + 3]], _every_surname())
        if not name or "某" in name or _NOT_GIVEN.match(name, 1) or _PLACE_AFTER.match(text[start + len(name) :][:1]):
            continue
        if name[0] in words("surnames_like_words") and (is_word(name[:2]) or _is_plain(name[1:])):
            continue
        if _BEGINS.search(text[max(0, start - 4) : start]) and name[-1] not in PLACE_ENDS:
            found.append((start, start + len(name)))
    found += [match.span("name") for match in _BEHIND_TRADE.finditer(text) if _could_be_called(match["name"])]
    return tuple(sorted(set(found)))


def _is_plain(given: str) -> bool:
    """True for 家属 and 三名, words that nobody is called by; false for 玉兰 and 乐乐."""
    return len(set(given)) > 1 and is_word(given) and not tag(given)[0][1].startswith(("nr", "ns", "nz"))


def _could_be_called(name: str) -> bool:
    return not (is_word(name[:2]) or is_word(name) or _NOT_GIVEN.match(name, 1) or name[-1] in PLACE_ENDS)


@cache
def _every_surname() -> frozenset[str]:
    return frozenset((*words("surnames"), *words("surnames_like_words")))


@cache
def _surname_beginnings() -> frozenset[str]:
    return frozenset(surname[0] for surname in _every_surname())


def _joined_name(word: str, label: str, following: Sequence[str], known: Collection[str] = ()) -> str:
    """A surname with one or two characters after it, out of the segmenter's pieces; empty when it is none."""
    known = known or words("surnames")
    surname = word[:2] if word[:2] in known and len(word) > 1 else word[:1]
    if surname not in known or not (len(word) == len(surname) or label.startswith("nr")):
        return ""
    for piece in following:
        if len(word) - len(surname) >= 2 or not _HAN.fullmatch(piece) or len(word + piece) - len(surname) > 2:
            break
        if len(word) > len(surname) and (_AFTER_ONE.match(piece) or len(piece) > 1):
            break
        word += piece
    return word if len(word) - len(surname) in {1, 2} and len(word) > 2 else ""


def _is_full_name(word: str) -> bool:
    # the segmenter takes 查明 and 柳溪 for names: without a role beside it a name has three characters
    if word[-1] in PLACE_ENDS:
        return False
    if word[:2] in words("surnames"):
        return 3 <= len(word) <= 4
    return len(word) == 3 and word[0] in words("surnames")
