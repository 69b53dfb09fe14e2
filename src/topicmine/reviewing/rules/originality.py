"""Originality: drafts held against one another and against the archive."""

from __future__ import annotations

from collections.abc import Iterator

from topicmine.reviewing.copies import Shared, share_of
from topicmine.reviewing.rule import Hit, Shelf, show
from topicmine.reviewing.topics import topics_of
from topicmine.reviewing.view import View

COPIED = 0.3
NEAR = 0.5


def check_o01(shelf: Shelf) -> Iterator[tuple[int, Hit]]:
    """Half of the draft or more stands in one draft of the archive."""
    for number, shared in shelf.archived.items():
        if share_of(shelf.views[number], shared) >= NEAR:
            yield from _hits(shelf, number, shared)


def check_o02(shelf: Shelf) -> Iterator[tuple[int, Hit]]:
    """Thirty per cent and at least sixty characters in two sentences stand in a draft handed in with it."""
    for number, shared in shelf.shared.items():
        length = sum(s.end - s.start for s in shared)
        if share_of(shelf.views[number], shared) >= COPIED and length >= 60 and (len(shared) >= 2 or length >= 100):
            yield from _hits(shelf, number, shared)


def check_o03(shelf: Shelf) -> Iterator[tuple[int, Hit]]:
    """The same unit and topic in the archive within ninety days."""
    for number, view in enumerate(shelf.views):
        mine = {topic.code for topic, _ in topics_of(view.title)}
        for old in shelf.archive:
            if mine and view.draft.unit and _is_close(view, old) and mine & {t.code for t, _ in topics_of(old.title)}:
                yield number, Hit("title", 0, len(view.title), f"《{old.title}》在九十天内报过。")
                break


def check_o04(shelf: Shelf) -> Iterator[tuple[int, Hit]]:
    """Sixty per cent of the sentences are those of a peer, though too short for a copy."""
    for number, shared in shelf.shared.items():
        view = shelf.views[number]
        if share_of(view, shared) >= 0.6:
            yield number, show(shared[0])


def _hits(shelf: Shelf, number: int, shared: list[Shared]) -> Iterator[tuple[int, Hit]]:
    drafts = [*shelf.views, *shelf.archive]
    other = drafts[shared[0].other].draft
    share = share_of(shelf.views[number], shared)
    name = other.title or other.id
    owner = other.unit or ("同批稿件" if shared[0].other < len(shelf.views) else "旧稿")
    for piece in shared:
        message = f"与《{name}》（{owner}）雷同，全文{share:.0%}相同。"
        yield number, show(piece, message)


def _is_close(view: View, old: View) -> bool:
    a, b = view.draft.submitted, old.draft.submitted
    return bool(a and b and view.draft.unit == old.draft.unit and 0 <= (a - b).days <= 90)
