"""Asking for a folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget


class FolderDialog(QFileDialog):
    """The system's own dialog for choosing a folder; a new one can be made in it.

    :param title: what the folder is for.
    :param folder: where to begin.
    :signal folder_chosen: the chosen folder (Path).
    """

    folder_chosen = Signal(object)

    def __init__(self, title: str, folder: Path, parent: QWidget) -> None:
        super().__init__(parent, title, str(folder))
        self.setObjectName("folder.dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFileMode(QFileDialog.FileMode.Directory)
        self.setOption(QFileDialog.Option.ShowDirsOnly)
        self.fileSelected.connect(self._on_selected)

    def _on_selected(self, folder: str) -> None:
        self.folder_chosen.emit(Path(folder))
