"""Putting a copy in the place of all data without another look at it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from scoring.text import tr
from ui.background import Background
from ui.session import Session

if TYPE_CHECKING:
    from scoring.copies import Look


class Restoring(QObject):
    """Puts one copy in place; the session says when it is there.

    :signal began: it may take a while; carries a sentence about it.
    :signal failed: the error that kept it from being made ready.
    """

    began = Signal(str)
    failed = Signal(object)

    def __init__(self, session: Session, copy: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._copy = copy

    def restore(self) -> None:
        """Make the copy ready in the background, then put it in place."""
        from exports.backups import look_into

        self.began.emit(tr("Putting it back …"))
        looking = Background.shared().run(partial(look_into, self._copy, self._session.folder))
        looking.done.connect(self._on_ready)
        looking.failed.connect(self.failed)

    def _on_ready(self, look: Look) -> None:
        self._session.replace_data(look.prepared)
