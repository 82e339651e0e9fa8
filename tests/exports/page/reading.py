"""Reads a drawn page back the way a viewer does."""

from __future__ import annotations

import ctypes
import re
import zlib
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw


class Glyph(NamedTuple):
    """A character as it stands on the page, in points from the lower left corner."""

    character: str
    left: float
    bottom: float
    right: float
    top: float
    size: float


def glyphs(pdf: bytes) -> list[Glyph]:
    """:returns: every character with ink, in the order of the file."""
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[0].get_textpage()
        found = (_glyph(text, index) for index in range(text.count_chars()))
        return [glyph for glyph in found if glyph.character.strip() and glyph.right > glyph.left]


def words(pdf: bytes) -> str:
    """:returns: the page's text, blanks and line ends as one blank each."""
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(document[0].get_textpage().get_text_bounded().split())


def lines(pdf: bytes) -> list[str]:
    """:returns: the page's text line by line, with the blank each line may end in."""
    with pypdfium2.PdfDocument(pdf) as document:
        return document[0].get_textpage().get_text_bounded().split("\r\n")


def content(pdf: bytes) -> bytes:
    """:returns: everything packed in the file, unpacked: the page's operators among it."""
    streams = re.findall(rb"FlateDecode[^>]*>>\nstream\n(.*?)\r\nendstream", pdf, re.DOTALL)
    return b"\n".join(zlib.decompress(stream) for stream in streams)


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """:returns: width and height of every page in points."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_size() for page in document]


def attachments(pdf: bytes) -> dict[str, bytes]:
    """:returns: the attached files by name."""
    with pypdfium2.PdfDocument(pdf) as document:
        files = (document.get_attachment(index) for index in range(document.count_attachments()))
        return {file.get_name(): bytes(file.get_data()) for file in files}


def metadata(pdf: bytes) -> dict[str, str]:
    """:returns: the properties of the file."""
    with pypdfium2.PdfDocument(pdf) as document:
        return dict(document.get_metadata_dict())


def _glyph(text: pypdfium2.PdfTextPage, index: int) -> Glyph:
    left, bottom, right, top = text.get_charbox(index)
    size = pypdfium2.raw.FPDFText_GetFontSize(text.raw, index)
    baseline = _baseline(text, index)
    top = baseline + (top - baseline) * 64 / 65  # PDFium adds a 64th to be on the safe side
    return Glyph(text.get_text_range(index, 1), left, bottom, right, top, size)


def _baseline(text: pypdfium2.PdfTextPage, index: int) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    pypdfium2.raw.FPDFText_GetCharOrigin(text.raw, index, x, y)
    return y.value
