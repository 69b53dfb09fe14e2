"""LibreOffice as a last resort, only when the person asked for it: in its own profile, without macros or network.

Old files that no reader here understands (Word 95 and before, presentations, damaged binary Word files) are turned into
a modern one. LibreOffice fetches pictures and templates that a document names, unless its settings and the proxy of its
surroundings forbid it; both do.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from topicmine.errors import ReadError
from topicmine.reading.source import Source

_SECONDS = 90
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse">
<value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">
<value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"
oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""
_NOWHERE = "http://127.0.0.1:9"
_PROXIES = ("http_proxy", "https_proxy", "ftp_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
_MISSING = "要用LibreOffice转换，但电脑上没有找到它；请先安装LibreOffice，或去掉 --soffice 再读"
_FAILED = "LibreOffice也打不开；请用原来的软件打开，另存为docx再读"


def target_of(source: Source) -> str:
    """The suffix into which LibreOffice should turn this file, or an empty string when it should not see it."""
    if source.has_stream("EncryptedPackage"):
        return ""
    if source.has_stream("WordDocument") or source.data[:5] == b"{\\rtf":
        return "docx"
    if source.has_stream("PowerPoint Document") or source.has("ppt/presentation.xml"):
        return "pdf"
    return ""


def convert(source: Source, target: str) -> bytes:
    """The file as LibreOffice saves it under the suffix `target`.

    Raises:
        ReadError: LibreOffice is missing, failed, or took too long.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise ReadError(_MISSING)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS, "utf-8")
        (folder / "in.bin").write_bytes(source.data)
        _run(program, folder, target)
        result = folder / f"in.{target}"
        if not result.is_file() or result.stat().st_size > source.limits.file_bytes:
            raise ReadError(_FAILED)
        return result.read_bytes()


def _run(program: str, folder: Path, target: str) -> None:
    profile = (folder / "profile").as_uri()
    command = [program, "--headless", "--norestore", "--nodefault", "--nologo", f"-env:UserInstallation={profile}"]
    command += ["--convert-to", target, "--outdir", str(folder), str(folder / "in.bin")]
    with subprocess.Popen(  # noqa: S603 - asked for by the person; no user data on the command line
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **dict.fromkeys(_PROXIES, _NOWHERE)},
        start_new_session=True,
    ) as process:
        try:
            process.wait(_SECONDS)
        except subprocess.TimeoutExpired as error:
            _end(process)
            raise ReadError(_FAILED) from error


def _end(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice with the program that its start script runs."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, 9)
    process.kill()
