"""What of a sentence is quoted: whole clauses, what is said in one breath kept together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from topicmine.analysis.telling import load_telling, split, tell
from topicmine.language.parsed import Parsed
from topicmine.model import Document


def _told(text: str) -> str:
    (sentence,) = Parsed(Document("d", text)).sentences
    start, end = tell(sentence, load_telling())
    return text[start:end]


def test_what_only_leads_in_is_left_out_and_the_finding_stays() -> None:
    text = (
        "根据县局的统一安排和工作部署，结合我所辖区实际情况，所里请退休的司磅员老汪每逢集日到粮站门口复秤，"
        "十天里查出短秤的磅7台。"
    )
    told = _told(text)
    assert "老汪每逢集日到粮站门口复秤" in told
    assert "统一安排" not in told
    assert told in text


def test_a_short_sentence_is_quoted_whole() -> None:
    assert _told("三台磅，都短秤。") == "三台磅，都短秤。"


def test_what_somebody_says_is_not_cut_in_the_middle() -> None:
    clauses = split("老汪蹲在磅边说：“秤是公家的，良心是自己的，”旁边卖粮的人都笑，笑完排起了队。")
    assert any(
        "“秤是公家的，良心是自己的，”"
        in "老汪蹲在磅边说：“秤是公家的，良心是自己的，”旁边卖粮的人都笑，"[c.start : c.end]
        for c in clauses
    )


@given(st.text(alphabet="查出短秤的磅七台，；：“”（）、老汪说不123。", min_size=1, max_size=120))
def test_the_stretch_lies_in_its_sentence_and_the_clauses_make_up_the_whole(text: str) -> None:
    for sentence in Parsed(Document("d", text)).sentences:
        clauses = split(sentence.text)
        assert "".join(sentence.text[c.start : c.end] for c in clauses) == sentence.text
        start, end = tell(sentence, load_telling())
        assert sentence.start <= start < end <= sentence.end
        assert end - start >= min(17, (sentence.end - sentence.start) // 2)
