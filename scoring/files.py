"""Files that are either whole or not there, and one open copy of the app a folder."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from scoring.errors import KnownError
from scoring.text import tr

FULL = {errno.ENOSPC, errno.EDQUOT}
IN_THE_WAY = {errno.EEXIST, errno.ENOTDIR, errno.EISDIR}
READ_ONLY = {errno.EROFS}
REFUSED = {errno.EACCES, errno.EPERM}
"""Also what another program holds, on Windows; which of reading and writing is refused is not in it."""


@contextmanager
def file_trouble(path: Path) -> Generator[None]:
    """Say what the system refused about ``path``.

    :raises KnownError: in place of any OSError.
    """
    try:
        yield
    except OSError as error:
        raise known_os_error(error, path) from error


def known_os_error(error: OSError, path: Path) -> KnownError:
    """:returns: the sentence for what the system said about ``path``."""
    where = str(path)
    if error.errno in FULL:
        message = tr("There is no room left for {path}. Make some room and try again.")
        return KnownError(tr("The disk is full"), message.format(path=where))
    if error.errno in READ_ONLY:
        message = tr("{path} cannot be written to. Choose another place, or ask who looks after it.")
        return KnownError(tr("Not allowed to write there"), message.format(path=where))
    if error.errno in REFUSED:
        message = tr(
            "The system does not let {path} be used. Close it where it is open, choose another place, or ask who "
            "looks after it."
        )
        return KnownError(tr("Not allowed there"), message.format(path=where))
    if error.errno == errno.ENOENT:
        message = tr("{path} is not there (any more). Check the name, or choose another place.")
        return KnownError(tr("Not found"), message.format(path=where))
    if error.errno in IN_THE_WAY:
        message = tr("There is something else in the way at {path}. Move it, or choose another name.")
        return KnownError(tr("The name is taken"), message.format(path=where))
    message = tr("{path} could not be used: {reason}. Try again, or choose another place.")
    return KnownError(
        tr("The file could not be used"), message.format(path=where, reason=error.strerror or error)
    )


def make_folder(path: Path) -> None:
    """Make a folder and those above it.

    :raises KnownError: if the system refuses.
    """
    with file_trouble(path):
        path.mkdir(parents=True, exist_ok=True)


Filling = bytes | Callable[[IO[bytes]], object]
"""What a file is to hold, or who writes it into the open file bit by bit."""


def write_whole(path: Path, data: Filling) -> None:
    """Write ``data`` so that ``path`` holds all of it or is untouched, also through a power cut.

    :raises KnownError: if the system refuses.
    """
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    with file_trouble(path):
        try:
            _write_through(unfinished, data)
            unfinished.replace(path)
            sync_folder(path.parent)
        finally:
            unfinished.unlink(missing_ok=True)


def write_new(path: Path, data: Filling) -> bool:
    """Write ``data`` as ``write_whole`` does, but never in the place of what is there already, whoever puts it there
    meanwhile.

    :returns: whether it was written; False where the name is taken.
    :raises KnownError: if the system refuses.
    """
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    with file_trouble(path):
        try:
            _write_through(unfinished, data)
            if not take_name(unfinished, path):
                return False
            sync_folder(path.parent)
        finally:
            unfinished.unlink(missing_ok=True)
    return True


def holds(path: Path, data: bytes) -> bool:
    """:returns: whether there is a file that holds just ``data``.
    :raises KnownError: if the system refuses."""
    with file_trouble(path):
        return path.is_file() and path.read_bytes() == data


def take_name(unfinished: Path, path: Path) -> bool:
    """Give a finished file its name, if that is free. Where a share knows no second names, the name is taken first.

    :returns: whether it was free; else the finished file stays where it is.
    :raises OSError: if the system refuses.
    """
    try:
        os.link(unfinished, path)
    except FileExistsError:
        return False
    except OSError:
        try:
            path.open("xb").close()
        except FileExistsError:
            return False
        unfinished.replace(path)
    return True


def replace_whole(finished: Path, path: Path) -> None:
    """Put a finished file in the place of ``path`` on the same disk: at any moment one of them is there, whole. What
    was done in the folder before stays done, whatever a power cut does to this.

    :raises OSError: if the system refuses.
    """
    sync_folder(path.parent)
    finished.replace(path)
    sync_folder(path.parent)


def _write_through(path: Path, data: Filling) -> None:
    """Write a file so that it is on the disk, and not only on its way there."""
    with path.open("wb") as file:
        file.write(data) if isinstance(data, bytes) else data(file)
        file.flush()
        to_disk(file.fileno())


def sync_folder(folder: Path) -> None:
    """Have on the disk which names a folder holds. :raises OSError: if the system refuses."""
    if sys.platform == "win32":  # a folder cannot be opened there; NTFS journals the rename itself
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        to_disk(descriptor)
    finally:
        os.close(descriptor)


def to_disk(descriptor: int) -> None:
    """Have on the disk what was written to an open file. :raises OSError: if the system refuses."""
    if (
        sys.platform == "darwin"
    ):  # where fsync leaves it in the disk's own memory; a share knows nothing better
        import fcntl

        with suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


class FolderLock:
    """One writing copy of the app a data folder.

    The system drops the lock when the process ends, however it ends. The file holds a process id while it is held and
    is emptied on a clean release, so that the next one can tell whether the last one ended cleanly.
    """

    def __init__(self, path: Path) -> None:
        """Take the lock.

        :raises KnownError: if another process holds it, or the folder cannot be written to.
        """
        self.path = path
        with file_trouble(path):
            # Unbuffered: nothing that a full disk refused waits to be written when the file is closed.
            self._file: IO[bytes] = open(path, "a+b", buffering=0)  # noqa: SIM115  held open until release
        try:
            self.ended_uncleanly = self._take()
        except BaseException:
            self._file.close()
            raise

    def _take(self) -> bool:
        """:returns: whether the last one to hold the lock ended without giving it back."""
        try:
            take_lock(self._file)
        except OSError as error:
            message = tr("Second Chair is already open with this data. Close it first, then try again.")
            raise KnownError(tr("Already open"), message) from error
        self._file.seek(0)
        was_held = bool(self._file.read(1))
        if not was_held:  # a full disk must not wipe out the sign of an unclean end
            self._write(str(os.getpid()).encode())
        return was_held

    def release(self) -> None:
        """Give the lock back after a clean end."""
        try:
            self._write(b"")
        finally:
            self._file.close()

    def abandon(self) -> None:
        """Give the lock back without a clean end: the next one is to check first."""
        self._file.close()

    def _write(self, text: bytes) -> None:
        with file_trouble(self.path):
            self._file.seek(0)
            self._file.truncate()
            self._file.write(text)


if sys.platform == "win32":
    import msvcrt

    _LOCKED_BYTE = 1 << 20  # beyond the text, which stays readable while it is locked

    def take_lock(file: IO[bytes]) -> None:
        """Lock a file that is open for writing until it is closed, or the process ends.

        :raises OSError: if another process holds it, or the system refuses.
        """
        file.seek(_LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def take_lock(file: IO[bytes]) -> None:
        """Lock a file that is open for writing until it is closed, or the process ends.

        :raises OSError: if another process holds it, or the system refuses.
        """
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
