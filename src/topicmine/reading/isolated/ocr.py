"""Character recognition of scanned PDF pages and pictures by RapidOCR, whose model lies inside its wheel."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

_DPI = 150
_MOST_PIXELS = 25_000_000
_engines: list[Any] = []


def _engine() -> Any:
    if not _engines:
        from rapidocr import RapidOCR

        _engines.append(RapidOCR(params={"Global.use_cls": False, "Global.log_level": "critical"}))
    return _engines[0]


def _read(image: Any) -> str:
    """Lines from top to bottom; boxes of about the same height are one line, from left to right."""
    import numpy

    result = _engine()(image)
    if result.boxes is None or not result.txts:
        return ""
    boxes = sorted(
        (float(b[:, 1].mean()), float(b[:, 0].min()), float(numpy.ptp(b[:, 1])), t)
        for b, t in zip(result.boxes, result.txts, strict=True)
    )
    lines: list[list[tuple[float, str]]] = []
    middle = height = 0.0
    for y, x, tall, text in boxes:
        if not lines or y - middle > 0.5 * max(height, tall):
            lines.append([])
            middle, height = y, tall
        lines[-1].append((x, text))
    return "\n".join(" ".join(text for _, text in sorted(line)) for line in lines)


def _pdf_pages(data: bytes, pages: list[int]) -> Iterator[dict[str, Any]]:
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        for index in pages:
            page = document[index]
            width, height = page.get_size()
            scale = min(_DPI / 72, (_MOST_PIXELS / max(width * height, 1)) ** 0.5)
            yield {"page": index, "text": _read(page.render(scale=scale).to_numpy())}
            page.close()


def _picture(data: bytes) -> str:
    import numpy
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = 8 * _MOST_PIXELS
    with Image.open(io.BytesIO(data)) as picture:
        picture.draft("RGB", (5000, 5000))
        small = picture.convert("RGB")
    shrink = (_MOST_PIXELS / (small.width * small.height)) ** 0.5
    if shrink < 1:
        small = small.resize((int(small.width * shrink), int(small.height * shrink)))
    return _read(numpy.asarray(small)[:, :, ::-1])


def run(data: bytes, kind: str, pages: list[int]) -> Iterator[dict[str, Any]]:
    """One reply a page: its index and its lines."""
    if kind == "pdf":
        yield from _pdf_pages(data, pages)
    else:
        yield {"page": 0, "text": _picture(data)}
