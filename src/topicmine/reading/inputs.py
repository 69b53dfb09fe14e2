"""The files behind the paths that a person names: folders walked once, in a fixed order, each file once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from topicmine.model import Skipped

_SYSTEM_FILES = {"thumbs.db", "desktop.ini", "__macosx"}
_PAGE_SUFFIXES = (".html", ".htm")
_PAGE_FOLDERS = ("_files", ".files", "_file")


@dataclass(frozen=True, slots=True, order=True)
class Input:
    """One file: its identity (path below the folder that was named), the path to show, and where it is."""

    id: str
    shown: str
    path: str


def find_inputs(paths: str | Path | Iterable[str | Path]) -> tuple[list[Input], list[Skipped]]:
    """All files at or below `paths` sorted by identity, and what could not be looked into.

    Hidden files, Office lock files and the picture folders of saved pages are passed over in silence.

    Raises:
        TypeError: an item that is neither `str` nor `Path`.
    """
    if isinstance(paths, str | Path):
        paths = [paths]
    found: dict[str, Input] = {}
    skipped: list[Skipped] = []
    for item in paths:
        if not isinstance(item, str | Path):
            raise TypeError(f"路径应当是字符串或Path，得到的是{type(item).__name__}")
        for entry in _expand(Path(item), skipped):
            key = os.path.abspath(entry.path)  # noqa: PTH100 - 100,000 Path objects cost seconds
            known = found.get(key)
            if known is None or (len(entry.id), entry.id) > (len(known.id), known.id):
                found[key] = entry
    return sorted(found.values()), skipped


def _visible(text: str) -> str:
    """A path that can be printed: bytes that are no UTF-8 become visible."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace").replace("\\", "/")


def _expand(path: Path, skipped: list[Skipped]) -> Iterator[Input]:
    shown = _visible(str(path))
    try:
        if path.is_dir():
            before = len(skipped)
            entries = list(_walk(str(path), "", shown.rstrip("/"), set(), skipped))
            if not entries and len(skipped) == before:
                skipped.append(Skipped(shown, "文件夹里没有文件；请确认材料已经复制进来"))
            yield from entries
        elif path.exists() and not path.is_file():
            skipped.append(Skipped(shown, "不是普通文件，没有读取；请把材料复制成文件再读"))
        elif path.exists():
            yield Input(_visible(path.name), shown, str(path))
        else:
            skipped.append(Skipped(shown, "找不到这个文件或文件夹；请检查路径有没有写错"))
    except (OSError, ValueError):
        skipped.append(Skipped(shown, "打不开这个路径；请检查路径和读取权限"))


def _walk(folder: str, below: str, shown: str, above: set[str], skipped: list[Skipped]) -> Iterator[Input]:
    try:
        real = os.path.realpath(folder)
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        skipped.append(Skipped(shown, "没有读取权限；请换一个有权限的账户，或把材料复制出来再读"))
        return
    if real in above:
        return
    names = {entry.name.lower() for entry in entries}
    for entry in entries:
        if _is_ignored(entry, names):
            continue
        name = _visible(entry.name)
        try:
            is_folder = entry.is_dir()
            is_file = not is_folder and entry.is_file()
        except OSError:
            is_folder = is_file = False
        if is_folder:
            yield from _walk(entry.path, f"{below}{name}/", f"{shown}/{name}", above | {real}, skipped)
        elif is_file:
            yield Input(below + name, f"{shown}/{name}", entry.path)


def _is_ignored(entry: os.DirEntry[str], names: set[str]) -> bool:
    name = entry.name.lower()
    if name.startswith((".", "~$")) or name in _SYSTEM_FILES:
        return True
    stem = next((name.removesuffix(suffix) for suffix in _PAGE_FOLDERS if name.endswith(suffix)), "")
    return bool(stem) and any(stem + suffix in names for suffix in _PAGE_SUFFIXES)
