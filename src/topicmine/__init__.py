"""What to write about, what is wrong with a draft, and how to learn both: offline.

The verbs are here; what they hand on are the nouns of `topicmine.model`. Each verb loads what it needs when it is
first called, so that importing topicmine costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from topicmine.errors import TopicmineError
from topicmine.model import (
    FACES,
    Corpus,
    Document,
    Draft,
    Finding,
    Lead,
    Mined,
    Quote,
    Reviewed,
    Skipped,
)

if TYPE_CHECKING:
    from topicmine.reading.limits import Limits

Progress = Callable[[int, int], None]
Paths = str | Path | Iterable[str | Path]

__all__ = [
    "read",
    "mine",
    "review",
    "write",
    "Corpus",
    "Document",
    "Quote",
    "Lead",
    "Mined",
    "Draft",
    "Finding",
    "Reviewed",
    "Skipped",
    "TopicmineError",
]


def read(
    paths: Paths, *, limits: Limits | None = None, progress: Progress | None = None, soffice: bool = False
) -> Corpus:
    """Everything readable at `paths`: files, folders with everything below them, archives.

    Args:
        paths: One path or several.
        limits: What an input may cost (`topicmine.reading.Limits`); over a limit it is skipped.
        progress: Called with the number of files done and the number of all files.
        soffice: Whether LibreOffice may convert old Office files that nothing else reads.

    Returns:
        The documents and, with the reason for each, what had to be skipped.

    Example:
        >>> read("does-not-exist").skipped[0].reason
        '找不到这个文件或文件夹；请检查路径有没有写错'
    """
    from topicmine import reading

    return reading.read(paths, limits=limits or reading.Limits(), progress=progress, soffice=soffice)


def mine(
    corpus: Corpus,
    *,
    today: date,
    department: str = "market_regulation",
    unit: str = "",
    focus: Corpus | None = None,
    archive: Corpus | None = None,
    consents: Path | None = None,
    progress: Progress | None = None,
) -> Mined:
    """What to write about, why now, and on which sentences it rests; the best lead first.

    Args:
        corpus: The material, as `read` gives it.
        today: The day by which timeliness is judged.
        department: The code of a department's profile.
        unit: The name of the own office, by which own facts are told from others'.
        focus: What the superior asks for (报送要点).
        archive: What the office sent before; a repeat loses novelty.
        consents: The table of case handlers' consents.
        progress: Called with how much is done and how much there is.

    Raises:
        UsageError: unknown department, unreadable table of consents.
    """
    from topicmine.mining import mine as find_leads

    return find_leads(
        corpus,
        today=today,
        department=department,
        unit=unit,
        focus=focus,
        archive=archive,
        consents=consents,
        progress=progress,
    )


def review(paths: Paths, *, archive: Paths = (), progress: Progress | None = None) -> Reviewed:
    """What is wrong with the drafts at `paths`: where, why, and how to mend it.

    Args:
        paths: Drafts; those handed in together are also held against one another.
        archive: Earlier submissions that the drafts must not repeat.
        progress: Called with the number of files done and the number of all files.
    """
    from topicmine import reading
    from topicmine.reviewing import engine

    drafts, skipped = reading.read_drafts(paths, progress=progress)
    earlier, _ = reading.read_drafts(archive)
    return engine.review(drafts, archive=earlier, skipped=skipped)


def write(mined: Mined, path: str | Path) -> Path:
    """Writes the leads to `path` in the format of its suffix: .html .xlsx .docx .md .json .csv .txt.

    Returns:
        The path that was written, whole; after a failure the old file still stands.

    Raises:
        OutputError: unknown suffix, missing or read-only folder, full disk.
    """
    from topicmine.output import writing

    return writing.write(mined, path)


def _face(form: str) -> Callable[[object], str]:
    """How nouns show themselves in notebook (html) and terminal (text): the presentation is loaded at first sight."""

    def show(value: object) -> str:
        from topicmine.output import face

        return face.show(form, value)

    return show


FACES.update(text=_face("text"), html=_face("html"))
