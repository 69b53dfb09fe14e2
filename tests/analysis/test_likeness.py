"""Gists, copies, threads and the join: what counts as the same matter and what does not."""

from __future__ import annotations

from datetime import date, timedelta

from topicmine.analysis.alike import find_alike
from topicmine.analysis.copies import find_copies
from topicmine.analysis.gist import cover, gist, likeness
from topicmine.analysis.joining import join
from topicmine.analysis.material import Material, Setting
from topicmine.analysis.records import Records, matter_of
from topicmine.analysis.threads import find_threads
from topicmine.departments.profile import load_profile
from topicmine.language.parsed import Parsed
from topicmine.model import Candidate, Document

PROFILE = load_profile()
MOULD = (
    "近日，{}高度重视灭火器质量安全，迅速行动。一是成立专班，明确责任；二是开展排查，检查经营单位{}家，发现隐患{}处，"
    "均已责令整改；三是加强宣传，发放资料若干，营造了良好氛围。"
)


def _material(name: str, source: str, text: str, title: str = "", day: date = date(2026, 5, 4)) -> Material:
    return Material(Parsed(Document(name, text, title, day, name)), source)


def test_other_words_for_one_matter_are_seen() -> None:
    asked = gist("组织从业人员闭卷测试")
    assert cover(asked, gist("老板们进了考场，六十分钟答三十道题")) > cover(asked, gist("灶台换了新的地砖"))


def test_old_names_are_read_as_present_ones() -> None:
    assert likeness(gist("城关工商所", PROFILE), gist("城关市场监管所", PROFILE)) > 0.9


def test_copies_with_other_numbers_are_one_group() -> None:
    texts = [MOULD.format("甲县局", 31, 4), "桥下的秤换了新的，谁都能来称一称。", MOULD.format("乙县局", 66, 9)]
    assert find_copies(texts) == ((0, 2),)


def test_one_mould_about_different_things_is_no_copy() -> None:
    mould = "经抽检，{}中{}不合格，不符合标准要求，已依法处置。"
    texts = [
        mould.format("城南百货店销售的儿童雨靴鞋底厚度", "邻苯二甲酸酯含量项目"),
        mould.format("河湾粮油行经营的散装菜籽油酸价", "溶剂残留量和过氧化值项目"),
    ]
    assert find_copies(texts) == ()


def test_who_has_something_of_its_own_is_set_against_the_copies() -> None:
    materials = [
        _material(f"{name}县局", "regulator_site", MOULD.format(f"{name}县局", n, n // 5), f"{name}县局抓灭火器质量")
        for name, n in (("甲", 31), ("乙", 66), ("丙", 45))
    ]
    own = "丁县局请退休电工摇灭火器听声音，二十天摇了900具，挑出结块的112具，压力表却都指在绿区。"
    materials.append(_material("丁县局", "regulator_site", own, "老电工听灭火器"))
    (group,) = find_alike(materials)
    assert {m.parsed.document.id for m in group.members} == {"甲县局", "乙县局", "丙县局"}
    assert [m.parsed.document.id for m in group.distinct] == ["丁县局"]


def test_pieces_of_one_paper_are_no_thread_but_pieces_on_one_matter_are() -> None:
    texts = {
        "a": "青禾日报5月4日：渡口的船老大敲钟开船，超员就不敲钟，学生在岸上听钟声。",
        "b": "青禾日报5月9日：菜场二楼新开的书吧，老人下棋，孩子写作业，茶水免费。",
        "c": "云溪晚报5月12日：船老大敲钟管住一条船，敲钟次数记在木牌上。",
    }
    materials = [_material(name, "news", text) for name, text in texts.items()]
    threads = find_threads(materials, least=5.0, gap=timedelta(days=60))
    assert [[m.parsed.document.id for m in t.members] for t in threads] == [["a", "c"]]


def test_records_tell_the_matter_from_the_rest() -> None:
    own = [
        _material("池", "work_report", "全县两轮车维修店84家，能拿出电芯来源单的只有3家，换芯按斤进货。"),
        _material("茶", "work_report", "茶叶店开业一百天，来买茶的多是回头客，茶具摆了三层。"),
    ]
    matter = matter_of(["拆下来的电芯被重新焊成两轮车电池", "两轮车翻新电芯没有来源单"], PROFILE)
    assert [m.parsed.document.id for _, m in Records(own, PROFILE).near(matter)] == ["池"]


def _candidate(material: Material, role: str) -> Candidate:
    document = material.parsed.document
    quote = (document.quote(0, min(60, len(document.text))),)
    return Candidate(
        material.source or "",
        "p",
        "dynamic",
        quote if role == "focus" else (),
        quote if role == "fact" else (),
        "matter",
        "reason",
    )


def test_the_join_adds_the_missing_half_and_nothing_else() -> None:
    wants = _material("文", "superior_document", "请摸清无堂食外卖店底数，推行后厨公示和一次性封签。")
    has = _material("事", "work_report", "无堂食外卖店19家合用一面屏公示后厨，每单贴一次性封签，一撕就碎。")
    other = _material("别", "work_report", "果农把蜜橘装进新纸箱，箱底垫了稻草。")
    candidates = [_candidate(wants, "focus"), _candidate(has, "fact"), _candidate(other, "fact")]
    setting = Setting(date(2026, 6, 1), PROFILE)
    joined = join(candidates, [wants, has, other], setting)
    assert [quote.document for quote in joined[0].facts] == ["事"]
    assert [quote.document for quote in joined[1].focus] == ["文"]
    assert joined[2] == candidates[2]
