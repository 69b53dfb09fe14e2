"""Leads as plain text for a terminal."""

from __future__ import annotations

from topicmine.model import Mined
from topicmine.output.card import make_cards
from topicmine.output.face import card_text

SUFFIXES = (".txt",)


def render(mined: Mined) -> bytes:
    """One block of lines per lead, control characters made visible; UTF-8."""
    blocks = [card_text(card) for card in make_cards(mined)]
    return ("\n\n".join(blocks or ["没有找到可写的线索。请多放些材料，或检查材料的日期。"]) + "\n").encode()
