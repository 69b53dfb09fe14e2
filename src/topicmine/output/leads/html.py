"""Leads as one self-contained page that opens in any browser without a network."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from topicmine.departments.profile import Profile, load_profile
from topicmine.model import GATES, LEAD_TYPES, SOURCES, Mined
from topicmine.output.card import HELD, PAST, WRITABLE, Card, chinese_day, joined, make_cards
from topicmine.output.chart import draw_timeline
from topicmine.output.glossary import load_glossary
from topicmine.output.safety import clean, one_line

if TYPE_CHECKING:
    from jinja2 import Template

SUFFIXES = (".html", ".htm")
_OPEN_AT_FIRST = 10
_CUES = 4
_IN_FULL = 1000  # of each section; what comes after is one line and its first quote, or no browser would open it


def render(mined: Mined) -> bytes:
    """The report as UTF-8: style and script inside, everything from documents escaped, no request to anywhere."""
    profile = load_profile(mined.department)
    cards = make_cards(mined)
    style, script = _resource("report.css"), _resource("report.js")
    page = _template().render(
        style=style,
        script=script,
        policy=f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'",
        today=chinese_day(mined.today),
        department=profile.display,
        sections={name: [card for card in cards if card.section == name] for name in (WRITABLE, HELD, PAST)},
        redact=sum(card.lead.gate == "redact" for card in cards),
        documents=len(mined.documents),
        papers=_papers(mined, profile),
        opened=_OPEN_AT_FIRST,
        most=_IN_FULL,
        chart=draw_timeline(mined, {code: profile.display_source(code) for code in SOURCES}),
        choices=_choices(cards),
        criteria=[term for term in load_glossary().values() if term.kind == "criterion"],
        skipped=[(one_line(item.path), clean(item.reason)) for item in mined.skipped],
        notes=[clean(note) for note in mined.notes],
    )
    return page.encode("utf-8", "replace")


def _papers(mined: Mined, profile: Profile) -> list[tuple[str, str, str, str, str]]:
    """Title, path, day, source and the cues that decided, of the first documents: what they were taken for, and why."""
    return [
        (
            one_line(item.document.title),
            one_line(item.document.path),
            chinese_day(item.document.date),
            profile.display_source(item.source) if item.source else "不属于十类",
            "；".join(one_line(cue) for cue in item.cues[:_CUES]),
        )
        for item in mined.documents[:_IN_FULL]
    ]


def _choices(cards: tuple[Card, ...]) -> list[tuple[str, str, list[tuple[str, str, int]]]]:
    """The three choice lists: name of the attribute, label, and (code, Chinese name, number of leads)."""
    lists = (("source", "来源", SOURCES), ("type", "类型", LEAD_TYPES), ("gate", "能不能写", GATES))
    return [(name, label, _options(cards, name, order)) for name, label, order in lists]


def _options(cards: tuple[Card, ...], name: str, order: tuple[str, ...]) -> list[tuple[str, str, int]]:
    found: dict[str, list[str]] = {}
    for card in cards:
        found.setdefault(getattr(card.lead, name), []).append(getattr(card, name))
    codes = [*(code for code in order if code in found), *sorted(set(found) - set(order))]
    return [(code, found[code][0], len(found[code])) for code in codes]


@cache
def _template() -> Template:
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(_resource),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.globals.update(day_of=_day_of, joined=joined)
    return environment.get_template("report.html.j2")


def _day_of(card: Card) -> str:
    """The newest day of a card's material, for the filter by date; empty when no document has a date."""
    days = [quote.day for quote in (*card.focus, *card.facts) if quote.day]
    return max(days).isoformat() if days else ""


def _resource(name: str) -> str:
    return resources.files("topicmine.output").joinpath("templates", name).read_text("utf-8")


def _digest(text: str) -> str:
    """The hash by which the page's own policy allows exactly this inline style or script."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
