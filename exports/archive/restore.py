"""Making the data of a lost computer again, from nothing but the pages of the archive."""

from __future__ import annotations

import shutil
from collections.abc import Generator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from exports.archive.bringing_back import BringingBack
from exports.archive.report import Progress, Report, Stopped, never, no_progress
from scoring import paths
from scoring.archived import ARCHIVE_FOLDER
from scoring.errors import SecondChairError
from scoring.files import FolderLock, file_trouble, make_folder, sync_folder
from scoring.text import tr

AT_ONCE = 50
"""Calls that are written in one step."""


def restore(
    folder: Path,
    data_dir: Path,
    *,
    now: datetime,
    manager: str | None = None,
    progress: Progress = no_progress,
    stopped: Stopped = never,
) -> Report:
    """Make a new data folder with all that the pages of an archive tell. The archive is only read.

    It is made beside its place and put there when it is finished: stopped, or with no call to bring back, there is
    nothing.

    :param now: the wall time, with its UTC offset.
    :param manager: whose pages, by name; None is everybody's.
    :raises SecondChairError: if there is data already, or it would lie in the archive.
    :raises KnownError: if the archive is not there, or the system refuses.
    """
    from scoring.store import Store

    _refuse_place(folder, data_dir)
    with _unfinished(data_dir) as building:
        with closing(Store.open(building)) as store, store.trouble():
            store.settings.put(ARCHIVE_FOLDER, str(folder.resolve()))
            bringing = BringingBack(folder.resolve(), lambda job: job(store), now=now)
            report = bringing.bring(manager=manager, at_once=AT_ONCE, progress=progress, stopped=stopped)
            if bringing.manager:
                store.settings.put("manager", bringing.manager)
        if report.calls and not report.stopped:
            _put_in_place(building, data_dir)
    return report


def not_brought_back() -> list[str]:
    """:returns: what no page carries, because it is private or only of one computer, one sentence each."""
    return [
        tr("How reps like to be coached, and your notes about them, are private and on no page."),
        tr("Notes on the curtain, and what was only being written, were never part of a record."),
        tr("Calls whose page was never handed over are not in the archive."),
        tr("Your settings, who was retired, who was entered twice, and legal holds have to be set again."),
        tr("When and how a page was handed over is not on it."),
    ]


def _refuse_place(folder: Path, data_dir: Path) -> None:
    if data_dir.resolve().is_relative_to(folder.resolve()):
        message = tr("{folder} lies in the archive, which others can read. Choose a folder of your own.")
        raise SecondChairError(tr("Not in the archive"), message.format(folder=data_dir))
    with file_trouble(data_dir):
        if data_dir.exists() and any(data_dir.iterdir()):
            message = tr("There is something in {folder} already. Choose a new folder, or an empty one.")
            raise SecondChairError(tr("There is data already"), message.format(folder=data_dir))


@contextmanager
def _unfinished(data_dir: Path) -> Generator[Path]:
    """:returns: a new folder beside the place it is meant for; what is left of it at the end is taken away."""
    place = data_dir.resolve()
    building = place.with_name(f".{place.name}.restoring")
    make_folder(place.parent)
    _clear(building)
    try:
        yield building
    finally:
        shutil.rmtree(building, ignore_errors=True)


def _clear(building: Path) -> None:
    """Take away what a restore left that was killed.

    :raises KnownError: if one is still going on.
    """
    if building.is_dir() and not building.is_symlink():
        FolderLock(building / paths.LOCK).abandon()
        with file_trouble(building):
            shutil.rmtree(building)


def _put_in_place(building: Path, data_dir: Path) -> None:
    place = data_dir.resolve()
    with file_trouble(place):
        if place.is_dir():
            place.rmdir()  # it is empty; Windows puts no folder in the place of another
        building.rename(place)
        sync_folder(place.parent)
