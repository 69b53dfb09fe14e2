"""The review as Word comments: a copy of the .docx that was handed in, or a fresh document with the draft's text.

Comments: ECMA-376 part 1, 17.13.4, through python-docx.
"""

from __future__ import annotations

import copy
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from topicmine.errors import OutputError
from topicmine.model import Draft, Finding, Reviewed
from topicmine.output.review_words import SEVERITY
from topicmine.output.safety import clean
from topicmine.reviewing.verdict import judge_all

SUFFIXES = (".docx",)
_AUTHOR = "审稿助手"


def render(reviewed: Reviewed) -> bytes:
    """The commented document; several drafts follow one another in a fresh one."""
    import docx

    single = reviewed.drafts[0] if len(reviewed.drafts) == 1 else None
    if single and single.path.lower().endswith(".docx") and Path(single.path).is_file():
        document = _open(single.path)
        paragraphs = list(_paragraphs(document))
        _comment(document, paragraphs, single, reviewed.findings)
    else:
        document = docx.Document()
        for draft in reviewed.drafts:
            paragraphs = [document.add_heading(clean(draft.title) or "无标题", 1)]
            paragraphs += [document.add_paragraph(clean(line)) for line in draft.body.split("\n") if line.strip()]
            _comment(document, paragraphs, draft, [f for f in reviewed.findings if f.document == draft.id])
    if single and paragraphs:
        verdict = judge_all(reviewed)[0]
        lines = [f"{'可以报送' if verdict.ready else '还不能报送'}。{verdict.reason}", *verdict.first]
        _attach(document, paragraphs[0], 0, max(1, len(paragraphs[0].text)), "\n".join(lines))
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _open(path: str) -> Any:
    import docx

    try:
        return docx.Document(path)
    except Exception as error:
        raise OutputError(f"打不开“{path}”来加批注；请另存为.docx后再试，或改用html格式。") from error


def _paragraphs(document: Any) -> Iterator[Any]:
    """The paragraphs in reading order, those inside tables after the text."""
    yield from document.paragraphs
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs


def _comment(document: Any, paragraphs: Sequence[Any], draft: Draft, findings: Sequence[Finding]) -> None:
    """A comment for each finding on the paragraph that holds its words: the n-th such for the n-th in the draft."""
    for finding in findings:
        text = draft.title if finding.field == "title" else draft.body
        low = text.rfind("\n", 0, finding.start) + 1
        line = text[low : text.find("\n", finding.start) if "\n" in text[finding.start :] else len(text)].strip()
        words = clean(finding.text.split("\n")[0].strip())
        holder = next((p for p in paragraphs if clean(line) and clean(line) in p.text), None)
        holder = holder or next((p for p in paragraphs if words and words in p.text), None)
        holder = holder or (paragraphs[0] if paragraphs else None)
        if holder is None:
            continue
        hint = max(0, finding.start - low)
        at = holder.text.find(words, max(0, hint - 4))
        at = holder.text.find(words) if at < 0 else at
        start, end = (at, at + len(words)) if at >= 0 and words else (0, len(holder.text))
        message = f"[{SEVERITY[finding.severity]} {finding.rule}] {clean(finding.message)}\n{clean(finding.repair)}"
        _attach(document, holder, start, end, message)


def _attach(document: Any, paragraph: Any, start: int, end: int, message: str) -> None:
    runs = _cut_runs(paragraph, start, end) or list(paragraph.runs) or [paragraph.add_run("")]
    document.add_comment(runs=runs, text=message, author=_AUTHOR, initials="审")


def _cut_runs(paragraph: Any, start: int, end: int) -> list[Any]:
    """The runs from `start` to `end`, cut there; a run that holds more than text stays whole."""
    _cut_at(paragraph, end)
    _cut_at(paragraph, start)
    place, chosen = 0, []
    for run in paragraph.runs:
        if start < place + len(run.text) and place < end:
            chosen.append(run)
        place += len(run.text)
    return chosen


def _cut_at(paragraph: Any, offset: int) -> None:
    """Splits the run in which `offset` stands in two of the same look."""
    place = 0
    for run in paragraph.runs:
        length = len(run.text)
        if place < offset < place + length and all(child.tag.endswith(("}rPr", "}t")) for child in run._r):
            second = copy.deepcopy(run._r)
            run._r.addnext(second)
            text = run.text
            run.text = text[: offset - place]
            type(run)(second, paragraph).text = text[offset - place :]
            return
        place += length
