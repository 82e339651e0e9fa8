"""The log beside the tiles: what was logged, newest first, each line to be corrected in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScroller, QVBoxLayout, QWidget
from typing_extensions import override

from scoring.text import tr
from ui.log_lines import LogLine
from ui.theme import px, tokens_of
from ui.widgets.live_button import LiveButton
from ui.widgets.log_row import LogRow
from ui.widgets.named import named
from ui.widgets.painting import box, painter_on
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text import Text, Voice


class LogDrawer(QWidget):
    """Lies over a part of the live screen; what is behind it stays where it is, and the keys go on logging.

    It shows what ``show_lines`` says. Up and Down go from line to line, Return opens one, Delete strikes it, Esc closes
    what is open and then the drawer. ``foot`` has room for more at the lower end.

    :signal chosen: (entry id, value): it was another skill, side, party or reason.
    :signal moved: (entry id, ms): it was so much later, or earlier if negative.
    :signal worded: (entry id, words).
    :signal struck: (entry id): it did not happen.
    :signal more_wanted: show earlier lines too.
    :signal left: close the drawer.
    """

    chosen = Signal(object, str)
    moved = Signal(object, int)
    worded = Signal(object, str)
    struck = Signal(object)
    more_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[LogRow] = []
        self._empty = Text(tr("Nothing is logged yet."), Voice.MUTED)
        self._earlier = named(LiveButton(tr("Earlier")), "log.earlier")
        self._close = named(LiveButton(tr("Close"), "L"), "log.close")
        self._page = ScrollPage()
        self._list = QVBoxLayout()
        self.foot = QVBoxLayout()
        self.setAccessibleName(tr("Log"))
        self._assemble()
        self._earlier.tapped.connect(self.more_wanted)
        self._close.tapped.connect(self.left)

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Text(tr("Log"), Voice.HEADING), 1)
        head.addWidget(self._close)
        self._list.setSpacing(0)
        self.foot.setSpacing(px(8))
        page = self._page.column
        page.setContentsMargins(0, 0, px(4), 0)
        page.addWidget(self._empty)
        page.addLayout(self._list)
        page.addWidget(self._earlier, 0, Qt.AlignmentFlag.AlignLeading)
        page.addStretch(1)
        QScroller.grabGesture(self._page.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        column = QVBoxLayout(self)
        column.setContentsMargins(*4 * (px(12),))
        column.setSpacing(px(10))
        column.addLayout(head)
        column.addWidget(self._page, 1)
        column.addLayout(self.foot)

    # Showing

    def show_lines(self, lines: Sequence[LogLine], *, more: bool) -> None:
        """Show these lines, newest first. Rows that stay are left alone, and so is the one that is open.

        :param more: whether there are earlier ones.
        """
        known = {row.shown.id: row for row in self._rows}
        staying = {line.id for line in lines}
        for row in [row for row in self._rows if row.shown.id not in staying]:
            self._remove(row)
        self._rows = [known.get(line.id) or self._made(line) for line in lines]
        for place, (row, line) in enumerate(zip(self._rows, lines, strict=True)):
            row.show_line(line)
            if self._list.indexOf(row) != place:
                self._list.removeWidget(row)
                self._list.insertWidget(place, row)
                row.show()  # at once, also in a drawer that is already on screen
        self._empty.setVisible(not lines)
        self._earlier.setVisible(more)

    def take_keys(self) -> None:
        """Give the keys to the newest line."""
        target = self._rows[0].button if self._rows else self._close
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _made(self, line: LogLine) -> LogRow:
        row = LogRow(line, self)
        row.opened.connect(self._on_opened)
        row.arrowed.connect(self._on_arrowed)
        row.chosen.connect(self._on_chosen)
        row.moved.connect(self._on_moved)
        row.worded.connect(self._on_worded)
        row.struck.connect(self._on_struck)
        return row

    def _remove(self, row: LogRow) -> None:
        place = self._rows.index(row)
        if row.isAncestorOf(self.focusWidget() or self):
            neighbours = [*self._rows[place + 1 :], *reversed(self._rows[:place])]
            (neighbours[0].button if neighbours else self._close).setFocus(Qt.FocusReason.TabFocusReason)
        self._rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    # Opening and closing lines

    def close_editor(self) -> bool:
        """Close the line that is open. :returns: whether there was one."""
        row = next((row for row in self._rows if row.editor), None)
        if row:
            row.close_editor()
        return row is not None

    def _sending_row(self) -> LogRow:
        row = self.sender()
        assert isinstance(row, LogRow)
        return row

    def _on_opened(self) -> None:
        row = self._sending_row()
        was_open = row.editor is not None
        self.close_editor()
        if was_open:
            row.button.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            row.open()
            self._page.ensureWidgetVisible(row)

    def _on_arrowed(self, step: int) -> None:
        place = self._rows.index(self._sending_row()) + step
        if 0 <= place < len(self._rows):
            self._rows[place].button.setFocus(Qt.FocusReason.TabFocusReason)
            self._page.ensureWidgetVisible(self._rows[place])

    def _on_chosen(self, value: str) -> None:
        self.chosen.emit(self._sending_row().shown.id, value)

    def _on_moved(self, ms: int) -> None:
        self.moved.emit(self._sending_row().shown.id, ms)

    def _on_worded(self, words: str) -> None:
        self.worded.emit(self._sending_row().shown.id, words)

    def _on_struck(self) -> None:
        self.struck.emit(self._sending_row().shown.id)

    # Looks and keys

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = painter_on(self)
        box(painter, self.rect(), tokens.ground, tokens.border)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.close_editor():
            self.take_keys()
        else:
            self.left.emit()
