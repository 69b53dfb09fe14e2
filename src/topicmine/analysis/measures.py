"""What we did that a document did not ask for: named measures with a figure in reports close to the document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from topicmine.analysis.gist import cover, gist
from topicmine.analysis.material import Material
from topicmine.analysis.quoting import quote_sentence
from topicmine.analysis.records import Records, facts_in, matter_of
from topicmine.analysis.signals import find_signals
from topicmine.departments.profile import Profile
from topicmine.model import Quote

_CLOSE = 0.09
_UNASKED = 0.3
_OWN_WAY = frozenset({"coined"})
_NO_MEASURE = frozenset({"suggest", "problem", "voice", "fee", "undone"})


@dataclass(frozen=True)
class Measure:
    """A measure of ours (`fact`) beside what the document asked for (`asked`), with how much of it that covers."""

    report: Material
    fact: Quote
    asked: tuple[Quote, ...]
    covered: float


def unasked_measures(document: Material, records: Records, profile: Profile) -> Iterator[Measure]:
    """Measures in the report closest to `document` of which it says next to nothing: a copied one is none."""
    text = f"{document.parsed.document.title}\n{document.parsed.document.text}"
    asked = gist(text, profile)
    for _, report in records.near(matter_of([text], profile), _CLOSE)[:1]:
        for sentence in report.parsed.sentences:
            if not report.parsed.figures_in(sentence.start, sentence.end):
                continue
            signals = find_signals(sentence.text).keys()
            if not signals & _OWN_WAY or signals & _NO_MEASURE:
                continue
            share = cover(gist(sentence.text, profile), asked)
            if share < _UNASKED:
                wanted = facts_in(document.parsed, gist(report.parsed.document.text, profile), 1)
                if wanted:
                    yield Measure(report, quote_sentence(report.parsed, sentence), wanted, round(share, 2))
