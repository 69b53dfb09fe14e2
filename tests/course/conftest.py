"""What the tests of the course share: sample exercises of every kind of answer."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from topicmine.course.items import Item
from topicmine.course.loading import load_items


@pytest.fixture(scope="session")
def samples() -> Mapping[str, Item]:
    return load_items(Path(__file__).parent / "samples")
