"""mine(): verbatim quotes, the same result in any order, and reasons that hang on their sentences."""

from __future__ import annotations

import json
import random
from datetime import date
from functools import cache
from pathlib import Path

import pytest

import topicmine.departments.profile as profiles
from topicmine.mining import mine
from topicmine.model import SOURCES, Corpus, Document, Mined
from topicmine.reading import read

_ROOT = Path(__file__).parents[2]
_TODAY = date(2026, 11, 22)


@cache
def _county() -> Corpus:
    return read([_ROOT / "corpora" / "青禾县"])


@cache
def _mined() -> Mined:
    return mine(_county(), today=_TODAY)


def test_all_ten_sources_have_documents_and_leads() -> None:
    assert {seen.source for seen in _mined().documents} >= set(SOURCES)
    assert {lead.source for lead in _mined().leads} == set(SOURCES)


def test_every_quote_is_verbatim_and_every_lead_rests_on_one() -> None:
    texts = {document.id: document.text for document in _county().documents}
    for lead in _mined().leads:
        assert lead.evidence
        for quote in lead.evidence:
            assert texts[quote.document][quote.start : quote.end] == quote.text


def test_the_order_of_documents_changes_nothing() -> None:
    some = list(_county().documents[::6])
    shuffled = random.Random(7).sample(some, len(some))
    assert mine(Corpus(tuple(some)), today=_TODAY).leads == mine(Corpus(tuple(shuffled)), today=_TODAY).leads


def test_leads_stand_by_value_and_the_gated_ones_last_without_one() -> None:
    values = [lead.value for lead in _mined().leads]
    valued = [value for value in values if value is not None]
    assert valued == sorted(valued, reverse=True)
    assert values[: len(valued)] == valued


def test_ids_are_unique_and_stay_while_the_matter_stays() -> None:
    ids = [lead.id for lead in _mined().leads]
    assert len(ids) == len(set(ids))
    alone = mine(Corpus(_county().documents[:40]), today=_TODAY)
    assert len({lead.id for lead in alone.leads} & set(ids)) > 0.6 * len(alone.leads)


def test_deleting_the_quoted_sentences_removes_the_lead() -> None:
    kept = [lead for lead in _mined().leads if len({q.document for q in lead.evidence}) == 1][::40]
    documents = {document.id: document for document in _county().documents}
    assert kept
    for lead in kept:
        old = documents[lead.evidence[0].document]
        text = old.text
        for quote in sorted(lead.evidence, key=lambda quote: -quote.start):
            text = text[: quote.start] + text[quote.end :]
        cut = Document(old.id, text, old.title, old.date, old.unit)
        assert lead.id not in {other.id for other in mine(Corpus((cut,)), today=_TODAY).leads}


def test_noise_yields_no_lead() -> None:
    rows = [json.loads(line) for line in (_ROOT / "corpora" / "sources.jsonl").read_text("utf-8").splitlines()]
    noise = {row["document"] for row in rows if row["noise"] and row["corpus"] == "青禾县"}
    touched = {quote.document for lead in _mined().leads for quote in lead.evidence}
    assert not noise & touched


def test_an_empty_corpus_gives_no_leads() -> None:
    assert mine(Corpus(()), today=_TODAY).leads == ()


@pytest.mark.parametrize("text", ["", "。", "，，，", "好", "1", "\n\n", "a" * 3000, "（" * 3000, "7" * 3000])
def test_odd_texts_do_no_harm(text: str) -> None:
    mine(Corpus((Document("d", text, ""), Document("e", text, text[:20]))), today=_TODAY)


def test_no_department_word_stands_in_the_code() -> None:
    words = ("工商", "市场监管", "市场监督", "12315", "红盾")
    for path in sorted((_ROOT / "src" / "topicmine").rglob("*.py")):
        text = path.read_text("utf-8")
        assert not [word for word in words if word in text], path


def test_a_township_is_mined_with_its_own_profile_and_no_change_of_code() -> None:
    mined = mine(read([_ROOT / "corpora" / "云溪镇"]), today=_TODAY, department="township")
    assert len({lead.source for lead in mined.leads}) >= 8


def test_old_names_read_as_new_ones() -> None:
    profile = profiles.load_profile("market_regulation")
    old, new = next(iter(profile.aliases.items()))
    assert profile.modern(f"某{old}") == f"某{new}"
    assert all(profile.modern(name) == name for name in profile.aliases.values())


def test_a_large_stream_of_foreign_news_yields_only_what_touches_the_office() -> None:
    foreign = [
        Document(
            f"n{number:03}", f"第{number}届帆船赛昨天开幕，选手由{number}人增到{number + 90}人，首次设夜航。", "帆船赛"
        )
        for number in range(220)
    ]
    own = Document(
        "own", "巡查发现电梯年检标志过期，改为逐台贴码后，困人由9次降到2次。", "电梯贴码", source="enforcement"
    )
    mined = mine(Corpus((*foreign, own)), today=_TODAY)
    assert {quote.document for lead in mined.leads for quote in lead.evidence} == {"own"}
    assert any("无关" in note for note in mined.notes)
