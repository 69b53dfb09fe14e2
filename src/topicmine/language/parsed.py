"""A document with its parts found: what every finder works on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from topicmine.language.dates import Dated, find_dates
from topicmine.language.figures import Figure, find_figures
from topicmine.language.headings import Heading, find_headings
from topicmine.language.sentences import Sentence, split_clauses
from topicmine.language.words import content_words
from topicmine.model import Document


@dataclass(frozen=True)
class Parsed:
    """`document` and, found when first asked for, its sentences, headings, dates, figures and content words."""

    document: Document

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Sentences in order; very long ones are cut at commas so that each can be quoted on a card."""
        return split_clauses(self.document.text)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """Numbered lines and inline list labels."""
        return find_headings(self.document.text)

    @cached_property
    def dates(self) -> tuple[Dated, ...]:
        """Dates, those without a year read in the year of the document."""
        return find_dates(self.document.text, self.document.date)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Numbers with what they count."""
        return find_figures(self.document.text)

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """Content words of title and text, in order, repeats kept."""
        return tuple(content_words(f"{self.document.title}\n{self.document.text}"))

    def figures_in(self, start: int, end: int) -> tuple[Figure, ...]:
        """The figures that stand wholly between two offsets."""
        return tuple(figure for figure in self.figures if start <= figure.start and figure.end <= end)

    def dates_in(self, start: int, end: int) -> tuple[Dated, ...]:
        """The dates that stand wholly between two offsets."""
        return tuple(dated for dated in self.dates if start <= dated.start and dated.end <= end)
