"""Structure: opening, order, numbering, length of sentences, strays and repeats, hidden time and place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from topicmine.language.figures import find_figures
from topicmine.reviewing.cases import find_case
from topicmine.reviewing.lexicon import pattern
from topicmine.reviewing.rule import Hit, show
from topicmine.reviewing.topics import all_topics
from topicmine.reviewing.view import View

_OPENER = re.compile(
    r"(?:为(?:深入|进一步|切实|全面|认真|确保|贯彻|扎实|更好|有效|推动|加强)|根据[^。]{0,20}(?:要求"
    r"|部署|精神)|按照[^。]{0,20}(?:要求|部署|精神))"
)
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


def check_s02(view: View) -> Iterator[Hit]:
    """A stock opening with no figure and no date in the first forty characters."""
    match = _OPENER.match(view.body.lstrip())
    if match and not re.search(r"[0-9]", view.body.lstrip()[:40]):
        start = len(view.body) - len(view.body.lstrip())
        yield Hit("body", start, start + match.end())


def check_s05(view: View) -> Iterator[Hit]:
    """An item 一是 … that has no figure, date, place or person."""
    for heading in view.headings:
        if heading.level == 5 and heading.label.endswith("是"):
            text = view.body[heading.start : heading.end]
            bare = not view.figures_in(heading.start, heading.end) and not pattern("time").search(heading.text)
            if bare and pattern("slogans").search(text) and not find_case(text):
                yield show(heading)


def check_s06(view: View) -> Iterator[Hit]:
    """A problem piece that opens with its suggestions."""
    starts = [p for p in view.paragraphs if p.text.strip()]
    first = next((n for n, p in enumerate(starts) if re.match(r"\s*(?:[一二三]、)?(?:对策)?建议", p.text)), None)
    if first == 0 and any(re.search("目前|问题|情况|投诉", p.text) for p in starts[1:]):
        yield show(starts[0])


def check_s07(view: View) -> Iterator[Hit]:
    """The last sentence is ceremonial and tells no figure."""
    if view.sentences:
        last = view.sentences[-1]
        if _TAIL.search(last.text[-80:]) and not find_figures(last.text):
            yield show(last)


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
        if not topic.title.search(view.body):
            continue
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


def check_s16(view: View) -> Iterator[Hit]:
    """Words with which a writer strays from the matter."""
    for match in _STRAY.finditer(view.body):
        sentence = view.sentence_at(match.start())
        if sentence and not view.is_quoted("body", *match.span()):
            yield show(sentence)


def check_s17(view: View) -> Iterator[Hit]:
    """A sentence of twelve characters or more that stood before, marks left out."""
    seen: dict[str, int] = {}
    for sentence in view.sentences:
        key = re.sub(r"[^一-鿿0-9A-Za-z]", "", sentence.text)
        if len(key) < 12:
            continue
        if key in seen:
            yield show(sentence)
        seen[key] = sentence.start


def check_s19(view: View) -> Iterator[Hit]:
    """A result told first and its cause fetched afterwards."""
    for match in _BACKWARD.finditer(view.body):
        sentence = view.sentence_at(match.start())
        if sentence and not view.is_quoted("body", *match.span()):
            yield show(sentence)
            yield show(view.sentences[0])
            return
