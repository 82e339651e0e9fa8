"""Pictures of a PDF's first page, for the screen and for a printer."""

from __future__ import annotations

import threading
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

POINTS_AN_INCH = 72

# PDFium keeps state of its own behind everything it does: one thread at a time.
_pdfium = threading.Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Rows of pixels from the top: four bytes each (blue, green, red, unused), ``stride`` bytes a row."""

    width: int
    height: int
    stride: int
    data: bytes


def page_size(pdf: bytes) -> tuple[float, float]:
    """:returns: width and height of the page in points."""
    with _first_page(pdf) as page:
        return page.get_size()


def page_text(pdf: bytes) -> str:
    """:returns: the words of the page, as one would copy them."""
    with _first_page(pdf) as page:
        return page.get_textpage().get_text_bounded()


def picture(pdf: bytes, scale: float, *, rows: range | None = None) -> Picture:
    """Draw the page, or a band of it.

    :param scale: pixels a point.
    :param rows: the rows of pixels to draw; all of them by default. Bands put together are the whole picture.
    """
    with _first_page(pdf) as page:
        bitmap = page.render(
            scale=scale,  # pyright: ignore[reportArgumentType]  the library's own hint is its default, 1
            prefer_bgrx=True,
            crop=_crop(page, scale, rows),
        )
        return Picture(
            width=bitmap.width, height=bitmap.height, stride=bitmap.stride, data=bytes(bitmap.buffer)
        )


def pixels(pdf: bytes, scale: float) -> tuple[int, int]:
    """:returns: width and height of the whole picture at ``scale`` pixels a point."""
    with _first_page(pdf) as page:
        return _pixels(page, scale)


@contextmanager
def _first_page(pdf: bytes) -> Generator[PdfPage]:
    import pypdfium2

    with _pdfium:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document[0]
        finally:
            document.close()


def _crop(page: PdfPage, scale: float, rows: range | None) -> tuple[float, float, float, float]:
    """:returns: how much to leave out on the left, below, on the right and above, in points."""
    if rows is None:
        return (0, 0, 0, 0)
    _, height = _pixels(page, scale)
    return (0, _points(height - rows.stop, scale), 0, _points(rows.start, scale))


def _points(pixels: int, scale: float) -> float:
    """:returns: what the renderer rounds up to exactly ``pixels``."""
    return (pixels - 0.5) / scale if pixels else 0


def _pixels(page: PdfPage, scale: float) -> tuple[int, int]:
    width, height = page.get_size()
    return -int(-width * scale // 1), -int(-height * scale // 1)
