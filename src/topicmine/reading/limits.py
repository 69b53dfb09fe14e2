"""Every limit of the reading layer in one place, and the running account that holds an input to them."""

from __future__ import annotations

from dataclasses import dataclass

from topicmine.errors import ReadError

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What an input may cost, sizes in bytes; an input over a limit is skipped and the run goes on.

    Attributes:
        file_bytes: Largest single file, and largest member of an archive or attachment.
        text_chars: Most characters of one document.
        archive_bytes: Most bytes that one file may unpack to, over all nested archives together.
        archive_ratio: Most times that a packed member may grow (members under 1 MiB are exempt).
        archive_members: Most members of one file, over all nested archives together.
        archive_depth: How many archives may lie inside each other.
        markup_nodes: Most tags and attributes of one XML or HTML part; a node costs about 150 bytes of memory.
        pages: Most pages of one PDF or OFD.
        rows: Most rows of one table; `cells` bounds the width in the same way.
        cells: Most cells of one table.
        ocr_pages: Most scanned pages of one file that are sent to character recognition.
        silent_seconds: Longest time a parser in the worker may be busy without a word (a page, a sheet).
        file_seconds: Longest time for one file in the worker.
        memory_bytes: Address space of the worker (POSIX only; other systems have the time limits alone).
        ocr_memory_bytes: The same for character recognition, which needs far more.
    """

    file_bytes: int = 100 * MIB
    text_chars: int = 20_000_000
    archive_bytes: int = 256 * MIB
    archive_ratio: int = 200
    archive_members: int = 2_000
    archive_depth: int = 3
    markup_nodes: int = 3_000_000
    pages: int = 10_000
    rows: int = 200_000
    cells: int = 4_000_000
    ocr_pages: int = 200
    silent_seconds: float = 6.0
    file_seconds: float = 300.0
    memory_bytes: int = 768 * MIB
    ocr_memory_bytes: int = 4096 * MIB


class Budget:
    """What is left of one file's archive allowance; nested archives draw on the same one."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.bytes_left = limits.archive_bytes
        self.members_left = limits.archive_members

    def spend_members(self, count: int) -> None:
        """Book `count` members. Raises ReadError when there are more than allowed."""
        self.members_left -= count
        if self.members_left < 0:
            raise ReadError(f"压缩包里的文件超过{self.limits.archive_members}个，请解压后只留下需要的文件再读")

    def spend_bytes(self, count: int) -> None:
        """Book `count` unpacked bytes. Raises ReadError when the file unpacks to more than allowed."""
        self.bytes_left -= count
        if self.bytes_left < 0:
            raise ReadError(
                f"解压后超过{self.limits.archive_bytes // MIB}MB，疑似压缩炸弹，没有读取；正常文件请解压后分批读"
            )
