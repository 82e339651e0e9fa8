"""A copy that was looked into: what is in it, what it would change, and the way to put it in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from scoring.text import tr
from ui.copy_words import Change
from ui.layouts import clear_layout
from ui.second_click import SecondClick
from ui.theme import px
from ui.widgets.button import LinkButton, PrimaryButton, SecondaryButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.named import named
from ui.widgets.panel import Panel
from ui.widgets.text import Text, Voice


class CopyPanel(Panel):
    """Says what would change. Putting the copy in place takes two deliberate steps: after the first one the keys are
    with the way back, and the second click of a double click means nothing.

    :signal restore_chosen: put it in place.
    :signal close_chosen: enough was seen of it.
    """

    restore_chosen = Signal()
    close_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._title = named(Text("", Voice.HEADING), "copy.title")
        self._contents = named(Text("", Voice.MUTED), "copy.contents")
        self._changes = QVBoxLayout()
        self._warning = named(Text("", Voice.STRONG), "copy.warning")
        self.restore = named(SecondaryButton(tr("Put this copy in place of what is here …")), "copy.restore")
        self.close_button = named(LinkButton(tr("Close"), quiet=True), "copy.close")
        self.back = named(PrimaryButton(tr("Leave everything as it is")), "copy.back")
        self.confirm = named(SecondaryButton(tr("Replace everything with this copy")), "copy.confirm")
        self._second_click = SecondClick(self)
        self._assemble()
        self.restore.clicked.connect(self._on_restore)
        self.close_button.clicked.connect(self.close_chosen)
        self.back.clicked.connect(self._on_back)
        self.confirm.clicked.connect(self.restore_chosen)
        self._ask(sure=False)

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(22), px(18), px(22), px(18))
        column.setSpacing(px(12))
        self._changes.setSpacing(px(4))
        column.addWidget(self._title)
        column.addWidget(self._contents)
        column.addLayout(self._changes)
        column.addWidget(self._warning)
        self._buttons = QWidget()
        row = FlowLayout(self._buttons, spacing=px(12))
        for button in (self.restore, self.close_button, self.back, self.confirm):
            row.addWidget(button)
        column.addWidget(self._buttons)

    def show_copy(self, title: str, contents: str, changes: Sequence[Change]) -> None:
        """Say what a copy is, what is in it, and what would be different with it in place."""
        self._title.setText(title)
        self._contents.setText(contents)
        clear_layout(self._changes)
        for change in changes:
            self._changes.addWidget(Text(change.heading, Voice.STRONG))
            for line in change.lines:
                self._changes.addWidget(Text(line))
        if not changes:
            self._changes.addWidget(Text(tr("It holds the same as what is here.")))
        self._ask(sure=False)

    def _ask(self, *, sure: bool) -> None:
        for button, is_for_sure in (
            (self.restore, False),
            (self.close_button, False),
            (self.back, True),
            (self.confirm, True),
        ):
            button.setVisible(is_for_sure == sure)
        self._warning.setVisible(sure)
        self._warning.setText(
            tr(
                "All that is here now is replaced by what is in this copy. It is kept as a copy of its own first, "
                "so that it can be put back."
            )
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes one step back."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.back.isVisible():
            self._on_back()
        else:
            self.close_chosen.emit()

    def _on_restore(self) -> None:
        self._ask(sure=True)
        self._second_click.forget(self.window().windowHandle())
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_back(self) -> None:
        self._ask(sure=False)
        self.restore.setFocus(Qt.FocusReason.OtherFocusReason)
