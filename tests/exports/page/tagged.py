"""Reads a page's tags back from the file, the way a screen reader does.

PDFium walks the structure. What is marked is read here, because PDFium sorts what it extracts by where it stands.
"""

from __future__ import annotations

import ctypes
import re
import zlib
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\r?\nendobj", re.DOTALL)
_FONTS = re.compile(rb"/(F\d+) (\d+) 0 R")
_OPERATOR = re.compile(
    rb"<</MCID (?P<mark>\d+)>> BDC|<</ActualText <FEFF(?P<spoken>[0-9A-F]*)>>> BDC|(?P<decoration>/Artifact.*BDC)"
    rb"|(?P<end>EMC)|/(?P<font>F\d+) [\d.]+ Tf|\[(?P<shown>.*)\] TJ"
)


class Element(NamedTuple):
    """An element with words of its own: its role and what is read."""

    role: str
    text: str


def elements(pdf: bytes) -> list[Element]:
    """:returns: all that is read aloud of the page, in its order.

    What is read is the element's alternative or ActualText, or what its marks show where it has neither.
    """
    shown = _Marked(pdf).shown
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]  # closes with its last reference
        tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
        try:
            roots = range(pdfium.FPDF_StructTree_CountChildren(tree))
            tops = [pdfium.FPDF_StructTree_GetChildAtIndex(tree, index) for index in roots]
            return [element for top in tops for element in _below(top, shown)]
        finally:
            pdfium.FPDF_StructTree_Close(tree)


def _below(node: Any, shown: dict[int, str]) -> Iterator[Element]:
    marks = range(pdfium.FPDF_StructElement_GetMarkedContentIdCount(node))
    own = "".join(shown.get(pdfium.FPDF_StructElement_GetMarkedContentIdAtIndex(node, n), "") for n in marks)
    alternative = _string(pdfium.FPDF_StructElement_GetAltText, node)
    text = alternative or _string(pdfium.FPDF_StructElement_GetActualText, node) or own
    if text.strip():
        yield Element(_string(pdfium.FPDF_StructElement_GetType, node), text.strip())
    for index in range(pdfium.FPDF_StructElement_CountChildren(node)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(node, index)
        if child:
            yield from _below(child, shown)


def _string(read: Callable[[Any, Any, int], int], node: Any) -> str:
    buffer = ctypes.create_string_buffer(read(node, None, 0))
    read(node, buffer, len(buffer))
    return buffer.raw[:-2].decode("utf-16-le")


class _Marked:
    """``shown`` is the text behind each number of marked content; a span's ActualText replaces what it draws."""

    def __init__(self, pdf: bytes) -> None:
        self._objects = {int(number): body for number, body in _OBJECT.findall(pdf)}
        page = next(body for body in self._objects.values() if b"/StructParents" in body)
        self._letters = {name: self._unicode(int(font)) for name, font in _FONTS.findall(page)}
        self.shown: dict[int, str] = {}
        self._read(self._stream(self._reference(page, b"Contents")))

    def _read(self, content: bytes) -> None:
        font, mark, open_marks = b"", -1, list[str]()
        for found in _OPERATOR.finditer(content):
            match found.lastgroup:
                case "mark":
                    mark = int(found["mark"])
                    open_marks.append("")
                case "spoken":
                    self._add(mark, bytes.fromhex(found["spoken"].decode()).decode("utf-16-be"))
                    open_marks.append("spoken")
                case "decoration":
                    open_marks.append("")
                case "end":
                    open_marks.pop()
                case "font":
                    font = found["font"]
                case _ if "spoken" not in open_marks:
                    self._add(mark, self._text(font, found["shown"]))
                case _:
                    pass

    def _add(self, mark: int, text: str) -> None:
        self.shown[mark] = self.shown.get(mark, "") + text

    def _text(self, font: bytes, shown: bytes) -> str:
        codes = "".join(code.decode() for code in re.findall(rb"<([0-9A-F]*)>", shown))
        return "".join(self._letters[font][codes[at : at + 4]] for at in range(0, len(codes), 4))

    def _unicode(self, font: int) -> dict[str, str]:
        """The text of each code of a font."""
        pairs = re.findall(
            rb"<(\w{4})> <(\w+)>", self._stream(self._reference(self._objects[font], b"ToUnicode"))
        )
        return {code.decode(): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}

    def _reference(self, body: bytes, key: bytes) -> int:
        found = re.search(rb"/" + key + rb" (\d+) 0 R", body)
        assert found
        return int(found[1])

    def _stream(self, number: int) -> bytes:
        return zlib.decompress(
            self._objects[number].split(b"\nstream\n", 1)[1].removesuffix(b"\r\nendstream")
        )
