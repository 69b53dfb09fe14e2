"""The gate: 66 cases written from the field's rules alone, and the consent record."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from topicmine.errors import UsageError
from topicmine.leads.caution import is_likely, load_reasons
from topicmine.leads.consents import read_consents
from topicmine.mining import mine
from topicmine.model import Corpus, Document, Mined

_CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "gate" / "gate.jsonl").read_text("utf-8").splitlines()
    if line.strip()
]
_CLOSED = {"blocked", "needs_consent"}


def _mine(case: dict[str, Any], consents: Path | None = None) -> Mined:
    day = date.fromisoformat(case["date"])
    document = Document(case["id"], case["text"], case["title"], day, source=case["source"])
    return mine(Corpus((document,)), today=day, consents=consents)


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["id"])
def test_every_case_is_stopped_or_let_through_as_the_field_says(case: dict[str, Any]) -> None:
    leads = _mine(case).leads
    gates = {lead.gate for lead in leads}
    assert leads
    assert (gates <= _CLOSED) if case["expect"] == "block" else not (gates & _CLOSED)


@pytest.mark.parametrize("case", [c for c in _CASES if c["expect"] == "block"][:8], ids=lambda case: case["id"])
def test_a_stopped_lead_has_no_value_and_says_who_must_agree(case: dict[str, Any]) -> None:
    for lead in _mine(case).leads:
        assert lead.value is None
        assert not lead.criteria
        assert any("同意" in reason for reason in lead.gate_reasons)


_OPEN = {
    "id": "x1",
    "title": "秤案进展",
    "text": "6月3日，执法人员对南门市场电子秤案立案，查出带加重键的秤12把，当事人承认每斤多称一两。",
    "date": "2026-06-05",
    "source": "enforcement",
}


def _consents(folder: Path, row: str) -> Path:
    path = folder / "同意.csv"
    path.write_text(f"材料,主办人,日期,范围,有效期至\n{row}\n", "utf-8")
    return path


def test_a_dated_consent_of_the_case_handler_opens_the_gate(tmp_path: Path) -> None:
    agreed = _consents(tmp_path, "秤案进展,王主办,2026-06-04,案情概要,2026-07-01")
    assert {lead.gate for lead in _mine(_OPEN).leads} == {"needs_consent"}
    opened = _mine(_OPEN, agreed).leads
    assert {lead.gate for lead in opened} == {"ok"}
    assert any("王主办" in reason for lead in opened for reason in lead.gate_reasons)


def test_an_expired_consent_does_not(tmp_path: Path) -> None:
    expired = _consents(tmp_path, "秤案进展,王主办,2026-05-01,案情概要,2026-05-30")
    assert {lead.gate for lead in _mine(_OPEN, expired).leads} == {"needs_consent"}


def test_a_bare_yes_is_no_consent(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="第2行缺“范围”"):
        read_consents(_consents(tmp_path, "秤案进展,王主办,2026-06-04,,2026-07-01"))


def test_a_consent_does_not_lift_a_block(tmp_path: Path) -> None:
    secret = {**_OPEN, "text": _OPEN["text"] + "本件为内部资料，不得外传。"}
    agreed = _consents(tmp_path, "秤案进展,王主办,2026-06-04,案情概要,2026-07-01")
    assert {lead.gate for lead in _mine(secret, agreed).leads} == {"blocked"}


def test_what_holds_back_one_paper_need_not_hold_back_what_many_count_together() -> None:
    assert is_likely(0.3, hinted=True, length=400, documents=1)
    assert is_likely(0.3, hinted=False, length=400, documents=2)
    assert not is_likely(0.3, hinted=False, length=60, documents=1)  # so few words show little of anything
    assert not is_likely(0.3, hinted=True, length=400, documents=3)
    assert is_likely(0.9, hinted=True, length=400, documents=3)


def test_a_network_of_recycling_points_is_no_net_drawn_in() -> None:
    (open_case,) = (reason for reason in load_reasons() if reason.name == "open_case")
    assert open_case.pattern.search("两县约好周五收网，先不声张")
    assert not open_case.pattern.search("再生资源回收网点35户")
