"""Asking which copy to look into."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from scoring.text import tr


class CopyDialog(QFileDialog):
    """The system's own dialog for choosing a copy of the data.

    :param folder: where to begin.
    :signal path_chosen: the chosen file (Path).
    """

    path_chosen = Signal(object)

    def __init__(self, folder: Path, parent: QWidget) -> None:
        kinds = ";;".join((tr("Copies (*.db)"), tr("All files (*)")))
        super().__init__(parent, tr("Look into another copy"), str(folder), kinds)
        self.setObjectName("copy.dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFileMode(QFileDialog.FileMode.ExistingFile)
        self.fileSelected.connect(self._on_file_selected)

    def _on_file_selected(self, file: str) -> None:
        self.path_chosen.emit(Path(file))
