"""Looking into a copy of the data: no byte of it is changed, it is brought up to date and compared beside the data."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import mkdtemp

from scoring import paths
from scoring.copies import Look
from scoring.errors import KnownError
from scoring.files import file_trouble, make_folder
from scoring.store.backups import copy_whole
from scoring.store.comparing import compared
from scoring.store.connection import DamagedError, connect, connect_unchanged, damaged, known_database_error
from scoring.store.fitness import is_ours, refuse_empty, refuse_newer, steps_taken, unsound
from scoring.store.migrations import KNOWN_MIGRATIONS, migrations
from scoring.store.store import Store
from scoring.text import tr


def look_into(source: Path, data: Path) -> Look:
    """See what is in a copy, and what would change if it took the place of the data in the folder ``data``.

    Also beside a window that is open with that data. A copy made ready by an earlier look is gone.

    :raises KnownError: not there, damaged, from a newer version, not ours, or the data itself.
    """
    _refuse_itself(source, data)
    prepared, is_older = _prepare(source, data / paths.COMING)
    with _unusable_where_broken(source, prepared):
        contents, comparison = compared(data, prepared.parent, is_older=is_older)
    return Look(source=source, prepared=prepared, contents=contents, comparison=comparison)


def _refuse_itself(source: Path, data: Path) -> None:
    with file_trouble(source):
        if source.samefile(data / paths.DATABASE):
            message = tr("{path} is what you are working with now. Choose a copy of it.")
            raise KnownError(tr("This is no copy"), message.format(path=source))


# Making it ready


def _prepare(source: Path, folder: Path) -> tuple[Path, bool]:
    """Make a sound file of this version out of a copy, in a data folder of its own inside of ``folder``.

    :returns: the file, and whether the copy was of an older version.
    """
    shutil.rmtree(folder, ignore_errors=True)
    make_folder(folder)
    with file_trouble(folder):
        target = Path(mkdtemp(dir=folder)) / paths.DATABASE
    with _unusable_where_broken(source, target):
        is_older = _copy_if_ours(source, target)
        _bring_up_to_date(target)
    return target, is_older


def _copy_if_ours(source: Path, target: Path) -> bool:
    """:returns: whether it is of an older version."""
    refuse_empty(source)
    with closing(connect_unchanged(source)) as db:
        if not db.table_names() or not is_ours(db):
            raise _unusable(source)
        refuse_newer(db, source)
        copy_whole(db, target)
        return bool(KNOWN_MIGRATIONS - steps_taken(db, source))


def _bring_up_to_date(path: Path) -> None:
    with closing(connect(path)) as db:
        if unsound(db):
            raise damaged(path)
        migrations.apply(db)
    Store.open(path.parent).close()


@contextmanager
def _unusable_where_broken(source: Path, target: Path) -> Generator[None]:
    """Whatever SQLite finds wrong, unless it is this disk: the file that somebody chose is not what it should be."""
    try:
        yield
    except DamagedError as error:
        raise _unusable(source) from error
    except sqlite3.DatabaseError as error:
        known = known_database_error(error, target)
        if known is None or isinstance(known, DamagedError):
            raise _unusable(source) from error
        raise known from error


def _unusable(source: Path) -> KnownError:
    message = tr("{path} is damaged, or it is something else. Choose another copy; nothing was changed.")
    return KnownError(tr("This copy cannot be used"), message.format(path=source))
