"""Leads as a table of comma-separated values that Excel opens in the right encoding."""

from __future__ import annotations

import csv
import io

from topicmine.model import Mined
from topicmine.output.safety import cell
from topicmine.output.tables import leads_sheet

SUFFIXES = (".csv",)


def render(mined: Mined) -> bytes:
    """UTF-8 with a byte order mark, one row per lead; a cell that could be a formula gets an apostrophe in front."""
    sheet = leads_sheet(mined)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([name for name, _ in sheet.columns])
    for row in sheet.rows:
        writer.writerow([cell(value) if isinstance(value, str) else value for value in row])
    return out.getvalue().encode("utf-8-sig")
