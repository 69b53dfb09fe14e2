"""The review as one self-contained page: each draft with its passages marked, and beside it what to mend."""

from __future__ import annotations

import base64
import hashlib
import itertools
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from topicmine.model import Draft, Finding, Reviewed
from topicmine.output.review_words import SEVERITY, place_of, short
from topicmine.output.safety import clean, one_line
from topicmine.reviewing.verdict import judge_all

if TYPE_CHECKING:
    from jinja2 import Template

SUFFIXES = (".html", ".htm")
_RANK = {"error": 0, "warning": 1, "info": 2}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a draft with the findings that cover it: their numbers, and the gravest severity or nothing."""

    text: str
    numbers: tuple[int, ...]
    severity: str


def render(reviewed: Reviewed) -> bytes:
    """The page as UTF-8: style inside, everything from drafts escaped, no script, no request to anywhere."""
    style = _resource("review.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    sheets = []
    for draft, verdict in zip(reviewed.drafts, judge_all(reviewed), strict=True):
        findings = [finding for finding in reviewed.findings if finding.document == draft.id]
        sheets.append(
            {
                "title": one_line(draft.title) or "无标题",
                "unit": one_line(draft.unit),
                "verdict": verdict,
                "title_pieces": cut_pieces(draft.title, findings, "title"),
                "paragraphs": _paragraphs(draft, findings),
                "notes": [(n, f, place_of(draft, f)) for n, f in enumerate(findings, start=1)],
            }
        )
    page = _template().render(
        style=style,
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        sheets=sheets,
        severity=SEVERITY,
        waived=reviewed.waived,
        skipped=[(one_line(item.path), clean(item.reason)) for item in reviewed.skipped],
        clean=clean,
        short=short,
    )
    return page.encode("utf-8", "replace")


def cut_pieces(text: str, findings: list[Finding], field: str) -> list[Piece]:
    """`text` cut at every border of a finding; joined they give it again (unshowable characters replaced)."""
    numbered = [(n, f) for n, f in enumerate(findings, start=1) if f.field == field]
    borders = sorted({0, len(text), *(f.start for _, f in numbered), *(f.end for _, f in numbered)})
    opens: dict[int, list[tuple[int, Finding]]] = {}
    for number, finding in numbered:
        opens.setdefault(finding.start, []).append((number, finding))
    live: list[tuple[int, Finding]] = []
    pieces = []
    for start, end in itertools.pairwise(borders):
        live = [item for item in live if item[1].end > start] + opens.get(start, [])
        severity = min((f.severity for _, f in live), key=lambda s: _RANK[s], default="")
        pieces.append(Piece(clean(text[start:end]), tuple(sorted(number for number, _ in live)), severity))
    return pieces


def _paragraphs(draft: Draft, findings: list[Finding]) -> list[list[Piece]]:
    """The pieces of the body, line by line, blank lines left out."""
    lines: list[list[Piece]] = [[]]
    for piece in cut_pieces(draft.body, findings, "body"):
        first, *rest = piece.text.split("\n")
        lines[-1].append(Piece(first, piece.numbers, piece.severity))
        lines += [[Piece(part, piece.numbers, piece.severity)] for part in rest]
    return [line for line in lines if any(piece.text.strip() for piece in line)]


def _resource(name: str) -> str:
    return resources.files("topicmine.output").joinpath("templates", name).read_text("utf-8")


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    return Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True).from_string(
        _resource("review.html.j2")
    )
