# ruff: noqa: E402 - the samples lie in another folder
"""How much of a text each format gives back, what a hostile file costs, and whether time and memory stay linear.

    python benchmarks/reading.py [--quick]

Prints Markdown tables; `--quick` leaves out the 100,000 files and the 5,000 pages.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path[0] = str(Path(__file__).parent.parent / "tests")  # the samples; this folder would hide them

from reading import samples
from reading.killers import KILLERS
from reading.texts import BODY, COMPLAINT_HEAD, COMPLAINTS, TITLE, WHOLE, grams, recall
from topicmine.reading import read, recognition

ROOT = Path(__file__).parent.parent
MIB = 1 << 20


def read_alone(folder: Path) -> dict[str, float]:
    """What reading `folder` costs in a fresh process: seconds, peak MB of it and of its worker, and counts."""
    command = [sys.executable, __file__, "--one", str(folder)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ})
    return dict(json.loads(answer.stdout))


def peak() -> float:
    """Most memory this process ever had, in MB; the kernel's own figure also counts what the parent had."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(folder: Path) -> None:
    begin = time.perf_counter()
    corpus = read([folder])
    seconds = time.perf_counter() - begin
    own, worker = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    answer = {
        "seconds": seconds,
        "cpu": own.ru_utime + own.ru_stime + worker.ru_utime + worker.ru_stime,
        "own": peak(),
        "worker": worker.ru_maxrss / 1024,
        "documents": len(corpus.documents),
        "skipped": len(corpus.skipped),
        "chars": sum(len(document.text) for document in corpus.documents),
        "reason": next((entry.reason for entry in corpus.skipped), ""),
    }
    print(json.dumps(answer))


def row(*cells: object) -> None:
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def head(*cells: str) -> None:
    print()
    row(*cells)
    row(*("---" for _ in cells))


def texts(folder: Path) -> None:
    head("format", "5-gram recall", "5-gram precision", "title, date", "ms")
    for name, make in samples.TEXTS.items():
        path = folder / name
        path.write_bytes(make())
        read([path])
        begin = time.perf_counter()
        document = read([path]).documents[0]
        took = time.perf_counter() - begin
        precise = recall(document.text + "\n" + document.title, WHOLE) if grams(document.text) else 0
        sure = f"{'yes' if document.title == TITLE else 'no'}, {document.date}"
        row(name, f"{recall(BODY, document.text):.3f}", f"{precise:.3f}", sure, f"{1000 * took:.0f}")


def tables(folder: Path) -> None:
    head("table", "cells right", "rows", "ms")
    kept = [i for i, heading in enumerate(COMPLAINT_HEAD) if heading not in ("投诉人", "联系电话")]
    wanted = [[cells[i] for i in kept] for cells in (COMPLAINT_HEAD, *COMPLAINTS)]
    for name, make in samples.TABLES.items():
        path = folder / name
        path.write_bytes(make())
        begin = time.perf_counter()
        document = read([path]).documents[0]
        took = time.perf_counter() - begin
        found = [line.split("\t") for line in document.text.split("\n")]
        pairs = [(a, b) for want, have in zip(wanted, found, strict=False) for a, b in zip(want, have, strict=False)]
        right = sum(a == b for a, b in pairs) / sum(map(len, wanted))
        row(name, f"{right:.3f}", len(document.table.rows) if document.table else 0, f"{1000 * took:.0f}")


def scans(folder: Path) -> None:
    if not recognition.is_installed():
        print(f"\nScans: not measured, the extra is missing ({recognition.INSTALL}).")
        return
    head("scan", "5-gram recall", "seconds a page")
    for dpi in (110, 150, 200):
        pages = samples.rendered(samples.pdf(), dpi)
        path = folder / f"{dpi}.pdf"
        pages[0].save(path, save_all=True, append_images=pages[1:], resolution=dpi, quality=80)
        begin = time.perf_counter()
        document = read([path]).documents[0]
        took = (time.perf_counter() - begin) / len(pages)
        row(f"{dpi} dpi, 0.6° skew, blur", f"{recall(BODY, document.text):.3f}", f"{took:.1f}")


def hostile() -> None:
    head("hostile file between two good ones", "seconds", "MB", "worker MB", "what the person is told")
    for name, (make, _) in KILLERS.items():
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            (folder / "1").write_bytes(samples.docx())
            (folder / "2").write_bytes(make())
            (folder / "3").write_bytes(samples.pdf())
            cost = read_alone(folder)
        told = cost["reason"] or "(read)"
        row(name, f"{cost['seconds']:.1f}", f"{cost['own']:.0f}", f"{cost['worker']:.0f}", told)


def small_files() -> None:
    head("small files", "CPU seconds", "µs a file", "MB", "of which text, MB")
    with tempfile.TemporaryDirectory() as place:
        made = 0
        for count in (1_000, 25_000, 50_000, 100_000):
            for number in range(made, count):
                folder = Path(place) / f"{number // 500:03d}"
                if number % 500 == 0:
                    folder.mkdir()
                text = f"第{number}号材料\n{BODY[:200]}共{number}件。\n2026年3月{number % 28 + 1}日\n"
                (folder / f"{number:06d}.txt").write_bytes(text.encode("gb18030" if number % 3 else "utf-8"))
            made = count
            cost = read_alone(Path(place))
            each, text_size = 1e6 * cost["cpu"] / count, 2 * cost["chars"] / MIB
            row(f"{count:,}", f"{cost['cpu']:.1f}", f"{each:.0f}", f"{cost['own']:.0f}", f"{text_size:.0f}")


def long_pdf() -> None:
    head("pages of one PDF", "CPU seconds", "ms a page", "MB", "worker MB", "characters")
    lines = samples.wrapped(BODY)
    for count in (1_250, 2_500, 5_000):
        with tempfile.TemporaryDirectory() as place:
            pages = [[f"第{number}部分", *lines[:25]] for number in range(count)]
            (Path(place) / "a.pdf").write_bytes(samples.pdf_of(pages))
            cost = read_alone(Path(place))
        each = 1000 * cost["cpu"] / count
        memory = (f"{cost['own']:.0f}", f"{cost['worker']:.0f}")
        row(f"{count:,}", f"{cost['cpu']:.1f}", f"{each:.1f}", *memory, f"{cost['chars']:,}")


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--quick", action="store_true")
    options.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    arguments = options.parse_args()
    if arguments.one:
        measure(arguments.one)
        return
    with tempfile.TemporaryDirectory() as place:
        texts(Path(place))
        tables(Path(place))
        scans(Path(place))
    head("bundled corpus", "documents", "skipped", "seconds", "MB")
    for folder in sorted(path for path in (ROOT / "corpora").iterdir() if path.is_dir()):
        cost = read_alone(folder)
        row(folder.name, cost["documents"], cost["skipped"], f"{cost['seconds']:.2f}", f"{cost['own']:.0f}")
    hostile()
    if not arguments.quick:
        small_files()
        long_pdf()


if __name__ == "__main__":
    main()
