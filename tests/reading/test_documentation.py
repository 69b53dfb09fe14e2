"""What is said about limits and formats is what the code has."""

from dataclasses import fields
from pathlib import Path

from topicmine.reading import Limits

PAGE = (Path(__file__).parents[2] / "docs" / "reading.md").read_text("utf-8")


def test_every_limit_is_named_and_documented() -> None:
    documentation = Limits.__doc__ or ""
    for limit in fields(Limits):
        assert f"| `{limit.name}` |" in PAGE
        assert limit.name in documentation
