"""Where things lie in the archive: ``2026/Rep name (01AD9F7B)/2026-11-23 Customer (5B0C1E22).pdf``.

A place is relative to the archive folder, with slashes, in NFC.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import PurePosixPath

from exports.file_names import file_words, is_reserved, numbered
from exports.page_file import page_name
from exports.page_source import PageSource, short_id
from scoring.text import texts_in, tr

PAGE_SUFFIX = ".pdf"
SCAN_SUFFIXES = (".pdf", ".jpg", ".png")
RECEIPTS = "receipts"
RECEIPT_SUFFIX = ".txt"
SIGNED = " signed"
"""Part of the layout as ``.pdf`` is, and so the same in every language."""
MOST_NAME = 60
"""How long the name of the rep or of the customer may be in it, in units of UTF-16: a share may lie deep in a drive of
Windows, where a whole path has 260 at most."""
_DRIVE = re.compile(r"[A-Za-z]:")


def place_of(source: PageSource) -> PurePosixPath:
    """:returns: where a page lies if nothing else lies there."""
    return next(places_of(source))


def places_of(source: PageSource) -> Iterator[PurePosixPath]:
    """:returns: where a page may lie: its place, and others in the same folder for when that is taken."""
    with texts_in(source.context.language):  # the same on every computer
        folder = PurePosixPath(f"{source.day.year:04}", _rep_folder(source))
        name = page_name(source, MOST_NAME)
    return (folder / one for one in numbered(name, PAGE_SUFFIX))


def _rep_folder(source: PageSource) -> str:
    words = file_words(source.rep.name, MOST_NAME) or tr("Rep")
    name = f"{words} ({short_id(source.rep.id)})"
    # "Con. Smith" begins like a device of Windows; without a dot the name is looked at as a whole.
    return " ".join(name.replace(".", " ").split()) if is_reserved(name) else name


def scan_place(page_place: PurePosixPath, suffix: str) -> PurePosixPath:
    """:returns: where the scan of a signed page lies if nothing else lies there: beside it.

    :param suffix: one of ``SCAN_SUFFIXES``.
    """
    return next(scan_places(page_place, suffix))


def scan_places(page_place: PurePosixPath, suffix: str) -> Iterator[PurePosixPath]:
    """:returns: where the scan of a signed page may lie, as ``places_of``."""
    if suffix not in SCAN_SUFFIXES:
        raise ValueError("a scan is a PDF or a picture")
    return (page_place.with_name(one) for one in numbered(page_place.stem + SIGNED, suffix))


def is_place(text: str) -> bool:
    """:returns: whether ``text``, read from a file, can be a place in the archive: it leads out of no folder on any
    system, and fits on a line."""
    parts = text.split("/")
    return (
        not any(part in {"", ".", ".."} for part in parts)
        and "\\" not in text
        and not _DRIVE.match(text)
        and not any(unicodedata.category(letter) in {"Cc", "Cs", "Zl", "Zp"} for letter in text)
    )
