"""The log beside the tiles: what was logged, newest first, each line to be corrected in place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScroller, QVBoxLayout, QWidget
from typing_extensions import override

from scoring.text import tr
from ui.log_lines import LogLine
from ui.theme import px, text_scale, tokens_of
from ui.widgets.live_button import LiveButton
from ui.widgets.log_row import LogRow
from ui.widgets.named import named
from ui.widgets.painting import box, painter_on
from ui.widgets.press_button import Clock, monotonic_ms
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text import Text, Voice
from ui.widgets.words_field import belongs_to_screen

LARGE_TEXT: Final = 1.5


class LogDrawer(QWidget):
    """Lies over a part of the live screen; what is behind it stays where it is, and the keys go on logging.

    It shows what ``show_lines`` says. Up, Down, Home and End go from line to line, Return opens one, Delete strikes it,
    Esc closes what is open and then the drawer. ``foot`` has room for more at the lower end.

    :param clock: the present time in ms; only differences count.
    :signal chosen: (entry id, value): it was another skill, side, party or reason.
    :signal moved: (entry id, ms): it was so much later, or earlier if negative.
    :signal worded: (entry id, words).
    :signal struck: (entry id): it did not happen.
    :signal left_over: (entry id, words, whether they had the keys): they were being typed for what is gone now.
    :signal more_wanted: show earlier lines too.
    :signal left: close the drawer.
    """

    chosen = Signal(object, str)
    moved = Signal(object, int)
    worded = Signal(object, str)
    struck = Signal(object)
    left_over = Signal(object, str, bool)
    more_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None, *, clock: Clock = monotonic_ms) -> None:
        super().__init__(parent)
        self._clock = clock
        self._rows: list[LogRow] = []
        self._latest: tuple[Sequence[LogLine], bool] = ((), False)
        self._empty = Text(tr("Nothing is logged yet."), Voice.MUTED)
        self._earlier = named(LiveButton(tr("Earlier"), clock=clock), "log.earlier")
        self._close = named(LiveButton(tr("Close"), "L", clock=clock), "log.close")
        self._page = ScrollPage()
        self._list = QVBoxLayout()
        self.foot = QVBoxLayout()
        self.setAccessibleName(tr("Log"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._assemble()
        self._earlier.act_on_lift()
        self._earlier.tapped.connect(self._on_earlier)
        self._close.tapped.connect(self.left)

    def _assemble(self) -> None:
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
        column.addLayout(self._head())
        column.addWidget(self._page, 1)
        if text_scale() < LARGE_TEXT:
            column.addLayout(self.foot)

    def _head(self) -> QHBoxLayout:
        """Where large text leaves little room for lines, the foot stands here in place of the heading."""
        head = QHBoxLayout()
        if text_scale() < LARGE_TEXT:
            head.addWidget(Text(tr("Log"), Voice.HEADING), 1)
        else:
            head.addLayout(self.foot, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        return head

    # Showing

    def show_lines(self, lines: Sequence[LogLine], *, more: bool) -> None:
        """Show these lines, newest first. Rows that stay are left alone. While one is open, none changes its place: it
        would slip away under the finger.

        :param more: whether there are earlier ones.
        """
        self._latest = (lines, more)
        held = self._open_place()
        lines = self._in_place(lines) if held else lines
        known = {row.shown.id: row for row in self._rows}
        staying = {line.id for line in lines}
        gone = [row for row in self._rows if row.shown.id not in staying]
        left_over = [_left_over(row) for row in gone if row.half_typed()]
        for row in gone:
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
        self._chain()
        if held and held[0] in self._rows:
            self._hold(*held)
        for words in left_over:
            self.left_over.emit(*words)

    def _in_place(self, lines: Sequence[LogLine]) -> list[LogLine]:
        """:returns: the lines in the order they stand in; new ones come after what they follow."""
        by_id = {line.id: line for line in lines}
        order = [row.shown.id for row in self._rows if row.shown.id in by_id]
        for number, line in enumerate(lines):
            if line.id not in order:
                order.insert(order.index(lines[number - 1].id) + 1 if number else 0, line.id)
        return [by_id[entry_id] for entry_id in order]

    def _chain(self) -> None:
        """Let the Tab key go through the lines as they stand."""
        stops = [self._close, *(stop for row in self._rows for stop in row.stops()), self._earlier]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    # Scrolling

    def _open_place(self) -> tuple[LogRow, int] | None:
        """:returns: the row that is open and its y (px) in what can be seen."""
        row = self._open_row()
        return (row, self._y_of(row)) if row else None

    def _y_of(self, row: LogRow) -> int:
        return row.mapTo(self._page.viewport(), QPoint()).y()

    def _hold(self, row: LogRow, y: int) -> None:
        """Scroll so that a row is at ``y`` (px) in what can be seen."""
        _lay_out()
        bar = self._page.verticalScrollBar()
        bar.setValue(bar.value() + self._y_of(row) - y)

    def _reveal(self, row: LogRow) -> None:
        """Scroll no further than shows a row to its end, or from its beginning where it is higher than the list."""
        _lay_out()
        y = self._y_of(row)
        self._hold(row, max(min(y, self._page.viewport().height() - row.height()), 0))

    @property
    def open_entry(self) -> UUID | None:
        """The id of the entry whose line is open, or None."""
        row = self._open_row()
        return row.shown.id if row else None

    def take_keys(self) -> None:
        """Give the keys to the newest line."""
        target = self._rows[0].button if self._rows else self._close
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _made(self, line: LogLine) -> LogRow:
        row = LogRow(line, self, clock=self._clock)
        row.opened.connect(self._on_opened)
        row.arrowed.connect(self._on_arrowed)
        row.chosen.connect(self._on_chosen)
        row.moved.connect(self._on_moved)
        row.worded.connect(self._on_worded)
        row.struck.connect(self._on_struck)
        return row

    def _remove(self, row: LogRow) -> None:
        place = self._rows.index(row)
        if self._has_keys(row):
            neighbours = [*self._rows[place + 1 :], *reversed(self._rows[:place])]
            (neighbours[0].button if neighbours else self._close).setFocus(Qt.FocusReason.TabFocusReason)
        self._rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _has_keys(self, row: LogRow) -> bool:
        """:returns: whether the keys go to a row now, or to the drawer because something in the open row was clicked.
        What merely had them the last time this drawer had them does not count."""
        focused = self.window().focusWidget()
        return (focused is self and row.editor is not None) or row.isAncestorOf(focused or self)

    # Opening and closing lines

    def step_back(self) -> None:
        """One step quieter: close the line that is open, or else the drawer."""
        if row := self._open_row():
            self.close_editor()
            row.button.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.left.emit()

    def close_editor(self) -> None:
        """Close the line that is open, if there is one."""
        if row := self._open_row():
            row.close_editor()
            lines, more = self._latest
            self.show_lines(lines, more=more)

    def _open_row(self) -> LogRow | None:
        return next((row for row in self._rows if row.editor), None)

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
            self._chain()
            self._reveal(row)

    def _on_arrowed(self, step: int) -> None:
        place = self._rows.index(self._sending_row()) + step
        self._rows[min(max(place, 0), len(self._rows) - 1)].button.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_earlier(self) -> None:
        """The keys go on to the first line that comes, not to a button that may be gone."""
        place, had_keys = len(self._rows), self._earlier.hasFocus()
        self.more_wanted.emit()
        if had_keys and place < len(self._rows):
            self._rows[place].button.setFocus(Qt.FocusReason.TabFocusReason)

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
        if event.key() == Qt.Key.Key_Escape and not belongs_to_screen(event):
            self.step_back()
        elif self.hasFocus() and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.take_keys()
        else:
            super().keyPressEvent(event)


def _left_over(row: LogRow) -> tuple[UUID, str, bool]:
    return row.shown.id, row.half_typed(), row.editor is not None and row.editor.is_typing()


def _lay_out() -> None:
    """Let what has changed take its place now, and not when the window gets to it."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
