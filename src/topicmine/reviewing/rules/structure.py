"""Structure: opening, order, numbering, length of sentences, strays and repeats, hidden time and place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from topicmine.language.figures import find_figures
from topicmine.language.headings import Heading
from topicmine.reviewing.cases import find_case
from topicmine.reviewing.lexicon import pattern
from topicmine.reviewing.rule import Hit
from topicmine.reviewing.topics import all_topics
from topicmine.reviewing.view import View

_OPENER = re.compile(
    r"(?:为(?:深入|进一步|切实|全面|认真|确保|贯彻|扎实|更好|有效|推动|加强)|根据[^。]{0,20}(?:要求"
    r"|部署|精神)|按照[^。]{0,20}(?:要求|部署|精神))"
)
_TIME = re.compile(
    r"(?:19|20)[0-9]{2}(?:年|[-./][01]?[0-9])|二[〇零][一二三四五六七八九〇零]{2}年|(?<![0-9])(?:1[0-2]|[1-9])月"
    r"|(?:十[一二]?|[一二三四五六七八九])月(?=[一二三四五六七八九十]{1,3}[日号]|[上中下]旬"
    r"|[初底末份，。、起来到以至前后])"
    r"|[0-9]{1,2}[日号](?!线|楼|车|机|门|井|店|院)|季度|上半年|下半年|今[年春夏秋冬]|去[年春夏秋冬]|前年|本月|上月"
    r"|[春夏秋冬][季天]|[腊正]月|(?:春节|元旦|中秋|国庆|端午|清明|五一|暑假|寒假)"
)
_FIRST_SERIES = re.compile(r"一是[^。]{0,400}?(?P<hit>第[二三]|其次)[，,、]", re.DOTALL)
_FIRSTLY = re.compile(r"首先[，,]?.{0,400}?(?P<hit>第[二三四])[，,、]", re.DOTALL)
_TAIL = re.compile(
    r"(?:奠定[^。，]{0,14}基础|营造[^。，]{0,16}(?:氛围|环境)|贡献[^。，]{0,12}力量"
    r"|保驾护航|谱写[^。，]{0,12}篇章|注入[^。，]{0,12}(?:动能|活力)|新台阶|获得感[^。，]{0,12})[。！]?$"
)
_PAUSE = re.compile(r"[^，,；;：:、。！？!?…—\n\t]{81,4000}")
_STRAY = re.compile(
    r"(?<![“‘])(?:顺便(?:说|提|讲|汇报)(?:一下|一句)?|顺带(?:说|提)(?:一下|一句)?|插(?:一句"
    r"|句话|进来一件|播一件)|题外话|扯远了|话说回来|这里就?不(?:再)?(?:细说|多说|展开"
    r"|赘述)|另外还有(?:一件|个)(?:小)?事"
    r"|(?:再)?(?:说|讲)(?:点|个|件)(?:别的|题外|其他)|言归正传|闲话(?:少|休)[说提叙]"
    r"|(?:说到|提到)这里[，,](?:还|又|顺)|前面(?:说|提)(?:到)?的?[^，。]{0,10}(?:先)?(?:放"
    r"|搁)(?:一|在)[放边]|还(?:有|是)一件(?:与此|和这)?无关)"
    r"|(?:^|(?<=[。！？\n]))[ 　]{0,8}(?:说到|再说|提起|要说)[^，。\n、]{1,8}[，,](?![他她我你]|大家|局长|书记)"
)
_BACKWARD = re.compile(
    r"回过头(?:来|去)?(?:再)?(?:说|看|讲|交代)|忘了(?:说|交代|讲)|前面(?:没有|没|忘了"
    r"|漏了)(?:交代|说|讲|提)|(?:再)?(?:补充|交代)(?:一下|一句|一点)[，,：]?(?:当初"
    r"|起因|原因|之前|背景|前面)"
    r"|(?:要)?从头说起|倒回去|话又说回来|(?:先|前面)说了?结果"
)
_PROBLEMS = re.compile("问题|不足|短板|困难")
_MEASURES = re.compile("措施|整改|对策|打算|建议")
_MANY_SECTIONS = 40
_ORDINALS = {c: n for n, c in enumerate("零一二三四五六七八九十")}
_CONCRETE = re.compile(
    r"[一-鿿]{2,12}?(?:县|镇|乡(?![村亲下])|街道|社区|市(?![场民容面])|区(?![别域分])"
    r"|村(?![民庄里])|局|所(?![有以需在谓])|中心|学校|小学|中学|医院|公司)"
)
_VAGUE_NAME = re.compile("某|有关|相关|一个|我市|我县|我区|我局|我镇|本市|本县|全[市县区镇]")


def check_s01(view: View) -> Iterator[Hit]:
    """The first sentence has neither a time nor a place."""
    if view.sentences:
        first = view.sentences[0]
        if not _TIME.search(first.text) and not _CONCRETE.search(first.text) and not find_figures(first.text):
            yield _sentence(first.start, first.end)


def check_s02(view: View) -> Iterator[Hit]:
    """A stock opening with no figure and no date in the first forty characters."""
    match = _OPENER.match(view.body.lstrip())
    if match and not re.search(r"[0-9]", view.body.lstrip()[:40]):
        start = len(view.body) - len(view.body.lstrip())
        yield Hit("body", start, start + match.end())


def check_s03(view: View) -> Iterator[Hit]:
    """一是 with 第二, or 首先 with 第二 — where the second really is an ordinal of the same list."""
    for expression, follower in ((_FIRST_SERIES, "二是"), (_FIRSTLY, "其次")):
        match = expression.search(view.body)
        if match and follower not in match.group() and "第一" not in match.group():
            yield Hit("body", *match.span("hit"))


def check_s05(view: View) -> Iterator[Hit]:
    """An item 一是 … that has no figure, date, place or person."""
    for heading in view.headings:
        if heading.level == 5 and heading.label.endswith("是"):
            text = view.body[heading.start : heading.end]
            bare = not view.figures_in(heading.start, heading.end) and not _TIME.search(heading.text)
            if bare and not find_case(text) and pattern("slogans").search(text):
                yield _sentence(heading.start, heading.end)


def check_s06(view: View) -> Iterator[Hit]:
    """A problem piece that opens with its suggestions."""
    starts = [p for p in view.paragraphs if p.text.strip()]
    first = next((n for n, p in enumerate(starts) if re.match(r"\s*(?:[一二三]、)?(?:对策)?建议", p.text)), None)
    if first == 0 and any(re.search("目前|问题|情况|投诉", p.text) for p in starts[1:]):
        yield _sentence(starts[0].start, starts[0].end)


def check_s07(view: View) -> Iterator[Hit]:
    """The last sentence is ceremonial and tells no figure."""
    if view.sentences:
        last = view.sentences[-1]
        if _TAIL.search(last.text[-80:]) and not find_figures(last.text):
            yield _sentence(last.start, last.end)


def check_s08(view: View) -> Iterator[Hit]:
    """More than 1,500 characters."""
    if len(view.body) > 1500:
        yield Hit("body", 1500, min(len(view.body), 1540), f"全文{len(view.body)}字，超过1500字。")


def check_s09(view: View) -> Iterator[Hit]:
    """A paragraph of more than 300 characters."""
    for paragraph in view.paragraphs:
        if len(paragraph.text) > 300:
            yield Hit("body", paragraph.start, paragraph.start + 40, f"这一段{len(paragraph.text)}字。")


def check_s10(view: View) -> Iterator[Hit]:
    """More than 120 characters without a pause; a hint from 80 on."""
    for match in _PAUSE.finditer(view.body):
        length = len(re.sub("[^一-鿿]", "", match.group()))
        if length > 80:
            severity = "warning" if length > view.limit("sentence_characters", 120) else "info"
            message = f"连续{length}字没有停顿。"
            yield Hit("body", match.start(), min(match.end(), match.start() + 160), message, severity=severity)


def check_s11(view: View) -> Iterator[Hit]:
    """Two topics, each in at least 30% of the sentences and never in the same one."""
    total = len(view.sentences)
    if total < 4:
        return
    spoken = {}
    for topic in all_topics():
        where = {n for n, s in enumerate(view.sentences) if topic.title.search(s.text)}
        if len(where) >= 0.3 * total and len(where) >= 2:
            spoken[topic.name] = where
    names = sorted(spoken)
    for n, first in enumerate(names):
        for second in names[n + 1 :]:
            if not spoken[first] & spoken[second]:
                later = view.sentences[max(min(spoken[first]), min(spoken[second]))]
                yield Hit("body", later.start, min(later.end, later.start + 60), f"同时写了{first}和{second}两件事。")
                return


def check_s12(view: View) -> Iterator[Hit]:
    """The four fields, where the draft carries any of them."""
    fields = view.draft.fields
    # a telephone number alone is no form
    if not any(name in fields for name in ("拟稿", "审核", "签发")):
        return
    empty = [name for name in ("拟稿", "审核", "签发", "电话") if not fields.get(name, "").strip()]
    people = [fields[name].strip() for name in ("拟稿", "审核", "签发") if fields.get(name, "").strip()]
    twice = [name for name, times in Counter(people).items() if times > 1]
    if empty:
        yield Hit("title", 0, len(view.title), f"缺{'、'.join(empty)}。")
    elif twice:
        yield Hit("title", 0, len(view.title), f"{twice[0]}一人兼了拟稿、审核、签发中的两项。")


def check_s13(view: View) -> Iterator[Hit]:
    """Vague time in a text without one date; where a date is given elsewhere it is only a hint."""
    fuzzy = [m for m in pattern("vague_time").finditer(view.body) if not view.is_quoted("body", *m.span())]
    dated = _is_dated(view)
    if not dated and not fuzzy and view.sentences and len(view.body) > 120 and not view.is_urgent:
        first = view.sentences[0]
        yield Hit("body", first.start, min(first.end, first.start + 150), "全文没有一个日期。", severity="info")
    soft = re.compile("后来|曾经|有一次|有一回|那天|最近|日后|经过一段时间|一段时间")
    for match in fuzzy[:3]:
        if dated and soft.match(match.group()):
            continue
        sentence = view.sentence_at(match.start())
        start = max(sentence.start, match.start() - 40) if sentence else match.start()
        end = _until(view.body, match.end(), "。；！？\n", 50)
        yield Hit("body", start, end, severity="info" if dated else "warning")


def check_s14(view: View) -> Iterator[Hit]:
    """Numbered problems against numbered measures, section by section."""
    tops = [h for h in view.headings if h.level == 1]
    if len(tops) > _MANY_SECTIONS:
        return
    counts = []
    for n, top in enumerate(tops):
        end = tops[n + 1].start if n + 1 < len(tops) else len(view.body)
        inner = [h for h in view.headings if top.start < h.start < end and h.level > 1]
        least = min((h.level for h in inner), default=0)
        counts.append((top, len([h for h in inner if h.level == least])))
    problems = next((c for c in counts if _PROBLEMS.search(c[0].text) and c[1] > 1), None)
    measures = next(
        (c for c in counts if _MEASURES.search(c[0].text) and not _PROBLEMS.search(c[0].text) and c[1] > 1), None
    )
    if problems and measures and problems[1] != measures[1]:
        message = f"问题{problems[1]}条，措施{measures[1]}条，对不上。"
        yield _sentence(measures[0].start, measures[0].end, message)


def check_s15(view: View) -> Iterator[Hit]:
    """Numbers of one level that skip, repeat or run backwards; a new heading above starts them afresh."""
    yield from _firsts(view)
    last: dict[str, int] = {}
    place: dict[str, int] = {}
    for heading in view.headings:
        family, number = _family(heading)
        if not number:
            continue
        expected = last.get(family, 0) + 1
        if number == 1:
            if last.get(family) == 1 and "\n" not in view.body[place[family] : heading.start]:
                yield _label(heading, f"“{heading.label}”重复出现。")
        elif number != expected and (family in last or heading.label.endswith("是")):
            yield _label(heading, f"“{heading.label}”前面应当是第{number - 1}条，序号跳了、重了或颠倒了。")
        last[family], place[family] = number, heading.start
        for other in [key for key in last if _below(key, family)]:
            del last[other]


def _firsts(view: View) -> Iterator[Hit]:
    """首先 at the head of a second paragraph."""
    heads = [p for p in view.paragraphs if p.text.lstrip().startswith("首先")]
    for paragraph in heads[1:]:
        start = paragraph.start + len(paragraph.text) - len(paragraph.text.lstrip())
        yield Hit("body", start, min(paragraph.end, start + 40), "“首先”重复出现。")


def check_s16(view: View) -> Iterator[Hit]:
    """Words with which a writer strays from the matter."""
    for match in _STRAY.finditer(view.body):
        sentence = view.sentence_at(match.start())
        if sentence and not view.is_quoted("body", *match.span()):
            yield _sentence(sentence.start, sentence.end)


def check_s17(view: View) -> Iterator[Hit]:
    """A sentence of twelve characters or more that stood before, marks left out."""
    seen: dict[str, int] = {}
    for sentence in view.sentences:
        key = re.sub(r"[^一-鿿0-9A-Za-z]", "", sentence.text)
        if len(key) < 12:
            continue
        if key in seen:
            yield _sentence(sentence.start, sentence.end)
        seen[key] = sentence.start


def check_s18(view: View) -> Iterator[Hit]:
    """A vague place or actor in a text that names no concrete one; closed cases are told without names."""
    fuzzy = [m for m in pattern("vague_place").finditer(view.body) if not view.is_quoted("body", *m.span())]
    hidden = [m for m in fuzzy if m.group().startswith(("某", "一个"))]
    if not fuzzy or view.is_closed_case or view.is_urgent or _names_place(view):
        return
    if not hidden and (_is_dated(view) or len(fuzzy) < 2):
        return
    for match in fuzzy[:3]:
        start = match.start()
        while start and view.body[start - 1] not in "，。；！？\n、" and match.start() - start < 10:
            start -= 1
        yield Hit("body", start, _until(view.body, match.end(), "，。；！？\n", 30))


def check_s19(view: View) -> Iterator[Hit]:
    """A result told first and its cause fetched afterwards."""
    for match in _BACKWARD.finditer(view.body):
        sentence = view.sentence_at(match.start())
        if sentence and not view.is_quoted("body", *match.span()):
            yield _sentence(sentence.start, sentence.end)
            yield _sentence(view.sentences[0].start, view.sentences[0].end)
            return


def _until(text: str, place: int, marks: str, most: int) -> int:
    """The end of the clause in which `place` stands, at most so many characters on."""
    end = place
    while end < len(text) and text[end] not in marks and end - place < most:
        end += 1
    return end


def _sentence(start: int, end: int, message: str = "") -> Hit:
    return Hit("body", start, min(end, start + 150), message)


def _label(heading: Heading, message: str) -> Hit:
    return Hit("body", heading.start, min(heading.end, heading.start + 60), message)


def _is_dated(view: View) -> bool:
    """True when the body names a day, month, year, quarter or season of its own."""
    return bool(_TIME.search(view.body))


def _names_place(view: View) -> bool:
    """True when the body names a place or unit that a reader could telephone."""
    for match in _CONCRETE.finditer(view.body):
        word = match.group()
        if not _VAGUE_NAME.search(word) and not _VAGUE_NAME.search(
            view.body[max(0, match.start() - 2) : match.start()]
        ):
            return True
    return False


def _family(heading: Heading) -> tuple[str, int]:
    """The kind of a label (level and shape) and its number; 0 for one that is not counted."""
    digits = re.search(r"[0-9]{1,2}", heading.label)
    numeral = re.search(r"[一二三四五六七八九十]{1,3}", heading.label)
    shape = f"{heading.level}{re.sub('[0-9一二三四五六七八九十]', '', heading.label)[:1]}"
    if digits:
        return shape, int(digits.group())
    if not numeral:
        return shape, 0
    tens, ten, ones = numeral.group().partition("十")
    if not ten:
        return shape, _ORDINALS[tens] if len(tens) == 1 else 0
    return shape, 10 * _ORDINALS.get(tens, 1) + _ORDINALS.get(ones, 0)


def _below(family: str, above: str) -> bool:
    return family != above and (family[0] > above[0])
