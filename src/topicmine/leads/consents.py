"""Records of consent: who agreed that what may be told, and until when."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from topicmine.departments.profile import valid_day
from topicmine.errors import UsageError
from topicmine.language.parsed import Parsed

_COLUMNS = ("材料", "主办人", "日期", "范围", "有效期至")


@dataclass(frozen=True, slots=True)
class Consent:
    """Who agreed that what may be told: a bare 同意 is none, so name, date, scope and expiry are all there."""

    material: str
    handler: str
    given: date
    scope: str
    until: date


def read_consents(path: Path) -> tuple[Consent, ...]:
    """The consent records of a CSV with the columns 材料,主办人,日期,范围,有效期至.

    Raises UsageError when the file is missing, a column or a cell is.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise UsageError(f"同意记录“{path}”打不开，请检查路径，并存成 UTF-8 的 CSV。") from None
    found = []
    for number, row in enumerate(csv.DictReader(io.StringIO(text)), start=2):
        empty = [name for name in _COLUMNS if not (row.get(name) or "").strip()]
        if empty:
            raise UsageError(f"同意记录“{path}”第{number}行缺“{empty[0]}”，请补上；只写“同意”不算。")
        found.append(
            Consent(row["材料"], row["主办人"], valid_day(row["日期"]), row["范围"], valid_day(row["有效期至"]))
        )
    return tuple(found)


def find_consent(parsed: Sequence[Parsed], consents: Sequence[Consent], today: date) -> Consent | None:
    """The first record that names one of the documents (its file, its title or a number in it) and still holds."""
    for consent in consents:
        named = (
            consent.material in (p.document.path, p.document.title) or consent.material in p.document.text
            for p in parsed
        )
        if any(named) and consent.given <= today <= consent.until:
            return consent
    return None
