"""A lead as a person reads it: codes in Chinese, quotes with file and place, criteria as bars. No markup here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from topicmine.departments.profile import load_profile
from topicmine.model import CRITERIA, Document, Lead, Mined, Quote, Window
from topicmine.output.glossary import name_of
from topicmine.output.safety import clean, one_line

WRITABLE, HELD, PAST = "writable", "held", "past"
HEADINGS = {WRITABLE: "可以写的", HELD: "暂不能写", PAST: "已过时"}
_SECTION = {"needs_consent": HELD, "blocked": HELD, "expired": PAST}


@dataclass(frozen=True, slots=True)
class Words:
    """A quote with where it stands: title, file and place of its document."""

    text: str
    title: str
    path: str
    place: str
    day: date | None

    @property
    def source_line(self) -> str:
        """Where the words stand, in one line."""
        where = " ".join(part for part in (self.path, self.place) if part)
        return f"《{self.title}》 {where}".strip() if self.title else where


@dataclass(frozen=True, slots=True)
class Bar:
    """One criterion: its Chinese name, 0-100 or None when it could not be judged, the reason, its weight in percent."""

    code: str
    name: str
    percent: int | None
    reason: str
    weight: int


@dataclass(frozen=True, slots=True)
class Card:
    """Everything a report shows of one lead. `section` is writable, held or past; `number` counts from 1."""

    number: int
    section: str
    lead: Lead
    title: str
    source: str
    type: str
    gate: str
    gate_reasons: tuple[str, ...]
    value: str
    reason: str
    angle: str
    advice: str
    until: str
    focus: tuple[Words, ...]
    facts: tuple[Words, ...]
    bars: tuple[Bar, ...]
    missing: tuple[str, ...]
    cautions: tuple[str, ...]
    duplicates: tuple[str, ...]

    @property
    def told(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What is said about the lead beside its quotes: label and sentences, empty ones left out."""
        told = (
            ("先要", self.gate_reasons),
            ("为什么现在写", (self.reason,) if self.reason else ()),
            ("怎么写", (self.angle,) if self.angle else ()),
            ("还缺什么", self.missing),
            ("注意", self.cautions),
            ("补什么最值", (self.advice,) if self.advice else ()),
            ("已并入", self.duplicates),
        )
        return tuple((label, texts) for label, texts in told if texts)


def summary(mined: Mined, cards: Sequence[Card]) -> str:
    """The result in one sentence: the day, how much was read, how many leads of which kind."""
    counts = Counter(card.section for card in cards)
    parts = [f"从{len(mined.documents)}份材料里找到可写的选题{counts[WRITABLE]}条"]
    parts += [f"暂不能写{counts[HELD]}条"] if counts[HELD] else []
    parts += [f"已过时{counts[PAST]}条"] if counts[PAST] else []
    parts += [f"{len(mined.skipped)}份没有读成"] if mined.skipped else []
    day = f"截至{chinese_day(mined.today)}，" if mined.today else ""
    return f"{day}{'，'.join(parts)}。"


def make_cards(mined: Mined) -> tuple[Card, ...]:
    """One card per lead, in the order of the leads."""
    documents = {item.document.id: item.document for item in mined.documents}
    return tuple(make_card(lead, number, documents, mined.department) for number, lead in enumerate(mined.leads, 1))


def make_card(lead: Lead, number: int, documents: Mapping[str, Document], department: str) -> Card:
    """The card of one lead. A quote of a document that is not in `documents` shows the document's id as its path."""
    return Card(
        number=number,
        section=_SECTION.get(lead.gate, WRITABLE),
        lead=lead,
        title=one_line(lead.title) or one_line(lead.evidence[0].text),
        source=load_profile(department).display_source(lead.source),
        type=name_of(lead.type),
        gate=name_of(lead.gate),
        gate_reasons=_lines(lead.gate_reasons),
        value="" if lead.value is None else f"{lead.value:.0f}",
        reason=one_line(lead.reason),
        angle=one_line(lead.angle),
        advice=one_line(lead.advice),
        until=until(lead.window),
        focus=tuple(words(quote, documents) for quote in lead.focus),
        facts=tuple(words(quote, documents) for quote in lead.facts),
        bars=_bars(lead),
        missing=_lines(lead.missing),
        cautions=_lines(lead.cautions),
        duplicates=tuple(_called(identity, documents) for identity in lead.duplicates),
    )


def words(quote: Quote, documents: Mapping[str, Document]) -> Words:
    """A quote with the title, file and place of its document."""
    document = documents.get(quote.document)
    if document is None:
        return Words(clean(quote.text), "", one_line(quote.document), "", None)
    place = one_line(document.place(quote.start))
    return Words(clean(quote.text), one_line(document.title), one_line(document.path), place, document.date)


def until(window: Window) -> str:
    """When a lead is worth sending, in words.

    >>> until(Window(full_until=date(2026, 12, 1), closes=date(2027, 1, 30)))
    '2026年12月1日前报最好，2027年1月30日后作废'
    """
    parts = [f"{chinese_day(window.opens)}起可报"] if window.opens else []
    parts += [f"{chinese_day(window.full_until)}前报最好"] if window.full_until else []
    parts += [f"{chinese_day(window.closes)}后作废"] if window.closes else []
    return "，".join(parts) or "没有时限"


def joined(texts: Sequence[str]) -> str:
    """Sentences as one line, without a full stop in the middle of it.

    >>> joined(("先脱敏。", "再核实。"))
    '先脱敏；再核实。'
    """
    return "；".join([*(text.rstrip("。；") for text in texts[:-1]), *texts[-1:]])


def chinese_day(day: date | None) -> str:
    """A day in Chinese, or an empty string.

    >>> chinese_day(date(2026, 3, 9))
    '2026年3月9日'
    """
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def _bars(lead: Lead) -> tuple[Bar, ...]:
    order = [code for code in CRITERIA if code in lead.criteria]
    order += sorted(set(lead.criteria) - set(order))
    bars = []
    for code in order:
        criterion = lead.criteria[code]
        percent = None if criterion.value is None else round(100 * criterion.value)
        bars.append(Bar(code, name_of(code), percent, one_line(criterion.reason), round(100 * criterion.weight)))
    return tuple(bars)


def _lines(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(one_line(text) for text in texts)


def _called(identity: str, documents: Mapping[str, Document]) -> str:
    document = documents.get(identity)
    return one_line(document.title or document.path or identity) if document else one_line(identity)
