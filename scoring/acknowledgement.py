"""What became of the printed sheet: signed or declined, what the rep says about it, and a scan of it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from scoring.errors import SecondChairError
from scoring.text import tr

LONGEST_STATEMENT = 20_000
"""Characters of a statement: six pages of it."""
LONGEST_PRINTED = 600
"""Characters of a statement that the one page has room for; a longer one is attached to it."""
MOST_LINES_PRINTED = 10
LARGEST_SCAN = 20 << 20
"""Bytes of a scan."""

_SHA256 = re.compile("[0-9a-f]{64}")
_SHORT_SUM = 16


class Signing(StrEnum):
    """What became of the printed sheet."""

    SIGNED = "signed"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledgement:
    """The rep signed the printed sheet, or declined to, on a day; ``witness`` is the name of who was there, empty where
    nobody has to be."""

    how: Signing
    on: date
    witness: str = ""

    def __post_init__(self) -> None:
        if self.how == Signing.DECLINED and not self.witness.strip():
            raise ValueError("a sheet is declined before a witness")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What the rep says about the page, in the rep's own words; empty is: nothing, or nothing any more."""

    text: str = ""

    def __post_init__(self) -> None:
        if len(self.text) > LONGEST_STATEMENT:
            raise ValueError("a statement has an end")

    @property
    def is_given(self) -> bool:
        """Whether anything is said."""
        return bool(self.text.strip())

    @property
    def is_printed(self) -> bool:
        """Whether it stands on the page itself; else it is attached to it."""
        text = self.text.strip()
        return len(text) <= LONGEST_PRINTED and len(text.splitlines()) <= MOST_LINES_PRINTED


class ScanFormat(StrEnum):
    """What a scan is written in; the value is the suffix of its file."""

    PDF = "pdf"
    JPG = "jpg"
    PNG = "png"


_FIRST_BYTES = {
    b"%PDF-": ScanFormat.PDF,
    b"\xff\xd8\xff": ScanFormat.JPG,
    b"\x89PNG\r\n\x1a\n": ScanFormat.PNG,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """A scan of the sheet: the SHA-256 sum of its bytes (hexadecimal, small letters), and its ``size`` in bytes."""

    sha256: str
    suffix: ScanFormat
    size: int

    def __post_init__(self) -> None:
        if not _SHA256.fullmatch(self.sha256):
            raise ValueError("a SHA-256 sum has 64 hexadecimal digits")
        if not 0 < self.size <= LARGEST_SCAN:
            raise ValueError("no scan is empty, or that large")

    @property
    def short_sum(self) -> str:
        """The first digits of its sum, in groups, as a person compares them."""
        digits = self.sha256[:_SHORT_SUM]
        return " ".join(digits[i : i + 4] for i in range(0, len(digits), 4))


def scan_of(data: bytes) -> Scan:
    """Tell by its bytes what a file is.

    :raises SecondChairError: if it is no scan, or too large.
    """
    if len(data) > LARGEST_SCAN:
        raise _too_large()
    suffix = next((kind for start, kind in _FIRST_BYTES.items() if data.startswith(start)), None)
    if suffix is None:
        message = tr("Choose a PDF, a JPEG or a PNG file.")
        raise SecondChairError(tr("This file is not a scan"), message)
    return Scan(sha256=hashlib.sha256(data).hexdigest(), suffix=suffix, size=len(data))


def _too_large() -> SecondChairError:
    message = tr("A scan can have 20 MB. Scan the sheet again in a lower resolution.")
    return SecondChairError(tr("This file is too large"), message)
