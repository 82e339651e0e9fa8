"""Where the scan of a signed sheet is chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scoring.text import tr
from ui.theme import px
from ui.widgets.button import LinkButton, SecondaryButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.named import named
from ui.widgets.text import Text


class ScanField(QWidget):
    """Says which file is chosen, and lets another one be chosen, or none.

    :signal choose_chosen: choose a file.
    :signal left_out: none is to be attached after all.
    """

    choose_chosen = Signal()
    left_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file = named(Text(""), "scan.file")
        self.choose = named(SecondaryButton(), "scan.choose")
        self.leave_out = named(LinkButton(tr("Take it out"), quiet=True), "scan.leave_out")
        self._assemble()
        self.choose.clicked.connect(self.choose_chosen)
        self.leave_out.clicked.connect(self.left_out)
        self.show_file("", is_chosen=False)

    def _assemble(self) -> None:
        buttons = QWidget()
        row = FlowLayout(buttons, spacing=px(12))
        row.addWidget(self.choose)
        row.addWidget(self.leave_out)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self._file)
        column.addWidget(buttons)

    def show_file(self, words: str, *, is_chosen: bool) -> None:
        """Say which file it is.

        :param words: its name and what is known of it; empty where there is none.
        :param is_chosen: whether it was chosen now and can be taken out again.
        """
        self._file.setText(words)
        self._file.setVisible(bool(words))
        self.choose.setText(tr("Choose another file…") if words else tr("Choose a file…"))
        self.leave_out.setVisible(is_chosen)
