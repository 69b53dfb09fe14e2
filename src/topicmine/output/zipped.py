"""Office files that come out the same, byte for byte, whenever they are written."""

from __future__ import annotations

import io
import re
import zipfile

_EPOCH = (1980, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]{0,400}>)[^<]{0,40}(<)")


def settle(package: bytes) -> bytes:
    """A zip package with every time of writing set to 1980, the earliest that a zip can hold.

    >>> out = io.BytesIO()
    >>> with zipfile.ZipFile(out, "w") as package: package.writestr("a.xml", "x")
    >>> zipfile.ZipFile(io.BytesIO(settle(out.getvalue()))).getinfo("a.xml").date_time
    (1980, 1, 1, 0, 0, 0)
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.infolist():
            data = old.read(member)
            if member.filename == "docProps/core.xml":
                data = _STAMP.sub(rb"\g<1>1980-01-01T00:00:00Z\g<2>", data)
            entry = zipfile.ZipInfo(member.filename, _EPOCH)
            entry.create_system, entry.compress_type = 0, zipfile.ZIP_DEFLATED
            new.writestr(entry, data)
    return out.getvalue()
