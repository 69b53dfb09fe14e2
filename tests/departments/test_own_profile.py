"""An office's own profile: a file that says what differs from a bundled one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from topicmine.departments.profile import load_profile
from topicmine.errors import UsageError
from topicmine.mining import mine
from topicmine.model import Corpus, Document

_EVEN = "base = 'market_regulation'\n[weights.experience]\n" + "\n".join(
    f"{name} = 0.125"
    for name in ("alignment", "novelty", "generality", "timeliness", "evidence", "specificity", "standing", "resonance")
)


def _write(folder: Path, text: str) -> str:
    path = folder / "本局.toml"
    path.write_text(text, "utf-8")
    return str(path)


def test_an_own_file_changes_what_it_names_and_keeps_the_rest(tmp_path: Path) -> None:
    own = load_profile(_write(tmp_path, 'display = "青禾县局"\n[duties]\nhoney = ["蜂蜜", "蜂农"]\n'))
    base = load_profile()
    assert own.display == "青禾县局"
    assert own.duties["honey"] == ("蜂蜜", "蜂农")
    assert own.duties["food"] == base.duties["food"]
    assert own.aliases == base.aliases


def test_weights_of_an_own_file_change_the_value(tmp_path: Path) -> None:
    text = "今年起，白石所请收蜜人把糖度写在桶盖上，掺糖投诉由每月9件降到1件，蜂农每斤多卖三元。" * 3
    corpus = Corpus((Document("a", text, "白石所收蜜小结", date(2026, 11, 1), source="work_report"),))
    plain = mine(corpus, today=date(2026, 11, 22))
    tuned = mine(corpus, today=date(2026, 11, 22), department=_write(tmp_path, _EVEN))
    assert "experience" in {lead.type for lead in plain.leads}
    assert [lead.value for lead in plain.leads] != [lead.value for lead in tuned.leads]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("display = ", "写法有误"),
        ("wieghts = 3", "不认得"),
        ("weights = 3", "写法不对"),
        ('base = "nowhere"', "没有名为"),
    ],
)
def test_a_wrong_own_file_is_named_in_one_sentence(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        load_profile(_write(tmp_path, text))


def test_a_missing_own_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="打不开"):
        load_profile(str(tmp_path / "没有.toml"))
