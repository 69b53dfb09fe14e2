"""Content and evidence: cases, figures, slogans, meetings, and the arithmetic of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from topicmine.language.figures import Figure, find_figures
from topicmine.language.sentences import Sentence
from topicmine.language.words import tag
from topicmine.reviewing.arithmetic import Miscount, find_wrong_sums
from topicmine.reviewing.cases import find_case
from topicmine.reviewing.lexicon import pattern
from topicmine.reviewing.persons import find_persons
from topicmine.reviewing.rule import Hit, show
from topicmine.reviewing.shares import find_wrong_shares
from topicmine.reviewing.view import View

_PRAISE = re.compile(
    r"成效(?:显著|明显)|效果(?:显著|明显|良好)|反响(?:良好|热烈)|一致好评|广泛好评|有力保障|充分肯定|高度评价|交口称赞"
)
_RATE = re.compile(r"(?:增长|下降|上升|提高|减少|增加|降低)(?:了)?(?P<hit>[0-9]+(?:\.[0-9]{1,4})?[%％])")
_BASE = re.compile("同比|环比|比|较|由|从|与")
_BIG = re.compile(
    r"(?:挽回|节约|增收|减少|创造|带动|产值|节省|为[^，。]{2,8}减)[^，。；0-9]{0,10}(?P<hit>[0-9]{3,9}(?:\."
    r"[0-9]{1,4})?(?:余)?万?元)"
)
_SOURCE = re.compile("据|统计|截至|台账|系统|平台|口径|测算|审计|核算|登记")
_SUGGESTS = re.compile("建议|可由|应当|应由|可以|需要|宜|请|希望|拟|计划|对策|办法")
_GENERAL = re.compile(r"各(?![自种类项界级方式])|普遍|全(?:县|市|镇|乡|区|域)|共|累计|日均|平均|同比|占|率|人次|家次")
_SWEEPING = re.compile(
    "普遍|各(?:校|地|村|所|乡镇|单位|部门|站|点|机构|小区|企业|街道|科室)|部分|有的|困难"
    "|问题是|比较|往往|大多|[员众工户民主生长者人]反映"
)
_ADVICE = re.compile("提示|提醒|预警|警示|公告|通知")
_OFFICE = re.compile(r"(?:[局所县镇乡区市科股队处组]长|书记|主任|主席|负责人|干部|代表|委员|常委|同志)[一-鿿、]{0,4}$")
_CHANGED = re.compile(r"多了|少了|越来越|明显|大大|大幅|许多|不少|有所|显著|渐渐|好多|好起来|更[加多好快]|干净多")
_MEETING = re.compile("督导|反馈会|检查组|指导|会议|会上|会后|座谈|调研|一行|活动|仪式|参观|慰问|讲话|学习")
_HEADING_ONLY = re.compile(r"^[ 　]*(?:[一二三四五六七八九十]{1,2}、|（[一二三四五六七八九十]{1,2}）)[^。]{0,30}$")
_HOLLOW = 0.15  # share of the characters
_MEETINGS = 2.0  # words in a hundred characters
_LONG = 600  # what says nothing in so many characters will not say it later
_STALE_UNITS = frozenset("个次年月日天点时分层项条种类届期步版季")


def check_c02(view: View) -> Iterator[Hit]:
    """Praise in a sentence without a figure, not in somebody's mouth."""
    for match in _PRAISE.finditer(view.body):
        sentence = view.sentence_at(match.start())
        if sentence and not find_figures(sentence.text) and not view.is_quoted("body", *match.span()):
            yield show(sentence)


def check_c03(view: View) -> Iterator[Hit]:
    """No sign of a case in a text of 200 characters or more that speaks of many; its general claims are shown."""
    if len(view.body) < 200 or view.is_urgent or _ADVICE.search(view.title):
        return
    wide = [s for s in view.sentences if _GENERAL.search(s.text) or _SWEEPING.search(s.text)]
    if len(wide) < 2 and len(_formal(view)) < 4:
        return
    if find_case(f"{view.title}\n{view.body}") or _names_citizen(view):
        return
    sweeping = [s for s in view.sentences if _SWEEPING.search(s.text)][:2]
    counted = [s for s in wide if find_figures(s.text) and s not in sweeping][:2]
    chosen = {*sweeping, *counted} or set(_formal(view)[:3])
    for sentence in sorted(chosen, key=lambda s: s.start):
        yield show(sentence)


def _formal(view: View) -> list[Sentence]:
    return [s for s, found in zip(view.sentences, view.slogans, strict=True) if found]


def _names_citizen(view: View) -> bool:
    """True when somebody who holds no office is named in full."""
    officials = set()
    for start, end in find_persons(view.body):
        name = view.body[start:end]
        if _OFFICE.search(view.body[max(0, start - 8) : start]):
            officials.add(name)
        elif name not in officials and (len(name) > 2 or tag(name)[0][1] == "nr"):
            return True
    return False


def check_c04(view: View) -> Iterator[Hit]:
    """No figure worth the name; the claims of change are shown as places for one."""
    if len(view.body) < 120 or view.is_urgent or any(_is_data(f) for f in view.figures):
        return
    claims = [s for s in view.sentences if _CHANGED.search(s.text)]
    for sentence in (claims or list(view.sentences[:1]))[:3]:
        yield show(sentence)


def check_c05(view: View) -> Iterator[Hit]:
    """Two words of meeting and visiting in every hundred characters, and next to no result or figure of substance.

    Measured drafts with matter in them have at most one such word in a hundred characters.
    """
    told = [s for s in view.sentences if not _HEADING_ONLY.match(s.text)]
    if len(told) < 4 or not _MEETING.search(view.title + view.body):
        return
    process, outcome = pattern("process"), pattern("outcome")
    acts = [(len(process.findall(s.text)), s) for s in told if process.search(s.text)]
    results = [s for s in told if outcome.search(s.text) and find_figures(s.text)]
    density = 100 * sum(count for count, _ in acts) / len(view.body)
    data = [f for f in view.figures if _is_data(f) and f.unit not in {"人", "名", "位", "余人", "时", "分", "点"}]
    if density >= _MEETINGS and len(results) <= 1 and len(data) <= 2 and len(acts) >= 4:
        message = f"每百字有{density:.1f}个开会、走访一类的词，结果和数据只有{len(results) + len(data)}处。"
        for _, sentence in sorted(acts, key=lambda pair: (-pair[0], pair[1].start))[:5]:
            yield show(sentence, message)


def check_c06(view: View) -> Iterator[Hit]:
    """A rate of change in a sentence that names no base."""
    for match in _RATE.finditer(view.body):
        sentence = view.sentence_at(match.start())
        # above 100% C14 asks for both values, which says more
        if float(match["hit"].rstrip("%％")[:12]) > 100:
            continue
        if sentence and not _BASE.search(view.body[max(sentence.start, match.start() - 60) : match.start() + 2]):
            yield Hit("body", match.start(), match.end())


def check_c07(view: View) -> Iterator[Hit]:
    """Parts against totals."""
    for found in find_wrong_sums(view):
        yield _wrong(found)


def check_c08(view: View) -> Iterator[Hit]:
    """Shares, rates and changes against the figures beside them."""
    for found in find_wrong_shares(view):
        yield _wrong(found)


def check_c09(view: View) -> Iterator[Hit]:
    """Large sums of money claimed in a sentence that names no source."""
    for match in _BIG.finditer(view.body):
        sentence = view.sentence_at(match.start())
        if sentence and not _SOURCE.search(sentence.text):
            yield Hit("body", match.start(), match.end())


def check_c10(view: View) -> Iterator[Hit]:
    """A title that promises suggestions over a body that makes none."""
    match = re.search("建议|对策", view.title)
    if match and view.body and not _SUGGESTS.search(view.body):
        yield Hit("title", match.start(), match.end())


def check_c14(view: View) -> Iterator[Hit]:
    """A change of more than half without the values it goes from and to."""
    for match in _RATE.finditer(view.body):
        value = float(match["hit"].rstrip("%％")[:12])
        clause = view.body[max(0, match.start() - 50) : match.start()]
        if value > 100 and not re.search(r"(?:由|从|比[^，。]{0,10}的)[^。]{0,40}[0-9]", clause):
            yield Hit("body", match.start(), match.end())


# what was printed and hung up says nothing of what came of it
_HANDOUT = re.compile(
    "(?:发放|悬挂|张贴|摆放|印发|设|制作)(?:各类|各种)?(?:宣传)?(?:资料|横幅|标语|传单|展板|海报|手册|咨询台|明白纸)[^，。；\n0-9]{0,6}[0-9]+(?:余)?[份条张块幅个册]"
)


def check_c15(view: View) -> Iterator[Hit]:
    """Slogans make up at least 15% of the characters: measured drafts with matter in them stay below 8%."""
    told = [(s, spans) for s, spans in zip(view.sentences, view.slogans, strict=True) if len(s.text) > 6]
    length = sum(len(s.text) for s, _ in told)
    found = [(sum(b - a for a, b in spans if not view.is_quoted("body", a, b)), s) for s, spans in told]
    share = sum(letters for letters, _ in found) / max(1, length)
    if length < 80 or share < _HOLLOW:
        return
    empty = [(letters, s) for letters, s in found if letters and not _has_fact(s)]
    for _, sentence in sorted(empty, key=lambda pair: (-pair[0], pair[1].start))[:5]:
        yield show(sentence, f"口号占全文的{share:.0%}，超过{_HOLLOW:.0%}。")


def _has_fact(sentence: Sentence) -> bool:
    figures = find_figures(_HANDOUT.sub("", sentence.text[:_LONG]))
    return any(_is_data(figure) for figure in figures) or find_case(sentence.text[:_LONG]) is not None


def _is_data(figure: Figure) -> bool:
    """True for a figure that measures something: Arabic with a unit, a share, or a numeral of ten and more."""
    arabic = figure.text.lstrip("约近超过逾不足至少最多达 ")[:1] in set("0123456789０１２３４５６７８９")
    if arabic:
        return bool(figure.unit) or figure.value >= 10
    return (
        figure.value >= 10
        or figure.unit in {"成", "倍", "%", "个百分点", "元"}
        or (figure.value >= 3 and figure.unit not in _STALE_UNITS)
    )


def _wrong(found: Miscount) -> Hit:
    return Hit("body", found.start, found.end, f"算式：{found.message}")
