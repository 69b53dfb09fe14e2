"""The notebooks carry no outputs, no answers and stable cells, and call only what the course offers."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

import topicmine.course
from topicmine.course.loading import all_items

FOLDER = Path(__file__).parents[2] / "notebooks"
PATHS = sorted(FOLDER.glob("*.ipynb"))
UNITS = [path for path in PATHS if re.match(r"\d\d_", path.name)]
OFFERED = {*topicmine.course.__all__, "date"}


def read(path):
    return json.loads(path.read_text("utf-8"))


def source(cell):
    return "".join(cell["source"])


def code(path):
    return [source(cell) for cell in read(path)["cells"] if cell["cell_type"] == "code"]


def practised(path):
    return re.findall(r'^practice\("([a-z0-9-]+)"\)', "\n".join(code(path)), re.M)


def notebooks(paths=PATHS):
    return pytest.mark.parametrize("path", paths, ids=[path.stem for path in paths])


def test_all_notebooks_are_there():
    names = {path.stem for path in PATHS}
    assert [path.name[:2] for path in UNITS] == [f"0{unit}" for unit in range(10)]
    forms = ("集中培训", "讲评会", "调度会", "座谈会", "跟班学习", "以会代训")
    assert {"选题工作台", *(f"带训_{form}" for form in forms)} <= names


@notebooks()
def test_a_notebook_is_clean(path):
    book = read(path)
    assert (book["nbformat"], book["nbformat_minor"]) == (4, 5)
    assert book["metadata"]["kernelspec"]["name"] == "python3"
    assert not [cell for cell in book["cells"] if cell.get("outputs") or cell.get("execution_count")]
    ids = [cell["id"] for cell in book["cells"]]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*", name) for name in ids)


@notebooks()
def test_a_notebook_begins_with_its_import_and_then_holds_one_liners(path):
    first, *rest = code(path)
    imported = re.search(r"^from topicmine\.course import (.+)$", first, re.M).group(1).split(", ")
    assert set(imported) <= OFFERED
    for cell in rest:
        calls = {
            node.func.id
            for node in ast.walk(ast.parse(cell))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert calls & set(topicmine.course.__all__) <= set(imported)
        assert len(cell.splitlines()) == 1 or "import topicmine as tm" in cell


@notebooks()
def test_a_notebook_calls_only_exercises_that_exist_and_are_not_in_a_test(path):
    ids = practised(path)
    assert len(set(ids)) == len(ids)
    assert [name for name in ids if name not in all_items() or all_items()[name].test] == []
    mentioned = re.findall(r"(?<![\w-])([a-z]+(?:-[a-z]+)+-\d\d)(?![\w-])", path.read_text("utf-8"))
    assert [name for name in mentioned if name not in all_items() or all_items()[name].test] == []


@notebooks()
def test_no_answer_is_in_a_notebook(path):
    text = path.read_text("utf-8").replace("\\n", "")
    for item in all_items().values():
        told = [option.text for option in item.options if option.id in item.key]
        told += [passage.text for passage in (*item.spans, *item.must_remove)]
        told += [model.text for model in item.models if model.grade == "good"]
        assert [words for words in told if len(words) > 8 and words in text] == [], item.id


@notebooks(UNITS)
def test_a_lesson_has_a_reading_exercises_of_its_unit_a_product_and_a_look_at_oneself(path):
    book = "\n".join(code(path))
    unit = int(path.name[:2])
    units = {all_items()[name].unit for name in practised(path)}
    assert units == {unit}
    assert len(practised(path)) >= (4 if unit in {0, 9} else 9)
    assert "keep(" in book
    assert "my_page()" in book
    assert "青禾县" in path.read_text("utf-8")


@notebooks([path for path in PATHS if path.name.startswith("带训_")])
def test_a_facilitators_notebook_has_a_plan_by_minutes_things_to_show_and_to_collect(path):
    text = path.read_text("utf-8")
    assert re.search(r"\| (分钟|时间|周) \|", text)
    assert all(word in text for word in ("说什么", "收什么"))
    assert practised(path)
    assert "keep(" in text
