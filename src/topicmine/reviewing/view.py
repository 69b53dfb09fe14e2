"""A draft prepared for the checks: everything a rule may ask about it, worked out when first asked for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as value
from functools import cached_property
from itertools import accumulate
from typing import Any

from topicmine.language.dates import Dated, find_dates
from topicmine.language.figures import Figure, find_figures
from topicmine.language.headings import Heading, find_headings
from topicmine.language.identifiers import Identifier, find_identifiers
from topicmine.language.sentences import Sentence, split_sentences
from topicmine.language.words import tag
from topicmine.model import Draft
from topicmine.reviewing.exposures import find_introduced
from topicmine.reviewing.lexicon import pattern
from topicmine.reviewing.persons import find_persons, find_suspects, find_unseen_names

_QUOTED = re.compile(r"“[^“”\n]{1,300}”|‘[^‘’\n]{1,300}’|《[^《》\n]{1,100}》")
_LONG = 600  # characters of a sentence
_DIRECTIVE = re.compile(r"【不查[^】\n]{0,200}】|<!--\s*topicmine[^\n]{0,200}?-->")


def _ends(words: Iterable[tuple[str, str]]) -> frozenset[int]:
    return frozenset(accumulate((len(word) for word, _ in words), initial=0))


@dataclass(frozen=True)
class View:
    """One draft as the rules see it. Offsets are those of the draft's own title and body.

    Directives (【不查 …】) are blanked out, so that no rule reads them as prose.
    """

    draft: Draft
    limits: Mapping[str, Any] = value(default_factory=dict)

    def limit(self, name: str, default: int) -> int:
        """A number that the department's profile may set: `stale_days`, `title_characters`, `sentence_characters`."""
        return int(self.limits.get(name, default))

    @cached_property
    def title(self) -> str:
        """The title."""
        return self.draft.title

    @cached_property
    def body(self) -> str:
        """The body with directives replaced by blanks of the same length."""
        return _DIRECTIVE.sub(lambda match: " " * len(match.group()), self.draft.body)

    def text(self, field: str) -> str:
        """The words of a field, "title" or "body"."""
        return self.title if field == "title" else self.body

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the body."""
        return split_sentences(self.body)

    @cached_property
    def slogans(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        """For each sentence where its slogans stand in the body; what says nothing for long will not say it later."""
        return tuple(
            tuple((s.start + m.start(), s.start + m.end()) for m in pattern("slogans").finditer(s.text[:_LONG]))
            for s in self.sentences
        )

    @cached_property
    def paragraphs(self) -> tuple[Sentence, ...]:
        """The lines of the body that hold text."""
        lines = (match for match in re.finditer(r"[^\n]+", self.body) if match.group().strip())
        return tuple(Sentence(m.start(), m.end(), m.group(), n) for n, m in enumerate(lines))

    @cached_property
    def dates(self) -> tuple[Dated, ...]:
        """The dates of the body, read in the year of the event or of sending."""
        return find_dates(self.body, self.draft.event_date or self.draft.submitted)

    @cached_property
    def persons(self) -> tuple[tuple[int, int], ...]:
        """Where the body surely has a full name."""
        return find_persons(self.body, self.words)

    @cached_property
    def names(self) -> tuple[tuple[int, int], ...]:
        """Where the body has a full name, the likely ones included: for rules that ask for more than a name."""
        return tuple(sorted({*self.persons, *find_introduced(self.body), *find_unseen_names(self.body, self.words)}))

    @cached_property
    def suspects(self) -> tuple[tuple[int, int], ...]:
        """Where the telling of a case has a name: found more boldly than `persons`."""
        return find_suspects(self.body, self.words)

    @cached_property
    def _identifiers(self) -> dict[str, tuple[Identifier, ...]]:
        return {field: tuple(find_identifiers(self.text(field))) for field in ("title", "body")}

    def identifiers(self, field: str) -> tuple[Identifier, ...]:
        """The long numbers of a field with what each of them is."""
        return self._identifiers[field]

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of the body."""
        return find_figures(self.body)

    @cached_property
    def _figure_starts(self) -> tuple[int, ...]:
        return tuple(figure.start for figure in self.figures)

    @cached_property
    def title_figures(self) -> tuple[Figure, ...]:
        """The figures of the title."""
        return find_figures(self.title)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The numbered lines and inline labels of the body."""
        return find_headings(self.body)

    @cached_property
    def title_words(self) -> tuple[tuple[str, str], ...]:
        """The words of the title with their tags."""
        return tuple(tag(self.title))

    @cached_property
    def words(self) -> tuple[tuple[str, str], ...]:
        """The words of the body with their tags."""
        return tuple(tag(self.body))

    @cached_property
    def _borders(self) -> dict[str, frozenset[int]]:
        return {"title": _ends(self.title_words), "body": _ends(self.words)}

    def borders(self, field: str) -> frozenset[int]:
        """The offsets at which a word of the field begins or ends."""
        return self._borders[field]

    @cached_property
    def _quotes(self) -> dict[str, tuple[tuple[int, ...], tuple[int, ...]]]:
        found = {}
        for field in ("title", "body"):
            spans = [match.span() for match in _QUOTED.finditer(self.text(field))]
            found[field] = (tuple(start for start, _ in spans), tuple(end for _, end in spans))
        return found

    def is_quoted(self, field: str, start: int, end: int) -> bool:
        """True when the stretch stands inside quotation marks or book-title marks: not the writer's own words."""
        starts, ends = self._quotes[field]
        at = bisect_right(starts, start) - 1
        return at >= 0 and end <= ends[at]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence of the body in which `offset` stands."""
        at = bisect_right([s.start for s in self.sentences], offset) - 1
        return self.sentences[at] if at >= 0 and offset <= self.sentences[at].end else None

    def figures_in(self, start: int, end: int) -> tuple[Figure, ...]:
        """The figures of the body between two offsets."""
        low = bisect_left(self._figure_starts, start)
        high = bisect_left(self._figure_starts, end)
        return tuple(figure for figure in self.figures[low:high] if figure.end <= end)

    def dates_in(self, start: int, end: int) -> tuple[Dated, ...]:
        """The dates of the body between two offsets."""
        return tuple(dated for dated in self.dates if start <= dated.start and dated.end <= end)

    @cached_property
    def is_urgent(self) -> bool:
        """True for emergency notices, which go out before cases and figures are known."""
        return bool(pattern("urgent").search(self.title) or pattern("urgent").search(self.body[:120]))

    @cached_property
    def is_closed_case(self) -> bool:
        """True for a case that is over and told for its lesson."""
        text = self.title + "\n" + self.body
        sentenced = pattern("sentenced").search(text) and not pattern("appealed").search(text)
        return bool(sentenced or pattern("closed_case").search(text))

    @cached_property
    def is_case_piece(self) -> bool:
        """True when the text tells a case, closed or open."""
        return len(pattern("case_words").findall(self.title + "\n" + self.body)) >= 2
