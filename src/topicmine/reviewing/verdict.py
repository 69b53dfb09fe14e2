"""The verdict a writer can use: what to mend first, eight marks with their reasons, ready to send or not.

The eight lines are the course's review rubric, each from 0 to 3: 3 nothing to mend, 2 small things, 1 an editor would
send it back, 0 a fault that can be checked or is unsafe.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from topicmine.model import Draft, Finding, Reviewed
from topicmine.reviewing.baseline import KNOWN

FIELDS = ("拟稿", "审核", "签发", "电话")
_RANK = {"error": 0, "warning": 1, "info": 2}
# the order in which an editor would have them mended
_URGENCY = (
    "privacy", "sensitive-case", "boilerplate-copy", "stale", "title-mismatch", "no-date-or-place", "no-cases",
    "no-figures", "hollow", "activity-only", "title-too-broad", "title-unfocused", "weak-structure", "number-style",
    "grammar", "typo", "long-sentence", "punctuation", "other",
)  # fmt: skip
_LINES = (
    ("对读者的价值", ("hollow", "activity-only", "stale")),
    ("切合关注重点", ("title-unfocused", "title-too-broad")),
    ("事实与出处", ("no-cases", "no-figures", "no-date-or-place", "number-style")),
    ("自己的特点", ("boilerplate-copy",)),
    ("标题", ("title-too-broad", "title-mismatch", "title-unfocused")),
    ("结构与文种", ("weak-structure", "long-sentence")),
    ("语言与格式", ("typo", "grammar", "punctuation", "number-style", "long-sentence")),
    ("安全", ("privacy", "sensitive-case")),
)
_WORST_FIRST = {fault: place for place, fault in enumerate(_URGENCY)}


@dataclass(frozen=True, slots=True)
class Mark:
    """One line of the rubric: 0 to 3, and why."""

    line: str
    score: int
    reason: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a draft needs: `first` are up to three things to mend, `marks` the eight lines, `missing` empty fields."""

    document: str
    ready: bool
    first: tuple[str, ...]
    marks: tuple[Mark, ...]
    missing: tuple[str, ...]
    reason: str


def judge(draft: Draft, findings: Iterable[Finding], *, unsafe: bool = False) -> Verdict:
    """The verdict on one draft from the findings of its review, those of the baseline included.

    `unsafe`: not every rule on safety was on, so that the draft cannot be called ready.

    >>> judge(Draft("稿", "题", "文"), []).ready, judge(Draft("稿", "题", "文"), []).reason
    (False, '缺拟稿、审核、签发、电话，补齐后再报送。')
    """
    mine = [finding for finding in findings if finding.document == draft.id]
    missing = tuple(name for name in FIELDS if not draft.fields.get(name, "").strip())
    errors = [finding for finding in mine if finding.severity == "error"]
    known = sum(finding.waiver == KNOWN for finding in errors)
    return Verdict(
        document=draft.id,
        ready=not errors and not missing and not unsafe,
        first=_first([finding for finding in mine if not finding.waiver]),
        marks=tuple(_mark(line, [f for f in mine if f.fault in faults]) for line, faults in _LINES),
        missing=missing,
        reason=_reason(len(errors) - known, known, missing, unsafe),
    )


def judge_all(reviewed: Reviewed) -> tuple[Verdict, ...]:
    """The verdict on each draft of a review, in its order."""
    by_draft: dict[str, list[Finding]] = {draft.id: [] for draft in reviewed.drafts}
    for finding in (*reviewed.findings, *(f for f in reviewed.waived if f.waiver == KNOWN)):
        by_draft[finding.document].append(finding)
    return tuple(judge(draft, by_draft[draft.id], unsafe=reviewed.unsafe) for draft in reviewed.drafts)


def _first(findings: Sequence[Finding]) -> tuple[str, ...]:
    """The three gravest, one a fault: an error before a warning, substance before marks."""
    chosen: dict[str, Finding] = {}
    for finding in sorted(
        findings, key=lambda f: (_RANK[f.severity], _WORST_FIRST[f.fault], f.field != "title", f.start)
    ):
        if finding.severity != "info":
            chosen.setdefault(finding.fault, finding)
    return tuple(f"{f.message}“{_short(f.text)}”：{f.repair}" for f in list(chosen.values())[:3])


def _mark(line: str, findings: Sequence[Finding]) -> Mark:
    if not findings:
        return Mark(line, 3, "没有发现问题。")
    worst = min(findings, key=lambda f: (_RANK[f.severity], _WORST_FIRST[f.fault], f.start))
    return Mark(line, _RANK[worst.severity], f"{worst.message}（{worst.rule}）")


def _reason(errors: int, known: int, missing: Sequence[str], unsafe: bool) -> str:
    if errors:
        return f"还有{errors}处硬伤，改正后再报送。"
    if known:
        return f"基线里记着的{known}处硬伤还在稿子里，改正后再报送。"
    if unsafe:
        return "这次没有把安全方面的规则（X组）用全，用全后再看能不能报送。"
    if missing:
        return f"缺{'、'.join(missing)}，补齐后再报送。"
    return "没有硬伤，要素齐全，可以报送。"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 20 else flat[:19] + "…"
