"""The nouns: frozen values that every floor above hands on and none of them changes."""

from topicmine.model.drafts import FAULTS, SEVERITIES, Draft, Finding, Fix, Reviewed
from topicmine.model.faces import FACES
from topicmine.model.leads import CRITERIA, GATES, LEAD_TYPES, Candidate, Criterion, Lead, Mined, Window
from topicmine.model.materials import (
    SOURCES,
    Corpus,
    Document,
    Place,
    Quote,
    Recognised,
    Row,
    Skipped,
    Table,
)

__all__ = [
    "CRITERIA",
    "Candidate",
    "Corpus",
    "Criterion",
    "Document",
    "Draft",
    "FACES",
    "FAULTS",
    "Finding",
    "Fix",
    "GATES",
    "LEAD_TYPES",
    "Lead",
    "Mined",
    "Place",
    "Quote",
    "Recognised",
    "Reviewed",
    "Row",
    "SEVERITIES",
    "SOURCES",
    "Skipped",
    "Table",
    "Window",
]
