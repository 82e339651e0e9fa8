"""Copies of all the data: made by hand, listed and looked into, beside an open window too."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from exports.reading import reading
from scoring import paths
from scoring.copies import BY_HAND, Copy, Look
from scoring.errors import KnownError
from scoring.text import tr


def back_up(data: Path, folder: Path | None = None) -> Path:
    """Copy all the data as it is now into ``folder``, by default that of the backups. It is never thinned out.

    :param folder: it is not made: where a stick is not connected the copy would lie on this disk.
    :returns: where the copy lies.
    :raises KnownError: if the folder is not there, the system refuses, or there is no data of this version.
    """
    if folder is not None and not folder.is_dir():
        message = tr("Connect {folder} or make it, then try again.")
        raise KnownError(tr("The folder is not there"), message.format(folder=folder))
    with reading(data) as store:
        return store.back_up(BY_HAND, folder)


def list_copies(data: Path) -> Sequence[Copy]:
    """:returns: the copies in the folder of backups, the latest first.

    :raises KnownError: if the system refuses.
    """
    from scoring.store.backups import copies_in

    return copies_in(data / paths.BACKUPS)


def look_into(copy: Path, data: Path) -> Look:
    """See what is in a copy, and what would change if it took the place of what is here.

    :raises KnownError: not there, damaged, from a newer version, not ours, or the data itself.
    """
    from scoring.store import copies

    return copies.look_into(copy, data)
