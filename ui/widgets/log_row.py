"""One line of the log, to be opened and corrected in place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ui.log_lines import LogLine
from ui.theme import tokens_of
from ui.widgets.entry_editor import EntryEditor
from ui.widgets.logged_button import LoggedButton
from ui.widgets.named import named
from ui.widgets.painting import box, ring
from ui.widgets.press_button import live_height


class LogButton(LoggedButton):
    """The line itself. It leaves the keys that log to the screen around it, Space among them.

    :signal strike_chosen: Delete was pressed on it.
    """

    PADDING = (12, 12)

    strike_chosen = Signal()

    @override
    def paint_box(self, painter: QPainter) -> None:
        tokens = tokens_of(self)
        if self.isChecked() or self.isDown():
            box(painter, self.rect(), tokens.raised, tokens.border)
        if self.ring_visible:
            ring(painter, self.rect(), tokens.ring)

    @override
    def heightForWidth(self, width: int) -> int:
        return max(super().heightForWidth(width), live_height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.strike_chosen.emit()
        elif event.key() == Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)


class LogRow(QWidget):
    """A line and, while it is open, what it can be changed to.

    :signal opened: the line was pressed, to be opened or closed.
    :signal arrowed: go so many lines down (1), or up (-1).
    :signal chosen: it was another skill, side, party or reason (its value).
    :signal moved: it was so many ms later, or earlier if negative.
    :signal worded: the words it is to have.
    :signal struck: it did not happen.
    """

    opened = Signal()
    arrowed = Signal(int)
    chosen = Signal(str)
    moved = Signal(int)
    worded = Signal(str)
    struck = Signal()

    def __init__(self, shown: LogLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = shown
        self.button = named(LogButton(shown.line, str(shown.id)), f"log.{shown.id}")
        self.button.setCheckable(True)
        self.editor: EntryEditor | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.button)
        self.button.clicked.connect(self.opened)
        self.button.arrowed.connect(self.arrowed)
        self.button.strike_chosen.connect(self.struck)

    def show_line(self, shown: LogLine) -> None:
        """Show the same entry as it is now."""
        if shown == self.shown:
            return
        self.shown = shown
        self.button.set_line(shown.line)
        if self.editor:
            self.editor.show_line(shown)

    def open(self) -> None:
        """Let it be changed; the keys go to the first thing that can be."""
        self.button.setChecked(True)
        self.editor = EntryEditor(self.shown)
        self.editor.chosen.connect(self.chosen)
        self.editor.moved.connect(self.moved)
        self.editor.worded.connect(self.worded)
        self.editor.struck.connect(self.struck)
        self.editor.left.connect(self.opened)
        self._column.addWidget(self.editor)
        self.editor.show()
        self.editor.first().setFocus(Qt.FocusReason.TabFocusReason)

    def close_editor(self) -> None:
        """Show the line alone again. Words that were written in it are told first."""
        editor, self.editor = self.editor, None
        if editor is None:
            return
        words = editor.words()
        if words is not None and words != self.shown.words:
            self.worded.emit(words)
        self.button.setChecked(False)
        self._column.removeWidget(editor)
        editor.hide()
        editor.deleteLater()
