"""Reviewing drafts: the rules and the engine that runs them."""
