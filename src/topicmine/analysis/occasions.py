"""Festivals and fixed days near today, and which papers speak of one: orders, this year's papers, last year's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from topicmine.analysis.coverage import find_tasks
from topicmine.analysis.gist import Gist, cover, gist
from topicmine.analysis.material import Material, Setting
from topicmine.analysis.passages import Passages
from topicmine.analysis.records import OWN
from topicmine.departments.calendar import Occurrence, occurrences
from topicmine.departments.events import events_of
from topicmine.departments.profile import Profile
from topicmine.language.parsed import Parsed

_EARLY, _LATE = timedelta(days=7), timedelta(days=45)
_AROUND = timedelta(days=75)
_ANSWERED = 0.2
_AS_LAST_YEAR, _MOST_ALIKE = 0.06, 2
_SHORT = 500


@dataclass(frozen=True)
class Papers:
    """What speaks of one occasion: orders from above, own papers of this year and of the year before."""

    orders: tuple[Parsed, ...]
    now: tuple[Parsed, ...]
    before: tuple[Parsed, ...]


@dataclass(frozen=True)
class Occasion:
    """An occurrence with known days and window, and the words by which a text shows that it speaks of it."""

    name: str
    first: date
    last: date
    opens: date
    core_from: date
    full_until: date
    closes: date
    words: tuple[str, ...]

    def state(self, today: date) -> str:
        """Where a day stands in the window."""
        if today < self.core_from:
            return "还在预热"
        return "正当时" if today <= self.full_until else "接近收尾"


def near_occasions(setting: Setting) -> list[Occasion]:
    """Occasions that are open, open within a week or closed less than 45 days ago; short and close ones first."""
    years = (setting.today.year - 1, setting.today.year, setting.today.year + 1)
    found = [_known(o, setting.profile) for year in years for o in occurrences(year, setting.profile)]
    near = [o for o in found if o and o.opens - _EARLY <= setting.today <= o.closes + _LATE]
    return sorted(near, key=lambda o: (o.last - o.first, abs((o.first - setting.today).days), o.name))


def _known(occurrence: Occurrence, profile: Profile) -> Occasion | None:
    first, last, core = occurrence.first, occurrence.last, occurrence.core_from
    opens, full, closes = occurrence.window.opens, occurrence.window.full_until, occurrence.window.closes
    if not (first and last and core and opens and full and closes):
        return None
    parts = [e for e in events_of(profile) if e.id in occurrence.event.parts]
    words = [*occurrence.event.names, *(word for part in parts for word in part.names)]
    if first == last:
        words.append(f"{first.month}月{first.day}日")
    return Occasion(occurrence.event.name, first, last, opens, core, full, closes, tuple(words))


def papers_of(occasion: Occasion, materials: Sequence[Material], setting: Setting) -> Papers:
    """Dated papers that speak of the occasion, and this year's own papers that answer what was ordered for it."""
    year = timedelta(days=365)
    recent, orders, now, before = [], [], [], []
    for material in materials:
        document = material.parsed.document
        if not material.source or document.table or document.date is None or document.date > setting.today:
            continue
        near = occasion.opens - _EARLY - timedelta(days=30) <= document.date
        if not _speaks(material, occasion):
            recent += [material] if near and material.source in OWN else []
        elif material.source == "superior_document" and near and document.date <= occasion.last:
            orders.append(material.parsed)
        elif material.source in OWN and near:
            now.append(material.parsed)
        elif material.source in OWN and abs(document.date - occasion.first + year) <= _AROUND:
            before.append(material.parsed)
    asked = [gist(task.words) for order in orders for task in find_tasks(order)]
    asked += [gist(line.text) for own in now for line in own.sentences if any(w in line.text for w in occasion.words)]
    now += [material.parsed for material in recent if _answers(material.parsed, asked)]
    now += [parsed for parsed in _alike(before, recent, setting.profile) if parsed not in now]
    return Papers(tuple(orders), tuple(now), tuple(before))


def _alike(before: Sequence[Parsed], recent: Sequence[Material], profile: Profile) -> list[Parsed]:
    """This year's papers on what last year's told of, though they do not name the occasion."""
    if not before:
        return []
    known = Passages(recent, profile)
    near = [pair for old in before for pair in known.near(gist(old.document.text, profile), _AS_LAST_YEAR)]
    near.sort(key=lambda pair: (-pair[0], pair[1].document))
    return list(dict.fromkeys(passage.material.parsed for _, passage in near[:_MOST_ALIKE]))


def _answers(parsed: Parsed, asked: Sequence[Gist]) -> bool:
    if not asked:
        return False
    whole = gist(f"{parsed.document.title}\n{parsed.document.text}")
    return any(cover(task, whole) >= _ANSWERED for task in asked)


def _speaks(material: Material, occasion: Occasion) -> bool:
    document = material.parsed.document
    hits = sum(document.text.count(word) for word in occasion.words)
    enough = 1 if len(document.text) < _SHORT else 3
    return any(word in document.title for word in occasion.words) or hits >= enough
