"""Leads as Markdown, for notes and wikis."""

from __future__ import annotations

import re

from topicmine.model import Mined
from topicmine.output.card import HEADINGS, Card, Words, joined, make_cards, summary
from topicmine.output.safety import one_line

SUFFIXES = (".md", ".markdown")
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&!])")


def render(mined: Mined) -> bytes:
    """One section per lead; characters that Markdown would take for markup are escaped."""
    cards = make_cards(mined)
    parts = ["# 选题线索", _plain(summary(mined, cards))]
    for section, heading in HEADINGS.items():
        chosen = [card for card in cards if card.section == section]
        parts += [f"## {heading}"] if chosen else []
        parts += [_card(card) for card in chosen]
    if mined.skipped:
        parts += ["## 没有读成的材料", "\n".join(f"- {_plain(s.path)}：{_plain(s.reason)}" for s in mined.skipped)]
    return ("\n\n".join(parts) + "\n").encode()


def _card(card: Card) -> str:
    value = f"（{card.value}分）" if card.value else ""
    parts = [f"### {_plain(card.title)}{value}", _plain(f"{card.type} · {card.source} · {card.gate} · {card.until}")]
    told = [f"- **{label}** {_plain(joined(texts))}" for label, texts in card.told]
    parts += ["\n".join(told)] if told else []
    parts += [
        _quotes(label, quotes) for label, quotes in (("外面的关注", card.focus), ("自己的事实", card.facts)) if quotes
    ]
    if card.bars:
        rows = [f"| {b.name} | {'—' if b.percent is None else b.percent} | {_plain(b.reason)} |" for b in card.bars]
        parts.append("\n".join(["| 标准 | 分 | 理由 |", "|---|---:|---|", *rows]))
    return "\n\n".join(parts)


def _quotes(label: str, quotes: tuple[Words, ...]) -> str:
    said = [f"> {_plain(quote.text)}\n> —— {_plain(quote.source_line)}" for quote in quotes]
    return f"**{label}**\n\n" + "\n>\n".join(said)


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", one_line(text))
