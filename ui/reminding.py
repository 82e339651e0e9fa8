"""Saving the reminder of a commitment for a calendar: where it is to lie, and where it lies."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from scoring.files import write_whole
from ui.background import Background, Work
from ui.file_opener import FileOpener
from ui.save_dialog import SaveDialog, calendar_file
from ui.session import Session

if TYPE_CHECKING:
    from exports.calendar import Reminder


class Reminding(QObject):
    """Asks where a reminder is to be saved, and writes it, one at a time; shows the last one in its folder.

    :signal saved: the reminder lies at this Path.
    :signal failed: it could not be written, or not be shown, and the error says why.
    """

    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._about: Reminder | None = None
        self._path = Path()
        self._writing: Work | None = None
        self._opener = FileOpener(self)
        self._opener.failed.connect(self.failed)

    def ask(self, call_id: UUID, number: int, over: QWidget) -> None:
        """Ask where the reminder of a commitment is to be saved.

        :param call_id: the call in whose debrief it was agreed.
        :param number: which of its commitments, from 0; it has a day on which it is looked at.
        :param over: what the dialog stands over.
        """
        from exports.calendar import reminder_name

        self._about = self._reminder(call_id, number)
        dialog = SaveDialog(self._session.folder, reminder_name(self._about), over, calendar_file())
        dialog.path_chosen.connect(self._on_path)
        dialog.open()

    def _reminder(self, call_id: UUID, number: int) -> Reminder:
        from exports.calendar import reminder_of

        state = self._session.state(call_id)
        return reminder_of(call_id, state, number, self._session.rep_of(call_id).first_name)

    def show_in_folder(self) -> None:
        """Show the reminder that was saved last in its folder."""
        self._opener.show_in_folder(self._path)

    def _on_path(self, path: Path) -> None:
        about, now = cast("Reminder", self._about), self._session.clock.now()
        self._writing = Background.shared().run(lambda: _write(path, about, now))
        self._writing.done.connect(self._on_written)
        self._writing.failed.connect(self.failed)

    def _on_written(self, path: Path) -> None:
        self._path = path
        self.saved.emit(path)


def _write(path: Path, about: Reminder, now: datetime) -> Path:
    from exports.calendar import reminder

    write_whole(path, reminder(about, now))
    return path
