"""What topicmine can explain: codes of sources, patterns, types, gates, criteria, faults and review rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from topicmine.output.glossary import Term, load_glossary, name_of

if TYPE_CHECKING:
    from topicmine.analysis.material import Pattern, Source
    from topicmine.reviewing.rule import Example, Rule

_KINDS = {"type": "线索类型", "gate": "能不能写", "criterion": "打分标准", "severity": "轻重", "fault": "稿件毛病"}
_LONGEST_EXAMPLE = 160


@dataclass(frozen=True, slots=True)
class Explanation:
    """A code with its kind and name in Chinese, and what is to say about it: label and text."""

    code: str
    kind: str
    name: str
    said: tuple[tuple[str, str], ...]


@cache
def all_explanations() -> dict[str, Explanation]:
    """Everything that can be explained, by code in lower case: sources first, rules last."""
    found: dict[str, Explanation] = {}
    for item in (*_sources(), *map(_of_term, load_glossary().values()), *_rules()):
        found.setdefault(item.code.lower(), item)
    return found


def _sources() -> Iterator[Explanation]:
    from topicmine.sources import load_sources

    sources = load_sources().values()
    yield from map(_of_source, sources)
    for source in sources:
        for pattern in source.patterns:
            yield _of_pattern(pattern, source)


def _rules() -> Iterator[Explanation]:
    from topicmine.reviewing.rules import all_rules

    yield from map(_of_rule, all_rules())


def _of_term(term: Term) -> Explanation:
    said = (("是什么", term.what), ("为什么", term.why), ("反例", term.bad), ("正例", term.good), ("出处", term.origin))
    return Explanation(term.code, _KINDS[term.kind], term.name, _told(said))


def _of_source(source: Source) -> Explanation:
    cues = "；".join(cue.says for cue in source.cues)
    yields = "\n".join(f"  {p.name}（{name_of(p.type)}）：{p.says}" for p in source.patterns)
    said = (("是什么", source.what), ("怎么认出来", cues), ("能出哪些线索", f"\n{yields}" if yields else ""))
    return Explanation(source.code, "材料来源", source.display, _told(said))


def _of_pattern(pattern: Pattern, source: Source) -> Explanation:
    said = (
        ("是什么", f"{source.display}里的{name_of(pattern.type)}线索。"),
        ("怎么写", pattern.angle),
        ("要补什么", "；".join(pattern.ask)),
        ("注意", "；".join(pattern.cautions)),
    )
    return Explanation(pattern.name, "线索", pattern.says, _told(said))


def _of_rule(rule: Rule) -> Explanation:
    said = (
        ("是什么", rule.what),
        ("为什么", rule.why),
        ("怎么改", rule.repair),
        ("反例", _example(rule.bad)),
        ("正例", _example(rule.good)),
        ("毛病", f"{name_of(rule.fault)}（{rule.fault}）"),
        ("出处", rule.source),
    )
    return Explanation(rule.id, "审读规则", rule.name, _told(said))


def _example(examples: tuple[Example, ...]) -> str:
    if not examples:
        return ""
    draft = examples[0].drafts[0]
    text = " ".join(f"{draft.title} {draft.body}".split())
    return text if len(text) <= _LONGEST_EXAMPLE else f"{text[:_LONGEST_EXAMPLE]}……"


def _told(said: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((label, text) for label, text in said if text)
