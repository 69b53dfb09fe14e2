"""The workbench: weights change the order but buy no gated lead a place; verdicts need a reason and survive."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from topicmine.course import bench
from topicmine.course.views.workbench import Workbench
from topicmine.errors import UsageError
from topicmine.model import Criterion, Document, Lead, Mined, Quote, Recognised

TEXT = "云溪镇市场监管所上门办证41张。省局通知要求规范摊点。"


def _lead(name, gate="ok", **criteria):
    judged = {code: Criterion(value, "") for code, value in criteria.items()}
    facts = (Quote("d", 0, 15, TEXT[:15]),)
    return Lead(
        name, "work_report", "p", "experience", f"线索{name}", (Quote("d", 16, 27, TEXT[16:27]),), facts, gate=gate,
        value=None if gate == "blocked" else 50.0, criteria=judged,
    )  # fmt: skip


@pytest.fixture
def mined():
    leads = (
        _lead("a", timeliness=1.0, attention=0.0),
        _lead("b", timeliness=0.0, attention=1.0),
        _lead("c", gate="blocked", timeliness=1.0, attention=1.0),
    )
    document = Document("d", TEXT, title="半年总结", path="总结.txt")
    return Mined((Recognised(document, "work_report", {}),), leads, today=date(2026, 11, 22))


def test_weights_change_the_order(mined):
    by_time = bench.rank(mined, {"timeliness": 100, "attention": 0})
    by_attention = bench.rank(mined, {"timeliness": 0, "attention": 100})
    assert [lead.id for lead, *_ in by_time] == ["a", "b", "c"]
    assert [(lead.id, rose) for lead, _, rose in by_attention] == [("b", 1), ("a", -1), ("c", 0)]


def test_no_weight_buys_a_blocked_lead_a_value(mined):
    assert bench.rank(mined, {"timeliness": 100, "attention": 100})[-1][:2] == (mined.leads[2], None)


def test_filters_narrow(mined):
    lead = mined.leads[0]
    assert bench.matches(lead, bench.Choice(words="办证 摊点"), None)
    assert not bench.matches(lead, bench.Choice(words="办证 电梯"), None)
    assert not bench.matches(lead, bench.Choice(gate="blocked"), None)
    assert bench.matches(lead, bench.Choice(verdict="open"), None)
    assert not bench.matches(lead, bench.Choice(verdict="keep"), bench.Verdict(False, "别处报过"))


def test_quotes_stand_at_their_places_in_the_source(mined):
    shown = bench.describe_lead(mined.leads[0], mined, None)
    text = shown["texts"][0]
    assert [(text["text"][m["start"] : m["end"]], m["kind"]) for m in text["marks"]] == [
        ("云溪镇市场监管所上门办证41张", "fact"),
        ("省局通知要求规范摊点。", "quote"),
    ]


def test_a_verdict_needs_a_reason_and_survives(mined, tmp_path):
    path = tmp_path / "线索取舍.jsonl"
    with pytest.raises(UsageError, match="请写一句理由"):
        bench.add_verdict(path, mined.leads[0], bench.Verdict(True, " "))
    bench.add_verdict(path, mined.leads[0], bench.Verdict(True, "县里正关心"))
    bench.add_verdict(path, mined.leads[0], bench.Verdict(False, "别处报过"))
    path.write_bytes(path.read_bytes() + b'\n{"lead": "b", "ke')
    assert bench.read_verdicts(path) == {"a": bench.Verdict(False, "别处报过")}


def test_only_what_was_kept_is_exported(mined):
    data = bench.export(mined, {"b": bench.Verdict(True, "好")}, "json", None).decode()
    assert "线索b" in data
    assert "线索a" not in data
    assert "线索a" in bench.export(mined, {}, "json", None).decode()


def test_the_page_mines_a_folder_and_says_what_is_wrong(monkeypatch, tmp_path, mined):
    monkeypatch.setenv("TOPICMINE_COURSE", str(tmp_path))
    page = Workbench(str(tmp_path))

    def send(**content):
        page._handle_msg({"content": {"data": {"method": "custom", "content": content}}, "buffers": []})
        return page.state

    assert "先选一个文件夹" in send(do="view", turn=1)["error"]
    assert "日期" in send(do="mine", folder=str(tmp_path), today="昨天", turn=2)["error"]
    assert "没有读到任何材料" in send(do="mine", folder=str(tmp_path / "无"), today="2026-11-22", turn=3)["error"]
    monkeypatch.setattr(bench, "mine_folder", lambda *args: mined)
    state = send(do="mine", folder="x", today="2026-11-22", turn=4)
    assert state["summary"] == "材料1份，线索3条。"
    state = send(do="view", weights={"attention": 100}, turn=5)
    assert [row["id"] for row in state["rows"]] == ["b", "a", "c"]
    send(do="open", id="b", turn=6)
    assert page.lead["title"] == "线索b"
    assert "理由" in send(do="decide", id="b", keep=True, reason="", turn=7)["error"]
    assert send(do="decide", id="b", keep=True, reason="县里关心", turn=8)["rows"][0]["verdict"] == "留下"
    assert bench.read_verdicts(tmp_path / "线索取舍.jsonl")["b"].keep
    assert "不在了" in send(do="open", id="zzz", turn=9)["error"]


def test_a_mined_folder_is_read(tmp_path):
    (tmp_path / "总结.txt").write_text("青禾县市场监管局2026年上半年工作总结\n" + TEXT * 3, "utf-8")
    assert len(bench.mine_folder(str(tmp_path), date(2026, 7, 1)).documents) == 1
    assert replace(bench.Choice(), words="x").words == "x"
