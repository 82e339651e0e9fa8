"""Takes the record out of a file that somebody hands us: a page with the record attached, or the record by itself.

Other programs may have saved the page again. Nothing the file says about itself is believed: it is read within firm
limits of size, and what is damaged is refused, never repaired.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from exports.pdf_file import PdfFile, Stream, TooLargeError
from exports.pdf_values import DamagedPdfError, Ref
from scoring.errors import SecondChairError
from scoring.text import tr

MOST_FILE = 50 << 20
"""Bytes of the largest file that is read."""
MOST_RECORD = 16 << 20
"""Bytes of the largest record; 20,000 taps in three hours take a third of that."""
MOST_PARTS = 500_000
"""Lists and objects in a record: empty ones take forty times the memory of their text."""
RECORD_NAME = "record.json"

PDF = b"%PDF-"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def record_in(data: bytes) -> bytes:
    """Find the record in the bytes of a file.

    :returns: what should be its JSON: an object in UTF-8. What is in it was not looked at.
    :raises SecondChairError: if there is none, or more than one, or the file is damaged, locked or too large.
    """
    if len(data) > MOST_FILE:
        raise _too_large()
    record = _attached_record(data) if data.startswith(PDF) else data
    record = record.removeprefix(_BYTE_ORDER_MARK)
    if not record.lstrip().startswith(b"{"):
        message = tr("Choose a page that Second Chair saved as PDF, or a file named record.json.")
        raise SecondChairError(tr("This is neither a page nor a record"), message)
    if len(record) > MOST_RECORD or record.count(b"{") + record.count(b"[") > MOST_PARTS:
        raise _too_large()
    return record


def _too_large() -> SecondChairError:
    message = tr("No record of a call is that large. Choose a page that Second Chair saved.")
    return SecondChairError(tr("This file is too large"), message)


def _attached_record(data: bytes) -> bytes:
    try:
        return _the_one_record(PdfFile(data))
    except TooLargeError as error:
        raise _too_large() from error
    except DamagedPdfError as error:
        message = tr("Its record cannot be read. Ask for the page again, or export it again.")
        raise SecondChairError(tr("This PDF is damaged"), message) from error


def _the_one_record(pdf: PdfFile) -> bytes:
    if "Encrypt" in pdf.trailer:
        message = tr("Save it without a password first, then try again.")
        raise SecondChairError(tr("This PDF is locked"), message)
    files = dict(_records(pdf))
    if not files:
        message = tr("Only a page that Second Chair saved carries one. Choose the page as it was saved.")
        raise SecondChairError(tr("There is no record in this PDF"), message)
    if len(files) > 1:
        message = tr("A page carries one. Import the pages one by one.")
        raise SecondChairError(tr("There are several records in this PDF"), message)
    (stream,) = files.values()
    return _checked(pdf, stream)


def _records(pdf: PdfFile) -> Iterator[tuple[Ref, Any]]:
    """:returns: every attached file named ``record.json``, with its place."""
    for reference in _attached(pdf):
        specification = pdf.dictionary(reference)
        name = pdf.value(specification.get("UF")) or pdf.value(specification.get("F"))
        if isinstance(name, bytes) and _text(name) == RECORD_NAME:
            files = pdf.dictionary(specification.get("EF"))
            file = files.get("F", files.get("UF"))
            if isinstance(file, Ref):
                yield file, pdf.value(file)


def _attached(pdf: PdfFile) -> Iterator[Any]:
    """:returns: what describes each attached file, from a tree whose leaves hold names and files in turn."""
    catalog = pdf.dictionary(pdf.trailer.get("Root"))
    waiting = [pdf.dictionary(catalog.get("Names")).get("EmbeddedFiles")]
    seen = set[Ref]()
    while waiting:
        place = waiting.pop()
        if isinstance(place, Ref):
            if place in seen:
                raise DamagedPdfError("a tree that grows into itself")
            seen.add(place)
        node = pdf.dictionary(place)
        yield from pdf.items(node.get("Names"))[1::2]
        waiting += pdf.items(node.get("Kids"))


def _text(written: bytes) -> str:
    """:returns: a text of the file as characters; names in plain letters are the same in every old encoding."""
    if written.startswith(b"\xfe\xff"):
        return written[2:].decode("utf-16-be", "replace")
    return written.removeprefix(_BYTE_ORDER_MARK).decode("latin-1")


def _checked(pdf: PdfFile, stream: Any) -> bytes:
    """:returns: the bytes of an attached file, if they are what they were when it was attached."""
    if not isinstance(stream, Stream):
        raise DamagedPdfError("an attached file without bytes")
    record = pdf.unpack(stream, MOST_RECORD)
    checksum = pdf.value(pdf.dictionary(stream.entries.get("Params")).get("CheckSum"))
    if isinstance(checksum, bytes) and checksum != hashlib.md5(record, usedforsecurity=False).digest():
        raise DamagedPdfError("an attached file with another checksum")
    return record
