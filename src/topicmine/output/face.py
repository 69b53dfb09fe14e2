"""A result on its own: plain text for a terminal, a card or a page for a notebook."""

from __future__ import annotations

from html import escape

from topicmine.model import Corpus, Lead, Mined, Reviewed
from topicmine.output.card import Card, Words, joined, make_card, make_cards
from topicmine.output.review_shelf import review_format_named

_SHOWN = 10
_STYLE = (
    "border:1px solid #d5dbe1;border-left:4px solid #1f5f8b;border-radius:6px;padding:12px 16px;margin:8px 0;"
    "max-width:52em;line-height:1.65;color:#1c2733;background:#fff"
)


def show(form: str, value: object) -> str:
    """A lead, a mining result, a review or a corpus as `form` (text, html)."""
    if isinstance(value, Lead):
        return lead_html(value) if form == "html" else lead_text(value)
    if isinstance(value, Mined):
        return mined_html(value) if form == "html" else mined_text(value)
    if isinstance(value, Reviewed):
        return reviewed_html(value) if form == "html" else reviewed_text(value)
    assert isinstance(value, Corpus)
    return corpus_text(value)


def card_text(card: Card) -> str:
    """The card as indented lines, each no longer than what it says."""
    head = f"{card.number}. " if card.number else ""
    value = f"[{card.value}分] " if card.value else ""
    lines = [f"{head}{value}{card.title}", f"   {card.source} · {card.type} · {card.gate} · {card.until}"]
    lines += [f"   {label}：{joined(texts)}" for label, texts in card.told]
    lines += [f"   外面关注：{_said(quote)}" for quote in card.focus]
    lines += [f"   自己的事：{_said(quote)}" for quote in card.facts]
    return "\n".join(lines)


def lead_text(lead: Lead) -> str:
    """A lead in a Python terminal."""
    return card_text(make_card(lead, 0, {}, "market_regulation"))


def lead_html(lead: Lead) -> str:
    """A lead in a notebook: a card with everything escaped and no script."""
    return _card_html(make_card(lead, 0, {}, "market_regulation"))


def mined_text(mined: Mined) -> str:
    """A mining result in a Python terminal: how much was found, and the titles of the best ten."""
    lines = [_summary(mined)]
    lines += [f"{c.number}. {f'[{c.value}分] ' if c.value else ''}{c.title}" for c in make_cards(mined)[:_SHOWN]]
    return "\n".join(lines)


def mined_html(mined: Mined) -> str:
    """A mining result in a notebook: the cards of the best ten."""
    cards = "".join(_card_html(card) for card in make_cards(mined)[:_SHOWN])
    return f"<p><strong>{escape(_summary(mined))}</strong></p>{cards}"


def reviewed_text(reviewed: Reviewed) -> str:
    """A review in a Python terminal: the verdict on each draft and what was found."""
    return review_format_named("text").render(reviewed).decode().rstrip("\n")


def reviewed_html(reviewed: Reviewed) -> str:
    """A review in a notebook: the page of the review in a frame of its own, which may run nothing."""
    page = escape(review_format_named("html").render(reviewed).decode())
    return f'<iframe title="审稿意见" sandbox srcdoc="{page}" style="width:100%;height:36em;border:0"></iframe>'


def corpus_text(corpus: Corpus) -> str:
    """A corpus in a Python terminal: its size, not its text."""
    return f"材料{len(corpus.documents)}份，跳过{len(corpus.skipped)}份"


def _summary(mined: Mined) -> str:
    return f"材料{len(mined.documents)}份，线索{len(mined.leads)}条，跳过{len(mined.skipped)}份"


def _said(quote: Words) -> str:
    return f"“{' '.join(quote.text.split())}” —— {quote.source_line}"


def _card_html(card: Card) -> str:
    value = f'<span style="float:right;font-size:1.5em;color:#1f5f8b">{escape(card.value)}</span>' if card.value else ""
    told = "".join(f"<div><b>{label}</b>　{escape(joined(texts))}</div>" for label, texts in card.told)
    quotes = "".join(_quote_html("外面关注", quote) for quote in card.focus)
    quotes += "".join(_quote_html("自己的事", quote) for quote in card.facts)
    return (
        f'<div lang="zh-CN" style="{_STYLE}">{value}<div style="font-size:1.15em;font-weight:600">{escape(card.title)}'
        f'</div><div style="color:#52606d">{escape(" · ".join((card.source, card.type, card.gate, card.until)))}</div>'
        f"{told}{quotes}</div>"
    )


def _quote_html(label: str, quote: Words) -> str:
    return (
        f'<blockquote style="margin:6px 0;padding:2px 10px;border-left:3px solid #d5dbe1">'
        f'<b>{label}</b>　{escape(quote.text)}<br><small style="color:#52606d">{escape(quote.source_line)}</small>'
        "</blockquote>"
    )
