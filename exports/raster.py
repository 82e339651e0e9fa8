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


def picture(pdf: bytes, scale: float) -> Picture:
    """Draw the page.

    :param scale: pixels a point. Part of a pixel counts as a whole one.
    """
    with _first_page(pdf) as page:
        bitmap = page.render(
            scale=scale,  # pyright: ignore[reportArgumentType]  the library's own hint is its default, 1
            prefer_bgrx=True,
        )
        return Picture(
            width=bitmap.width, height=bitmap.height, stride=bitmap.stride, data=bytes(bitmap.buffer)
        )


@contextmanager
def _first_page(pdf: bytes) -> Generator[PdfPage]:
    import pypdfium2

    with _pdfium:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document[0]
        finally:
            document.close()
