"""Text of a PDF, page by page, with the share of characters that look like a text at all."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2_raw as pdfium  # the binding alone: the package around it takes 50 ms more to load

_LOCKED = "有密码保护，打不开；请先用原来的软件解除密码再读"
_BROKEN = "PDF文件损坏，读不出来；请重新下载，或用原来的软件打开后另存一份再读"
_initialised: list[bool] = []


def _open(data: bytes) -> Any:
    if not _initialised:
        pdfium.FPDF_InitLibrary()
        _initialised.append(True)
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        raise ValueError(_LOCKED if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD else _BROKEN)
    return document


def _page_text(document: Any, index: int, most: int) -> str:
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        return ""
    try:
        text_page = pdfium.FPDFText_LoadPage(page)
        if not text_page:
            return ""
        try:
            count = min(pdfium.FPDFText_CountChars(text_page), most)
            if count <= 0:
                return ""
            buffer = (ctypes.c_ushort * (count + 1))()
            written = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
            raw = bytes(buffer)[: 2 * max(written - 1, 0)]
            return raw.decode("utf-16-le", "replace").replace("\r\n", "\n").replace("\ufffe", "").replace("\0", "")
        finally:
            pdfium.FPDFText_ClosePage(text_page)
    finally:
        pdfium.FPDF_ClosePage(page)


def _field(document: Any, key: bytes) -> str:
    size = pdfium.FPDF_GetMetaText(document, key, None, 0)
    if not 2 < size < 4096:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDF_GetMetaText(document, key, buffer, size)
    return buffer.raw[:size].decode("utf-16-le", "replace").rstrip("\0")


def run(data: bytes, pages: int, chars: int) -> Iterator[dict[str, Any]]:
    """One reply for the file (`pages`, `title`), then one for each page (`text`)."""
    document = _open(data)
    try:
        count = pdfium.FPDF_GetPageCount(document)
        if count > pages:
            raise ValueError(f"共{count}页，超过{pages}页的上限；请拆分成几个文件再读")
        yield {"pages": count, "title": _field(document, b"Title")}
        for index in range(count):
            text = _page_text(document, index, chars + 1)
            chars -= len(text)
            if chars < 0:
                raise ValueError("文字太多，超过一份材料的上限；请拆分成几个文件再读")
            yield {"text": text}
    finally:
        pdfium.FPDF_CloseDocument(document)
