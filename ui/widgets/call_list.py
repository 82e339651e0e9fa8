"""A calm table whose rows also offer a menu, and which can grow by thousands of rows."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.widgets.calm_table import CalmTable


class CallList(CalmTable):
    """Rows to open, with more to do about each of them.

    The menu comes with a press on the last column, a right click, the menu key, or Space. Rows that are added at the
    end are measured by themselves; the columns keep the width they have.

    :signal menu_requested: the row and the place on the screen where its menu is to open.
    """

    menu_requested = Signal(int, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalScrollMode(CalmTable.ScrollMode.ScrollPerPixel)

    def request_menu(self, row: int) -> None:
        """Ask for the menu of a row, at its trailing end."""
        last = self.model().index(row, self._count_columns() - 1)
        self.menu_requested.emit(row, self.viewport().mapToGlobal(self.visualRect(last).center()))

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            model.rowsInserted.disconnect(self.fit)
            model.rowsInserted.connect(self._on_rows_inserted)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.request_menu(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            self.setCurrentIndex(index)
            self.request_menu(index.row())

    def _on_rows_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        columns = range(self._count_columns())
        for row in range(first, last + 1):
            cells = [self.model().index(row, column) for column in columns]
            height = max(self._cells.height_for(cell, self.columnWidth(cell.column())) for cell in cells)
            self.setRowHeight(row, height)
        self.setMaximumHeight(self._content_height())

    @override
    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == self._count_columns() - 1:
            self.request_menu(index.row())
        else:
            super()._on_clicked(index)
