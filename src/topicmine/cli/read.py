"""What the reader sees: one document a line, text included."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from topicmine.cli.screen import progress, show, show_bytes, tell_skipped
from topicmine.errors import UsageError

if TYPE_CHECKING:
    from topicmine.model import Document

EXAMPLE = "例：topicmine read 材料文件夹 -o 材料.jsonl"
_SKIPPED_UNDER_STRICT = 3


def read(
    paths: Annotated[list[str], typer.Argument(metavar="材料", help="文件或文件夹。")],
    output: Annotated[str, typer.Option("-o", "--output", metavar="文件", help="写成.jsonl文件，不写就到屏幕。")] = "",
    strict: Annotated[bool, typer.Option("--strict", help="有材料被跳过时，退出码为3。")] = False,
    soffice: Annotated[bool, typer.Option("--soffice", help="读不了的旧格式交给本机的LibreOffice转换。")] = False,
) -> None:
    """看程序从文件里读到了什么：一份材料一行JSON，带全文。"""
    from topicmine.output.writing import write_bytes
    from topicmine.reading import read as read_paths

    with progress("读取材料") as advance:
        corpus = read_paths(paths, progress=advance, soffice=soffice)
    tell_skipped(corpus.skipped)
    if not corpus.documents:
        raise UsageError("没有读到任何材料，请检查路径。")
    # a lone surrogate cannot be UTF-8; as \udXXX it stays valid JSON and comes back unchanged
    lines = "".join(json.dumps(_row(item), ensure_ascii=False) + "\n" for item in corpus.documents)
    data = lines.encode("utf-8", "backslashreplace")
    if output:
        show(f"已写入 {write_bytes(Path(output), data)}，共{len(corpus.documents)}份材料\n")
    else:
        show_bytes(data)
    if strict and corpus.skipped:
        raise typer.Exit(_SKIPPED_UNDER_STRICT)


def _row(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "title": document.title,
        "text": document.text,
        "date": document.date.isoformat() if document.date else None,
        "unit": document.unit,
        "number": document.number,
        "source": document.source,
        "path": document.path,
        "notes": list(document.notes),
    }
