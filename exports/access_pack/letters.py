"""Letters as bytes that any program can read."""

from __future__ import annotations


def utf8(text: str) -> bytes:
    """:returns: ``text`` in UTF-8. Half a character, as broken imports have them, becomes the sign for what cannot be
    read; two halves that belong together become one."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode("utf-8")
