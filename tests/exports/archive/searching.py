"""Searches every file of a folder for words, in every way our files can hold them."""

from __future__ import annotations

import io
import re
import sqlite3
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from tests.exports.page.reading import attachments, content, metadata, words
from tests.scoring.store.index_terms import indexes_in, terms_in

_COMBINING = re.compile("[\u0300-\u036f]")
_HEXED = re.compile(rb"<((?:[0-9A-Fa-f]{2}\s*){2,})>")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


def found_in(folders: Iterable[Path], sought: Iterable[str]) -> dict[str, str]:
    """:returns: for each of the words that is found, where it was found first; small and capital letters and accents
    make no difference."""
    left = {folded(word): word for word in sought}
    found: dict[str, str] = {}
    for where, data in _everything_in(folders):
        for text in map(folded, spellings(data)):
            for key in [key for key in left if key in text]:
                found[left.pop(key)] = where
    return found


def folded(text: str) -> str:
    return _COMBINING.sub("", unicodedata.normalize("NFKD", text).casefold())


def spellings(data: bytes) -> Iterator[str]:
    """:returns: bytes as text in every way they may be meant."""
    plain = data.decode("utf-8", "ignore")
    yield plain
    yield _ESCAPED.sub(lambda found: chr(int(found[1], 16)), plain)
    for code in ("utf-16-le", "utf-16-be"):
        yield data.decode(code, "ignore")
        yield data[1:].decode(code, "ignore")
    hexed = b"".join(_HEXED.findall(data))
    if hexed:
        digits = b"".join(hexed.split()).decode()
        raw = bytes.fromhex(digits[: len(digits) // 2 * 2])
        yield raw.decode("utf-16-be", "ignore")
        yield raw.decode("utf-8", "ignore")


def _everything_in(folders: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            yield f"name of {path}", str(path.relative_to(folder)).encode()
            if path.is_file():
                yield from inside(str(path), path.read_bytes())


def inside(where: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """:returns: the bytes of a file, and of everything that is packed into it."""
    yield where, data
    if data.startswith(b"%PDF-"):
        yield from _inside_pdf(where, data)
    if data.startswith(b"PK"):
        yield from _inside_zip(where, data)
    if data.startswith(b"SQLite format 3\0"):
        yield from _inside_database(where, data)


def _inside_pdf(where: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    yield f"{where}, unpacked", content(data)
    try:
        yield f"{where}, as it reads", (words(data) + str(metadata(data))).encode()
        attached = attachments(data)
    except Exception:  # noqa: BLE001  half a page: all there is to see was seen
        return
    for name, more in attached.items():
        yield f"{where}, attached", name.encode()
        yield from inside(f"{where}, attached {name}", more)


def _inside_zip(where: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        for name in packed.namelist():
            yield f"{where}, name of a member", name.encode()
            yield from inside(f"{where}, {name}", packed.read(name))


def _inside_database(where: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Row by row too: a word may stand where one page of the file ends and another one begins."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.deserialize(data[:18] + b"\x01\x01" + data[20:])  # a log beside it is a file of its own
        try:
            tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            for table in tables:
                for row in db.execute(f"SELECT * FROM {table}"):
                    for value in row:
                        whole = value if isinstance(value, bytes) else str(value).encode()
                        yield f"{where}, {table}", whole
            for index in indexes_in(db):
                yield f"{where}, terms of {index}", "\n".join(terms_in(db, index)).encode()
        except sqlite3.DatabaseError:
            return
