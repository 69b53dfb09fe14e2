"""Weights from choices: what is recovered, what is refused, what is not believed."""

from __future__ import annotations

import json
import math
import random
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from topicmine import mining
from topicmine.cli import main
from topicmine.departments.profile import load_profile
from topicmine.errors import UsageError
from topicmine.leads.choices import Choice, Rated, read_choices, read_rated
from topicmine.leads.tuning import ENOUGH, agree, hold_out, shake, tune
from topicmine.leads.value import log_value, value_of, weights_of
from topicmine.model import CRITERIA, LEAD_TYPES, Corpus

_RATERS = ("甲所", "乙所", "丙所")
_NOVELTY_FIRST = dict(zip(CRITERIA, (0.05, 0.10, 0.35, 0.22, 0.15, 0.00, 0.08, 0.05), strict=True))
_TIME_FIRST = dict(zip(CRITERIA, (0.40, 0.05, 0.03, 0.10, 0.02, 0.25, 0.05, 0.10), strict=True))


def _leads(count: int = 80, kinds: tuple[str, ...] = ("experience",), missing: float = 0.0) -> dict[str, Rated]:
    dice = random.Random(7)
    found = {}
    for number in range(count):
        values = {name: None if dice.random() < missing else round(dice.random(), 2) for name in CRITERIA}
        found[f"线索{number:03}"] = Rated(f"线索{number:03}", kinds[number % len(kinds)], values)
    return found


def _choose(
    leads: dict[str, Rated], count: int, weights: dict[str, dict[str, float]] | None, sharpness: float = 25.0
) -> list[Choice]:
    """Choices between random leads, by Bradley and Terry under `weights`; by a coin without them."""
    dice = random.Random(11)
    found: set[Choice] = set()
    while len(found) < count:
        one, other = dice.sample(sorted(leads), 2)
        lead = 0.0
        if weights:
            values = [log_value(leads[name].values, weights[leads[name].type]) for name in (one, other)]
            lead = sharpness * (values[0] - values[1])
        wins = dice.random() < 1 / (1 + math.exp(-lead))
        rater = _RATERS[len(found) % len(_RATERS)]
        found.add(Choice(one, other, rater) if wins else Choice(other, one, rater))
    return sorted(found)


def _order(weights: dict[str, float]) -> list[str]:
    return sorted(weights, key=lambda name: -weights[name])


@pytest.mark.parametrize("missing", [0.0, 0.15])
def test_known_weights_are_recovered(missing: float) -> None:
    leads = _leads(missing=missing)
    tuned = tune(_choose(leads, 400, {"experience": _NOVELTY_FIRST}), leads)
    found = dict(tuned.weights["experience"])
    assert max(abs(found[name] - _NOVELTY_FIRST[name]) for name in CRITERIA) < 0.06
    assert _order(found)[:3] == ["novelty", "specificity", "distinctiveness"]
    assert found["attention"] < 0.04
    assert tuned.fitted > 0.9
    assert tuned.fitted > tuned.default
    assert tuned.low < tuned.fitted < tuned.high
    assert tuned.convincing


def test_each_type_with_enough_pairs_gets_its_own_weights_and_the_rest_share() -> None:
    leads = _leads(kinds=("experience", "dynamic"))
    truth = {"experience": _NOVELTY_FIRST, "dynamic": _TIME_FIRST}
    tuned = tune(_choose(leads, 600, truth), leads)
    assert set(tuned.own) == {"experience", "dynamic"}
    assert set(tuned.weights) == set(LEAD_TYPES)
    assert _order(dict(tuned.weights["experience"]))[0] == "novelty"
    assert _order(dict(tuned.weights["dynamic"]))[:2] == ["timeliness", "attention"]
    assert tuned.weights["research"] == tuned.weights["warning"]
    assert tuned.weights["research"] not in (tuned.weights["experience"], tuned.weights["dynamic"])


def test_weights_are_shares_even_when_a_criterion_repels() -> None:
    leads = _leads()
    opposed = [Choice(c.loser, c.winner, c.rater) for c in _choose(leads, 200, {"experience": _NOVELTY_FIRST})]
    for row in tune(opposed, leads).weights.values():
        assert min(row.values()) >= 0
        assert sum(row.values()) == pytest.approx(1, abs=1e-9)


def test_a_criterion_that_never_differs_keeps_its_default_share() -> None:
    leads = {
        name: replace(lead, values={**lead.values, "relevance": None, "attention": 0.0})
        for name, lead in _leads().items()
    }
    tuned = tune(_choose(leads, 300, {"experience": dict(weights_of("experience"))}), leads)
    found = tuned.weights["experience"]
    assert tuned.mute == ("relevance", "attention")
    assert found["relevance"] == pytest.approx(weights_of("experience")["relevance"], abs=0.08)
    assert found["attention"] == pytest.approx(weights_of("experience")["attention"], abs=0.03)


def test_149_pairs_are_refused_and_150_are_not() -> None:
    leads = _leads()
    choices = _choose(leads, ENOUGH, {"experience": _NOVELTY_FIRST})
    assert tune(choices, leads).pairs == 150
    with pytest.raises(UsageError, match=r"只有149对.*还差1对"):
        tune(choices[1:], leads)


def test_pairs_that_teach_nothing_do_not_count() -> None:
    leads = _leads() | {"挡住": Rated("挡住", "experience", {})}
    leads["同样"] = replace(leads["线索000"], id="同样")
    choices = _choose(_leads(), 149, {"experience": _NOVELTY_FIRST})
    choices += [Choice("挡住", "线索001", "甲所"), Choice("同样", "线索000", "甲所")]
    with pytest.raises(UsageError, match="只有149对（另有2对用不上"):
        tune(choices, leads)


def test_random_choices_give_no_confident_answer() -> None:
    leads = _leads()
    for count in (150, 200, 300):
        tuned = tune(_choose(leads, count, None), leads)
        assert not tuned.convincing
        assert 0.4 < tuned.fitted < 0.62


def test_a_rater_is_foretold_from_the_others_alone() -> None:
    leads = _leads()
    choices = _choose(leads, 300, {"experience": _NOVELTY_FIRST})
    against = [replace(c, winner=c.loser, loser=c.winner) if c.rater == "丙所" else c for c in choices]
    held = {part.rater: part for part in hold_out(against, leads)}
    assert [held[rater].pairs for rater in _RATERS] == [100, 100, 100]
    assert held["丙所"].fitted < 0.3


def test_one_rater_is_tested_on_fifths() -> None:
    leads = _leads()
    choices = sorted({replace(c, rater="甲所") for c in _choose(leads, 200, {"experience": _NOVELTY_FIRST})})
    held = hold_out(choices, leads)
    assert [part.rater for part in held] == [""] * 5
    assert sum(part.pairs for part in held) == len(choices)


def test_order_of_choices_changes_nothing() -> None:
    leads = _leads(missing=0.1)
    choices = _choose(leads, 200, {"experience": _NOVELTY_FIRST})
    assert tune(choices, leads) == tune(choices[::-1], dict(reversed(leads.items())))


def test_agreement_counts_a_tie_half() -> None:
    same = {name: Rated(name, "dynamic", dict.fromkeys(CRITERIA, 0.5)) for name in ("一", "二")}
    assert agree([Choice("一", "二", "甲所")], same, {"dynamic": weights_of("dynamic")}) == 0.5


def test_a_weight_that_decides_the_top_is_named_and_others_are_not() -> None:
    half = dict.fromkeys(CRITERIA, 0.5)
    strong = [Rated(f"强{n}", "dynamic", {**half, "novelty": 1.0}) for n in range(5)]
    weak = [Rated(f"弱{n}", "dynamic", {**half, "specificity": 0.95}) for n in range(5)]
    weights = {"dynamic": {**dict.fromkeys(CRITERIA, 0.1), "novelty": 0.16, "specificity": 0.14}}
    changed = {(s.criterion, s.factor): s.replaced for s in shake([*strong, *weak], weights) if s.replaced}
    assert changed == {("novelty", 0.5): 5, ("specificity", 1.5): 5}


def test_the_value_is_the_exponential_of_the_log_value() -> None:
    values = dict.fromkeys(CRITERIA, 0.25)
    assert log_value(values, weights_of("dynamic")) == pytest.approx(math.log(0.4))
    assert value_of(values, weights_of("dynamic")) == 25.0


def _write_mined(path: Path, leads: dict[str, Rated]) -> Path:
    rows = [
        {"id": lead.id, "type": lead.type, "criteria": {n: {"value": v, "reason": ""} for n, v in lead.values.items()}}
        for lead in leads.values()
    ]
    path.write_text(json.dumps({"leads": rows}, ensure_ascii=False), "utf-8")
    return path


def _csv(choices: list[Choice]) -> str:
    """The choices as a person records them: the chosen one now left, now right."""
    lines = [
        f"{c.winner},{c.loser},甲,{c.rater}" if number % 2 else f"{c.loser},{c.winner},乙,{c.rater}"
        for number, c in enumerate(choices)
    ]
    return "\n".join(["甲,乙,选,评者", *lines]) + "\n"


def test_csv_of_any_encoding_and_jsonl_say_the_same(tmp_path: Path) -> None:
    leads = _leads(4)
    choices = [Choice("线索001", "线索000", "甲所"), Choice("线索002", "线索003", "乙所")]
    path = tmp_path / "取舍"
    for data in (_csv(choices).encode("utf-8-sig"), _csv(choices).encode("gb18030")):
        path.write_bytes(data)
        assert read_choices(path, leads) == tuple(sorted(choices))
    rows = [{"甲": c.winner, "乙": c.loser, "选": "甲", "评者": c.rater} for c in choices]
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in [*rows, rows[0]]), "utf-8")
    assert read_choices(path, leads) == tuple(sorted(choices))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("甲,乙,选\n线索000,线索001,甲\n", "缺“评者”"),
        ("左,右,选,评者\n线索000,线索001,甲,甲所\n", "缺“甲”“乙”"),
        ("甲,乙,选,评者\n线索000,线索001,丙,甲所\n", "第2行的“选”写了“丙”"),
        ("甲,乙,选,评者\n线索000,线索001,甲,甲所\n线索000,线索009,甲,甲所\n", "第3行的线索“线索009”"),
        ("甲,乙,选,评者\n线索000,线索000,甲,甲所\n", "同一条"),
        ("甲,乙,选,评者\n线索000,线索001,甲\n", "“评者”空着"),
        ("甲,乙,选,评者\n", "一条也没有"),
        ("", "缺“甲”“乙”“选”“评者”"),
        ('{"甲": "线索000", "乙": "线索001", "选": "甲"}\n', "第1行缺“评者”"),
        ('{"甲": "线索000",\n', "第1行不是一条完整的JSON"),
    ],
)
def test_wrong_records_are_told_in_one_chinese_sentence(
    text: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "取舍.csv").write_text(text, "utf-8")
    mined = _write_mined(tmp_path / "选题.json", _leads(3))
    assert main(["tune", str(tmp_path / "取舍.csv"), str(mined)]) == 2
    shown = capsys.readouterr()
    assert says in shown.err
    assert (shown.out, shown.err.count("\n"), shown.err.count("。")) == ("", 1, 1)


@pytest.mark.parametrize(
    "text",
    ["", "不是JSON", "[]", "{}", '{"leads": 3}', '{"leads": [{"id": "a"}]}', "[" * 100_000,
     '{"leads": [{"id": "a", "type": "dynamic", "criteria": {"novelty": {"value": NaN}}}]}'],
    ids=["empty", "text", "list", "object", "number", "half", "deep", "nan"],
)  # fmt: skip
def test_what_mine_never_wrote_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "选题.json").write_text(text, "utf-8")
    with pytest.raises(UsageError, match=r"topicmine mine|打不开"):
        read_rated(tmp_path / "选题.json")


def test_the_command_reports_and_writes_what_a_profile_takes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    leads = _leads(kinds=("experience", "research"))
    truth = {"experience": _NOVELTY_FIRST, "research": _NOVELTY_FIRST}
    mined = _write_mined(tmp_path / "选题.json", leads)
    (tmp_path / "取舍.csv").write_text(_csv(_choose(leads, 300, truth)), "utf-8")
    target = tmp_path / "权重.toml"
    assert main(["tune", str(tmp_path / "取舍.csv"), str(mined), "-o", str(target)]) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    for words in ("300对能用", "默认权重", "乙所：100对", "新意", "前5条", f"已写入 {target}"):
        assert words in shown.out
    weights = tomllib.loads(target.read_text("utf-8"))["weights"]
    profile = replace(load_profile(), weights=weights)
    for kind in LEAD_TYPES:
        assert weights_of(kind, profile) == weights[kind]
        assert sum(weights[kind].values()) == pytest.approx(1, abs=1e-9)
        assert _order(weights[kind])[0] == "novelty"


def test_the_command_keeps_unconvincing_weights_to_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    leads = _leads()
    mined = _write_mined(tmp_path / "选题.json", leads)
    (tmp_path / "取舍.csv").write_text(_csv(_choose(leads, 300, None)), "utf-8")
    assert main(["tune", str(tmp_path / "取舍.csv"), str(mined), "-o", str(tmp_path / "权重.toml")]) == 2
    shown = capsys.readouterr()
    assert "看不出一致的偏好" in shown.err
    assert "[weights" not in shown.out
    assert not (tmp_path / "权重.toml").exists()


def test_the_report_calls_weights_default_until_a_profile_has_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    day = date(2026, 11, 22)
    assert any("默认" in note for note in mining.mine(Corpus(()), today=day).notes)
    own = replace(load_profile(), weights={"dynamic": weights_of("dynamic")})
    monkeypatch.setattr(mining, "load_profile", lambda name: own)
    assert mining.mine(Corpus(()), today=day).notes == ()
