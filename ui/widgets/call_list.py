"""A calm table whose rows also offer a menu, which can be put in order, and which takes thousands of rows."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.widgets.calm_table import CalmTable, Index, row_height
from ui.widgets.sort_header import SortHeader, sign_room

_SEVERAL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_FLAGS = QItemSelectionModel.SelectionFlag


class CallList(CalmTable):
    """Rows to open, with more to do about each of them, or about several.

    The menu comes with a press on the last column, a right click, the menu key, or Space. Several rows are chosen with
    Ctrl or Shift and a click, with Shift and the arrow keys, or all of them with Ctrl+A; Esc chooses the current one
    alone again. Only rows that are in view are asked for and measured; a column keeps its width as long as every word
    fits into it.

    :signal menu_requested: the row and the place on the screen where its menu is to open.
    :signal order_chosen: the column whose order is wanted.
    :signal chosen_changed: other rows are chosen, or another row is the current one.
    """

    menu_requested = Signal(int, QPoint)
    order_chosen = Signal(int)
    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._shared_width = 0
        self._measured: set[int] = set()
        self._widest: dict[tuple[int, bool], int] = {}
        self._adds = False
        super().__init__(parent)
        self.setVerticalScrollMode(CalmTable.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(CalmTable.SelectionMode.ExtendedSelection)
        self.setDragDropMode(CalmTable.DragDropMode.NoDragDrop)

    @property
    def headings(self) -> SortHeader:
        """The headings, which say what the rows are in order by."""
        header = self.horizontalHeader()
        assert isinstance(header, SortHeader), "as it was set up"
        return header

    def request_menu(self, row: int) -> None:
        """Ask for the menu of a row, at its trailing end."""
        last = self.model().index(row, self._count_columns() - 1)
        self.menu_requested.emit(row, self.viewport().mapToGlobal(self.visualRect(last).center()))

    # Choosing several

    def chosen_rows(self) -> list[int]:
        """:returns: the rows that are chosen, from the top; none where it is only the current one."""
        if not self._several():
            return []
        return sorted({row for part in self._chosen_parts() for row in _rows_of(part)})

    def choose(self, rows: Iterable[int], current: int | None = None) -> None:
        """Choose these rows, and lead the keys to ``current``."""
        last = self._count_columns() - 1
        chosen = QItemSelection()
        for first, end in _runs(rows):
            chosen.select(self.model().index(first, 0), self.model().index(end, last))
        if current is not None:
            self.selectionModel().setCurrentIndex(self.model().index(current, 0), _FLAGS.NoUpdate)
        self.selectionModel().select(chosen, _FLAGS.ClearAndSelect)

    def choose_current(self) -> None:
        """Choose no longer several, but the current row alone."""
        self.selectionModel().select(self.currentIndex(), _FLAGS.ClearAndSelect | _FLAGS.Rows)

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()
        self.chosen_changed.emit()

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen_changed.emit()

    def _several(self) -> bool:
        parts = self._chosen_parts()
        return len(parts) > 1 or any(part.height() > 1 for part in parts)

    def _chosen_parts(self) -> list[QItemSelectionRange]:
        selection = self.selectionModel().selection()
        return [selection.at(place) for place in range(selection.count())]

    # Keys and pointer

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() == Qt.Key.Key_Space and plain and self.currentIndex().isValid():
            self.request_menu(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Space:  # CalmTable opens with it
            super(CalmTable, self).keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape and self._several():
            self.choose_current()
        else:
            super().keyPressEvent(event)

    @override
    def moveCursor(self, cursorAction: CalmTable.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End lead to the first and the last row; to Qt they are the first and the last column."""
        ends = {CalmTable.CursorAction.MoveHome: 0, CalmTable.CursorAction.MoveEnd: self._count_rows() - 1}
        if cursorAction in ends:
            return self.model().index(ends[cursorAction], max(self.currentIndex().column(), 0))
        return super().moveCursor(cursorAction, modifiers)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters find nothing here: Qt would read every row for them, and there is a field for it."""

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._adds = bool(event.modifiers() & _SEVERAL)
        super().mousePressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            self.setCurrentIndex(index)
            self.request_menu(index.row())

    @override
    def _on_clicked(self, index: QModelIndex) -> None:
        if self._adds:
            return
        if index.column() == self._count_columns() - 1:
            self.request_menu(index.row())
        else:
            super()._on_clicked(index)

    # Rows and columns

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        self._widest.clear()
        super().setModel(model)
        if model is not None:
            model.modelReset.disconnect(self.fit)
            model.modelReset.connect(self._on_reset)
            model.rowsInserted.disconnect(self.fit)
            model.rowsInserted.connect(self._on_rows_inserted)

    @override
    def fit(self) -> None:
        self._measured.clear()
        super().fit()
        self._shared_width = self.viewport().width() if self._count_rows() else 0

    @override
    def heading_width(self, column: int, *, natural: bool) -> int:
        return super().heading_width(column, natural=natural) + (
            sign_room() if self.headings.offers(column) else 0
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            super().resizeEvent(event)
        else:  # fewer rows make it lower, which is no reason to share the width anew
            super(CalmTable, self).resizeEvent(event)
            self._measure_in_view()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._measure_in_view()

    @override
    def scrollTo(
        self,
        index: Index,
        hint: CalmTable.ScrollHint = CalmTable.ScrollHint.EnsureVisible,
    ) -> None:
        before = self.verticalHeader().length()
        super().scrollTo(index, hint)
        self._measure_in_view()
        if self.verticalHeader().length() != before:  # rows that grew may have pushed it out again
            super().scrollTo(index, hint)

    @override
    def _set_up_headers(self) -> None:
        header = SortHeader(self)
        header.order_chosen.connect(self.order_chosen)
        self.setHorizontalHeader(header)
        super()._set_up_headers()

    def _on_reset(self) -> None:
        """Other rows: while one types, the columns stand still as long as every word fits into its own."""
        usual = self.verticalHeader().defaultSectionSize()
        for row in self._measured:
            if row < self._count_rows():
                self.setRowHeight(row, usual)
        self._measured.clear()
        if self._shared_width != self.viewport().width():
            self.fit()
        else:
            self._measure_in_view()
            self.setMaximumHeight(self._content_height())
        self.updateGeometry()

    def _on_rows_inserted(self, _parent: QModelIndex, first: int, _last: int) -> None:
        self._measured = {row for row in self._measured if row < first}
        self._measure_in_view()
        self.setMaximumHeight(self._content_height())

    @override
    def _rows_measured(self, most: int) -> range:
        rows = self._rows_in_view()
        self._measured.update(rows)
        return rows

    @override
    def _rows_in_view(self) -> range:
        first = max(self.rowAt(0), 0)
        most = self.viewport().height() // row_height() + 2
        return range(first, min(first + most, self._count_rows()))

    @override
    def _column_width(self, column: int, *, natural: bool) -> int:
        """As wide as any row needed it so far: a column does not grow and shrink while one scrolls."""
        width = max(super()._column_width(column, natural=natural), self._widest.get((column, natural), 0))
        self._widest[column, natural] = width
        return width

    def _measure_in_view(self) -> None:
        """Give the rows that came into view the height their words need."""
        coming = [row for row in self._rows_in_view() if row not in self._measured]
        before = self.verticalHeader().length()
        if not all(map(self._fit_row, coming)):
            self.fit()
        if self.verticalHeader().length() != before:
            self.setMaximumHeight(self._content_height())
            self.updateGeometries()  # at once, or there is no scrolling to where the last row is now

    def _fit_row(self, row: int) -> bool:
        """Give a row the height its words need.

        :returns: False when a word is wider than its column.
        """
        cells = [self.model().index(row, column) for column in range(self._count_columns())]
        wide = [cell for cell in cells if self._cells.natural_width(cell) > self.columnWidth(cell.column())]
        if any(self._cells.least_width(cell) > self.columnWidth(cell.column()) for cell in wide):
            return False
        heights = [self._cells.height_for(cell, self.columnWidth(cell.column())) for cell in wide]
        self.setRowHeight(row, max(heights, default=self.verticalHeader().defaultSectionSize()))
        self._measured.add(row)
        return True


def _rows_of(part: QItemSelectionRange) -> range:
    return range(part.top(), part.bottom() + 1)


def _runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """:returns: rows as stretches without a gap, each by its first and its last row."""
    runs: list[tuple[int, int]] = []
    for row in sorted(rows):
        if runs and row == runs[-1][1] + 1:
            runs[-1] = runs[-1][0], row
        else:
            runs.append((row, row))
    return runs
