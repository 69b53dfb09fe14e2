"""Changes that are certain, put into the draft; shown as a diff before anything is written."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import replace

from topicmine.model import Draft, Finding
from topicmine.reviewing.engine import review

_ROUNDS = 6  # a fix may uncover another; each round leaves fewer


def fix_draft(draft: Draft) -> Draft:
    """The draft with every certain change made, until no more can be: a review of it finds nothing to fix.

    >>> fix_draft(Draft("稿", "题", "截止3月底，建立台帐7本。")).body
    '截至3月底，建立台账7本。'
    """
    for _ in range(_ROUNDS):
        better = apply_fixes(draft, review([draft]).findings)
        if better == draft:
            break
        draft = better
    return draft


def apply_fixes(draft: Draft, findings: Sequence[Finding]) -> Draft:
    """One round: the changes of `findings`, of two that overlap the first."""
    texts = {"title": draft.title, "body": draft.body}
    for field, text in texts.items():
        fixes = sorted({(f.fix.start, f.fix.end, f.fix.replacement) for f in findings if f.fix and f.field == field})
        done, place = [], 0
        for start, end, replacement in fixes:
            if start >= place:
                done += [text[place:start], replacement]
                place = end
        texts[field] = "".join(done) + text[place:]
    return replace(draft, title=texts["title"], body=texts["body"])


def show_changes(before: Draft, after: Draft) -> str:
    """A unified diff of title and body, empty when nothing changed."""
    old, new = (f"{draft.title}\n{draft.body}".splitlines() for draft in (before, after))
    lines = difflib.unified_diff(old, new, f"{before.id}（原稿）", f"{before.id}（改后）", lineterm="", n=0)
    return "".join(f"{line}\n" for line in lines)
