"""PDF: text by pdfium in the worker; scanned pages by character recognition when the extra is installed."""

from __future__ import annotations

from collections.abc import Iterator

from topicmine.errors import ReadError
from topicmine.reading.content import Content, Part
from topicmine.reading.lines import drop_page_furniture, join, tighten
from topicmine.reading.recognition import looks_scanned, recognise
from topicmine.reading.source import Source


def fits(source: Source) -> float:
    """The signature in the first kilobyte, where readers accept it."""
    return 1.0 if b"%PDF-" in source.data[:1024] else 0.0


def read(source: Source) -> Iterator[Part]:
    """The pages as paragraphs, with the page as place. Pages that could not be read are named in a note."""
    count, title, pages, failure = _pages(source)
    if failure is not None and not pages:
        raise failure
    notes = [f"只读到第{len(pages)}页：{failure}"] if failure else []
    scanned = [index for index, page in enumerate(pages) if looks_scanned(page)]
    if scanned:
        notes += recognise(source, "pdf", pages, scanned)
    if not any(page.strip() for page in pages):
        raise ReadError("一页也没有；请重新导出或下载" if count == 0 else "没有可读的文字，可能是空白页；请核对原件")
    lines = [[tighten(line.strip()) for line in page.split("\n") if line.strip()] for page in pages]
    text, places = join(drop_page_furniture(lines), "第{}页")
    yield Content(text, title=_believed(title, text), notes=tuple(notes), places=places)


def _pages(source: Source) -> tuple[int, str, list[str], ReadError | None]:
    limits = source.limits
    count, title, pages = 0, "", []
    try:
        for part in source.worker.run("pdf", source.data, pages=limits.pages, chars=limits.text_chars):
            if "text" in part:
                pages.append(part["text"])
            else:
                count, title = part["pages"], part["title"]
    except ReadError as error:
        return count, title, pages, error
    return count, title, pages, None


def _believed(title: str, text: str) -> str:
    """The file's own title only where the text begins with it: most are left over from a template."""
    bare = "".join(title.split())
    return title if len(bare) >= 4 and bare in "".join(text[:600].split()) else ""
