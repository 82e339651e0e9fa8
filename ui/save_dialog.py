"""Asking where to save a file, starting where the last one went."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from scoring.text import tr
from ui.window_state import FILE

_KEY = "page_folder"


@dataclass(frozen=True, slots=True)
class Saving:
    """What is saved: the title of the dialog, what its files are called there, and how their names end."""

    title: str
    files: str
    suffix: str


def pdf() -> Saving:
    """:returns: the saving of a page."""
    return Saving(tr("Save the PDF"), tr("PDF files (*.pdf)"), "pdf")


def access_pack() -> Saving:
    """:returns: the saving of everything that is held about somebody."""
    return Saving(tr("Save the access pack"), tr("Zip files (*.zip)"), "zip")


def calendar_file() -> Saving:
    """:returns: the saving of a reminder for a calendar."""
    return Saving(tr("Save the reminder"), tr("Calendar files (*.ics)"), "ics")


def rubric_file() -> Saving:
    """:returns: the saving of a rubric to share."""
    return Saving(tr("Save the rubric"), tr("Rubric files (*.json)"), "json")


class SaveDialog(QFileDialog):
    """The system's own dialog for saving a file. It remembers the folder on this computer, beside the data.

    :param data_folder: where the data lies.
    :param name: the suggested file name, without its ending.
    :param saving: what is saved; a page if nothing is said.
    :signal path_chosen: where to save; the person has agreed to replace what is there.
    """

    path_chosen = Signal(object)

    def __init__(self, data_folder: Path, name: str, parent: QWidget, saving: Saving | None = None) -> None:
        saving = saving or pdf()
        super().__init__(parent, saving.title, str(last_folder(data_folder)), saving.files)
        self._data_folder = data_folder
        self.setObjectName("page.save_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setDefaultSuffix(saving.suffix)
        self.selectFile(f"{name}.{saving.suffix}")
        self.fileSelected.connect(self._on_file_selected)

    def _on_file_selected(self, file: str) -> None:
        path = Path(file)
        _settings(self._data_folder).setValue(_KEY, str(path.parent))
        self.path_chosen.emit(path)


def last_folder(data_folder: Path) -> Path:
    """:returns: the folder the last page was saved in, or the person's documents when it is gone."""
    remembered = Path(str(_settings(data_folder).value(_KEY, "")))
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    usual = [path for path in (remembered, Path(documents)) if path.is_absolute() and path.is_dir()]
    return usual[0] if usual else Path.home()


def _settings(data_folder: Path) -> QSettings:
    return QSettings(str(data_folder / FILE), QSettings.Format.IniFormat)
