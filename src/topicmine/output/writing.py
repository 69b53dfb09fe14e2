"""A result on disk, whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from topicmine.errors import OutputError
from topicmine.model import Mined
from topicmine.output.shelf import format_for


def write(mined: Mined, path: str | Path) -> Path:
    """Writes the leads to `path` in the format of its suffix (.html .xlsx .docx .md .json .csv .txt).

    Returns:
        The path that was written.

    Raises:
        OutputError: unknown suffix, missing or read-only folder, full disk. The old file, if any, then still stands.
    """
    target = Path(path)
    return write_bytes(target, format_for(target).render(mined))


def write_bytes(path: Path, data: bytes) -> Path:
    """Puts `data` into `path` in one step: a reader sees the old file or the new one, never half of it."""
    check_target(path)
    try:
        _replace(path, data)
    except (OSError, ValueError) as error:
        raise OutputError(f"写不了“{path}”：{_cause(error)}。") from error
    return path


def check_target(path: Path) -> None:
    """Raises OutputError when `path` cannot be a file to write: worth knowing before long work."""
    if path.is_dir():
        raise OutputError(f"“{path}”是文件夹，写不成文件；请在后面加上文件名。")
    if not path.parent.is_dir():
        raise OutputError(f"没有“{path.parent}”这个文件夹；请先建好，或换个地方。")


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=".topicmine-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_mode(path))
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _mode(path: Path) -> int:
    """The permissions the file had, or those a new file gets."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _cause(error: OSError | ValueError) -> str:
    if isinstance(error, PermissionError):
        return "没有写的权限，或文件正被别的程序打开；请关掉它，或换个文件名"
    if isinstance(error, OSError) and error.errno == 28:
        return "磁盘满了；请腾出空间再试"
    return "路径不对或磁盘出了问题；请换个地方再试"
