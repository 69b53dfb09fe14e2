"""The review as plain text for a terminal: the verdict first, then each finding with place, reason and repair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from topicmine.model import Draft, Finding, Reviewed
from topicmine.output.review_words import SEVERITY, place_of, short, waived_words
from topicmine.output.safety import clean, one_line
from topicmine.reviewing.verdict import Verdict, judge_all

SUFFIXES = (".txt",)
_HINTS = 3
_OF_ONE_RULE = 5


def render(reviewed: Reviewed) -> bytes:
    """One block of lines for each draft, hints last and only the first few of them; UTF-8."""
    by_draft: dict[str, list[Finding]] = {draft.id: [] for draft in reviewed.drafts}
    for finding in reviewed.findings:
        by_draft[finding.document].append(finding)
    verdicts = judge_all(reviewed)
    blocks = [
        "\n".join(_block(draft, by_draft[draft.id], verdict))
        for draft, verdict in zip(reviewed.drafts, verdicts, strict=True)
    ]
    waived = f"\n{told}" if (told := waived_words(reviewed)) else ""
    return (clean("\n\n".join(blocks)) + waived + "\n").encode("utf-8", "replace")


def _block(draft: Draft, findings: Sequence[Finding], verdict: Verdict) -> Iterator[str]:
    yield f"《{one_line(draft.title) or '无标题'}》 {one_line(draft.unit)}".rstrip() + f"  [{one_line(draft.id)}]"
    yield f"  结论：{'可以报送' if verdict.ready else '还不能报送'}。{verdict.reason}"
    if verdict.first:
        yield "  先改这几处："
        yield from (f"    {number}. {one_line(item)}" for number, item in enumerate(verdict.first, start=1))
    yield "  评分：" + "  ".join(f"{mark.line}{mark.score}" for mark in verdict.marks) + "（满分各3）"
    grave = [finding for finding in findings if finding.severity != "info"]
    hints = [finding for finding in findings if finding.severity == "info"]
    shown, more = _thin_out(grave)
    for finding in shown + hints[:_HINTS]:
        yield f"  [{SEVERITY[finding.severity]}] {finding.rule} {place_of(draft, finding)}：“{short(finding.text)}”"
        yield f"      {one_line(finding.message)} {one_line(finding.repair)}".rstrip()
    if more:
        yield "  同类的还有：" + "、".join(f"{rule}另{count}处" for rule, count in more.items()) + "。"
    if len(hints) > _HINTS:
        yield f"  另有{len(hints) - _HINTS}条提示，用 --format html 或 json 可以看全。"


def _thin_out(findings: Sequence[Finding]) -> tuple[list[Finding], dict[str, int]]:
    """The first few findings of each rule, and how many of it are left out."""
    shown, counts = [], Counter[str]()
    for finding in findings:
        counts[finding.rule] += 1
        if counts[finding.rule] <= _OF_ONE_RULE:
            shown.append(finding)
    return shown, {rule: n - _OF_ONE_RULE for rule, n in sorted(counts.items()) if n > _OF_ONE_RULE}
