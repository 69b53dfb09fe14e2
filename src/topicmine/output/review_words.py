"""How a finding is told to a person: its gravity in Chinese, and where it stands."""

from __future__ import annotations

from topicmine.model import Draft, Finding, Reviewed
from topicmine.output.safety import one_line
from topicmine.reviewing.baseline import KNOWN

SEVERITY = {"error": "硬伤", "warning": "建议改", "info": "提示"}


def waived_words(reviewed: Reviewed) -> str:
    """How many findings are not reported again, and why; empty when there are none."""
    known = sum(finding.waiver == KNOWN for finding in reviewed.waived)
    answered = len(reviewed.waived) - known
    parts = [f"{answered}处已注明放行"] if answered else []
    parts += [f"{known}处已记入基线、不再列出"] if known else []
    return f"另有{'，'.join(parts)}。" if parts else ""


def place_of(draft: Draft, finding: Finding) -> str:
    """Where a finding stands, as a person looks for it: 标题, or 第几段第几字.

    >>> place_of(Draft("d", "题", "一\\n二三"), Finding("d", "", "", "", "body", 3, 4, "三", ""))
    '第2段第2字'
    """
    if finding.field == "title":
        return "标题"
    before = draft.body[: finding.start]
    paragraph = sum(1 for line in before.split("\n")[:-1] if line.strip()) + 1
    return f"第{paragraph}段第{len(before) - before.rfind(chr(10))}字"


def line_and_column(draft: Draft, finding: Finding) -> tuple[int, int]:
    """Line and column from 1, counted in characters; the title stands on the first line of a text file."""
    if finding.field == "title":
        return 1, finding.start + 1
    before = draft.body[: finding.start]
    return before.count("\n") + (2 if draft.title else 1), len(before) - before.rfind("\n")


def short(text: str) -> str:
    """The words of a finding on one line, cut where they are many."""
    flat = one_line(text)
    return flat if len(flat) <= 40 else flat[:39] + "…"
