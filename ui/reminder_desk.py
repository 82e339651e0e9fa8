"""Saving the reminder of a commitment from anywhere, with the message line to say what became of it."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from scoring.text import tr
from ui.messages import Messages
from ui.reminding import Reminding
from ui.session import Session


class ReminderDesk(QObject):
    """Asks for the window it belongs to, and says where the reminder lies.

    :signal failed: it could not be written, or not be shown, and the error says why.
    """

    failed = Signal(object)

    def __init__(self, session: Session, messages: Messages, window: QWidget) -> None:
        super().__init__(window)
        self._messages = messages
        self._window = window
        self._reminding = Reminding(session, self)
        self._reminding.saved.connect(self._on_saved)
        self._reminding.failed.connect(self.failed)

    def ask(self, call_id: UUID, number: int) -> None:
        """Ask where the reminder of one of the commitments of a call (``number`` from 0) is to be saved."""
        self._reminding.ask(call_id, number, self._window)

    def _on_saved(self, path: Path) -> None:
        sentence = tr("The reminder is saved as {name}.").format(name=path.name)
        self._messages.say(sentence, tr("Show in folder"), self._reminding.show_in_folder)
