"""One matter told by several papers: what is joined, and what only looks alike."""

from __future__ import annotations

from datetime import date

from topicmine.analysis.joining import join
from topicmine.analysis.listings import counted_together
from topicmine.analysis.material import Material, Setting
from topicmine.departments.profile import load_profile
from topicmine.language.parsed import Parsed
from topicmine.model import Candidate, Document

_SETTING = Setting(date(2026, 11, 22), load_profile(), (), (), "")


def _material(name: str, source: str, title: str, text: str) -> Material:
    return Material(Parsed(Document(name, text, title, date(2026, 9, 1))), source)


def _candidate(material: Material, *, focus: bool) -> Candidate:
    text = material.parsed.document.text
    quotes = (material.parsed.document.quote(0, text.index("。") + 1),)
    return Candidate(
        source=material.source or "",
        pattern="p",
        type="dynamic",
        focus=quotes if focus else (),
        facts=() if focus else quotes,
        subject="s",
        reason="",
    )


def test_a_focus_meets_own_facts_in_other_words_and_leaves_the_rest() -> None:
    asked = _material(
        "a", "superior_document", "关于蜂蜜掺糖专项检查的通知", "各县对蜂蜜加工点逐户抽检，查明掺入糖浆的批次。"
    )
    own = _material(
        "b", "work_report", "白石所蜂蜜收购点走访", "白石镇蜂蜜收购点9户，抽检12批次蜂蜜，3批次掺糖浆，蜂农当面看结果。"
    )
    other = _material("c", "work_report", "河口所电梯困人处置", "电梯困人11次，维保单位平均28分钟到场。")
    (joined,) = join([_candidate(asked, focus=True)], [asked, own, other], _SETTING)
    assert {quote.document for quote in joined.facts} == {"b"}
    assert "说到同一件事" in joined.reason


def test_papers_of_one_mould_on_two_things_are_not_one_matter() -> None:
    body = "本次共抽查{}企业60家、产品60批次，依据相应标准检验了外观、标识和有害物质，发现2批次不符合标准的规定。"
    toys = _material("a", "enforcement", "儿童玩具产品质量监督抽查结果", body.format("玩具"))
    quilts = _material("b", "enforcement", "蚕丝被类产品质量监督抽查结果", body.format("蚕丝被"))
    joined = join([_candidate(toys, focus=False), _candidate(quilts, focus=False)], [toys, quilts], _SETTING)
    assert all(len({quote.document for quote in one.focus + one.facts}) == 1 for one in joined)


def test_odd_names_counted_side_by_side_are_noticed_and_plain_kinds_are_not() -> None:
    odd = _material(
        "a", "consumer_dispute", "8月投诉", "其中“量子水杯”9件、“负氢杯”4件，富氢杯2件，助听器3件；餐饮64件。"
    )
    named = _material("b", "consumer_dispute", "7月投诉", "一位老人问“富氢杯”能不能退。")
    plain = _material("c", "consumer_dispute", "6月投诉", "其中餐饮类64件、家电类20件，“网购”12件。")
    found = list(counted_together([odd, named, plain]))
    assert [sorted(names) for names, _ in found] == [sorted({"量子水杯", "负氢杯", "富氢杯"})]
