"""Tasks with deadlines in documents from above, and which of them later papers answer, in whatever words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from topicmine.analysis.gist import Gist, cover, gist, weight
from topicmine.analysis.material import Material
from topicmine.analysis.quoting import LIMIT, quote_around
from topicmine.analysis.wide import WIDE
from topicmine.departments.profile import Profile
from topicmine.language.dates import Dated, find_dates
from topicmine.language.parsed import Parsed
from topicmine.model import Quote

_STOP = re.compile("[；;。！？\n]")
_LABEL = re.compile(
    "(?:^|(?<=[：:。；;\n ]))\\s*(?P<label>[①-⑳]|[（(][一二三四五六七八九十0-9]{1,2}[）)]"
    "|[一二三四五六七八九十]{1,2}[、是]"
    "|[0-9]{1,2}[.．、](?![0-9](?![0-9]?月)))\\s*"
)
_DEADLINE = re.compile("\\s*(?:下班)?(?:前|以前|之前|底前|止|截止)")
_ASKED = re.compile(
    "完成|开展|报|建|查|核|检|评|改|清|登记|培训|演练|组织|落实|公布|公示|张榜|更新|备|试|摸|测|定|交|配|劝|换|拆|修|签|开|整治|明确|送|设|贴|选|校|发|荐"
)
_FILLER = re.compile(
    "各[乡镇县所校村局]+|完成|开展|组织|落实|报送|上报|进行|督促|情况|一次|所有|不少于|每|结果|工作|单位|全县|全市|全镇|辖区|前"
)
NOT_DONE = re.compile(
    "还没|尚未|未报|没有报|没报|未上报|一个都没有|(?:都|是|全)是?空|空表|待(?:本|下)?[^，。；]{0,6}(?:安排|开展|补)|未开展|未完成|没完成|没有完成|未涉及|不涉及|"
    "报不出|没有人数|推迟|延后|顺延|往后放|搁置|搁下|还在[谈议商等走]|没谈拢|没有?到位|没影|没有?眉目|是零|零报告|没有动|没动|没有下文|未启动|没安排|未安排|没顾上|来不及|暂未|拖|再催|没有一个"
)
_STRONG, _WEAK, _CLEAR = 0.2, 0.09, 1.6
_RARE = 3.4
_SAID = 0.12
_BY_HALVES = 0.35
_PLENTY = 300
_SOON = timedelta(days=14)
_LONGEST_DELAY = timedelta(days=300)
REPORTS = (
    "work_report",
    "enforcement",
    "consumer_dispute",
    "registration",
    "festival",
    "regulator_site",
    "news",
    "leader_activity",
)


@dataclass(frozen=True)
class Task:
    """What a document asks for, until when, in its words."""

    parsed: Parsed
    quote: Quote
    words: str
    due: date


@dataclass(frozen=True)
class Open:
    """A task that no paper answers; `admitted` are papers that say themselves that it is not done.

    `near` is how much of the task the nearest paper speaks of (0 to 1). It is not `sure` where that paper may be the
    answer in quite other words: a person has to look.
    """

    task: Task
    answered: int
    asked: int
    admitted: tuple[Quote, ...] = field(default=())
    near: float = 0.0
    sure: bool = True

    def overdue(self, today: date) -> bool:
        """True when its day has passed."""
        return self.task.due < today


def find_tasks(parsed: Parsed) -> tuple[Task, ...]:
    """The tasks of a document that have a day to be done by, in the order of the text."""
    text, found = parsed.document.text, []
    for start, end in _pieces(text):
        said = text[start:end]
        days = [d for d in find_dates(said, parsed.document.date) if d.precision != "year" and _is_due(said, d)]
        if days and _ASKED.search(said):
            words = _FILLER.sub("", said.replace(days[0].text, "")).strip(" ，、：:；。\n　")
            if len(words) >= 4 and "联系电话" not in words:
                found.append(Task(parsed, _task_quote(parsed, start, end), words, days[0].day))
    return tuple(found)


def open_tasks(
    document: Parsed, materials: Sequence[Material], gists: dict[str, Gist], today: date, profile: Profile
) -> tuple[Open, ...]:
    """The tasks of one document that are overdue or due within two weeks and that no later report answers.

    Only when some reports answer other tasks of the document, or say themselves that the task is not done: with no
    report at all nobody can tell. Those that a paper answers only by halves come last and are not sure. `gists` keeps
    what reports are about between calls.
    """
    tasks = find_tasks(document)
    timely = [t for t in tasks if today - _LONGEST_DELAY <= t.due <= today + _SOON]
    if not timely:
        return ()
    asked = _asked(tasks, profile)
    issued = document.document.date or date.min
    answered: set[int] = set()
    admitted: dict[int, list[tuple[date, Quote]]] = {}
    nearest = [0.0] * len(tasks)
    for report in _worth_reading(materials, asked):
        day = report.parsed.document.date or issued
        if report.parsed is not document and issued <= day <= today:
            scores = _answer(asked, report, gists, answered, admitted)
            nearest = [max(pair) for pair in zip(nearest, scores, strict=True)]
    found = []
    for place, task in enumerate(tasks):
        late = tuple(quote for day, quote in sorted(admitted.get(place, ())) if day >= task.due)
        silent = place not in answered and (
            len(answered) >= max(1, min(2, len(tasks) - 1)) or bool(admitted.get(place))
        )
        if task in timely and (silent or len({quote.document for quote in late}) > 1):
            quotes = late or tuple(quote for _, quote in sorted(admitted.get(place, ())))
            found.append(Open(task, len(answered - {place}), len(tasks), quotes, nearest[place]))
        elif task in timely and answered and nearest[place] < _BY_HALVES:
            found.append(Open(task, len(answered), len(tasks), (), nearest[place], sure=False))
    return tuple(sorted(found, key=lambda one: (not one.sure, one.near if not one.sure else 0.0)))


def _worth_reading(materials: Sequence[Material], asked: Sequence[Gist]) -> Iterator[Material]:
    """Own papers all of them; of the wide outside material only what has a rare pair of characters of some task."""
    plenty = sum(m.source in WIDE for m in materials) > _PLENTY
    rare = sorted(
        {gram for task in asked for gram in task if len(gram) > 1 and gram[0] != "≈" and weight(gram) > _RARE}
    )
    pattern = re.compile("|".join(map(re.escape, rare))) if rare else None
    for material in materials:
        wide = material.source in WIDE
        if material.source and (not wide or not plenty or (pattern and pattern.search(material.parsed.document.text))):
            yield material


def _asked(tasks: Sequence[Task], profile: Profile) -> list[Gist]:
    """What each task is about; words that several tasks of the document share say less about each."""
    gists = [gist(task.words, profile) for task in tasks]
    owners = Counter(gram for one in gists for gram in one)
    return [{gram: worth / owners[gram] for gram, worth in one.items()} for one in gists]


def _answer(
    asked: Sequence[Gist],
    report: Material,
    gists: dict[str, Gist],
    answered: set[int],
    admitted: dict[int, list[tuple[date, Quote]]],
) -> list[float]:
    """Which tasks a report answers: those it covers well, or the one it is clearly closest to; all its scores."""
    document = report.parsed.document
    if document.id not in gists:
        gists[document.id] = gist(document.title + document.text)
    scores = [cover(task, gists[document.id]) for task in asked]
    order = sorted(range(len(asked)), key=lambda place: (-scores[place], place))
    second = scores[order[1]] if len(order) > 1 else 0.0
    for place in order:
        score = scores[place]
        clear = place == order[0] and score >= _WEAK and score >= _CLEAR * second
        if score < _STRONG and not clear:
            continue
        denial = _denial(asked[place], report.parsed)
        if denial:
            admitted.setdefault(place, []).append((document.date or date.min, denial))
        elif report.source in REPORTS:
            answered.add(place)
    return scores


def _denial(asked: Gist, parsed: Parsed) -> Quote | None:
    """The sentence that speaks of the task and says that it is not done, when no other speaks of it as done."""
    told = [(cover(asked, gist(s.text)), s) for s in parsed.sentences]
    best = max((share for share, _ in told), default=0.0)
    near = [(share, s) for share, s in told if share >= max(0.5 * best, _SAID)]
    denied = [s for _, s in near if NOT_DONE.search(s.text)]
    return quote_around(parsed, denied[0].start, denied[0].end) if denied else None


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Stretches between full stops, semicolons and list labels, without the labels and outer blanks."""
    labels = {match.start("label"): match.end() for match in _LABEL.finditer(text)}
    cuts = sorted({0, len(text), *(m.end() for m in _STOP.finditer(text)), *labels})
    for start, end in pairwise(cuts):
        start = labels.get(start, start)
        while end > start and text[end - 1] in " \n　":
            end -= 1
        if end - start > 6:
            yield start, end


def last_due(parsed: Parsed, spans: Sequence[tuple[int, int]]) -> date | None:
    """The last deadline that stretches of a text name (9月15日前, 6月底前); None where they name none.

    >>> from topicmine.model import Document
    >>> last_due(Parsed(Document("a", "各所9月15日前报清单。", date=date(2026, 9, 1))), ((0, 13),))
    datetime.date(2026, 9, 15)
    """
    said = parsed.document.text
    days = [day for start, end in spans for day in parsed.dates_in(start, end) if _is_due(said, day)]
    return max((day.day for day in days), default=None)


def _is_due(said: str, day: Dated) -> bool:
    return bool(_DEADLINE.match(said, day.end) or re.search("[月季年]底$", day.text))


def _task_quote(parsed: Parsed, start: int, end: int) -> Quote:
    return quote_around(parsed, start, end) if end - start > LIMIT else parsed.document.quote(start, end)
