"""docs/course.md says where each row of the seed is taught, and is no older than the exercises."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from topicmine.course.loading import all_items
from topicmine.course.map import SEED_ITEMS, render_map, taught
from topicmine.reviewing.rules import all_rules

ROOT = Path(__file__).parents[2]


def test_the_page_is_the_one_that_the_exercises_give():
    assert (ROOT / "docs" / "course.md").read_text("utf-8") == render_map()


def test_every_exercise_stands_on_the_page_in_the_rows_it_teaches():
    rows = {line.split("|")[1].strip(): line for line in render_map().splitlines() if line.startswith("| ")}
    for item in all_items().values():
        slug, _, number = item.id.rpartition("-")
        for seed in item.seed:
            assert re.search(rf"`{slug}`[ \d]* {number}\b", rows[seed]), (item.id, seed)


@pytest.mark.parametrize("name", SEED_ITEMS)
def test_a_row_names_rules_and_finders_that_exist(name):
    row = SEED_ITEMS[name]
    assert row.what
    assert row.rules or row.finders or row.other
    assert set(row.rules) <= {rule.id for rule in all_rules()}
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "src/topicmine/sources").glob("*.py"))
    assert [finder for finder in row.finders if f'"{finder}"' not in sources] == []


def test_rows_are_those_of_the_seed_and_in_its_order():
    counts = {letter: sum(name.startswith(letter) for name in SEED_ITEMS) for letter in "ABN"}
    assert counts == {"A": 12, "B": 43, "N": 38}
    assert taught("B4a")
    assert not taught("B99")
