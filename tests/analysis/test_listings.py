"""Odd names of one thing in papers that count complaints."""

from __future__ import annotations

from datetime import date

from topicmine.analysis.listings import complained_of, counted_in_turn, odd_names
from topicmine.analysis.material import Material
from topicmine.language.parsed import Parsed
from topicmine.model import Document


def _paper(number: int, text: str, month: int) -> Material:
    return Material(Parsed(Document(f"d{number}", text, "热线周报", date(2026, month, 5))), "consumer_dispute")


_PAPERS = (
    _paper(1, "本月工单41件，取暖23件，水费9件。反映“暖脚板”漏电1件。", 1),
    _paper(2, "本月工单57件，取暖30件。“暖脚垫子”4件，“电暖脚”2件，水费8件。", 2),
    _paper(3, "本月工单60件，取暖12件。“踏暖王”6件，都说用了“暖脚板”的邻居也烫过。", 3),
)


def test_names_told_in_turn_that_sound_alike_are_one_group() -> None:
    groups = {names for names, _ in odd_names(_PAPERS)}
    assert groups == {frozenset({"暖脚板", "暖脚垫子", "电暖脚", "踏暖王"})}


def test_a_name_nobody_counts_or_tells_of_is_left_out() -> None:
    quiet = _paper(4, "本月工单52件，办结50件，水费7件。开展“暖冬”活动，发放材料900份。", 4)
    assert list(complained_of([quiet])) == []


def test_two_names_or_one_paper_or_names_a_year_apart_make_no_group() -> None:
    assert list(odd_names(_PAPERS[1:2])) == []
    late = _paper(5, "本月工单33件，取暖5件。“暖脚凳”3件，水费2件。", 12)
    assert {"暖脚凳"} & {name for names, _ in odd_names([*_PAPERS, late]) for name in names} == set()


def test_things_counted_in_turn_under_new_names_that_climb_are_one_group() -> None:
    papers = [
        _paper(1, "本月意见12条，停车5条，租伞亭1条。", 1),
        _paper(2, "本月意见14条，停车5条，共享伞4条。", 2),
        _paper(3, "停车6；饭菜3；雨伞柜15。", 3),
    ]
    assert {names for names, _ in counted_in_turn(papers)} == {frozenset({"租伞亭", "共享伞", "雨伞柜"})}
    assert list(counted_in_turn([papers[2], papers[1]])) == []
    falling = [_paper(1, "租伞亭15条。", 1), _paper(2, "共享伞4条。", 2), _paper(3, "雨伞柜1条。", 3)]
    assert list(counted_in_turn(falling)) == []


def test_the_wording_of_a_contract_is_no_name_of_a_thing() -> None:
    paper = _paper(6, "本月工单9件。合同上写的是“概不退换”的3件，“暖脚板”漏电2件，水费4件。", 4)
    assert {name for name, _ in complained_of([paper])} == {"暖脚板"}
