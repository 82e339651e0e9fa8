"""Files in the archive that grow by lines, and survive that a power cut leaves half of one."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from exports.archive.folder import open_inside
from scoring.errors import KnownError
from scoring.files import file_trouble, sync_folder, to_disk
from scoring.text import tr

MOST_BYTES = 64 << 20
"""Of the largest such file that is read: half a million pages have less."""
MOST_LINES = 500_000


def read_bounded(path: Path) -> bytes:
    """:returns: what is in a file, nothing where it is missing.

    :raises KnownError: if it is too large, or the system refuses.
    """
    with file_trouble(path):
        try:
            with open_inside(path, os.O_RDONLY) as file:
                return _read(file, path)
        except FileNotFoundError:
            return b""


def _read(file: IO[bytes], path: Path) -> bytes:
    data = file.read(MOST_BYTES + 1)
    while len(data) <= MOST_BYTES and (more := file.read(MOST_BYTES + 1 - len(data))):
        data += more
    if len(data) > MOST_BYTES or data.count(b"\n") > MOST_LINES:
        message = tr("{path} is far larger than any list of the archive. Have it made again from the pages.")
        raise KnownError(tr("This file is too large"), message.format(path=path))
    return data


def add_lines(
    path: Path,
    lines: Sequence[bytes],
    *,
    head: bytes = b"",
    is_whole: Callable[[bytes], bool] = lambda _tail: False,
) -> None:
    """Put lines at the end of a file, durably, or none of them. One that stands there already is not added again.

    Half a line at the end, which a power cut left, is cut off first.

    :param lines: each with its end, the same for all.
    :param head: what a new file begins with: whole lines.
    :param is_whole: whether a last line that has no end only misses that.
    :raises KnownError: if the file is too large, or the system refuses.
    """
    with file_trouble(path):
        is_new = not os.path.lexists(path)
        with open_inside(path, os.O_RDWR | os.O_CREAT) as file:
            there = _read(file, path)
            kept, whole = _mended(there, is_whole)
            new = _missing(whole or head, lines)
            addition = whole[kept:] + (b"" if whole else head) + b"".join(new)
            if addition or kept < len(there):
                _append(file, kept, addition)
        if is_new:
            sync_folder(path.parent)


def _mended(data: bytes, is_whole: Callable[[bytes], bool]) -> tuple[int, bytes]:
    """:returns: how many bytes of the file stay, and the whole lines it then holds."""
    kept = data.rfind(b"\n") + 1
    tail = data[kept:]
    if tail and is_whole(tail):
        return len(data), data + b"\n"
    return kept, data[:kept]


def _missing(data: bytes, lines: Sequence[bytes]) -> list[bytes]:
    return [line for line in dict.fromkeys(lines) if not data.startswith(line) and b"\n" + line not in data]


def _append(file: IO[bytes], kept: int, addition: bytes) -> None:
    try:
        file.truncate(kept)
        file.seek(kept)
        left = memoryview(addition)
        while left:  # a full disk takes a part first, and then says why it takes no more
            left = left[file.write(left) :]
        to_disk(file.fileno())
    except OSError:
        with suppress(OSError):
            file.truncate(kept)
        raise
