"""The page docs/rules.md: every review rule as its stanza has it. A test keeps the page in step with the stanzas.

Written anew by `python -m topicmine.output.review_docs docs/rules.md`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from topicmine.output.glossary import name_of
from topicmine.output.review_words import SEVERITY
from topicmine.reviewing.rule import Example, Rule
from topicmine.reviewing.rules import all_rules

_GROUPS = {
    "T": "标题",
    "S": "结构",
    "C": "内容",
    "N": "数字",
    "P": "标点",
    "W": "用词",
    "G": "语法",
    "L": "法律用语",
    "X": "安全",
    "D": "时效",
    "O": "雷同",
    "Z": "放行标记",
}
_HOW = {True: "按表达式查", False: "按程序查"}
_LONGEST = 120


def rules_page() -> str:
    """The page as Markdown, group by group."""
    rules = all_rules()
    lines = [
        "# 审读规则",
        "",
        f"共{len(rules)}条。本页由规则文件生成，不要手改；改规则请改 `src/topicmine/reviewing/rules/` 里的一节。",
        "轻重分三级：硬伤（能核对的错误或不安全）、建议改（编辑会退回）、提示（看情况）。",
        "放行一处：在该段写“【不查 N07：理由】”；理由不能省。",
    ]
    for letter, group in _GROUPS.items():
        chosen = [rule for rule in rules if rule.id.startswith(letter)]
        lines += ["", f"## {letter} {group}（{len(chosen)}条）"]
        for rule in chosen:
            lines += _section(rule)
    return "\n".join(lines) + "\n"


def _section(rule: Rule) -> Iterator[str]:
    yield from ("", f"### {rule.id} {rule.name}", "")
    yield f"{SEVERITY[rule.severity]} · {name_of(rule.fault)} · {_HOW[rule.pattern is not None]} · 依据：{rule.source}"
    yield from ("", f"{rule.what}{rule.why}**怎么改：**{rule.repair}", "")
    yield from (f"- 反例：{_shown(example)}" for example in rule.bad[:2])
    yield from (f"- 正例：{_shown(example)}" for example in rule.good[:3])


def _shown(example: Example) -> str:
    draft = example.drafts[0]
    dates = f"（{draft.event_date}发生，{draft.submitted}报送）" if draft.event_date and draft.submitted else ""
    text = " ".join(f"{draft.title} {draft.body}".split())
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}……"
    return short.replace("<", "&lt;").replace("|", "\\|") + dates


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(rules_page(), "utf-8")
