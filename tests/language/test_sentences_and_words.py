"""Sentences keep their offsets; words can be put together again; headings and names are found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from topicmine.language.headings import find_headings
from topicmine.language.names import find_units
from topicmine.language.sentences import split_clauses, split_sentences
from topicmine.language.words import content_words, cut, is_chinese

_TEXT = st.text(alphabet="查处了7件，退款。！？；\n“”《》…（）a 　一二、：", max_size=200)


@given(_TEXT)
def test_sentences_are_verbatim_in_order_and_lose_no_visible_character(text: str) -> None:
    for split in (split_sentences, split_clauses):
        sentences = split(text)
        assert all(text[s.start : s.end] == s.text and s.text.strip() == s.text for s in sentences)
        covered = "".join(s.text for s in sentences)
        assert "".join(covered.split()) == "".join(text.split())


def test_a_long_sentence_is_cut_at_a_comma_into_quotable_pieces() -> None:
    text = "。".join(["一二三四五六七八九十，" * 20])
    assert max(len(piece.text) for piece in split_clauses(text)) < 130


def test_paragraphs_are_counted_by_lines_with_text() -> None:
    assert [s.paragraph for s in split_sentences("甲。乙。\n\n丙。")] == [0, 0, 1]


@given(_TEXT)
def test_words_joined_give_the_text_again(text: str) -> None:
    assert "".join(cut(text)) == text


def test_content_words_leave_out_office_filler() -> None:
    assert "工作" not in content_words("推进工作，查获假酒")


def test_headings_of_all_levels() -> None:
    text = "一、主要做法\n（一）建账。逐户登记。\n1.上门\n（1）讲解\n一是快；二是准。"
    assert [h.level for h in find_headings(text)] == [1, 2, 3, 4, 5, 5]


def test_units_end_where_their_name_ends() -> None:
    assert [n.text for n in find_units("青禾县市场监管局和白石镇查了3家")] == ["青禾县市场监管局", "白石镇"]


def test_english_is_not_chinese() -> None:
    assert is_chinese("检查了7家店")
    assert not is_chinese("Please sign the access register.")
