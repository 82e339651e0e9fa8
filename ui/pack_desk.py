"""Making an access pack from a screen: where it is to be saved, how far it is, and where it lies."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scoring.people import Rep
from scoring.text import tr
from ui.file_opener import FileOpener
from ui.packing import Packing
from ui.save_dialog import SaveDialog, access_pack
from ui.session import Session
from ui.theme import px
from ui.widgets.button import LinkButton
from ui.widgets.named import named
from ui.widgets.progress_line import ProgressLine
from ui.widgets.text import Text


class PackDesk(QWidget):
    """Nothing to see until a pack is on its way; one at a time.

    :signal busy_changed: a pack has begun, or ended.
    """

    busy_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rep: Rep | None = None
        self._path = Path()
        self._packing = Packing(session, self)
        self._opener = FileOpener(self)
        self._progress = ProgressLine("people.pack")
        self._done = named(Text(), "people.pack_done")
        self._show_file = named(LinkButton(tr("Show in folder")), "people.show_file")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        for part in (self._progress, self._done, self._show_file):
            column.addWidget(part)
        self._connect()
        self.clear()

    def _connect(self) -> None:
        self._progress.stop_chosen.connect(self._packing.stop)
        self._packing.progressed.connect(self._on_progressed)
        self._packing.packed.connect(self._on_packed)
        self._packing.stopped.connect(self._on_stopped)
        self._packing.failed.connect(self._on_failed)
        self._show_file.clicked.connect(self._on_show_file)
        self._opener.failed.connect(self._on_opener_failed)

    @property
    def is_busy(self) -> bool:
        """Whether a pack is on its way."""
        return self._packing.is_running

    def pack(self, rep: Rep) -> None:
        """Ask where a pack about somebody is to be saved, and make it."""
        self._rep = rep
        dialog = SaveDialog(self._session.folder, self._packing.name_for(rep), self, access_pack())
        dialog.path_chosen.connect(self._on_path)
        dialog.open()

    def clear(self) -> None:
        """Say no longer what came of the last one."""
        self._tell("")

    def _on_path(self, path: Path) -> None:
        if self._rep and not self.is_busy:
            self._tell("")
            self._progress.begin(tr("Gathering what is held …"))
            self._packing.start(self._rep, path)
            self.busy_changed.emit()

    def _on_progressed(self, done: int, of: int) -> None:
        words = tr("Gathering what is held: call {n} of {of}")
        self._progress.say(words.format(n=min(done + 1, of), of=of), done, of)

    def _on_packed(self, path: Path, packed: object) -> None:
        from exports.access_pack.pack import Packed, missing_words

        assert isinstance(packed, Packed)
        self._path = path
        words = tr("{file} is ready.").format(file=path.name)
        self._end(" ".join([words, *missing_words(packed)]), has_file=True)

    def _on_stopped(self) -> None:
        self._end(tr("Stopped. Nothing was written."))

    def _on_failed(self, error: Exception) -> None:
        self._end("")
        raise error

    def _end(self, words: str, *, has_file: bool = False) -> None:
        self._progress.end()
        self._tell(words, has_file=has_file)
        self.busy_changed.emit()

    def _tell(self, words: str, *, has_file: bool = False) -> None:
        self._done.setText(words)
        self._done.setVisible(bool(words))
        self._show_file.setVisible(has_file)

    def _on_show_file(self) -> None:
        self._opener.show_in_folder(self._path)

    def _on_opener_failed(self, error: Exception) -> None:
        raise error
