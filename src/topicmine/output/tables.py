"""The result as tables for spreadsheets: leads, documents, skipped inputs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from topicmine.departments.profile import load_profile
from topicmine.model import CRITERIA, Mined
from topicmine.output.card import Card, Words, make_cards
from topicmine.output.glossary import name_of
from topicmine.output.safety import clean, one_line

_LEAD_COLUMNS = (
    ("序号", 6),
    ("分数", 7),
    ("题目", 44),
    ("类型", 10),
    ("来源", 12),
    ("能不能写", 12),
    ("先要", 24),
    ("为什么现在写", 40),
    ("外面的关注", 50),
    ("自己的事实", 50),
    ("怎么写", 36),
    ("还缺什么", 36),
    ("注意", 24),
    ("补什么最值", 36),
    ("起报", 12),
    ("报最好", 12),
    ("作废", 12),
    *((name_of(code), 9) for code in CRITERIA),
    ("编号", 16),
)
_DOCUMENT_COLUMNS = (
    ("编号", 30),
    ("标题", 44),
    ("来源", 14),
    ("把握", 8),
    ("依据", 40),
    ("日期", 12),
    ("单位", 24),
    ("文件", 44),
    ("读取说明", 40),
)

Cell = str | float | int | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A named table: columns with their widths in characters, rows of text, numbers or None."""

    name: str
    columns: tuple[tuple[str, int], ...]
    rows: tuple[tuple[Cell, ...], ...]


def make_sheets(mined: Mined) -> tuple[Sheet, Sheet, Sheet]:
    """Leads, documents and skipped inputs, in the order of the result."""
    skipped = tuple((clean(item.path), clean(item.reason)) for item in mined.skipped)
    return (
        leads_sheet(mined),
        _documents_sheet(mined),
        Sheet("跳过的材料", (("文件", 60), ("原因和办法", 80)), skipped),
    )


def leads_sheet(mined: Mined) -> Sheet:
    """One row per lead; quotes with file and place in one cell, one a line."""
    return Sheet("选题线索", _LEAD_COLUMNS, tuple(_lead_row(card) for card in make_cards(mined)))


def _lead_row(card: Card) -> tuple[Cell, ...]:
    lead, percents = card.lead, {bar.code: bar.percent for bar in card.bars}
    days = (lead.window.opens, lead.window.full_until, lead.window.closes)
    return (
        card.number,
        lead.value,
        card.title,
        card.type,
        card.source,
        card.gate,
        "\n".join(card.gate_reasons),
        card.reason,
        _said(card.focus),
        _said(card.facts),
        card.angle,
        "\n".join(card.missing),
        "\n".join(card.cautions),
        card.advice,
        *(day.isoformat() if day else None for day in days),
        *(percents.get(code) for code in CRITERIA),
        lead.id,
    )


def _documents_sheet(mined: Mined) -> Sheet:
    profile = load_profile(mined.department)
    rows = []
    for item in mined.documents:
        document = item.document
        rows.append(
            (
                clean(document.id),
                one_line(document.title),
                profile.display_source(item.source) if item.source else "不属于十类",
                round(item.scores.get(item.source, 0.0), 2) if item.source else None,
                "；".join(one_line(cue) for cue in item.cues),
                document.date.isoformat() if document.date else None,
                one_line(document.unit),
                clean(document.path),
                "；".join(one_line(note) for note in document.notes),
            )
        )
    return Sheet("材料", _DOCUMENT_COLUMNS, tuple(rows))


def _said(quotes: Iterable[Words]) -> str:
    return "\n".join(f"“{quote.text}” {quote.source_line}" for quote in quotes)
