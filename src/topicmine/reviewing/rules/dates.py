"""Timeliness: the lag from the event to sending, festivals gone by, dates that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from topicmine.reviewing.festivals import festival_of
from topicmine.reviewing.rule import Hit
from topicmine.reviewing.view import View

_LIMIT_DAYS = 15
_FESTIVAL_DAYS = 7  # so long what happened on the festival itself can still be told
_PLANNED = re.compile("将(?!近|至|要求)|计划|拟|打算|准备|预计|安排在")
_OLD_PLAN = re.compile(r"(?:按照|根据|依据|贯彻|落实)《?(?P<year>20[0-9]{2})年[^。，；\n]{0,20}(?:计划|方案|要点|通知)")


def check_d01(view: View) -> Iterator[Hit]:
    """More than fifteen days; closed typical cases keep their worth."""
    event, sent = view.draft.event_date, view.draft.submitted
    if event is None or sent is None or view.is_closed_case:
        return
    days = (sent - event).days
    if days > view.limit("stale_days", _LIMIT_DAYS):
        message = f"事情发生在{event.month}月{event.day}日，{days}天后才报送。"
        yield from _places(view, event, message)


def check_d02(view: View) -> Iterator[Hit]:
    """What was done before a festival, sent when it is over; what happened on it, sent more than a week after."""
    event, sent = view.draft.event_date, view.draft.submitted
    if event is None or sent is None or view.is_closed_case:
        return
    found = festival_of(view.title, view.body, event)
    grace = timedelta(days=0 if found and event < found.day else _FESTIVAL_DAYS)
    if found and event <= found.ends and sent > found.ends + grace:
        message = f"{found.name}已在{found.ends.month}月{found.ends.day}日过去，{sent.month}月{sent.day}日才报送。"
        yield from _places(view, event, message, found.name)


def check_d03(view: View) -> Iterator[Hit]:
    """Sent before the event and told as done."""
    event, sent = view.draft.event_date, view.draft.submitted
    if event and sent and sent < event and not _PLANNED.search(view.body):
        yield Hit("body", *_event_place(view, event))


def check_d04(view: View) -> Iterator[Hit]:
    """A plan of two years ago or more."""
    sent = view.draft.submitted
    for match in _OLD_PLAN.finditer(view.body):
        if sent and int(match["year"]) <= sent.year - 2:
            yield Hit("body", match.start(), match.end())


def _places(view: View, event: date, message: str, word: str = "") -> Iterator[Hit]:
    """Where the day of the event is named, and the first date or the festival when it stands elsewhere."""
    spans = [_event_place(view, event, word)]
    at = view.body.find(word) if word else -1
    if at >= 0:
        spans.append(_clause(view.body, at, at + len(word)))
    if view.dates:
        spans.append(_clause(view.body, view.dates[0].start, view.dates[0].end))
    for span in sorted(set(spans)):
        yield Hit("body", *span, message)


def _event_place(view: View, event: date, word: str = "") -> tuple[int, int]:
    """Where the body names the day of the event, else the festival, else any date, else its beginning."""
    for dated in view.dates:
        if dated.precision == "day" and abs(dated.day - event) <= timedelta(days=1):
            return _clause(view.body, dated.start, dated.end)
    at = view.body.find(word) if word else -1
    if at >= 0:
        return _clause(view.body, at, at + len(word))
    if view.dates:
        return _clause(view.body, view.dates[0].start, view.dates[0].end)
    return 0, min(len(view.body), 40)


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence of a date, as far as it fits on a line and a half: a bare date shows a reader nothing."""
    while start and text[start - 1] not in "。；！？\n" and end - start < 40:
        start -= 1
    while end < len(text) and text[end] not in "。；！？\n" and end - start < 80:
        end += 1
    return start, end
