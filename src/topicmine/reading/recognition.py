"""Scanned pages: which ones are, and their text by character recognition when the extra `ocr` is installed."""

from __future__ import annotations

from importlib.util import find_spec

from topicmine.errors import ReadError
from topicmine.reading.source import Source
from topicmine.reading.worker import Worker

INSTALL = 'pip install "topicmine[ocr]"'
_TOO_FEW = 20
_PATIENCE = 10.0  # a page takes seconds, the model some more when it is loaded
_GOOD_SHARE = 0.9
_GOOD_SIGNS = frozenset("“”‘’—…·℃％‰×①②③④⑤⑥⑦⑧⑨⑩〔〕§±≥≤→●■◆★㎡")


def _is_good(char: str) -> bool:
    return (
        "\u3000" <= char <= "\u303f"
        or "\u3400" <= char <= "\u9fff"
        or "\uff00" <= char <= "\uffef"
        or " " < char < "\x7f"
        or "\U00020000" <= char <= "\U000323af"
        or char in _GOOD_SIGNS
    )


def is_garbled(page: str) -> bool:
    """Whether a page's text is the garbage of a font without a character map."""
    signs = [char for char in page if not char.isspace()]
    return sum(map(_is_good, signs)) < _GOOD_SHARE * len(signs)


def looks_scanned(page: str) -> bool:
    """Whether a page has hardly any text, or none that can be trusted."""
    return len("".join(page.split())) < _TOO_FEW or is_garbled(page)


def is_installed() -> bool:
    """Whether character recognition can run here."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def recognise(source: Source, kind: str, pages: list[str], scanned: list[int]) -> list[str]:
    """Put recognised text into `pages` at the `scanned` indices; returns notes in Chinese.

    Args:
        source: The file.
        kind: "pdf" or "image".
        pages: Text of all pages so far; changed in place.
        scanned: Which of them to recognise.

    Raises:
        ReadError: no page has any text and character recognition is not installed.
    """
    if is_installed():
        return _run(source, kind, pages, scanned)
    lost = [index for index in scanned if not pages[index].strip() or is_garbled(pages[index])]
    for index in lost:
        pages[index] = ""
    if not any(page.strip() for page in pages):
        raise ReadError(f"扫描件或图片，没有文字层；请先安装文字识别：{INSTALL}，再读一次")
    numbers = "、".join(str(index + 1) for index in lost[:10])
    return [f"第{numbers}页没有文字层，未识别；需要的请安装文字识别：{INSTALL}"] if lost else []


def _run(source: Source, kind: str, pages: list[str], scanned: list[int]) -> list[str]:
    limits = source.limits
    wanted = scanned[: limits.ocr_pages]
    notes = []
    if len(scanned) > len(wanted):
        notes.append(f"扫描页超过{limits.ocr_pages}页，后面的没有识别；请拆分成几个文件再读")
    done = 0
    try:
        with Worker(limits, limits.ocr_memory_bytes, _PATIENCE) as worker:
            for part in worker.run("ocr", source.data, kind=kind, pages=wanted):
                pages[part["page"]] = part["text"]
                done += 1
    except ReadError as error:
        if not any(page.strip() for page in pages):
            raise
        notes.append(f"文字识别没有做完：{error}")
    if done:
        which = f"第{wanted[0] + 1}页等{done}页" if len(pages) > 1 else "全文"
        notes.append(f"{which}由图片识别而来，个别字可能有误")
    return notes
