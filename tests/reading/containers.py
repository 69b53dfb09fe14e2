"""The smallest writers of old container formats: OLE compound files, Word 97 and Excel 97."""

import struct

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def write_ole(streams: dict[str, bytes]) -> bytes:
    """An OLE compound file with these streams in its root, each padded to at least 4096 bytes."""
    padded = {name: data.ljust(4096, b"\0") for name, data in streams.items()}
    starts, chain, body = {}, [], b""
    for name, data in padded.items():
        count = -(-len(data) // SECTOR)
        starts[name] = len(chain)
        chain += [len(chain) + i + 1 for i in range(count - 1)] + [END]
        body += data.ljust(count * SECTOR, b"\0")
    directory_start = len(chain)
    entries = [_entry("Root Entry", 5, child=1, start=END, size=0)]
    names = list(padded)
    for index, name in enumerate(names):
        right = index + 2 if index + 1 < len(names) else FREE
        entries.append(_entry(name, 2, right=right, start=starts[name], size=len(padded[name])))
    directory = b"".join(entries).ljust(-(-len(entries) * 128 // SECTOR) * SECTOR, b"\0")
    sectors = len(directory) // SECTOR
    chain += [directory_start + i + 1 for i in range(sectors - 1)] + [END]
    fat_sectors = 1
    while (len(chain) + fat_sectors) * 4 > fat_sectors * SECTOR:
        fat_sectors += 1
    fat_start = len(chain)
    chain += [FAT] * fat_sectors
    fat = b"".join(struct.pack("<I", item) for item in chain).ljust(fat_sectors * SECTOR, b"\xff")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    header += b"\0" * 6 + struct.pack("<IIIIIIIII", 0, fat_sectors, directory_start, 0, 4096, END, 0, END, 0)
    header += b"".join(struct.pack("<I", fat_start + i if i < fat_sectors else FREE) for i in range(109))
    return header + body + directory + fat


def _entry(name: str, kind: int, right: int = FREE, child: int = FREE, start: int = 0, size: int = 0) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    entry = raw.ljust(64, b"\0") + struct.pack("<HBBIII", len(raw), kind, 1, FREE, right, child)
    return entry + b"\0" * 36 + struct.pack("<IQ", start, size)


def write_doc(text: str, flags: int = 0x200, version: int = 0xC1) -> bytes:
    """A Word 97 file whose text is one UTF-16 piece; paragraphs end with \\r as Word has it."""
    raw = text.replace("\n", "\r") + "\r"
    units = raw.encode("utf-16-le")
    at = 2048
    fib = struct.pack("<HHHHHH", 0xA5EC, version, 0, 0x0804, 0, flags).ljust(32, b"\0")
    fib += struct.pack("<H", 14) + b"\0" * 28
    counts = [0] * 22
    counts[3] = len(units) // 2
    fib += struct.pack("<H", 22) + struct.pack("<22i", *counts)
    piece = struct.pack("<II", 0, len(units) // 2) + struct.pack("<HIH", 0, at, 0)
    clx = b"\2" + struct.pack("<I", len(piece)) + piece
    pairs = [(0, 0)] * 93
    pairs[33] = (0, len(clx))
    fib += struct.pack("<H", 93) + b"".join(struct.pack("<II", *pair) for pair in pairs)
    return write_ole({"WordDocument": fib.ljust(at, b"\0") + units, "1Table": clx})


def write_xls(rows: list[tuple[str, ...]], name: str = "投诉") -> bytes:
    """An Excel 97 workbook with one sheet of texts."""
    words = sorted({cell for row in rows for cell in row})
    table = struct.pack("<II", len(words), len(words))
    table += b"".join(struct.pack("<HB", len(word), 1) + word.encode("utf-16-le") for word in words)
    opening = struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 0)
    sheet = _record(0x809, struct.pack("<HHHHII", 0x0600, 0x10, 0, 0, 0, 0))
    sheet += _record(0x200, struct.pack("<IIHHH", 0, len(rows), 0, len(rows[0]), 0))
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            sheet += _record(0xFD, struct.pack("<HHHI", r, c, 0, words.index(cell)))
    sheet += _record(0x0A, b"")
    label = struct.pack("<BB", len(name), 1) + name.encode("utf-16-le")

    def globals_(offset: int) -> bytes:
        return (
            _record(0x809, opening)
            + _record(0x42, struct.pack("<H", 1200))
            + _record(0x85, struct.pack("<IBB", offset, 0, 0) + label)
            + _shared(table)
            + _record(0x0A, b"")
        )

    return write_ole({"Workbook": globals_(len(globals_(0))) + sheet})


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _shared(table: bytes) -> bytes:
    assert len(table) <= 8224, "one record is enough for a sample"
    return _record(0xFC, table)
