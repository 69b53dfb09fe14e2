"""The stored models are what training on the bundled corpora gives, and they know unseen documents."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from topicmine.analysis.learning import LinearModel, load_model
from topicmine.departments.profile import load_profile
from topicmine.language.parsed import Parsed
from topicmine.leads.labelled import Labelled, load_labelled
from topicmine.leads.recognition import recognise
from topicmine.leads.training import TRAINED
from topicmine.model import Document

_ROOT = Path(__file__).parents[2]
_HONEST = [json.loads(line) for line in (_ROOT / "tests/honest/documents.jsonl").read_text("utf-8").splitlines()]


@cache
def _labelled() -> list[Labelled]:
    return load_labelled(_ROOT / "corpora")


def _same(stored: LinearModel, trained: LinearModel) -> None:
    assert stored.classes == trained.classes
    assert set(stored.weights) == set(trained.weights)
    for name, weights in stored.weights.items():
        assert weights == pytest.approx(trained.weights[name], abs=0.02)


@pytest.mark.parametrize("name", sorted(TRAINED))
def test_each_stored_model_is_the_trained_one(name: str) -> None:
    folder, file = name.split("/")
    _same(load_model(f"topicmine.{folder}", file), TRAINED[name](_labelled()))


def test_every_label_has_its_document() -> None:
    assert len(_labelled()) >= 400
    assert sum(bool(example.leads) for example in _labelled()) >= 120
    for example in _labelled():
        for lead in example.leads:
            assert all(anchor in example.parsed.document.text for anchor in lead["anchors"])


def test_documents_of_an_unseen_county_are_recognised_and_noise_is_refused() -> None:
    profile = load_profile("market_regulation")
    seen = {row["id"]: recognise(Parsed(Document(row["id"], row["text"], row["title"])), profile) for row in _HONEST}
    right = [seen[row["id"]].source == row["source"] for row in _HONEST if not row["noise"]]
    refused = [seen[row["id"]].source is None for row in _HONEST if row["noise"]]
    assert sum(right) / len(right) >= 0.85
    assert sum(refused) / len(refused) >= 0.9


def test_recognition_gives_its_reasons_in_chinese() -> None:
    row = next(row for row in _HONEST if row["source"] == "enforcement")
    seen = recognise(Parsed(Document(row["id"], row["text"], row["title"])), load_profile("market_regulation"))
    assert seen.cues
    assert all("一" <= cue[0] <= "鿿" for cue in seen.cues)
