"""Asking which pages to bring in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from scoring.text import tr


class ImportDialog(QFileDialog):
    """The system's own dialog for choosing files to bring in.

    :param folder: where to begin.
    :signal paths_chosen: the chosen files (list of Path).
    """

    paths_chosen = Signal(object)

    def __init__(self, folder: Path, parent: QWidget) -> None:
        kinds = tr("Pages and records (*.pdf *.json)")
        super().__init__(parent, tr("Bring in pages"), str(folder), kinds)
        self.setObjectName("import.dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self.filesSelected.connect(self._on_files_selected)

    def _on_files_selected(self, files: list[str]) -> None:
        self.paths_chosen.emit([Path(file) for file in files])
