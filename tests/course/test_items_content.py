"""What the exercises that come with topicmine must hold, beyond the form that the loader checks."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from itertools import combinations

import pytest

from topicmine.course.grading import grade
from topicmine.course.items import TESTS
from topicmine.course.loading import all_items
from topicmine.course.map import SEED_ITEMS, taught

ITEMS = tuple(all_items().values())
KINDS = [f"E{number}" for number in range(1, 20)]
BASIC_KINDS = {"E1", "E3", "E4", "E5", "E7", "E8", "E10", "E11", "E12", "E13", "E14", "E15"}
CHOICES = [item for item in ITEMS if item.response in {"choose", "choose_many"}]
WRITTEN = [item for item in ITEMS if item.models]


def named(items):
    return pytest.mark.parametrize("item", items, ids=[item.id for item in items])


def secrets(item):
    """Everything that a hint must not say."""
    yield from (option.text for option in item.options if option.id in item.key)
    yield from (passage.text for passage in (*item.spans, *item.must_remove))
    yield from (model.text for model in item.models if model.grade == "good")
    yield from item.paragraphs


def test_there_are_enough_exercises_of_every_kind():
    count = Counter(item.kind for item in ITEMS)
    assert sum(count.values()) >= 228
    assert {kind: count[kind] for kind in KINDS if count[kind] < 12} == {}


def test_every_unit_has_exercises_to_practise():
    assert {item.unit for item in ITEMS if not item.test} == set(range(10))


def test_every_row_of_the_seed_is_taught_by_three_exercises():
    assert {seed for item in ITEMS for seed in item.seed} == set(SEED_ITEMS)
    assert {seed: len(taught(seed)) for seed in SEED_ITEMS if len(taught(seed)) < 3} == {}


def test_no_two_exercises_ask_about_the_same_material():
    shown = Counter((item.stem, item.stimulus, item.stimulus_title) for item in ITEMS if item.stimulus)
    assert max(shown.values()) == 1


def test_no_exercise_is_another_with_words_swapped():
    for one, other in combinations([item for item in ITEMS if len(item.stimulus) > 40], 2):
        if one.kind == other.kind:
            matcher = SequenceMatcher(None, one.stimulus, other.stimulus, autojunk=False)
            assert matcher.quick_ratio() < 0.7 or matcher.ratio() < 0.7, (one.id, other.id)


@pytest.mark.parametrize(("test", "size"), [("pre-A", 12), ("pre-B", 12), ("post-A", 20), ("post-B", 20)])
def test_a_form_of_a_test_is_complete(test, size):
    kinds = Counter(item.kind for item in ITEMS if item.test == test)
    assert sum(kinds.values()) == size
    assert set(kinds) == (BASIC_KINDS if test.startswith("pre") else set(KINDS))


def test_the_two_forms_of_a_test_are_parallel():
    other = dict(zip(TESTS, ("pre-B", "pre-A", "post-B", "post-A"), strict=True))
    for item in ITEMS:
        twin = all_items()[item.parallel]
        assert twin.parallel == item.id
        assert (twin.kind, twin.unit, twin.difficulty) == (item.kind, item.unit, item.difficulty)
        assert twin.test == (other[item.test] if item.test else "")
        assert not item.test or twin.response == item.response


@named(CHOICES)
def test_each_wrong_option_earns_its_own_sentence_and_not_the_score(item):
    assert grade(item, list(item.key)).score == 1
    said = set()
    for option in item.options:
        if option.id not in item.key:
            graded = grade(item, [option.id])
            assert graded.score < 1
            assert option.reason in graded.fault
            said.add(graded.fault)
    assert len(said) == len(item.options) - len(item.key)


@named(ITEMS)
def test_hints_do_not_tell_the_answer(item):
    assert not [secret for secret in secrets(item) for hint in item.hints if len(secret) > 1 and secret in hint]
    assert len(item.hints) >= 2


@named(ITEMS)
def test_an_empty_answer_earns_nothing_and_is_told_what_to_do(item):
    graded = grade(item, None)
    assert graded.score == 0
    assert graded.fault.endswith("。")


@named(WRITTEN)
def test_the_models_are_worth_what_they_claim(item):
    scores = {model.grade: grade(item, model.text).score for model in item.models}
    assert scores["good"] == 1
    assert scores["poor"] < 0.7
    assert scores["poor"] < scores["good"]
    assert scores["fair"] < 1


def test_the_key_is_not_given_away_by_its_length():
    single = [item for item in CHOICES if item.response == "choose" and item.kind != "E8"]
    longest = sum(max(item.options, key=lambda option: len(option.text)).id == item.key[0] for item in single)
    assert longest <= 0.3 * len(single)


def test_the_four_ways_through_the_gate_are_all_right_somewhere():
    keys = Counter(item.key[0] for item in ITEMS if item.kind == "E8")
    assert set(keys) == {"send", "redact", "ask", "hold"}
    assert max(keys.values()) <= len(keys) * 2
