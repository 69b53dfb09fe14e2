"""Raw bytes to `Document`: one file per format, the only place that opens an input, and all size limits."""

from topicmine.reading.corpus import read
from topicmine.reading.drafts import read_drafts
from topicmine.reading.limits import Limits

__all__ = ["read", "read_drafts", "Limits"]
