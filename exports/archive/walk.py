"""Every file of a folder that nobody vouches for: sorted, within firm limits, and never out of it.

A link is reported and neither followed nor opened; so is whatever else is neither file nor folder.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path

from exports.archive.folder import gone, open_inside
from exports.record_file import MOST_FILE
from scoring.errors import KnownError, SecondChairError
from scoring.text import tr

MOST_FILES = 200_000
DEEPEST = 8
"""Folders in folders; the archive itself has two."""
_JUNCTION = 0xA0000003  # IO_REPARSE_TAG_MOUNT_POINT, which Python 3.11 takes for a folder


class Oddity(StrEnum):
    """Why something in the folder is not looked at."""

    LINK = "link"
    NO_FILE = "no_file"
    CLOSED = "closed"
    TOO_DEEP = "too_deep"
    TOO_MANY = "too_many"


@dataclass(frozen=True, slots=True)
class Found:
    """A file: its ``path`` in the folder, with slashes and in NFC, fit to be shown; and its ``place`` on the disk."""

    path: str
    place: Path


@dataclass(frozen=True, slots=True)
class Odd:
    """Something that is not looked at, and why; ``path`` as that of a file."""

    path: str
    what: Oddity


@dataclass(frozen=True, slots=True)
class Walked:
    """What is in a folder and those below it, each sorted by path."""

    files: tuple[Found, ...]
    odd: tuple[Odd, ...]


def walk(folder: Path, stopped: Callable[[], bool] = lambda: False) -> Walked:
    """Look through a folder and all below it.

    :param stopped: is asked at every folder.
    :raises KnownError: if the folder itself is not there or cannot be read.
    """
    try:
        os.scandir(folder).close()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise gone(folder) from error
    except OSError as error:
        raise unreadable(error) from error
    things = list(islice(_things(folder, "", 0, stopped), MOST_FILES + 1))
    odd = [thing for thing in things[:MOST_FILES] if isinstance(thing, Odd)]
    files = [thing for thing in things[:MOST_FILES] if isinstance(thing, Found)]
    if len(things) > MOST_FILES:
        odd.append(Odd("", Oddity.TOO_MANY))
    return Walked(
        tuple(sorted(files, key=lambda found: (found.path, os.fsencode(found.place)))),
        tuple(sorted(odd, key=lambda one: one.path)),
    )


def _things(folder: Path, above: str, depth: int, stopped: Callable[[], bool]) -> Iterator[Found | Odd]:
    try:
        with os.scandir(folder) as scanned:
            entries = sorted(islice(scanned, MOST_FILES + 1), key=lambda entry: entry.name)
    except OSError:
        yield Odd(above, Oddity.CLOSED)
        return
    for entry in entries:
        path = f"{above}/{_shown(entry.name)}".lstrip("/")
        try:
            what = _what(entry)
        except OSError:
            what = Oddity.CLOSED
        if isinstance(what, Oddity):
            yield Odd(path, what)
        elif what == "file":
            yield Found(path, Path(entry.path))
        elif depth >= DEEPEST:
            yield Odd(path, Oddity.TOO_DEEP)
        elif not stopped():
            yield from _things(Path(entry.path), path, depth + 1, stopped)


def _what(entry: os.DirEntry[str]) -> str:
    if entry.is_symlink():
        return Oddity.LINK
    if entry.is_file(follow_symlinks=False):
        return "file"
    if not entry.is_dir(follow_symlinks=False):
        return Oddity.NO_FILE
    tag = getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0)
    return Oddity.LINK if tag == _JUNCTION else "folder"


def _shown(name: str) -> str:
    """:returns: a name in NFC; bytes of it that are no text are written as ``\\xff``."""
    return unicodedata.normalize("NFC", os.fsencode(name).decode("utf-8", "backslashreplace"))


def read_found(found: Found, most: int = MOST_FILE) -> bytes:
    """Read a file, all of it.

    :param most: bytes it may have.
    :raises SecondChairError: if it has more, or is no file (any more).
    :raises KnownError: if the system refuses.
    """
    try:
        with open_inside(found.place, os.O_RDONLY) as file:
            if os.fstat(file.fileno()).st_size > most:
                raise _too_large(most)
            data = _all_of(file.read, most)
    except OSError as error:
        raise unreadable(error) from error
    if len(data) > most:
        raise _too_large(most)
    return data


def _all_of(read: Callable[[int], bytes | None], most: int) -> bytes:
    pieces = list[bytes]()
    left = most + 1
    while left and (piece := read(left)):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _too_large(most: int) -> SecondChairError:
    message = tr("It has more than {n} MB, as no file of the archive has.").format(n=most >> 20)
    return SecondChairError(tr("This file is too large"), message)


def unreadable(error: OSError) -> KnownError:
    """:returns: what the system says about a file that it does not let us read; its name is not in it."""
    reason = error.strerror or type(error).__name__
    message = tr("The system does not let it be read: {reason}.").format(reason=reason)
    return KnownError(tr("It cannot be read"), message)
