"""Asking which file is the scan of a signed sheet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from scoring.text import tr


class ScanDialog(QFileDialog):
    """The system's own dialog for choosing one file.

    :param folder: where to begin.
    :signal path_chosen: the chosen file (Path).
    """

    path_chosen = Signal(object)

    def __init__(self, folder: Path, parent: QWidget) -> None:
        kinds = tr("Scans (*.pdf *.jpg *.jpeg *.png)")
        super().__init__(parent, tr("Choose the scan of the sheet"), str(folder), kinds)
        self.setObjectName("scan.dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFileMode(QFileDialog.FileMode.ExistingFile)
        self.fileSelected.connect(self._on_file_selected)

    def _on_file_selected(self, file: str) -> None:
        self.path_chosen.emit(Path(file))
