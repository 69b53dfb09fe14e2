# The five things a person does with this repository. Each target installs what it needs.
PYTHON ?= python3
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: mine test lab bench clean

mine: .venv/mine.stamp
	$(BIN)/topicmine mine -o leads.html

test: .venv/test.stamp
	PATH="$(CURDIR)/$(BIN):$$PATH" tests/run_all.sh

lab: .venv/course.stamp
	$(BIN)/topicmine lab

bench: .venv/test.stamp
	$(BIN)/python benchmarks/run_all.py

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "需要 Python 3.11 或更新版本 (Python 3.11+ is needed)")'
	$(PYTHON) -m venv .venv

.venv/mine.stamp: pyproject.toml constraints.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	touch $@

.venv/course.stamp: .venv/mine.stamp
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[course]'
	touch $@

.venv/test.stamp: .venv/course.stamp
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[course,test]'
	touch $@

clean:
	rm -rf .venv leads.html build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
