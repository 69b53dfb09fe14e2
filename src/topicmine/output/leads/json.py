"""Leads as JSON: the machine-readable form that checks, ledgers and other programs read."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from topicmine.model import Lead, Mined, Quote, Recognised

SUFFIXES = (".json",)


def render(mined: Mined) -> bytes:
    """The result as UTF-8 JSON with today, documents, leads and skipped; offsets are code points into the text."""
    table = {
        "today": _day(mined.today),
        "documents": [_document(item) for item in mined.documents],
        "leads": [_lead(lead) for lead in mined.leads],
        "skipped": [{"path": item.path, "reason": item.reason} for item in mined.skipped],
    }
    text = json.dumps(table, ensure_ascii=False, indent=1, allow_nan=False)
    # a lone surrogate cannot be UTF-8; as \udXXX it stays valid JSON and comes back unchanged
    return f"{text}\n".encode("utf-8", "backslashreplace")


def _document(item: Recognised) -> dict[str, Any]:
    document = item.document
    scores = {code: round(item.scores[code], 4) for code in sorted(item.scores)}
    return {
        "id": document.id,
        "title": document.title,
        "source": item.source,
        "scores": scores,
        "date": _day(document.date),
        "path": document.path,
    }


def _lead(lead: Lead) -> dict[str, Any]:
    window = lead.window
    evidence = [_quote(quote, "focus") for quote in lead.focus] + [_quote(quote, "fact") for quote in lead.facts]
    return {
        "id": lead.id,
        "source": lead.source,
        "pattern": lead.pattern,
        "type": lead.type,
        "title": lead.title,
        "evidence": evidence,
        "gate": lead.gate,
        "gate_reasons": list(lead.gate_reasons),
        "value": lead.value if lead.value is None else round(lead.value, 1),
        "criteria": {
            code: {"value": c.value if c.value is None else round(c.value, 4), "reason": c.reason}
            for code, c in lead.criteria.items()
        },
        "window": {"opens": _day(window.opens), "full_until": _day(window.full_until), "closes": _day(window.closes)},
        "missing": list(lead.missing),
        "cautions": list(lead.cautions),
    }


def _quote(quote: Quote, role: str) -> dict[str, Any]:
    return {"document": quote.document, "start": quote.start, "end": quote.end, "text": quote.text, "role": role}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
