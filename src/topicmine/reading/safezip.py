"""The only way to open a zip container: every size is checked in the directory first and again while unpacking."""

from __future__ import annotations

import io
import zipfile
import zlib
from posixpath import normpath

from topicmine.errors import ReadError
from topicmine.reading.decoding import decode
from topicmine.reading.limits import MIB, Budget

_LOCKED = "有密码保护，打不开；请先用原来的软件解除密码再读"
_ENTRY = b"PK\1\2"  # opens a directory entry: counted before zipfile builds an object of each
_BROKEN = "压缩结构损坏，文件可能没有传完；请重新复制或用原来的软件另存一份"


def _folded(name: str) -> str:
    return normpath("/" + name.replace("\\", "/")).lower()


class SafeZip:
    """A zip file whose members are read within a `Budget`.

    Raises:
        ReadError: from the constructor and `get`, when the container is broken, locked or too large.
    """

    def __init__(self, data: bytes, budget: Budget) -> None:
        budget.spend_members(0 if data.count(_ENTRY) <= budget.members_left else budget.members_left + 1)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError) as error:
            raise ReadError(_BROKEN) from error
        self._budget = budget
        infos = [info for info in self._zip.infolist() if not info.is_dir()]
        budget.spend_members(len(infos))
        self._infos = {_folded(info.filename): info for info in infos}

    @property
    def names(self) -> list[str]:
        """Member names as the archive spells them, in its order; GBK names of older archivers are decoded."""
        return [_name(info) for info in self._infos.values()]

    def has(self, name: str) -> bool:
        """Whether there is a member of that name; case and slashes do not matter, as in Windows-made files."""
        return _folded(name) in self._infos

    def get(self, name: str) -> bytes:
        """The unpacked bytes of member `name`."""
        return self._unpack(self._infos[_folded(name)])

    def members(self) -> list[tuple[str, zipfile.ZipInfo]]:
        """Readable name and directory entry of every member, in the archive's order."""
        return [(_name(info), info) for info in self._infos.values()]

    def unpack(self, info: zipfile.ZipInfo) -> bytes:
        """The unpacked bytes of a member from `members`."""
        return self._unpack(info)

    def check_all(self) -> None:
        """Refuse the whole container when its members together would unpack to more than is allowed."""
        self._budget.spend_bytes(sum(self._checked(info) for info in self._infos.values()))

    def _checked(self, info: zipfile.ZipInfo) -> int:
        limits = self._budget.limits
        if info.flag_bits & 1:
            raise ReadError(_LOCKED)
        if info.file_size > limits.file_bytes:
            raise ReadError(f"里面的{_name(info)}解压后超过{limits.file_bytes // MIB}MB，没有读取；请拆分后再读")
        if info.file_size > limits.archive_ratio * info.compress_size + MIB:
            raise ReadError(f"里面的{_name(info)}压缩比异常，疑似压缩炸弹，没有读取；确属正常文件的，请解压后再读")
        return info.file_size

    def _unpack(self, info: zipfile.ZipInfo) -> bytes:
        expected = self._checked(info)
        self._budget.spend_bytes(expected)
        try:
            with self._zip.open(info) as stream:
                data = stream.read(expected + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
            raise ReadError(_BROKEN) from error
        except (UnicodeDecodeError, ValueError) as error:
            raise ReadError(_BROKEN) from error
        if len(data) > expected:
            raise ReadError("里面的文件比目录写的大，疑似压缩炸弹，没有读取；请核实文件来源")
        return data


def _name(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & 0x800:
        return info.filename.replace("\\", "/")
    try:
        return decode(info.filename.encode("cp437")).text.replace("\\", "/")
    except (ReadError, UnicodeEncodeError):
        return info.filename.replace("\\", "/")
