"""The archive folder itself: what is opened and made in it never lies outside, whatever links are laid there."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path, PurePosixPath
from stat import S_ISREG
from typing import IO

from scoring.errors import KnownError
from scoring.files import file_trouble, known_os_error, sync_folder
from scoring.text import tr

_SAFE = sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY", "O_CLOEXEC"))
_UNFINISHED = re.compile(r"\..+\.\d+\.part", re.DOTALL)


def gone(folder: Path) -> KnownError:
    """:returns: the error for a folder that is away. It is never made again: that would leave an archive of its own
    where a share is not connected."""
    message = tr("Connect {folder}, or choose the folder again; the pages wait until then.")
    return KnownError(tr("The archive folder is not there"), message.format(folder=folder))


def open_inside(path: Path, flags: int) -> IO[bytes]:
    """Open a file that lies directly in a folder of the archive, unbuffered.

    :param flags: as for ``os.open``. A link in its place is refused where the system can tell.
    :raises OSError: if the system refuses, or if it is no file: a pipe would hold us up for ever.
    """
    descriptor = os.open(path, flags | _SAFE, 0o666)
    if not S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EINVAL, tr("it is no file"))
    return os.fdopen(descriptor, "r+b" if flags & os.O_RDWR else "rb", buffering=0)


def make_inside(folder: Path, place: PurePosixPath) -> Path:
    """Make the folder ``place`` in the archive, with those above it, but never the archive folder.

    :returns: where it lies.
    :raises KnownError: if a link on the way leads out of the archive, or the system refuses.
    """
    path = folder
    for part in place.parts:
        path = path / part
        with file_trouble(path):
            _make(path)
        _refuse_way_out(folder, path)
    return path


def _make(path: Path) -> None:
    try:
        path.mkdir()
    except FileExistsError:
        if not path.is_dir():
            raise
    else:
        sync_folder(path.parent)


def leads_out(folder: Path, path: Path) -> bool:
    """:returns: whether what lies at ``path`` is outside of the archive, because a link leads there."""
    return not path.resolve().is_relative_to(folder.resolve())


def _refuse_way_out(folder: Path, path: Path) -> None:
    if leads_out(folder, path):
        message = tr(
            "{path} is a link that leads out of the archive. Put a folder in its place, then try again."
        )
        raise KnownError(tr("A folder leads elsewhere"), message.format(path=path))


def is_unfinished(name: str) -> bool:
    """:returns: whether a file is called as one that is being written."""
    return _UNFINISHED.fullmatch(name) is not None


def clear_unfinished(folder: Path) -> None:
    """Take away what writers left that were killed. Call it under the lock: nobody else writes then.

    :raises KnownError: if the system refuses.
    """
    try:
        with os.scandir(folder) as entries:
            left = [entry for entry in entries if is_unfinished(entry.name)]
        for entry in left:
            if S_ISREG(entry.stat(follow_symlinks=False).st_mode):
                os.unlink(entry.path)
    except OSError as error:
        raise known_os_error(error, folder) from error
