"""One writer at a time in an archive folder, on whichever computers they are.

The lock file is also the sign of the archive: where it is missing nothing is written, because an empty folder is what
a share leaves behind when it is not connected.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Event
from typing import IO

from exports.archive.folder import gone, open_inside
from scoring.errors import KnownError
from scoring.files import known_os_error, sync_folder, take_lock
from scoring.text import tr

LOCK = ".second-chair.lock"
PATIENCE_S = 30.0
_FIRST_WAIT_S = 0.01
_LONGEST_WAIT_S = 0.5
_HELD = {errno.EAGAIN, errno.EACCES, errno.EDEADLK}
_REFUSED = {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL}

Wait = Callable[[float], object]


def _wait(seconds: float) -> None:
    Event().wait(seconds)


def prepare_archive(folder: Path) -> None:
    """Make a folder that somebody chose, and that is there, the archive folder.

    :raises KnownError: if it is not there, keeps no locks, or the system refuses.
    """
    if not os.path.isdir(folder):
        raise gone(folder)
    path = folder / LOCK
    try:
        open_inside(path, os.O_RDWR | os.O_CREAT).close()
        sync_folder(folder)
    except OSError as error:
        raise known_os_error(error, path) from error
    with archive_lock(folder):
        pass


def is_archive(folder: Path) -> bool:
    """:returns: whether a folder is there and was made an archive; not where the system cannot say."""
    return os.path.exists(folder / LOCK)


@contextmanager
def archive_lock(folder: Path, patience_s: float = PATIENCE_S, wait: Wait = _wait) -> Generator[None]:
    """Be the only one to write into an archive folder meanwhile. The system drops the lock when the process ends.

    :param patience_s: how long to wait (s) while another one writes.
    :param wait: waits so many seconds; what it raises ends the waiting.
    :raises KnownError: if the folder is not there, is written to by another one all the time, or keeps no locks; also
        at the end, if it went away meanwhile, so that nothing counts as written there.
    """
    with _locked(folder, patience_s, wait) as file:
        yield
        if not _is_in_place(file, folder / LOCK):
            raise gone(folder)


def _locked(folder: Path, patience_s: float, wait: Wait) -> IO[bytes]:
    pause = _FIRST_WAIT_S
    while True:
        file = _try(folder)
        if file is not None:
            return file
        if patience_s <= 0:
            raise _busy(folder)
        wait(min(pause, patience_s))
        patience_s -= pause
        pause = min(2 * pause, _LONGEST_WAIT_S)


def _try(folder: Path) -> IO[bytes] | None:
    """:returns: the lock file once it is ours, or None while another one holds it."""
    path = folder / LOCK
    with ExitStack() as unless_ours:
        file = unless_ours.enter_context(_opened(folder, path))
        try:
            take_lock(file)
            is_ours = _is_in_place(file, path)
        except OSError as error:
            if error.errno in _HELD:
                return None
            raise _no_locks(folder) if error.errno in _REFUSED else known_os_error(error, path) from error
        if is_ours:  # and not one that was put aside meanwhile, which another one does not look at
            unless_ours.pop_all()
            return file
    return None


def _is_in_place(file: IO[bytes], path: Path) -> bool:
    """:returns: whether an open file is the one at ``path``: it was not put aside, nor its disk taken away."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except OSError:  # each system has its own number for a share that went away
        return False


def _opened(folder: Path, path: Path) -> IO[bytes]:
    try:
        return open_inside(path, os.O_RDWR)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise gone(folder) from error
    except OSError as error:
        raise known_os_error(error, path) from error


def _busy(folder: Path) -> KnownError:
    message = tr("Another computer is writing in {folder}. The pages wait; try again in a moment.")
    return KnownError(tr("The archive is busy"), message.format(folder=folder))


def _no_locks(folder: Path) -> KnownError:
    message = tr("{folder} lies on a drive where two computers could write at once. Choose another folder.")
    return KnownError(tr("This folder cannot hold the archive"), message.format(folder=folder))
