"""Titles held against the body: too long, too broad, unfocused, not borne out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from topicmine.language.figures import Figure
from topicmine.language.words import tag
from topicmine.reviewing.contradictions import contradicts
from topicmine.reviewing.lexicon import pattern, words
from topicmine.reviewing.rule import Hit
from topicmine.reviewing.topics import topics_of
from topicmine.reviewing.view import View

_UNIT = re.compile(
    r"^[^，。、：“”\s]{1,12}?(?:省|自治区|(?<![城集都超门夜菜])市(?!场|民|容)|县(?!域)"
    r"|(?<![城社郊片小])区(?!域)|旗|乡(?!村)|镇(?!域)|街道|(?<![农乡山新进])村(?!民"
    r"|医|务|级|居))"
    r"(?:人民政府|政府|办事处|[一-鿿]{2,10}?局(?![面部势限])|[一-鿿]{2,4}所)?"
)
_COUNTED = re.compile(
    r"(?<![统第专单唯])(?P<n>[二三四五六七八九十两2-9])(?:个|项|大|条)?"
    r"(?:强化|聚焦|坚持|加强|突出|到位|严格|提升|举措|着力|注重|措施|办法|招|步|抓|策)"
)
_NUMBER = {c: n for n, c in enumerate("零一二三四五六七八九十")} | {"两": 2} | {str(n): n for n in range(2, 10)}
_SMALLER = {"吨": (("公斤", "千克"), 1000), "公里": (("米",), 1000), "千米": (("米",), 1000), "公斤": (("斤",), 2)}
_SPANS = frozenset({"", "天", "年", "个月", "月", "小时", "分钟"})
_NOUN_TAGS = frozenset({"n", "nz", "nw", "vn", "j", "l"})
_QUOTED = re.compile("“[^”]{1,20}”|【[^】]{1,20}】")
_COLUMN = re.compile("【[^】]{1,20}】")
_NOT_HAN = re.compile(r"[^一-鿿]")
# 夯实……根基, 谱写……新篇章: a verb of the platform and an object as wide as the county
_SLOGAN = re.compile(
    "^(?:全面|全域|深入|扎实|加快|坚决|奋力|全力|着力|大力|切实|努力|不断|持续|奋力|用心|倾力)?(?:发挥|夯实|筑牢|谱写|助力|服务|赋能|打造|聚焦|深化|坚持|强化|推进|办好|办实|严打|严惩|打击|守护|守好|绘就|擘画|奏响|激发|构建|优化|提升|擦亮|彰显|厚植|践行|凝聚|汇聚|护航|推动|贯彻|书写|描绘|跑出|开创|促进|扛牢|扛起|压实|传承|赓续|弘扬|筑起|培育|引领|共建|共享|共创|增进|保障|织密|点亮)"
    "[^，。、0-9“]{0,12}?(?:作用|高质量发展|发展|根基|新?篇章|新?局面|防线|屏障|基石|底线|活力|动能|环境|安全|强县|振兴|现代化|福祉|画卷|答卷|高地|格局|合力|引擎|责任|担当|使命|初心|文脉|文化|健康|幸福|力量|优势|实事|犯罪|违法|平安|安宁|质量|水平|加速度|新风|风尚|家园|名片|底色|主旋律|民生|未来|梦想|蓝图)$"
)
# what kind of piece it is, or the plain act of an office, need not be said again in the body
_GENRE = re.compile(
    "对话|连线|视频|组图|日记|手记|纪实|侧记|见闻|启示|故事|要闻|简讯|摘编|观察|记录|回访|提示|警示|案例|调查|解读|来信|检查|调解|查处|走访|日志|速写"
)
_LITTLE = re.compile(
    "[的和与及为以在中上全再把让对向从到是又得好新更有其]|[优促惠强抓保护稳提兴创暖办送守助聚解](?![一-鿿])"
)
# characters so frequent that a body has them by chance
_COMMON = frozenset("人大小学生年老会家业工作子地方面发开行动下出来去进一二三不了这个也就还")
_ACTS = re.compile("、|并(?!列|不)|以及|同时|和(?!谐|睦|解)|及(?!时|格)|与(?!会)")
_ANY = re.compile("^(?:工作|情况|服务|问题|群众|市场|活动|全县|我县)$")
_HALVES = re.compile(r"[\s，,　]+")
_JOINED = re.compile(r"[、和及与暨]|以及|同时")


def check_t01(view: View) -> Iterator[Hit]:
    """Over 30 characters; a list of more than 36 is left to T11."""
    if 30 < _length(view.title) <= view.limit("title_characters", 36):
        yield Hit("title", 0, len(view.title), f"标题{_length(view.title)}字，超过30字。")


def check_t04(view: View) -> Iterator[Hit]:
    """A title of stock words and field names, in which no word says what the body is about."""
    place = _UNIT.match(view.title)
    start = place.end() if place and place.end() < len(view.title) else 0
    rest = view.title[start:]
    if not rest or re.search(r"[0-9０-９“《A-Za-z]", view.title):
        return
    halves = [half for half in _HALVES.split(rest) if half]
    if len(halves) > 1 and all(_SLOGAN.search(half) for half in halves):
        yield Hit("title", 0, len(view.title))
        return
    bare = pattern("broad_words").sub(lambda match: " " * len(match.group()), rest)
    left = _NOT_HAN.sub("", _LITTLE.sub(" ", bare))
    size = len(_NOT_HAN.sub("", rest))
    stock = size - len(_NOT_HAN.sub("", bare))
    if not stock or len(left) > 0.5 * size or any(_is_spoken_of(view, word) for word in _words_in(view, start, bare)):
        return
    # a matter that is named and not borne out is T10's
    named = any(_words_in(view, start, bare)) and (_missing_topic(view) or _missing_nouns(view))
    if not left or not (named or (set(left) - _COMMON) & set(view.body)):
        yield Hit("title", 0, len(view.title))


def _words_in(view: View, start: int, bare: str) -> Iterator[str]:
    """The words of the title, from `start` on, that are wholly left once the stock words are blanked."""
    at = -start
    for word, _ in view.title_words:
        if at >= 0 and len(word) > 1 and bare[at : at + len(word)] == word:
            yield word
        at += len(word)


def _is_spoken_of(view: View, word: str) -> bool:
    return word in view.body or any(topic.body.search(view.body) for topic, _ in topics_of(word))


def check_t05(view: View) -> Iterator[Hit]:
    """The number in 三个强化 against the number of items; silent where the body has no items."""
    match = _COUNTED.search(view.title)
    labels = [heading.label for heading in view.headings]
    for family in ("是", "要", "、", "）"):
        items = {label for label in labels if label.endswith(family)}
        if match and len(items) >= 2:
            wanted = _NUMBER[match["n"]]
            if wanted != len(items):
                message = f"标题说{wanted}条，正文列了{len(items)}条。"
                yield Hit("title", match.start(), match.end(), message)
            return


def check_t10(view: View) -> Iterator[Hit]:
    """Topic, nouns, figures and direction of the title, looked for in the body."""
    if len(view.body) < 20 or not view.title:
        return
    whole = (0, len(view.title))
    missing = _missing_topic(view) or _missing_nouns(view)
    if missing:
        # a figure that is not there can be checked, a matter told in other words only guessed
        yield Hit("title", *whole, f"标题说的“{missing}”正文里没有写到。", severity="warning")
        return
    if contradicts(view.title, view.body):
        yield Hit("title", *whole, "标题的说法与正文相反。")
        return
    for figure in view.title_figures:
        if (
            figure.text[0] in "0123456789"
            and figure.unit not in _SPANS
            and not _is_told(view, figure.value, figure.unit)
            and not _is_told_smaller(view, figure)
        ):
            yield Hit("title", *whole, f"标题里的“{figure.text}”在正文里没有出现。")


def check_t11(view: View) -> Iterator[Hit]:
    """Two topics joined in one title, or one that runs over 36 characters."""
    most = view.limit("title_characters", 36)
    if _length(view.title) > most:
        yield Hit("title", 0, len(view.title), f"标题{_length(view.title)}字，超过{most}字。")
        return
    if view.title.count("一手抓") > 1:
        yield Hit("title", 0, len(view.title), "标题同时抓两件事。")
        return
    acts = _acts_apart(view) or _parts_apart(view)
    if acts:
        yield Hit("title", 0, len(view.title), f"标题并列了{'、'.join(acts)}几件事，正文里各写各的。")
        return
    # a price is the price of something
    found = tuple(pair for pair in topics_of(view.title) if pair[0].code != "price")
    if len(found) < 2:
        return
    parted = all(_JOINED.search(view.title[a[1].end() : b[1].start()]) for a, b in pairwise(found))
    apart = all(a[0].title.search(b[1].group()) is None for a, b in pairwise(found))
    if parted and apart and not _speak_together(view, found):
        names = "、".join(topic.name for topic, _ in found)
        yield Hit("title", 0, len(view.title), f"标题并列了{names}几件事。")


def _acts_apart(view: View) -> list[str]:
    """Two or more acts that a title joins and of which each has paragraphs to itself; empty where they meet."""
    place = _UNIT.match(view.title)
    acts = _ACTS.split(view.title[place.end() :] if place and place.end() < len(view.title) else view.title)
    if not 2 <= len(acts) <= 4 or any(len(act) < 4 for act in acts):
        return []
    tagged = [tag(act) for act in acts]
    # the segmenter takes a verb for a noun now and then: one in three may be so
    if sum(act[0][1].startswith("v") for act in tagged) < (2 if len(acts) < 4 else 3):
        return []
    told = [_told_in(view, act[1:]) for act in tagged]
    if len(acts) > 2:  # a last paragraph may sum all of them up
        told = [paragraphs - told[0].intersection(*told) for paragraphs in told]
    apart = all(told) and all(not (a & b) for n, a in enumerate(told) for b in told[n + 1 :])
    return acts if apart and sum(map(len, told)) >= len(acts) else []


def _parts_apart(view: View) -> list[str]:
    """Three or more parts of a title set off by blanks, each told in paragraphs of its own; empty where two meet.

    Two halves are the form of a title; a third matter has no place in it.
    """
    parts = [part for part in _HALVES.split(view.title) if part]
    if len(parts) < 3:
        return []
    kept = [(part, where) for part in parts if (where := _told_in(view, _own_words(view, part)))]
    apart = all(not (a[1] & b[1]) for n, a in enumerate(kept) for b in kept[n + 1 :])
    return [part for part, _ in kept] if len(kept) >= 3 and apart else []


def _own_words(view: View, part: str) -> list[tuple[str, str]]:
    """The words of a part of the title, without the unit, times and what half of the paragraphs say."""
    place = _UNIT.match(part)
    words_ = [pair for pair in tag(part[place.end() :] if place else part) if pair[1][0] not in "mt"]
    return [pair for pair in words_ if 2 * len(_told_in(view, [pair])) <= len(view.paragraphs)]


def _told_in(view: View, words_: Sequence[tuple[str, str]]) -> set[int]:
    """The paragraphs that speak of any of the words."""
    objects = [word for word, _ in words_ if len(word) > 1 and not _ANY.search(word)]
    return {n for n, p in enumerate(view.paragraphs) if any(word in p.text for word in objects)}


def _length(title: str) -> int:
    return len(title.strip())


def _missing_topic(view: View) -> str:
    """The topic word of the title when nothing in the body speaks of that topic; the name of a column is none."""
    found = topics_of(_COLUMN.sub("", view.title))
    silent = [
        match.group() for topic, match in found if not topic.body.search(view.body) and match.group() not in view.body
    ]
    others = {word for word, label in view.title_words if label in _NOUN_TAGS and len(word) > 1 and word in view.body}
    others -= words("anybody")
    if silent and len(silent) == len(found) and len(others) < 2:
        return silent[0]
    exact = [match.group() for _, match in found if match.group() not in view.body]
    if len(others) > 3:  # a title of many matters is borne out by most of them
        return ""
    weak = [topic for topic, match in found if len(topic.body.findall(view.body)) < 2 and match.group() in exact]
    return exact[0] if weak and len(weak) == len(found) and len(view.body) > 250 else ""


def _missing_nouns(view: View) -> str:
    """A missing noun when most nouns of the title, and most of its characters, are nowhere in the body."""
    place = _UNIT.match(view.title)
    rest = _QUOTED.sub(" ", view.title[place.end() :] if place else view.title)
    broad = pattern("broad_words")
    bare = broad.sub(" ", _GENRE.sub(" ", rest))
    nouns = [
        word
        for word, label in view.title_words
        if label in _NOUN_TAGS and len(word) > 1 and word in bare and word not in words("anybody")
    ]
    missing = [noun for noun in nouns if view.body.count(noun[-1]) < 2 and not all(c in view.body for c in noun)]
    chars = set(_NOT_HAN.sub("", bare))
    told = sum(char in view.body for char in chars)
    if any(noun in view.body for noun in nouns):
        return ""
    # one noun alone may be a figure of speech, unless the title is of the plain kind: unit and matter
    least = 1 if place else 2
    if len(missing) >= max(least, 0.6 * len(nouns)) and told <= 0.34 * len(chars):
        return missing[0]
    return ""


def _is_told(view: View, value: float, unit: str) -> bool:
    """True when the body has this value, or two figures of the unit whose sum or difference it is."""
    values = {figure.value for figure in view.figures}
    # 1.9万件 of 19200件: a title may round
    step = 10 ** max(0, len(str(int(value))) - 2) if value >= 1000 else 0
    if any(abs(told - value) <= step / 2 for told in values):
        return True
    if value in values or any(str(int(value)) in sentence.text for sentence in view.sentences if value == int(value)):
        return True
    same = sorted({figure.value for figure in view.figures if figure.unit == unit})[:60]
    return any(abs(a - b) == value or a + b == value for a in same for b in same)


def _is_told_smaller(view: View, figure: Figure) -> bool:
    """True when the title rounds a figure that the body has in the smaller unit: 1.6吨 of 1640公斤."""
    if figure.unit not in _SMALLER:
        return False
    unit, times = _SMALLER[figure.unit]
    decimals = re.search(r"\.([0-9]+)", figure.text)
    step = times / 10 ** (len(decimals[1]) if decimals else 0)
    return any(f.unit in unit and abs(f.value - figure.value * times) <= step / 2 for f in view.figures)


def _speak_together(view: View, found: tuple[tuple[object, re.Match[str]], ...]) -> bool:
    """True when one clause of the body speaks of all the title's topics: then they are one matter."""
    marks = [match.group() for _, match in found]
    return any(all(mark in clause for mark in marks) for clause in re.split("[，。；\n]", view.body))
