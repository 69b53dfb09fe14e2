"""The exception tree. Every message is one Chinese sentence: what happened, where, what to do.

TopicmineError
├── UsageError        the person asked for something that cannot be: wrong date, unknown department (exit 2)
├── ReadError         one input cannot be read; becomes a `Skipped`, never ends a run
└── OutputError       a report cannot be written: folder missing or read-only, unknown suffix (exit 2)
"""

from __future__ import annotations


class TopicmineError(Exception):
    """Any failure that topicmine explains to the person in one Chinese sentence."""


class UsageError(TopicmineError):
    """The call itself cannot be carried out; the command line exits with 2."""


class ReadError(TopicmineError):
    """One input file cannot be read; the reader turns it into a `Skipped` and goes on."""


class OutputError(TopicmineError):
    """A result cannot be written; nothing half-written is left behind."""
