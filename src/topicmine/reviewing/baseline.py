"""The baseline: findings that an office already knows of, remembered by rule and sentence, not by place.

Moving a paragraph keeps a finding known; changing its sentence opens it again.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from topicmine.errors import UsageError
from topicmine.model import Finding
from topicmine.reviewing.view import View

KNOWN = "已记入基线"
_BLANKS = re.compile(r"\s+")


def fingerprint(view: View, finding: Finding) -> str:
    """Sixteen hex digits that stand for the rule and the sentence of a finding, blanks left out of account."""
    sentence = view.sentence_at(finding.start) if finding.field == "body" else None
    words = sentence.text if sentence else view.title if finding.field == "title" else finding.text
    key = f"{finding.rule}\n{finding.field}\n{_BLANKS.sub('', words)}"
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:16]


def known_findings(
    views: Sequence[View], findings: Sequence[Finding], baseline: Mapping[str, int]
) -> tuple[list[Finding], list[Finding]]:
    """The findings that are new, and the ones the baseline already counts."""
    if not baseline:
        return list(findings), []
    by_id = {view.draft.id: view for view in views}
    left = Counter(dict(baseline))
    new, known = [], []
    for finding in findings:
        mark = fingerprint(by_id[finding.document], finding)
        if left[mark] > 0:
            left[mark] -= 1
            known.append(replace(finding, waiver=KNOWN))
        else:
            new.append(finding)
    return new, known


def write_baseline(views: Sequence[View], findings: Sequence[Finding]) -> str:
    """The text of a baseline file that knows all these findings."""
    by_id = {view.draft.id: view for view in views}
    counts = Counter(fingerprint(by_id[finding.document], finding) for finding in findings)
    return json.dumps({"version": 1, "findings": dict(sorted(counts.items()))}, indent=1) + "\n"


def read_baseline(text: str) -> dict[str, int]:
    """The counts of a baseline file. Raises UsageError when it is not one, so that nothing passes by accident."""
    try:
        data = json.loads(text)
        counts = data["findings"]
        if data["version"] != 1 or not all(isinstance(n, int) and n > 0 for n in counts.values()):
            raise ValueError(data["version"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UsageError("基线文件读不懂，请用 topicmine review --write-baseline 重新生成。") from error
    return dict(counts)
