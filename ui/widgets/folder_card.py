"""The folder of the archive, how it stands with it, and what can be done about it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scoring.text import tr
from ui.theme import px
from ui.widgets.button import LinkButton, SecondaryButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.named import named
from ui.widgets.panel import Panel
from ui.widgets.text import Text, Voice


class FolderCard(Panel):
    """Where the pages are kept and whether all of them are there.

    :signal again_chosen: try at once to put there what waits.
    :signal open_chosen: show the folder.
    :signal other_chosen: choose another folder.
    :signal none_chosen: keep the pages in no folder any more.
    """

    again_chosen = Signal()
    open_chosen = Signal()
    other_chosen = Signal()
    none_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._folder = named(Text("", Voice.STRONG), "archive.folder")
        self._status = named(Text("", Voice.MUTED), "archive.status")
        self.again = named(SecondaryButton(tr("Try again now")), "archive.again")
        self.open = named(LinkButton(tr("Open the folder")), "archive.open")
        self.other = named(LinkButton(tr("Choose another folder"), quiet=True), "archive.other")
        self.none = named(LinkButton(tr("Use no folder"), quiet=True), "archive.none")
        self._assemble()
        self.again.clicked.connect(self.again_chosen)
        self.open.clicked.connect(self.open_chosen)
        self.other.clicked.connect(self.other_chosen)
        self.none.clicked.connect(self.none_chosen)

    def _assemble(self) -> None:
        actions = FlowLayout(spacing=px(20))
        for action in (self.again, self.open, self.other, self.none):
            actions.addWidget(action)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(14), px(18), px(14))
        column.setSpacing(px(4))
        column.addWidget(self._folder)
        column.addWidget(self._status)
        column.addLayout(actions)

    def show_folder(self, folder: Path, *, is_ours: bool) -> None:
        """Say which folder it is.

        :param is_ours: whether another one can be chosen: not while one only tries things out.
        """
        self._folder.setText(str(folder) if is_ours else tr("A folder to try things out in"))
        self.other.setVisible(is_ours)
        self.none.setVisible(is_ours)

    def show_status(self, sentence: str, *, is_trouble: bool) -> None:
        """Say how it stands; where there is trouble it can be tried again at once."""
        self._status.set_voice(Voice.LATE if is_trouble else Voice.MUTED)
        self._status.setText(sentence)
        had_keys = self.again.hasFocus() or self.open.hasFocus()
        self.again.setVisible(is_trouble)
        self.open.setVisible(not is_trouble)
        if had_keys:
            self.take_keys()

    def take_keys(self) -> None:
        """Give the keyboard to what is wanted first."""
        (self.open if self.again.isHidden() else self.again).setFocus()
