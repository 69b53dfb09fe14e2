"""A case that is still open, told with names or with what the hunt still has to find.

Three signs, the surest first: a wrong told of somebody by name in a text that says the matter is open; a step of the
procedure still to come beside a named wrongdoer; words of an open case beside somebody who can be found.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from topicmine.language.sentences import Sentence
from topicmine.reviewing.exposures import find_accused
from topicmine.reviewing.inquiries import find_open_wrongs, is_pending
from topicmine.reviewing.lexicon import pattern
from topicmine.reviewing.view import View

_SHOWN = 2  # places of one case: the draft needs one decision, not ten
_COUNTS = re.compile(r"(?:立案|移送|拘留|查处|查办|受理)[^。，；]{0,8}[0-9一二三四五六七八九十]+(?:件|起|人|名|宗|案)")
_FIRM = re.compile(
    r"(?:(?![的了把不要给到从对向和与及在是有被让由])[一-鿿]){2,14}?(?:有限公司|有限责任公司"
    r"|食品厂|酒厂|加工厂|商贸行|超市|药店|大药房"
    r"|煤矿|矿业|米业|集团|冷库|诊所|药房|幼儿园|养老院|商铺|专卖店|工作室|砖厂|酒坊|公司|商行|经营部|合作社|饭店|酒店|宾馆|美容院|养殖场|加油站|批发部|门市部|厂(?=[使用生产加涉负老，在])"
    r")"
)
_CALLED = re.compile(
    "(?:公司|店|厂|品牌|平台|主播|博主|网红|商家|养老院|机构|网站|赌场)“[^”\n]{2,10}”|“[^”\n]{2,10}”(?:[一-鿿]{0,4}(?:公司|店|厂|牌|馆|城|坊|平台))"
    "|[一-鿿]{2,4}(?:种业|驾校|眼镜城|皮革厂|粮油店|加油站|托管班|酒行)"
)
_GENERIC_FIRM = re.compile(
    r"^(?:[一-鿿]{0,6}(?:一|某|该|涉事|涉案|有|多|几|两|三|各|名|个|的|家|上述|这|那"
    r"|对|等|全国|第三方|任何|相关|有关|其他|本)(?:家)?(?:[一-鿿]{0,4}))(?:公司|厂"
    r"|店|超市|院|站|社|行|部|馆)$|某|一家|该|涉事|涉案|物流公司|快递公司|保险公司"
    r"|燃气公司|供电公司|物业公司|自来水公司|平台公司"
)
_OFFICIAL = re.compile(
    "局长|县长|书记|主任|所长|队长|民警|院长|法官|检察|执法人员|处长|科长|主席|记者|大队长|介绍|表示|值班|值守|带班"
)
_ACCUSED = re.compile(
    "^[^，。]{0,4}(?:涉嫌|收受|受贿|贪污|挪用|违纪|违法|套取|被查|被[^，。]{0,6}(?:带走|控制|立案|调查|留置))"
)


def find_open_case(view: View) -> Iterator[Sentence]:
    """The few sentences that tell an open case; none when the draft tells of no case or names nobody."""
    told = _accused(view) or _wrongs_of_pending(view) or _named_near_open(view)
    if told:
        # first the one that speaks the verdict beforehand
        prejudged = [s for s in view.sentences if pattern("prejudged").search(s.text)]
        yield from list(dict.fromkeys((*prejudged[:1], *told)))[:_SHOWN]


def _accused(view: View) -> list[Sentence]:
    return [s for start in find_accused(view.body) if (s := view.sentence_at(start))]


def _wrongs_of_pending(view: View) -> list[Sentence]:
    if not is_pending(view.body):
        return []
    return list(find_open_wrongs(view.sentences, sorted((*view.names, *view.suspects, *_firms(view.body)))))


def _named_near_open(view: View) -> list[Sentence]:
    """Sentences about the case that name somebody, and those that say it is open; empty when nobody is named."""
    text = view.title + view.body
    if not (pattern("case_words").search(text) or pattern("accusations").search(text)):
        return []
    signs = (*pattern("undecided").finditer(view.body), *pattern("unsettled").finditer(view.body))
    found = (view.sentence_at(match.start()) for match in signs if not _is_count(view, match.start()))
    told = [sentence for sentence in found if sentence]
    suspects = sorted((*view.persons, *view.suspects)) if told else []
    near = _around_case(view, {s.start for s in told}) if told else iter(())
    named = list(islice((s for s in near if _names_somebody(view, s, suspects)), _SHOWN - 1))
    return [*named, *told] if named else []


def _around_case(view: View, open_: set[int]) -> Iterator[Sentence]:
    """The sentences that tell of the case: with a word for a case or a wrong, or beside one that begins in `open_`."""
    for n, sentence in enumerate(view.sentences):
        beside = any(s.start in open_ for s in view.sentences[max(0, n - 2) : n + 3])
        text = sentence.text
        if beside or pattern("case_words").search(text) or pattern("accusations").search(text):
            yield sentence


def _names_somebody(view: View, sentence: Sentence, names: Sequence[tuple[int, int]]) -> bool:
    """True when a sentence of a case names a person in full or a firm that can be found; `names` are in order."""
    low, high = bisect_left(names, (sentence.start, 0)), bisect_left(names, (sentence.end, 0))
    for start, end in names[low:high]:
        if end <= sentence.end:
            around = view.body[max(0, start - 5) : start] + view.body[end : end + 4]
            if not _OFFICIAL.search(around) or _ACCUSED.search(view.body[end : end + 14]):
                return True
    firms = (
        match.group().replace("有限责任公司", "公司").replace("有限公司", "公司")
        for match in _FIRM.finditer(sentence.text)
    )
    called = (match.group() for match in _CALLED.finditer(sentence.text))
    return any(not _GENERIC_FIRM.search(firm) for firm in (*firms, *called))


def _firms(text: str) -> Iterator[tuple[int, int]]:
    """Firms that can be found by what the text calls them."""
    for match in (*_FIRM.finditer(text), *_CALLED.finditer(text)):
        firm = match.group().replace("有限责任公司", "公司").replace("有限公司", "公司")
        if not _GENERIC_FIRM.search(firm):
            yield match.span()


def _is_count(view: View, offset: int) -> bool:
    """True for 立案12件 and the like: counts name nobody."""
    return bool(_COUNTS.search(view.body[max(0, offset - 4) : offset + 24]))
