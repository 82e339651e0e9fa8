"""The bytes of a file that is known to lie in an archive."""

from __future__ import annotations

from pathlib import Path

from exports.archive.folder import leads_out
from exports.archive.manifest import sum_of
from exports.archive.names import is_place
from exports.archive.walk import Found, read_found
from scoring.archived import ArchivedFile
from scoring.errors import SecondChairError


def kept_bytes(folder: Path, file: ArchivedFile) -> bytes | None:
    """Read a file of an archive. No link is followed out of it.

    :returns: its bytes, or None where it is not there as it was left.
    """
    place = folder / file.path
    try:
        if not is_place(file.path) or leads_out(folder, place):
            return None
        data = read_found(Found(file.path, place))
    except (SecondChairError, RuntimeError):  # links in a circle are a RuntimeError
        return None
    return data if sum_of(data) == file.sha256 else None
