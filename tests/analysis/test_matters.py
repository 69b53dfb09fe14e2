"""One matter told by several papers: what is joined, and what only looks alike."""

from __future__ import annotations

from datetime import date, timedelta

from topicmine.analysis.joining import join
from topicmine.analysis.listings import counted_together
from topicmine.analysis.material import Material, Setting
from topicmine.analysis.submissions import read_log
from topicmine.analysis.threads import find_threads
from topicmine.departments.profile import load_profile
from topicmine.language.parsed import Parsed
from topicmine.leads.recognition import agree
from topicmine.model import Candidate, Document, Recognised

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


def test_an_odd_figure_that_two_pieces_tell_makes_one_story_where_asked_for() -> None:
    pieces = [
        _material("a", "news", "凌晨的修车摊", "皮带断在麦田里，师傅四十分钟赶到，一季修机347台，最远到山坳。"),
        _material("b", "news", "跟着师傅下田", "跟车的人看见墙上贴着347张单子，配件按进价，皮带最费。"),
    ]
    gap = timedelta(days=30)
    assert len(find_threads(pieces, least=5.0, gap=gap, figures=True)) == 1
    assert find_threads(pieces, least=5.0, gap=gap) == ()
    rounded = [
        _material(m.parsed.document.id, "news", "题", m.parsed.document.text.replace("347", "300")) for m in pieces
    ]
    assert find_threads(rounded, least=5.0, gap=gap, figures=True) == ()


def test_issues_of_one_form_are_taken_for_the_source_they_look_most_like_together() -> None:
    def seen(number: int, title: str, source: str | None, **scores: float) -> Recognised:
        return Recognised(Document(f"{number}", "……", title, None, "某站"), source, scores)

    issues = [
        seen(1, "备案情况表（2025年上半年）", "registration", registration=0.7, enforcement=0.1),
        seen(2, "备案情况表（2025年三季度）", "enforcement", registration=0.3, enforcement=0.4),
        seen(3, "备案情况表（2025年四季度）", None, registration=0.2, enforcement=0.2),
        seen(4, "走访笔记", "enforcement", registration=0.3, enforcement=0.4),
    ]
    assert [one.source for one in agree(issues)] == ["registration"] * 3 + ["enforcement"]
    assert agree(issues)[1].cues
    assert [one.source for one in agree([issues[2], issues[3]])] == [None, "enforcement"]


def test_a_paper_titled_as_an_item_of_information_was_sent_and_a_call_for_items_is_none() -> None:
    sent = _material("a", "work_report", "关于报送5月20日计量宣传活动的信息", "公园里测了老花镜114副。")
    call = _material("b", "work_report", "关于报送三季度信息的通知", "各股室月底前交稿。")
    assert len(read_log([sent], _SETTING).entries) == 1
    assert not read_log([call], _SETTING).known
