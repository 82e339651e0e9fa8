"""Finding what is meant by what is typed."""

from __future__ import annotations

import unicodedata


def plain(text: str) -> str:
    """:returns: ``text`` without case and accents, to compare with."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
