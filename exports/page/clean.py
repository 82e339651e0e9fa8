"""Turns what people typed or pasted into text that can be shown.

What is stored stays as it was; only its picture is made sane.
"""

from __future__ import annotations

import re
import unicodedata

REPLACEMENT = "\ufffd"
"""Drawn where a character cannot be."""

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile("[\x00-\x09\x0e-\x20\x7f-\x9f]+")
_BROKEN_LINES = re.compile(" ?\n[ \n]*")
_PLANE_ENDS = "".join(chr((plane << 16) | low) for plane in range(1, 17) for low in (0xFFFE, 0xFFFF))
_NOT_TEXT = re.compile(f"[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff{_PLANE_ENDS}]")


def clean_text(text: str) -> str:
    """Compose (NFC), drop control characters, collapse blanks.

    :returns: the text as it can be shown, its line ends all ``"\\n"``.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    text = _LINE_ENDS.sub("\n", text)
    text = _BLANKS.sub(" ", text.replace("\ufeff", ""))
    text = _BROKEN_LINES.sub("\n", text).strip()
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _NOT_TEXT.sub(REPLACEMENT, text))


def clean_line(text: str) -> str:
    """:returns: ``text`` as ``clean_text`` does it, on one line."""
    return clean_text(text).replace("\n", " ")
