"""The pages that were handed over: the folder that keeps them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from scoring.text import tr
from ui.archive_part import ArchivePart
from ui.folder_dialog import FolderDialog
from ui.session import Session
from ui.widgets.empty_state import EmptyState
from ui.widgets.named import named
from ui.widgets.text import Text


class PagesPart(ArchivePart):
    """The manager chooses the folder of the archive."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._empty = named(
            EmptyState(
                tr(
                    "Choose a folder that will be there for years, such as a shared drive. "
                    "Every page you hand over is kept in it too."
                ),
                tr("Choose a folder"),
            ),
            "archive.empty",
        )
        self._folder = named(Text(), "archive.folder")
        self.column.addWidget(self._empty)
        self.column.addWidget(self._folder)
        self.column.addStretch(1)
        self._empty.action_chosen.connect(self._on_choose)

    @override
    def show_now(self) -> None:
        folder = self.session.archive_folder
        self._empty.setVisible(folder is None)
        self._folder.setVisible(folder is not None)
        self._folder.setText(str(folder or ""))

    def _on_choose(self) -> None:
        dialog = FolderDialog(tr("Where the pages are kept"), Path.home(), self)
        dialog.folder_chosen.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, folder: Path) -> None:
        self.session.save_archive_folder(folder)
        self.show_now()
