"""Themes of a large collection: what its documents are about, which themes rise and fade, and what fits nowhere."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from topicmine.analysis.learning import group_rows
from topicmine.analysis.quoting import quote_sentence
from topicmine.analysis.trends import SMALL, surprise
from topicmine.language.parsed import Parsed
from topicmine.model import Quote

_LEAST_DOCUMENTS = 8
_PER_THEME, _MOST_THEMES = 25, 60
_RARE, _COMMON = 2, 0.4
_LOOSE = 0.2
_WORDS, _SENTENCES = 8, 3
_RISE = 2.5


@dataclass(frozen=True)
class Theme:
    """A theme: its words (most typical first), its documents' ids, counts by month, quotes that stand for it.

    `trend` is rising, fading or steady; `says` is that in one Chinese sentence with its figures.
    """

    words: tuple[str, ...]
    documents: tuple[str, ...]
    months: Mapping[str, int]
    quotes: tuple[Quote, ...]
    trend: str
    says: str


@dataclass(frozen=True)
class Themes:
    """The themes, largest first; the ids of documents that fit none; words that were never used before last quarter."""

    themes: tuple[Theme, ...]
    rest: tuple[str, ...]
    fresh: tuple[str, ...]


def find_themes(documents: Sequence[Parsed], groups: int | None = None, *, seed: int = 0) -> Themes:
    """The themes of a collection; every document is in one theme or in the rest.

    Args:
        documents: At least eight with text, else all are the rest.
        groups: How many themes to look for; None for about one in 25 documents, at most 60.
        seed: The same seed gives the same themes, whatever the order of the documents.

    Words are ranked by class-TF-IDF: frequency in the theme times log(1 + mean words of a theme over all uses).
    """
    ordered = sorted(documents, key=lambda parsed: parsed.document.id)
    counts, kept = _count(ordered)
    wanted = groups or max(2, min(_MOST_THEMES, len(kept) // _PER_THEME))
    if len(kept) < _LEAST_DOCUMENTS:
        return Themes((), tuple(parsed.document.id for parsed in ordered), ())
    labels, nearness = group_rows(counts, min(wanted, len(kept)), seed=seed)
    members: dict[int, list[tuple[float, Parsed]]] = defaultdict(list)
    inside: set[str] = set()
    for parsed, label, near in zip(kept, labels, nearness, strict=True):
        if near >= _LOOSE:
            members[label].append((round(near, 6), parsed))
            inside.add(parsed.document.id)
    typical = _typical(members)
    last = max((p.document.date for p in ordered if p.document.date), default=None)
    themes = [_theme(found, typical[label], last) for label, found in members.items()]
    themes.sort(key=lambda theme: (-len(theme.documents), theme.words))
    rest = tuple(parsed.document.id for parsed in ordered if parsed.document.id not in inside)
    return Themes(tuple(themes), rest, _fresh(ordered, last))


def _count(documents: Sequence[Parsed]) -> tuple[list[Counter[str]], list[Parsed]]:
    """Word counts of the documents that have any word that is neither unique nor everywhere, and those documents."""
    uses = Counter(word for parsed in documents for word in set(parsed.terms))
    most = max(_RARE, _COMMON * len(documents))
    useful = {word for word, n in uses.items() if _RARE <= n <= most}
    found = [(Counter(word for word in parsed.terms if word in useful), parsed) for parsed in documents]
    return [counts for counts, _ in found if counts], [parsed for counts, parsed in found if counts]


def _typical(members: Mapping[int, Sequence[tuple[float, Parsed]]]) -> dict[int, tuple[str, ...]]:
    """The most typical words of each theme by class-TF-IDF."""
    uses = {label: Counter(w for _, p in found for w in p.terms) for label, found in members.items()}
    total: Counter[str] = Counter()
    for counter in uses.values():
        total.update(counter)
    mean = sum(total.values()) / max(1, len(uses))
    ranked = {}
    for label, counter in uses.items():
        size = max(1, sum(counter.values()))
        worth = {word: n / size * math.log(1 + mean / total[word]) for word, n in counter.items()}
        ranked[label] = tuple(sorted(worth, key=lambda word: (-worth[word], word))[:_WORDS])
    return ranked


def _theme(found: Sequence[tuple[float, Parsed]], words: tuple[str, ...], last: date | None) -> Theme:
    nearest = sorted(found, key=lambda pair: (-pair[0], pair[1].document.id))
    days = [p.document.date for _, p in found if p.document.date]
    months = Counter(f"{day:%Y-%m}" for day in days)
    trend, says = _trend(days, last, len(found))
    quotes = tuple(quote for _, parsed in nearest[:_SENTENCES] for quote in _sentence(parsed, words))
    ids = tuple(sorted(parsed.document.id for _, parsed in found))
    return Theme(words, ids, dict(sorted(months.items())), quotes, trend, says)


def _sentence(parsed: Parsed, words: Sequence[str]) -> Iterator[Quote]:
    """The sentence with most words of the theme."""
    best = max(parsed.sentences, key=lambda s: (sum(w in s.text for w in words), -s.start), default=None)
    if best:
        yield quote_sentence(parsed, best)


def _trend(days: Sequence[date], last: date | None, size: int) -> tuple[str, str]:
    """Rising or fading by year, or by quarter when all lie in one year; five documents are the least to say so."""
    if last is None or not days:
        return "steady", f"共{size}份"
    years = Counter(day.year for day in days)
    if len(years) > 1:
        labels = [(year, f"{year}年") for year in range(min(years), last.year + 1)]
        series = [(label, years[year]) for year, label in labels]
    else:
        quarters = Counter((day.month - 1) // 3 for day in days)
        series = [(f"{last.year}年{'一二三四'[q]}季度", quarters[q]) for q in range((last.month - 1) // 3 + 1)]
    told = "，".join(f"{label}{n}次" for label, n in series)
    values = [n for _, n in series]
    risen = len(values) > 1 and values[-1] >= SMALL and surprise(values) >= _RISE
    faded = len(values) > 1 and max(values[:-1]) >= SMALL and surprise(values) <= -_RISE / 2
    trend = "rising" if risen else "fading" if faded else "steady"
    return trend, f"{told}，共{size}份"


def _fresh(documents: Sequence[Parsed], last: date | None) -> tuple[str, ...]:
    """Words that at least three documents of the last 90 days use and no earlier one does."""
    if last is None:
        return ()
    early: set[str] = set()
    late: Counter[str] = Counter()
    for parsed in documents:
        day = parsed.document.date
        if day is None or (last - day).days > 90:
            early.update(parsed.terms)
        else:
            late.update(set(parsed.terms))
    found = [word for word, n in late.items() if n >= 3 and word not in early]
    return tuple(sorted(found, key=lambda word: (-late[word], word))[:20]) if early else ()
