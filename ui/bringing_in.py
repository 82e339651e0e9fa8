"""Bringing pages in from elsewhere, by a dialog or by dropping files on the window."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QWidget

from scoring.errors import SecondChairError
from scoring.text import tr, trn
from ui.importing import Importing, Outcome
from ui.messages import Messages
from ui.session import Session


class BringingIn(QObject):
    """Takes files for the window it belongs to; the message line says what became of them.

    :signal brought_in: there is more, maybe, than before.
    :signal call_requested: show the call with this UUID.
    """

    brought_in = Signal()
    call_requested = Signal(object)

    def __init__(self, session: Session, messages: Messages, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._messages = messages
        self._window = window
        self._importing = Importing(session, self)
        self._importing.done.connect(self._on_done)
        self._importing.failed.connect(self._on_failed)

    def ask(self) -> None:
        """Open the dialog for choosing files."""
        from ui.import_dialog import ImportDialog
        from ui.save_dialog import last_folder

        dialog = ImportDialog(last_folder(self._session.folder), self._window)
        dialog.paths_chosen.connect(self.bring_in)
        dialog.open()

    def bring_in(self, paths: Sequence[Path]) -> None:
        """Take in the calls of these files."""
        count = len(paths)
        self._messages.say(trn("Reading {n} file …", "Reading {n} files …", count).format(n=count))
        self._importing.bring_in(paths)

    def _on_done(self, outcome: Outcome) -> None:
        self.brought_in.emit()
        show = partial(self.call_requested.emit, outcome.call_id) if outcome.call_id else None
        word = tr("Show it") if show else ""
        self._messages.say_sooner_or_later(outcome.sentence, word, show, problem=outcome.has_problem)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, SecondChairError):
            raise error
        self._messages.show_problem(error)


def files_in(data: QMimeData) -> list[Path]:
    """:returns: the files that are being dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
