"""Asking which files to bring in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from scoring.text import tr


@dataclass(frozen=True, slots=True)
class Choosing:
    """What is brought in: the title of the dialog, and what its files are called there."""

    title: str
    files: str


def pages() -> Choosing:
    """:returns: the choosing of pages and records."""
    return Choosing(tr("Bring in pages"), tr("Pages and records (*.pdf *.json)"))


def rubric_files() -> Choosing:
    """:returns: the choosing of rubrics."""
    return Choosing(tr("Bring in rubrics"), tr("Rubric files (*.json)"))


class ImportDialog(QFileDialog):
    """The system's own dialog for choosing files to bring in.

    :param folder: where to begin.
    :param choosing: what is brought in; pages if nothing is said.
    :signal paths_chosen: the chosen files (list of Path).
    """

    paths_chosen = Signal(object)

    def __init__(self, folder: Path, parent: QWidget, choosing: Choosing | None = None) -> None:
        choosing = choosing or pages()
        super().__init__(parent, choosing.title, str(folder), choosing.files)
        self.setObjectName("import.dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self.filesSelected.connect(self._on_files_selected)

    def _on_files_selected(self, files: list[str]) -> None:
        self.paths_chosen.emit([Path(file) for file in files])
