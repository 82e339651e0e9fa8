"""``manifest.sha256``: the sum of every file of the archive, in the lines that ``sha256sum -c`` reads."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from exports.archive.line_file import add_lines, read_bounded
from exports.archive.names import is_place
from scoring.files import write_whole

MANIFEST = "manifest.sha256"
_LINE = re.compile(r"([0-9a-f]{64})  (.+)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What the manifest says: for each path, with slashes, the SHA-256 sum of its file in hexadecimal.

    ``bad_lines`` are the numbers, from 1, of lines that we never write: damaged ones, such as lead out of the archive,
    and one that says another sum of a path that stands there already.
    """

    sums: dict[str, str]
    bad_lines: tuple[int, ...] = ()


def sum_of(data: bytes) -> str:
    """:returns: the SHA-256 sum of ``data`` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest; one that is missing says nothing.

    :raises KnownError: if it is too large, or the system refuses.
    """
    sums: dict[str, str] = {}
    bad: list[int] = []
    lines = read_bounded(folder / MANIFEST).split(b"\n")
    for number, line in enumerate(lines if lines[-1] else lines[:-1], start=1):
        path, digest = _parsed(line) or ("", "")
        if not path or sums.setdefault(path, digest) != digest:
            bad.append(number)
    return Manifest(sums=sums, bad_lines=tuple(bad))


def _parsed(line: bytes) -> tuple[str, str] | None:
    """:returns: the path and the sum of one line without its end, or None."""
    try:
        found = _LINE.fullmatch(line.decode())
    except UnicodeDecodeError:
        return None
    return (found[2], found[1]) if found and is_place(found[2]) else None


def listed_sum(folder: Path, path: str) -> str | None:
    """:returns: the sum that the manifest says of one path, or None; found without reading the lines of all others.

    :raises KnownError: if the manifest is too large, or the system refuses.
    """
    data, end = b"\n" + read_bounded(folder / MANIFEST), f"  {path}\n".encode()
    at = data.find(end)
    while at >= 0:
        line = data[data.rfind(b"\n", 0, at) + 1 : at + len(end) - 1]
        if (parsed := _parsed(line)) and parsed[0] == path:
            return parsed[1]
        at = data.find(end, at + 1)
    return None


def add_to_manifest(folder: Path, sums: Mapping[str, str]) -> None:
    """Put files into the manifest, durably. Hold the lock of the archive meanwhile.

    :param sums: for each path, with slashes, the sum of its file.
    :raises KnownError: if the manifest is too large, or the system refuses.
    """

    def is_whole(tail: bytes) -> bool:
        """A line that an editor left without its end is whole: the file it names is there."""
        parsed = _parsed(tail)
        return parsed is not None and os.path.isfile(folder / parsed[0])

    add_lines(folder / MANIFEST, [_line(*one) for one in sums.items()], is_whole=is_whole)


def write_manifest(folder: Path, sums: Mapping[str, str]) -> None:
    """Write the whole manifest again, sorted by path. Hold the lock of the archive meanwhile.

    :raises KnownError: if the system refuses.
    """
    write_whole(folder / MANIFEST, b"".join(_line(*one) for one in sorted(sums.items())))


def _line(path: str, digest: str) -> bytes:
    if not is_place(path):
        raise ValueError("a place in the archive does not lead out of it")
    return f"{digest}  {path}\n".encode()
