"""Archives: every member is read as if it were a file in a folder. Nothing is unpacked to disk."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import basename, normpath

from topicmine.errors import ReadError
from topicmine.reading.content import Member, Part, Rejected
from topicmine.reading.source import Source


def fits(source: Source) -> float:
    """A zip container that no other format claims."""
    office = source.has("[Content_Types].xml") or source.has("META-INF/manifest.xml") or source.has("mimetype")
    return 0.2 if source.zip is not None and not office else 0.0


def read(source: Source) -> Iterator[Part]:
    """The members by name; one that cannot be unpacked is rejected and the others go on."""
    assert source.zip is not None
    members = sorted(source.zip.members(), key=lambda member: member[0])
    if not members:
        raise ReadError("压缩包是空的，里面没有文件")
    for name, info in members:
        if name.startswith("__MACOSX/") or basename(name).startswith((".", "~$")):
            continue
        try:
            data = source.zip.unpack(info)
        except ReadError as error:
            yield Rejected(name, str(error))
            continue
        yield Member(normpath(f"/{name}").lstrip("/"), data)
