# ruff: noqa: E402 - the samples lie in another folder
"""Damages samples of every format with a fixed seed and reads them: no traceback, no hang, no flood.

    python benchmarks/fuzz_reading.py [--files 20000] [--seed 1] [--keep FOLDER]

Prints one line for each finding (the damaged file is kept in FOLDER) and a summary at the end.
"""

from __future__ import annotations

import argparse
import gzip
import io
import random
import resource
import sys
import tempfile
import time
import traceback
import zipfile
from functools import partial
from pathlib import Path

sys.path[0] = str(Path(__file__).parent.parent / "tests")  # the samples; this folder would hide them

from reading import samples
from topicmine.errors import ReadError
from topicmine.reading import Limits, read, scan
from topicmine.reading.content import Content
from topicmine.reading.corpus import _from_content
from topicmine.reading.limits import Budget
from topicmine.reading.source import Source
from topicmine.reading.worker import Worker

BATCH = 40
SLOW = 9.0
MOST_MEMORY = 1 << 30
INTERESTING = tuple(
    bytes.fromhex(item)
    for item in [
        "00",
        "ff",
        "ffffffff",
        "00000080",
        "7fffffff",
        "eda080",
        "0a0a",
        "09",
        "3d",
        "7b",
        "7d",
        "22",
        "3c",
        "2573",
        "3c215b43444154415b",
        "2623303b",
        "5c752d313f",
        "5c62696e39393939393920",
        "323032362d30322d3330",
    ]
)


def damage(data: bytes, chance: random.Random) -> bytes:
    """`data` with one to eight small damages."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        if not out:
            break
        at, size = chance.randrange(len(out)), min(chance.choice((1, 2, 4, 16, 64, 512)), len(out))
        kind = chance.randrange(7)
        if kind == 0:
            out[at] ^= 1 << chance.randrange(8)
        elif kind == 1:
            out[at : at + size] = chance.randbytes(size)
        elif kind == 2:
            del out[at : at + size]
        elif kind == 3:
            out[at:at] = out[at : at + size] * chance.choice((1, 2, 50))
        elif kind == 4:
            out[at : at + size] = chance.choice(INTERESTING)
        elif kind == 5:
            out[at:at] = chance.choice(INTERESTING) * chance.choice((1, 3, 2000))
        else:
            del out[at : len(out) if chance.random() < 0.3 else at + size]
    return bytes(out)


def damage_inside(data: bytes, chance: random.Random) -> bytes:
    """A container with one damaged member, packed anew; anything else is damaged as it is."""
    if data.startswith(b"\x1f\x8b"):
        return gzip.compress(damage(gzip.decompress(data), chance), mtime=0)
    if not data.startswith(b"PK"):
        return damage(data, chance)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members: dict[str, bytes | str] = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(members))
    members[name] = damage_inside(bytes(members[name]), chance)  # type: ignore[arg-type]
    return samples.pack(members)


def explain(data: bytes) -> str:
    """The traceback that the reader turned into its general sentence."""
    with Worker(Limits()) as worker:
        try:
            drain(Source("x", data, Budget(Limits()), worker))
        except Exception:
            return traceback.format_exc()
    return "not reproduced"


def drain(source: Source) -> None:
    from topicmine.reading.content import Member
    from topicmine.reading.formats import choose

    chosen = choose(source)
    try:
        for part in chosen.read(source) if chosen else ():
            if isinstance(part, Member):
                drain(Source(part.name, part.data, source.budget, source.worker))
            elif isinstance(part, Content):
                _from_content(scan.Found("x", "x", part), part)
    except ReadError:
        return


def note_time(times: dict[int, float], done: int, _: int) -> None:
    times[done] = time.monotonic()


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--files", type=int, default=20_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "topicmine-fuzz")
    arguments = options.parse_args()
    arguments.keep.mkdir(parents=True, exist_ok=True)
    originals = {name: make() for name, make in {**samples.TEXTS, **samples.TABLES}.items()}
    names = sorted(originals)
    chance = random.Random(arguments.seed)
    findings = read_whole = skipped = 0
    slowest = 0.0
    begin = time.monotonic()
    for start in range(0, arguments.files, BATCH):
        with tempfile.TemporaryDirectory() as folder:
            made = {}
            for number in range(start, min(start + BATCH, arguments.files)):
                name = names[number % len(names)]
                change = damage_inside if chance.random() < 0.6 else damage
                made[f"{number:06d}-{name}"] = change(originals[name], chance)
            for name, data in made.items():
                (Path(folder) / name).write_bytes(data)
            times: dict[int, float] = {}
            corpus = read([folder], progress=partial(note_time, times))
        ordered = sorted(made)
        for index, name in enumerate(ordered):
            took = times[index + 1] - times[index]
            slowest = max(slowest, took)
            if took > SLOW:
                findings += 1
                (arguments.keep / name).write_bytes(made[name])
                print(f"slow {took:.1f} s: {name}", flush=True)
        for entry in corpus.skipped:
            skipped += 1
            if scan.UNFORESEEN in entry.reason:
                name = entry.path[len(folder) + 1 :].split("!")[0].split(" ")[0]
                findings += 1
                (arguments.keep / name).write_bytes(made[name])
                print(f"unforeseen: {name}\n{explain(made[name])}", flush=True)
        read_whole += len(corpus.documents)
        whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        memory = max(resource.getrusage(who).ru_maxrss << 10 for who in whose)
        if memory > MOST_MEMORY:
            print(f"memory {memory >> 20} MB in batch {start}", flush=True)
    minutes = (time.monotonic() - begin) / 60
    print(
        f"{arguments.files} damaged files in {minutes:.1f} min: {read_whole} documents, {skipped} skipped, "
        f"{findings} findings, slowest {slowest:.1f} s, memory {memory >> 20} MB"
    )


if __name__ == "__main__":
    main()
