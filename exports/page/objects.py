"""The objects of a PDF file, kept and numbered by ReportLab's document.

Only ReportLab's object layer is used: its canvas selects fonts that are never embedded, and PDF/A forbids that.
Values are PDF syntax as text, which is quicker by far than a tree of objects for the hundreds of tags of a page.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import Any

from reportlab.pdfbase import pdfdoc

Ref = str
"""A reference to an object as PDF writes it: ``"12 0 R"``."""


def name(text: str) -> str:
    """:returns: a name object."""
    return str(pdfdoc.PDFName(text))


def number(value: float) -> str:
    """:returns: a number with at most two decimals."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def array(items: Iterable[str]) -> str:
    """:returns: an array object."""
    return f"[{' '.join(items)}]"


def dictionary(**entries: str) -> str:
    """:returns: a dictionary object with the entries that are not empty."""
    return f"<< {' '.join(f'/{key} {value}' for key, value in entries.items() if value)} >>"


def hex_text(text: str) -> str:
    """:returns: the hex digits of ``text`` in UTF-16, which need no escaping of any kind."""
    return text.encode("utf-16-be", "replace").hex().upper()


def string(text: str) -> str:
    """:returns: a text string object."""
    return f"<FEFF{hex_text(text)}>"


class _Written(pdfdoc.PDFObject):
    """An object whose syntax is known; ReportLab puts number and frame around it."""

    def __init__(self, syntax: bytes) -> None:
        self.syntax = syntax

    def format(self, _document: object) -> bytes:
        """:returns: the object for ReportLab to write."""
        return self.syntax


class _Document(pdfdoc.PDFDocument):
    """ReportLab's document with an identity that depends on nothing but what is in the file."""

    identity = b""

    def ID(self) -> bytes:  # noqa: N802 - ReportLab asks for it by this name
        """:returns: the file's two identifiers, as the trailer has them."""
        return self.identity


class Objects:
    """Collects objects and writes the file."""

    def __init__(self) -> None:
        self._document: Any = _Document(invariant=1, pdfVersion=(1, 7))
        self._kept: dict[Ref, _Written] = {}

    def reserve(self) -> Ref:
        """:returns: the reference of an object that is given later with ``fill``."""
        return self._keep(_Written(b"null"))

    def fill(self, reference: Ref, syntax: str) -> None:
        """Give the object of a reserved reference."""
        self._kept[reference].syntax = syntax.encode("ascii")

    def add(self, syntax: str) -> Ref:
        """Keep an object.

        :returns: the reference to it.
        """
        return self._keep(_Written(syntax.encode("ascii")))

    def add_stream(self, data: bytes, *, packed: bool = True, **entries: str) -> Ref:
        """Keep a stream; ``packed`` compresses it.

        :returns: the reference to it.
        """
        if packed:
            data = zlib.compress(data)
            entries["Filter"] = name("FlateDecode")
        head = dictionary(**entries, Length=str(len(data))).encode("ascii")
        # PDF/A wants a line end before "endstream" that is not the data's own last byte
        return self._keep(_Written(head + b"\nstream\n" + data + b"\r\nendstream"))

    def file(self, *, catalog: str, info: str, identity: str) -> bytes:
        """:param identity: 32 hex digits that tell this file from others.
        :returns: the whole file.
        """
        document = self._document
        document.Catalog = _Written(catalog.encode("ascii"))
        document.info = _Written(info.encode("ascii"))
        document.identity = f"[<{identity}><{identity}>]".encode("ascii")
        return bytes(document.format())

    def _keep(self, written: _Written) -> Ref:
        reference = self._document.Reference(written).format(self._document).decode("ascii")
        self._kept[reference] = written
        return reference
