"""One line of the log, to be opened and corrected in place."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QTouchEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ui.log_lines import LogLine
from ui.theme import tokens_of
from ui.widgets.entry_editor import EntryEditor
from ui.widgets.evidence_list import EvidenceLine
from ui.widgets.logged_button import LoggedButton
from ui.widgets.named import named
from ui.widgets.painting import box, ring
from ui.widgets.press_button import Clock, has_moved, is_far, live_height, monotonic_ms

_FARTHEST: Final = {Qt.Key.Key_Home: -1_000_000, Qt.Key.Key_End: 1_000_000}


class LogButton(LoggedButton):
    """The line itself. It leaves the keys that log to the screen around it, Space among them. A finger that moves on
    scrolls, and presses nothing.

    :signal strike_chosen: Delete was pressed on it.
    """

    PADDING = (12, 12)

    strike_chosen = Signal()

    def __init__(self, line: EvidenceLine, value: str) -> None:
        super().__init__(line, value)
        self._came_down = QPoint()
        self.setFocusPolicy(
            Qt.FocusPolicy.TabFocus
        )  # with the keys it would be scrolled away under the pointer
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._came_down = event.globalPosition().toPoint()
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if is_far(event.globalPosition().toPoint() - self._came_down):
            self.setDown(False)
        super().mouseReleaseEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        """A finger is no mouse: two quick taps on two lines would count as one double click."""
        if not isinstance(event, QTouchEvent):
            return super().event(event)
        self.setDown(event.type() in (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate))
        if event.type() == QEvent.Type.TouchEnd and not has_moved(event):
            self.click()
        return True

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
        if event.key() in _FARTHEST:
            self.arrowed.emit(_FARTHEST[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Delete:
            if not event.isAutoRepeat():
                self.strike_chosen.emit()
        elif event.key() == Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)


class LogRow(QWidget):
    """A line and, while it is open, what it can be changed to.

    :param clock: the present time in ms; only differences count.
    :signal opened: the line was pressed, to be opened or closed.
    :signal arrowed: go so many lines down, or up if negative; not beyond the first and the last.
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

    def __init__(self, shown: LogLine, parent: QWidget | None = None, *, clock: Clock = monotonic_ms) -> None:
        super().__init__(parent)
        self._clock = clock
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
        self.button.strike_chosen.connect(self._on_strike)

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
        self.editor = EntryEditor(self.shown, clock=self._clock)
        self.editor.chosen.connect(self.chosen)
        self.editor.moved.connect(self.moved)
        self.editor.worded.connect(self.worded)
        self.editor.struck.connect(self._on_strike)
        self.editor.left.connect(self.opened)
        self._column.addWidget(self.editor)
        self.editor.show()
        self.editor.first().setFocus(Qt.FocusReason.TabFocusReason)

    def stops(self) -> list[QWidget]:
        """:returns: where the Tab key stops, in order."""
        return [self.button, *(self.editor.stops() if self.editor else ())]

    def close_editor(self) -> None:
        """Show the line alone again. Words that were written in it are told first."""
        editor, self.editor = self.editor, None
        if editor is None:
            return
        words = editor.new_words()
        if words is not None:
            self.worded.emit(words)
        self.button.setChecked(False)
        self._column.removeWidget(editor)
        editor.hide()
        editor.deleteLater()

    def half_typed(self) -> str:
        """:returns: words that are being typed in it and were not told yet, or nothing."""
        words = self.editor.new_words() if self.editor else None
        return words if words and words.strip() else ""

    def _on_strike(self) -> None:
        """With the words that were being typed: whoever takes it back finds them."""
        if words := self.half_typed():
            self.worded.emit(words)
        self.struck.emit()
