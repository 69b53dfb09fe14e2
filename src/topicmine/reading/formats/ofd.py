"""OFD, the national layout format (GB/T 33190): pages of placed text, put back into lines and paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING

from topicmine.errors import ReadError
from topicmine.reading.content import Content, Part
from topicmine.reading.lines import drop_page_furniture, tighten
from topicmine.reading.lines import join as join_lines
from topicmine.reading.markup import local, parse_xml
from topicmine.reading.source import Source

if TYPE_CHECKING:
    from lxml.etree import _Element

_SAME_LINE = 1.5  # millimetres
_PRIVATE = ("\ue000", "\uf8ff")


def fits(source: Source) -> float:
    """The root file of the container."""
    return 1.0 if source.has("OFD.xml") else 0.0


def read(source: Source) -> Iterator[Part]:
    """All documents of the container as one text, with the page as place."""
    notes: list[str] = []
    pages: list[list[str]] = []
    for document in _named(_load(source, "OFD.xml", notes), "DocRoot"):
        pages += _document(source, (document.text or "").strip(), notes)
    text, places = join_lines(drop_page_furniture([[tighten(line) for line in page] for page in pages]), "第{}页")
    if not text.strip():
        raise ReadError("没有可读的文字，可能是扫描件；请用版式阅读软件另存为图片，安装文字识别后再读")
    private = sum(_PRIVATE[0] <= char <= _PRIVATE[1] for char in text)
    if private > 0.05 * len(text):
        raise ReadError("文字用了自造的字形，读出来是乱码；请用版式阅读软件另存为图片，安装文字识别后再读")
    yield Content(text, notes=tuple(notes), places=places)


def _load(source: Source, name: str, notes: list[str]) -> _Element | None:
    assert source.zip is not None
    name = normpath(name.replace("\\", "/")).lstrip("/.")
    return parse_xml(source.zip.get(name), source.limits.markup_nodes, notes) if source.zip.has(name) else None


def _named(element: _Element | None, name: str) -> list[_Element]:
    return [] if element is None else [e for e in element.iter() if local(e) == name]


def _at(base: str, path: str) -> str:
    return path if path.startswith("/") else join(dirname(base), path)


def _document(source: Source, root_name: str, notes: list[str]) -> list[list[str]]:
    root = _load(source, root_name, notes)
    templates = {t.get("ID"): _at(root_name, t.get("BaseLoc") or "") for t in _named(root, "TemplatePage")}
    entries = [page for page in _named(root, "Page") if page.get("BaseLoc")]
    if len(entries) > source.limits.pages:
        raise ReadError(f"共{len(entries)}页，超过{source.limits.pages}页的上限；请拆分成几个文件再读")
    pages = []
    for entry in entries:
        page = _load(source, _at(root_name, entry.get("BaseLoc") or ""), notes)
        used = [templates.get(t.get("TemplateID")) for t in _named(page, "Template")]
        layers = [*(_load(source, name, notes) for name in used if name), page]
        pages.append(_lines([piece for layer in layers for piece in _pieces(layer)]))
    return pages


def _pieces(page: _Element | None) -> Iterator[tuple[float, float, str]]:
    """Distance from the top, from the left, and text of every piece on the page, in millimetres."""
    for element in _named(page, "TextObject"):
        left, top = _numbers(element.get("Boundary"))[:2]
        for code in _named(element, "TextCode"):
            text = (code.text or "").strip("\r\n")
            if text.strip():
                yield top + _numbers(code.get("Y"))[0], left + _numbers(code.get("X"))[0], text


def _numbers(text: str | None) -> list[float]:
    found = []
    for word in (text or "").split()[:4]:
        try:
            found.append(float(word))
        except ValueError:
            found.append(0.0)
    return [*found, 0.0, 0.0]


def _lines(pieces: list[tuple[float, float, str]]) -> list[str]:
    lines: list[list[tuple[float, str]]] = []
    baseline = None
    for top, left, text in sorted(pieces):
        if baseline is None or top - baseline > _SAME_LINE:
            lines.append([])
            baseline = top
        lines[-1].append((left, text))
    return [line for pairs in lines if (line := "".join(text for _, text in sorted(pairs)).strip())]
