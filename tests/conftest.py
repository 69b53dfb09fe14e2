"""What all tests share: property tests that are the same on every run and never fail for a slow machine."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("same", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("same")
