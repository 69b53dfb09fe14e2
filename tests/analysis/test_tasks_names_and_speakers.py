"""Tasks against reports, several names of one thing, leaders and what is new, submissions, totals, campaigns."""

from __future__ import annotations

from datetime import date

import pytest

from topicmine.analysis.coverage import find_tasks, open_tasks
from topicmine.analysis.identity import find_aliases, names_in
from topicmine.analysis.material import Material, Setting
from topicmine.analysis.novelty import find_run, fresh_demands, is_new_emphasis, said_before
from topicmine.analysis.rulings import rule_out
from topicmine.analysis.speakers import by_speaker
from topicmine.analysis.stages import find_campaign
from topicmine.analysis.submissions import read_log
from topicmine.analysis.totals import find_mismatches
from topicmine.departments.profile import load_profile
from topicmine.language.parsed import Parsed
from topicmine.model import Candidate, Document

PROFILE = load_profile()
NOTICE = (
    "各所：1.5月10日前逐户登记磨刀摊点；2.5月20日前换完菜场门口的公平秤；3.5月31日前查验游船救生衣；"
    "4.6月30日前评出放心码头。"
)


def _material(name: str, source: str, text: str, title: str, day: date, unit: str = "某所") -> Material:
    return Material(Parsed(Document(name, text, title, day, unit)), source)


def _notice() -> Material:
    return _material("通知", "superior_document", NOTICE, "关于做好五月四件事的通知", date(2026, 5, 2))


def _open(reports: list[Material], today: date) -> list[str]:
    notice = _notice()
    return [o.task.quote.text for o in open_tasks(notice.parsed, [notice, *reports], {}, today, PROFILE)]


def test_tasks_are_read_with_their_days_and_without_their_labels() -> None:
    tasks = find_tasks(_notice().parsed)
    assert [task.due for task in tasks] == [date(2026, 5, 10), date(2026, 5, 20), date(2026, 5, 31), date(2026, 6, 30)]
    assert tasks[0].quote.text == "5月10日前逐户登记磨刀摊点；"


def test_a_task_that_no_report_answers_is_open_and_one_told_in_other_words_is_not() -> None:
    reports = [
        _material("甲", "work_report", "磨刀的23个摊点挨家走完，一户一页。", "磨刀摊点", date(2026, 5, 9)),
        _material("乙", "work_report", "菜场门口四台旧秤都抬走，换上新的，谁都能称。", "公平秤换新", date(2026, 5, 19)),
    ]
    assert _open(reports, date(2026, 6, 5)) == ["5月31日前查验游船救生衣；"]


def test_without_any_report_nothing_is_claimed() -> None:
    assert _open([], date(2026, 6, 5)) == []


def test_a_paper_that_admits_the_gap_opens_the_task() -> None:
    report = _material("丙", "work_report", "游船救生衣还没有查验，船都在外面。", "工作日志", date(2026, 6, 2))
    assert _open([report], date(2026, 6, 5)) == ["5月31日前查验游船救生衣；"]


def test_names_are_quoted_words_or_a_list() -> None:
    assert names_in("“护颈仪”“肩颈王”是一家的货") == {"护颈仪", "肩颈王"}
    assert names_in("护颈仪、肩颈王、脉冲贴说的是同一种机器") == {"护颈仪", "肩颈王", "脉冲贴"}


def _alias_corpus(statement: str) -> list[Material]:
    return [
        _material("一", "consumer_dispute", "其中“护颈仪”4件，说戴了头晕。", "6月投诉", date(2026, 7, 2)),
        _material("二", "consumer_dispute", "“肩颈王”11件，都在广场摊位买的。", "7月投诉", date(2026, 8, 2)),
        _material("三", "enforcement", statement, "走访记录", date(2026, 8, 9)),
    ]


def test_names_that_a_paper_calls_one_thing_are_brought_together_with_their_counts() -> None:
    (alias,) = find_aliases(_alias_corpus("拆开看，“护颈仪”和“肩颈王”是同一种机器换了个壳。"), ("consumer_dispute",))
    assert set(alias.names) == {"护颈仪", "肩颈王"}
    assert [m.count for m in alias.mentions if m.count is not None] == [4, 11]


def test_names_that_a_paper_tells_apart_are_not() -> None:
    assert find_aliases(_alias_corpus("“护颈仪”和“肩颈王”不是同一种东西。"), ("consumer_dispute",)) == ()


def test_names_of_two_characters_or_borne_in_turn_need_a_plain_word_of_oneness() -> None:
    told = [
        _material("一", "consumer_dispute", "“沉香助眠舱”退费3件，押金不退。", "投诉登记", date(2026, 3, 1)),
        _material("二", "consumer_dispute", "“梦屿”充值9件，店门已锁。", "投诉登记", date(2026, 4, 1)),
        _material("三", "consumer_dispute", "这家店先叫沉香，后叫梦屿，招牌换了三回。", "网格转办", date(2026, 5, 1)),
    ]
    (alias,) = find_aliases(told, ("consumer_dispute",))
    assert set(alias.names) == {"沉香", "梦屿"}
    assert {m.quote.document for m in alias.mentions} == {"一", "二", "三"}
    assert find_aliases(told[:2], ("consumer_dispute",)) == ()


def _speeches() -> list[Material]:
    return [
        _material("一", "leader_activity", "局长佟明远要求，校门口的食品一天一查。", "佟明远讲话", date(2026, 3, 1)),
        _material("二", "leader_activity", "佟局长强调，校门口的食品不能放松。", "佟明远调研", date(2026, 4, 1)),
        _material(
            "三",
            "leader_activity",
            "佟明远说，今后头一回犯轻微错的小店先“带教整改”，教完十天回头看。校门口的食品仍是第一位。",
            "佟明远座谈",
            date(2026, 5, 1),
        ),
        _material("四", "leader_activity", "副局长沙立提出“标准领跑”。", "沙立讲标准", date(2026, 4, 20)),
    ]


def test_speeches_are_told_by_speaker_and_only_the_new_demand_is_new() -> None:
    speakers = by_speaker(_speeches())
    assert [m.parsed.document.id for m in speakers["佟明远"]] == ["一", "二", "三"]
    records = [m.parsed for m in speakers["佟明远"]]
    found = fresh_demands(records[-1], records[:-1])
    assert is_new_emphasis(found)
    assert found[0].term == "带教整改"
    assert not any("仍是第一位" in one.sentence.text for one in found)


def test_a_stable_demand_is_not_called_new() -> None:
    records = [m.parsed for m in by_speaker(_speeches())["佟明远"]]
    assert not is_new_emphasis(fresh_demands(records[1], [records[0]]))


def _said(*texts: str) -> list[Parsed]:
    return [Parsed(Document(f"{n}", text, "讲话", date(2026, 1, 1 + n))) for n, text in enumerate(texts)]


def test_a_demand_that_lasts_over_several_speeches_is_told_as_one_run() -> None:
    texts = _said(
        "学校食堂要天天看。电梯按期检。",
        "学校食堂仍要天天看，台账要细。",
        "他在渡口坐了半天，问船工的救生衣够不够，说渡口要有人守。",
        "要把渡口的事办在汛前，救生衣逐件浸水试浮，月底前报结果。",
    )
    run = find_run(texts, 2)
    assert run.before == 2
    assert [text.document.id for text, _ in run.echoes] == ["2"]
    assert "救生衣" in run.echoes[0][1].text
    figures = _said("学校食堂一年查361家。", "电梯要检。", "今年已办361件，很好。", "今后渡口要有人守，361个人轮流。")
    assert find_run(figures, 2).echoes == ()


def test_a_demand_to_stop_is_a_turn_and_stands_beside_what_was_asked_before() -> None:
    texts = _said(
        "食品安全不能松。周报要一周一张，报得细，村里的周报也不能少。",
        "食品安全不能松。电梯按期检。",
        "他说，村里的周报从下月起取消，谁再要来找我。",
    )
    run = find_run(texts, 2)
    assert is_new_emphasis(run.found)
    (_, sentence), *_ = said_before(texts[:2], run.found[0].sentence.text)
    assert "周报要一周一张" in sentence.text


def test_the_list_of_submissions_knows_what_was_sent_back() -> None:
    log = _material(
        "清单",
        "work_report",
        "5月4日，《渡口敲钟》未编发，退回。5月9日，《老人饭桌》。",
        "5月信息报送登记",
        date(2026, 6, 1),
    )
    read = read_log([log], Setting(date(2026, 6, 2), PROFILE))
    assert read.known
    assert any("敲钟" in entry for entry in read.failed)
    assert any("≈老人" in entry for entry in read.entries)
    assert not read_log([], Setting(date(2026, 6, 2), PROFILE)).known


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("行业　户数\n修鞋　31\n磨刀　2\n配锁　4\n合计　37", False),
        ("行业　户数\n修鞋　31\n磨刀　2\n配锁　4\n合计　47", True),
        ("新设60户，其中企业20户，个体40户。", False),
        ("新设60户，其中企业30户，个体40户。", True),
    ],
)
def test_totals_are_worked_out_again(text: str, wrong: bool) -> None:
    assert bool(list(find_mismatches(Parsed(Document("d", text))))) is wrong


def test_a_campaign_has_three_days_to_report_on() -> None:
    document = Document("d", "整治自2026年3月1日至5月30日，共90天。", "方案", date(2026, 2, 20))
    campaign = find_campaign(Parsed(document))
    assert campaign is not None
    stages = {
        day: campaign.stage(day) for day in (date(2026, 3, 2), date(2026, 4, 15), date(2026, 5, 29), date(2026, 5, 10))
    }
    assert list(stages.values()) == ["起步", "过半", "收官", ""]


def _candidate(material: Material, words: str) -> Candidate:
    document = material.parsed.document
    at = document.text.index(words)
    return Candidate(material.source or "", "p", "research", (), (document.quote(at, at + len(words)),), "s", "r")


def test_what_the_corpus_rules_out_is_gone_and_the_rest_stays_in_order() -> None:
    quarters = [
        _material(
            f"q{n}",
            "registration",
            f"修鞋3{n}户；旧货点{18 - n}户（原废品站）；磨刀2户；配锁4户；代煎药{n * n}户。",
            f"2025年{label}季度新设",
            day,
        )
        for n, (label, day) in enumerate(
            zip("一二三四", (date(2025, 4, 2), date(2025, 7, 2), date(2025, 10, 2), date(2026, 1, 2)), strict=True)
        )
    ]
    last = quarters[-1]
    renamed, steady, new = (_candidate(last, words) for words in ("旧货点15户", "修鞋33户", "代煎药9户"))
    assert rule_out([renamed, new, steady], quarters) == [new]
