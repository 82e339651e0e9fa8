"""Copying chosen calls out, as pages or as a table, while the window stays free."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal

from exports.paper import sheet_for
from ui.long_work import LongWork, Progress, Stopped
from ui.session import Session

if TYPE_CHECKING:
    from exports.page_copies import Copied
    from scoring.preferences import Sheet


class CallsCopying(QObject):
    """Does one of the two at a time. The data is read in the keeper's thread, a few calls in one go; the rest is done
    apart from the window.

    :signal progressed: (calls done, of how many).
    :signal pages_copied: what became of the pages (``Copied``).
    :signal table_written: (path, calls in it); None calls where it was stopped and nothing was written.
    :signal failed: the error that ended it.
    """

    progressed = Signal(int, int)
    pages_copied = Signal(object)
    table_written = Signal(object, object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._path: Path | None = None
        self._work = LongWork(self)
        self._work.progressed.connect(self.progressed)
        self._work.done.connect(self._on_done)
        self._work.failed.connect(self.failed)

    @property
    def is_running(self) -> bool:
        """Whether something is on its way."""
        return self._work.is_running

    def copy_pages(self, numbers: Sequence[int], folder: Path) -> None:
        """Copy the pages of these calls into a folder; nothing is on its way."""
        self._path = None
        sheet = sheet_for(self._session.preferences.paper, QLocale.system().name())
        self._work.start(partial(_copy_pages, self._session, numbers, folder, sheet))

    def write_table(self, numbers: Sequence[int], path: Path) -> None:
        """Write these calls into a table; nothing is on its way."""
        self._path = path
        self._work.start(partial(_write_table, self._session, numbers, path))

    def stop(self) -> None:
        """Let it end as soon as it can."""
        self._work.stop()

    def _on_done(self, result: object) -> None:
        if self._path is None:
            self.pages_copied.emit(result)
        else:
            self.table_written.emit(self._path, result)


def _copy_pages(
    session: Session,
    numbers: Sequence[int],
    folder: Path,
    sheet: Sheet,
    progress: Progress,
    stopped: Stopped,
) -> Copied:
    """Called in a thread of its own."""
    from exports.page_copies import copy_pages

    return copy_pages(session.ask, numbers, folder, sheet, progress, stopped)


def _write_table(
    session: Session, numbers: Sequence[int], path: Path, progress: Progress, stopped: Stopped
) -> int | None:
    """Called in a thread of its own. :returns: how many calls are in it, or None if it was stopped."""
    from exports.call_rows import TableStoppedError, write_call_table

    try:
        return write_call_table(session.ask, numbers, path, progress, stopped)
    except TableStoppedError:
        return None
