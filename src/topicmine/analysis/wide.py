"""Wide outside material (news, press, portals) comes by the ten thousand: of very much only the newest is compared."""

from __future__ import annotations

from collections.abc import Sequence

from topicmine.analysis.material import Material

WIDE = ("news", "trade_press", "regulator_site")
_MOST = 1500


def newest(materials: Sequence[Material], most: int = _MOST) -> list[Material]:
    """All material that is not wide, and the `most` newest of the wide, in the order given."""
    wide = [m for m in materials if m.source in WIDE]
    if len(wide) <= most:
        return list(materials)
    wide.sort(key=lambda m: (str(m.parsed.document.date or ""), m.parsed.document.id), reverse=True)
    kept = {m.parsed.document.id for m in wide[:most]}
    return [m for m in materials if m.source not in WIDE or m.parsed.document.id in kept]
