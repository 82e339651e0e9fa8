"""The syntax of PDF: bytes become values. Nothing here recurses, so nothing can be nested too deep."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

# Possessive throughout (``++``): what did not match is never tried again in another way, however long it is.
_TOKEN = re.compile(
    rb"""
      (?P<blank>(?:[\0\t\n\f\r\ ]++|%[^\r\n]*+)++)
    | (?P<opens><<|\[)
    | (?P<closes>>>|\])
    | /(?P<name>[^\0\t\n\f\r\ ()<>\[\]{}/%]*+)
    | \((?P<text>)
    | <(?P<hex>[0-9A-Fa-f\0\t\n\f\r\ ]*+)>
    | (?P<word>[^\0\t\n\f\r\ ()<>\[\]{}/%]++)
    """,
    re.VERBOSE,
)
_WHOLE_NUMBER = re.compile(rb"[+-]?[0-9]{1,15}")
_NUMBER = re.compile(rb"[+-]?(?:[0-9]{1,30}\.[0-9]{0,30}|\.[0-9]{1,30})")
_IN_TEXT = re.compile(rb"\\.|[()]", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPED = {
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"b": b"\b",
    b"f": b"\f",
    b"\n": b"",
    b"\r": b"",
    b"\r\n": b"",
}
_WORDS = {b"true": True, b"false": False, b"null": None}


class DamagedPdfError(Exception):
    """The bytes are no right PDF, or one that asks for more than any page needs. The text is for developers."""


class Ref(NamedTuple):
    """Where a value is kept: the object of this number."""

    number: int
    generation: int


class Read(NamedTuple):
    """Values in a row, the word that ended them (empty at the end of the bytes), and where that ends.

    A value is None, bool, int, float, bytes (a text), str (a name without its slash), Ref, list, or a dict of names.
    """

    values: list[Any]
    word: bytes
    end: int


def read_values(data: bytes, start: int, end: int) -> Read:
    """Read values from ``start`` up to the first word that is none, such as ``endobj``, or up to ``end``.

    :raises DamagedPdfError: if this is no PDF syntax.
    """
    open_ones: list[tuple[bytes, list[Any]]] = []
    values: list[Any] = []
    at = start
    while at < end:
        token = _TOKEN.match(data, at, end)
        if token is None:
            raise DamagedPdfError(f"no value at {at}")
        at = token.end()
        found = token[0]
        match token.lastgroup:
            case "blank":
                pass
            case "opens":
                open_ones.append((found, values))
                values = []
            case "closes":
                values = _close(open_ones, values, found)
            case "name":
                values.append(_name(token["name"]))
            case "text":
                at = _text_end(data, at, end)
                values.append(_ESCAPE.sub(_unescape, data[token.end() : at - 1]))
            case "hex":
                values.append(_hex(token["hex"]))
            case _ if found == b"R":
                values[-2:] = [_ref(values)]
            case _ if found in _WORDS:
                values.append(_WORDS[found])
            case _ if _WHOLE_NUMBER.fullmatch(found):
                values.append(int(found))
            case _ if _NUMBER.fullmatch(found):
                values.append(float(found))
            case _:
                return _finished(open_ones, values, found, at)
    return _finished(open_ones, values, b"", at)


def _finished(open_ones: list[Any], values: list[Any], word: bytes, at: int) -> Read:
    if open_ones:
        raise DamagedPdfError(f"not closed at {at}")
    return Read(values, word, at)


def _close(open_ones: list[tuple[bytes, list[Any]]], values: list[Any], closing: bytes) -> list[Any]:
    """:returns: the values around what is closed, with that as the last."""
    opening, around = open_ones.pop() if open_ones else (b"", [])
    if closing != {b"[": b"]", b"<<": b">>"}.get(opening):
        raise DamagedPdfError("closed without having been opened")
    around.append(values if opening == b"[" else _dictionary(values))
    return around


def _dictionary(values: list[Any]) -> dict[str, Any]:
    keys = values[::2]
    if len(values) % 2 or not all(isinstance(key, str) for key in keys):
        raise DamagedPdfError("a dictionary without keys")
    return dict(zip(keys, values[1::2], strict=True))


def _ref(values: list[Any]) -> Ref:
    match values[-2:]:
        case [int(number), int(generation)]:
            return Ref(number, generation)
        case _:
            raise DamagedPdfError("a reference to nothing")


def _name(written: bytes) -> str:
    plain = re.sub(rb"#([0-9A-Fa-f]{2})", lambda code: bytes.fromhex(code[1].decode()), written)
    return plain.decode("latin-1")


def _hex(digits: bytes) -> bytes:
    packed = b"".join(digits.replace(b"\0", b"").split())
    return bytes.fromhex((packed + b"0" * (len(packed) % 2)).decode())


def _text_end(data: bytes, start: int, end: int) -> int:
    """:returns: where the text that is open at ``start`` is behind its last parenthesis."""
    depth = 1
    for found in _IN_TEXT.finditer(data, start, end):
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
        if depth == 0:
            return found.end()
    raise DamagedPdfError(f"a text without end at {start}")


def _unescape(found: re.Match[bytes]) -> bytes:
    code = found[1]
    if code[:1].isdigit() and code[:1] < b"8":
        return bytes([int(code, 8) & 255])
    return _ESCAPED.get(code, code)
