"""What a customer may see: a page of notes over the whole live screen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from scoring.text import tr
from ui.theme import px, tokens_of
from ui.widgets.corner import Corner
from ui.widgets.growing_text import GrowingText
from ui.widgets.named import named
from ui.widgets.painting import painter_on
from ui.widgets.words_field import belongs_to_screen


class _Page(GrowingText):
    """Fills the curtain, and leaves the live screen's keys to it. Tab writes a tab."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if belongs_to_screen(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


class Curtain(QWidget):
    """An ordinary page to write on. Nothing on it comes from the call; keys with Ctrl go on to the live screen.

    :signal noted: the person has changed the notes; carries all of them.
    :signal left: Esc was pressed, or the corner with its heading: the live screen is to come back.
    """

    noted = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = _Page()
        self.page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.page.setObjectName("curtain.page")
        self.page.setAccessibleName(tr("Notes"))
        self.page.edited.connect(self.noted)
        self._corner = named(Corner(tr("Notes"), bold=True), "curtain.corner")
        self._corner.tapped.connect(self.left)
        self.setFocusProxy(self.page)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(34), px(26), px(34), px(26))
        column.setSpacing(px(12))
        column.addWidget(self._corner, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.page, 1)

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        """There is nothing to go to: what lies behind would log what is typed, and nobody would see it."""
        return True

    def set_notes(self, notes: str) -> None:
        """Show what was noted before."""
        self.page.set_text(notes)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.fillRect(self.rect(), QColor(tokens_of(self).ground))
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
