"""Fields for what is kept at every keystroke, and can be taken back step by step from outside."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.widgets.field import LineEdit
from ui.widgets.growing_text import GrowingText
from ui.widgets.painting import text_size


class DraftLine(LineEdit):
    """One line. It leaves undo and redo to what stands around it.

    :param most: characters it takes at most.
    :signal edited: the text, as it was changed by keys, by pasting or by a screen reader; never by ``show_text``.
    """

    edited = Signal(str)

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._showing = False
        self.setMaxLength(most)
        # Not ``textEdited``: Qt does not tell it of what a screen reader or dictation writes.
        self.textChanged.connect(self._on_text_changed)

    def show_text(self, text: str) -> None:
        """Show what is written; what is there but for blanks around it is left alone, and with it the cursor."""
        if self.text().strip() != text:
            at = self.cursorPosition() if self.hasFocus() else 0
            self._showing = True
            self.setText(text)
            self._showing = False
            self.setCursorPosition(at)

    def show_usual(self, words: str) -> None:
        """Say what is read where nothing is written."""
        self.setPlaceholderText(words)

    def take_keys(self) -> None:
        """Take the keys, behind what is written."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        self.end(False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo(event) or is_redo(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_text_changed(self, text: str) -> None:
        if not self._showing:
            self.edited.emit(text)


class DraftSentence(GrowingText):
    """A sentence that may wrap, without line ends. It leaves undo and redo to what stands around it.

    :param most: characters it takes at most.
    :signal resized: it has another width or height.
    """

    resized = Signal()

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, least=1)
        self._most_letters = most
        self.setUndoRedoEnabled(False)
        # Once more, later: while the layout around it takes its places, Qt does not hear that another height is wanted.
        self.resized.connect(self.updateGeometry, Qt.ConnectionType.QueuedConnection)

    def show_text(self, text: str) -> None:
        """Show what is written; what is there but for blanks around it is left alone, and with it the cursor."""
        if self.text().strip() != text:
            self._put(text, self.textCursor().position() if self.hasFocus() else 0)

    def show_usual(self, words: str) -> None:
        """Say what is read where nothing is written."""
        if words != self.placeholderText():
            self.setPlaceholderText(words)
            self.updateGeometry()

    def take_keys(self) -> None:
        """Take the keys, behind what is written."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        self.moveCursor(QTextCursor.MoveOperation.End)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter or is_undo(event) or is_redo(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), self._height_of(self._usual_lines())))

    @override
    def _on_text_changed(self) -> None:
        if not self._loading and len(self.text()) > self._most_letters:
            # What is shown is what is kept.
            self._put(self.text()[: self._most_letters], self.textCursor().position())
        super()._on_text_changed()

    def _put(self, text: str, at: int) -> None:
        """Show ``text`` with the cursor at a place of it: who pasted two lines goes on writing behind them."""
        self.set_text(text)
        cursor = self.textCursor()
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def _usual_lines(self) -> int:
        """:returns: how many lines the words need that stand there while nothing is written."""
        if self.text() or not self.placeholderText():
            return 1
        needed = text_size(self.placeholderText(), self.font(), self.viewport().width())
        return max(round(needed.height() / self.fontMetrics().lineSpacing()), 1)


def is_undo(event: QKeyEvent) -> bool:
    """:returns: whether this key takes a step back."""
    return event.matches(QKeySequence.StandardKey.Undo)


def is_redo(event: QKeyEvent) -> bool:
    """:returns: whether this key takes it forth again: on every system both that are customary."""
    keys = event.keyCombination()
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    return (keys.key(), keys.keyboardModifiers()) in (
        (Qt.Key.Key_Y, control),
        (Qt.Key.Key_Z, control | shift),
    )
