"""Legal wording that depends on the stage of a case."""

from __future__ import annotations

import re
from collections.abc import Iterator

from topicmine.reviewing.lexicon import pattern
from topicmine.reviewing.rule import Hit
from topicmine.reviewing.view import View

_ILLEGAL = re.compile(r"(?<!涉嫌)(?<!查处)(?<!举报)违法(?!线索|违规|所得|行为类|成本|犯罪|信息|记录|失信)")
_FIRM = re.compile(r"[一-鿿（）]{4,20}(?:有限责任公司|有限公司|股份公司)")
_LEGAL_BASIS = re.compile("依据|根据|依照|按照|法》|条例|办法|法第")
_RESULT = re.compile("罚款|没收|警告|吊销|责令|判|结案|不予处罚|移送|拘留")
_LESSON = re.compile("启示|教训|提示|提醒|反思|经验|体会|漏洞|盲区|以案|建议|争议焦点|难点")


def check_l03(view: View) -> Iterator[Hit]:
    """违法 without 涉嫌 while the case is open."""
    told = list(_ILLEGAL.finditer(view.body))
    if told and pattern("undecided").search(view.body) and not view.is_closed_case:
        for match in told:
            if not view.is_quoted("body", *match.span()):
                yield Hit("body", *match.span())


def check_l05(view: View) -> Iterator[Hit]:
    """A case piece without legal basis or without result."""
    if view.is_case_piece and not (_LEGAL_BASIS.search(view.body) and _RESULT.search(view.body)):
        match = pattern("case_words").search(view.body)
        if match:
            yield Hit("body", *match.span())


def check_l06(view: View) -> Iterator[Hit]:
    """A case of more than ninety days without a lesson."""
    event, sent = view.draft.event_date, view.draft.submitted
    if event and sent and (sent - event).days > 90 and view.is_case_piece and not _LESSON.search(view.body):
        yield Hit("body", 0, min(len(view.body), 40), f"案件距报送{(sent - event).days}天，没有写启示。")


def check_l07(view: View) -> Iterator[Hit]:
    """The full name of a firm in a case piece."""
    if view.is_case_piece:
        for match in _FIRM.finditer(view.body):
            if "某" not in match.group():
                yield Hit("body", *match.span())
