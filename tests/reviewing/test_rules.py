"""Each stanza's own examples, through the engine: a rule that is silently off fails here."""

import pytest

from topicmine.reviewing.engine import review
from topicmine.reviewing.rule import Example, Rule
from topicmine.reviewing.rules import all_rules

CASES = [
    pytest.param(rule, example, wanted, id=f"{rule.id}-{'bad' if wanted else 'good'}-{n}")
    for rule in all_rules()
    for wanted, examples in ((True, rule.bad), (False, rule.good))
    for n, example in enumerate(examples)
]


def codes(rule: Rule, example: Example) -> list[str]:
    reviewed = review(example.drafts, archive=example.archive)
    return [f.rule for f in reviewed.findings if f.document == example.drafts[0].id]


@pytest.mark.parametrize(("rule", "example", "wanted"), CASES)
def test_examples(rule: Rule, example: Example, wanted: bool) -> None:
    assert (rule.id in codes(rule, example)) is wanted


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_stanza_is_complete(rule: Rule) -> None:
    assert len(rule.bad) >= 2
    assert len(rule.good) >= 3
    assert rule.severity in {"error", "warning", "info"}
    assert all((rule.name, rule.what, rule.why, rule.repair, rule.source))
