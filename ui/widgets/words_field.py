"""Where words heard are written during a call."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme import px
from ui.widgets.field import LineEdit
from ui.widgets.press_button import live_height

_EDITING = (Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X, Qt.Key.Key_Left, Qt.Key.Key_Right)


def belongs_to_screen(event: QKeyEvent) -> bool:
    """:returns: whether a key that arrives in a field is one of the live screen's: any with Ctrl that is not needed for
    editing. Ctrl with Alt is how Windows tells of AltGr, which writes "@" and "€" on many keyboards."""
    held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return held == Qt.KeyboardModifier.ControlModifier and event.key() not in _EDITING


class WordsField(LineEdit):
    """One line of words. Return stores them, Esc leaves them standing; either way the screen takes the keys back.

    :signal stored: Return was pressed; carries the words (never blank).
    :signal left: Esc was pressed, or Return without words.
    """

    stored = Signal(str)
    left = Signal()

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(live_height())
        self.set_placeholder(placeholder)

    def set_placeholder(self, words: str) -> None:
        """Say what belongs here; also the name for a screen reader."""
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.updateGeometry()

    @override
    def minimumSizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        hint = super().minimumSizeHint()
        return QSize(max(hint.width(), words + 2 * px(14)), hint.height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_return()
        elif belongs_to_screen(event):
            event.ignore()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _on_return(self) -> None:
        if self.text().strip():
            self.stored.emit(self.text())
        else:
            self.left.emit()
