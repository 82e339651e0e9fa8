"""Choosing the scan of a signed sheet: from a dialog or by dropping a file, looked at before it is taken."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Qt, Signal

from scoring.acknowledgement import Scan
from scoring.errors import SecondChairError
from scoring.text import tr
from ui.scan_reading import ChosenScan, ScanReading
from ui.widgets.scan_field import ScanField


class ScanChoosing(QObject):
    """Leads the field where a scan is chosen.

    ``chosen`` is the scan, once it was read; ``problem`` why the chosen file is none, as a sentence.

    :param field: what it shows things in; also the window of the dialog.
    :param data_folder: where the data lies.
    :signal path_changed: another file is chosen (its path as text), or none (empty).
    :signal changed: there is something else to say about the file.
    """

    path_changed = Signal(str)
    changed = Signal()

    def __init__(self, field: ScanField, data_folder: Path) -> None:
        super().__init__(field)
        self._field = field
        self._data_folder = data_folder
        self._path = ""
        self._kept: Scan | None = None
        self.chosen: ChosenScan | None = None
        self.problem = ""
        self._reading = ScanReading(self)
        self._reading.done.connect(self._on_read)
        self._reading.failed.connect(self._on_refused)
        field.choose_chosen.connect(self.ask)
        field.left_out.connect(self._on_left_out)

    @property
    def is_busy(self) -> bool:
        """Whether the file is being read."""
        return self._reading.is_busy

    def show(self, path: str, kept: Scan | None) -> None:
        """Begin with the file that was chosen before, and the scan that is kept already."""
        self._kept = kept
        self._set_path(path)

    def ask(self) -> None:
        """Open the dialog for choosing the file."""
        from ui.save_dialog import last_folder
        from ui.scan_dialog import ScanDialog

        dialog = ScanDialog(last_folder(self._data_folder), self._field)
        dialog.path_chosen.connect(self.take)
        dialog.open()

    def take(self, path: Path) -> None:
        """Let this file be the scan, if it is one."""
        self.path_changed.emit(str(path))
        self._set_path(str(path))

    def forget(self) -> None:
        """What is being read is no longer wanted."""
        self._reading.forget()

    def _set_path(self, path: str) -> None:
        self._path, self.chosen, self.problem = path, None, ""
        self._reading.forget()
        if path:
            self._reading.read(Path(path))
        self._tell()

    def _tell(self) -> None:
        self._field.show_file(self._words(), is_chosen=bool(self._path))
        self.changed.emit()

    def _words(self) -> str:
        name = Path(self._path).name
        if self.is_busy:
            return tr("Reading {name} …").format(name=name)
        if self.chosen:
            return tr("{name}, {size}").format(name=name, size=_size(self.chosen.scan))
        return name or (_kept_words(self._kept) if self._kept else "")

    def _on_read(self, chosen: ChosenScan) -> None:
        self.chosen = chosen
        self._tell()

    def _on_refused(self, error: SecondChairError) -> None:
        self.problem = str(error)
        self._tell()

    def _on_left_out(self) -> None:
        self.path_changed.emit("")
        self._set_path("")
        self._field.choose.setFocus(Qt.FocusReason.OtherFocusReason)


def _kept_words(scan: Scan) -> str:
    words = tr("A scan is kept already ({form}, {size}). Another one takes its place.")
    return words.format(form=scan.suffix.upper(), size=_size(scan))


def _size(scan: Scan) -> str:
    return QLocale().formattedDataSize(scan.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
