"""Which paper a page of the archive was drawn on, so that the same page can be made again."""

from __future__ import annotations

from typing import Any

from exports.pdf_file import PdfFile
from exports.pdf_values import DamagedPdfError
from scoring.preferences import Paper

_WIDTHS = {595: Paper.A4, 612: Paper.LETTER}
"""Whole points of PDF."""
_DEEPEST = 16


def drawn_on(data: bytes) -> Paper:
    """:returns: the paper of the first page of a PDF, AUTO where it is another one or cannot be read."""
    try:
        return _WIDTHS.get(int(_width(PdfFile(data))), Paper.AUTO)
    except (DamagedPdfError, ValueError, OverflowError):
        return Paper.AUTO


def _width(pdf: PdfFile) -> float:
    node: dict[str, Any] = pdf.dictionary(pdf.dictionary(pdf.trailer.get("Root")).get("Pages"))
    box: list[Any] = []
    for _ in range(_DEEPEST):
        box = pdf.items(node.get("MediaBox")) or box
        kids = pdf.items(node.get("Kids"))
        if not kids:
            break
        node = pdf.dictionary(kids[0])
    match box:
        case [int() | float() as left, _, int() | float() as right, _]:
            return right - left
        case _:
            raise DamagedPdfError("a page without a size")
