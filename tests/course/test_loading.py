"""A trainer adds exercises as stanzas; a wrong one is named with file, line and what to mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from topicmine.course.items import RESPONSES
from topicmine.course.loading import load_items, read_items
from topicmine.errors import UsageError

FOLDER = Path(__file__).parent / "samples"
TITLE = (FOLDER / "e10_cutting.toml").read_text("utf-8")
GATE = (FOLDER / "e08_gate.toml").read_text("utf-8")


def test_every_kind_of_answer_can_be_loaded(samples):
    assert {item.response for item in samples.values()} == set(RESPONSES)


def test_titles_are_judged_as_titles_without_saying_so(samples):
    assert samples["cutting-01"].form == "title"
    assert samples["redaction-01"].form == "passage"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("unit = 5", "unit = 12", "unit要写0到9"),
        ('kind = "E10"', 'kind = "E11"', "和文件名一致"),
        ('id = "cutting-02"', 'id = "cut-02"', "题号要写成"),
        ("difficulty = 1", 'difficulty = "易"', "difficulty要写整数"),
        ('hints = ["先找是谁做的。", "再找做了什么、变了多少。"]', "hints = []", "至少要有一条hints"),
        ("limits = { max_chars = 30 }", "limits = { words = 30 }", "limits要写成"),
        ('grade = "fair"', 'grade = "ok"', "good、fair、poor三种"),
        ('origin = "测试用"', 'origin = "测试用"\nanswer = "云溪镇"', "不认识“answer”"),
        ('actor = ["白石镇"]', 'actor = ["(白石)+"]', "请改写"),
        ('actor = ["白石镇"]', 'actor = ["(白石"]', "不是正确的表达式"),
    ],
)
def test_a_wrong_stanza_is_named_with_its_line(old, new, said):
    head, middle, tail = TITLE.partition('[[item]]\nid = "cutting-02"')
    broken = head + (middle + tail).replace(old, new, 1)
    with pytest.raises(UsageError) as caught:
        read_items("e10_cutting.toml", broken)
    line = next(n for n, text in enumerate(broken.splitlines(), 1) if "cut" in text and "-02" in text)
    assert said in str(caught.value)
    assert str(caught.value).startswith(f"e10_cutting.toml第{line}行")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('key = ["hold"]', 'key = ["keep"]', "key要写选项的id"),
        ('key = ["hold"]', 'key = ["hold", "ask"]', "key只能有一个"),
        ('id = "hold", text', 'id = "stop", text', "E8的选项id只用"),
        ("隐去名字也没用，行业里的人一看就知道。", "", "每个选项都要有reason"),
        ("隐去名字也没用，行业里的人一看就知道。", "案子没办完，一报就可能惊动当事人。", "一模一样"),
    ],
)
def test_a_choice_without_sound_key_and_reasons_is_refused(old, new, said):
    with pytest.raises(UsageError, match=said):
        read_items("e08_gate.toml", GATE.replace(old, new, 1))


def test_a_broken_file_is_named_with_the_line_of_the_break():
    with pytest.raises(UsageError, match=r"e10_cutting\.toml第[56]行写得不合规矩"):
        read_items(
            "e10_cutting.toml",
            TITLE.replace('seed = ["B4a"]', 'seed = ["B4a"', 1).replace("unit = 5\n", "unit = 5\n", 1),
        )


def test_a_number_used_twice_is_refused(tmp_path):
    (tmp_path / "e10_cutting.toml").write_text(TITLE + TITLE, "utf-8")
    with pytest.raises(UsageError, match="用了两次"):
        load_items(tmp_path)


def test_marked_passages_must_stand_in_the_text():
    text = (FOLDER / "e04_underline.toml").read_text("utf-8").replace('text = "212户', 'text = "213户', 1)
    with pytest.raises(UsageError, match="正好出现一次"):
        read_items("e04_underline.toml", text)
