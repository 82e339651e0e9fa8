"""Saving a rubric as a file to share: where it is to lie, and where it lies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from exports.rubric_file import SUFFIX, rubric_file_name, write_rubric
from ui.background import Background
from ui.file_opener import FileOpener
from ui.save_dialog import SaveDialog, rubric_file
from ui.session import Session

if TYPE_CHECKING:
    from scoring.rubric import Rubric


class RubricSaving(QObject):
    """Asks where a rubric is to be saved, and writes it; shows the last one in its folder.

    :signal saved: it lies at this Path.
    :signal failed: it could not be written, or not be shown, and the error says why.
    """

    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rubric: Rubric | None = None
        self._path = Path()
        self._opener = FileOpener(self)
        self._opener.failed.connect(self.failed)

    def ask(self, rubric: Rubric, over: QWidget) -> None:
        """Ask where it is to be saved; the dialog stands over ``over``."""
        self._rubric = rubric
        name = rubric_file_name(rubric).removesuffix(SUFFIX)
        dialog = SaveDialog(self._session.folder, name, over, rubric_file())
        dialog.path_chosen.connect(self._on_path)
        dialog.open()

    def show_in_folder(self) -> None:
        """Show the rubric that was saved last in its folder."""
        self._opener.show_in_folder(self._path)

    def _on_path(self, path: Path) -> None:
        rubric = self._rubric
        assert rubric is not None, "one was asked for"
        writing = Background.shared().run(lambda: _write(rubric, path))
        writing.done.connect(self._on_written)
        writing.failed.connect(self.failed)

    def _on_written(self, path: Path) -> None:
        self._path = path
        self.saved.emit(path)


def _write(rubric: Rubric, path: Path) -> Path:
    write_rubric(rubric, path)
    return path
