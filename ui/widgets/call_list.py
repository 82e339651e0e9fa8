"""A calm table whose rows also offer a menu, and which can grow by thousands of rows."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.widgets.calm_table import CalmTable


class CallList(CalmTable):
    """Rows to open, with more to do about each of them.

    The menu comes with a press on the last column, a right click, the menu key, or Space. Rows that are added at the
    end, or come in place of others, are measured by themselves; the columns keep the width they have if they can.

    :signal menu_requested: the row and the place on the screen where its menu is to open.
    """

    menu_requested = Signal(int, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._shared_width = 0
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
            model.modelReset.disconnect(self.fit)
            model.modelReset.connect(self._on_reset)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            super().resizeEvent(event)
        else:  # fewer rows make it lower, which is no reason to share the width anew
            super(CalmTable, self).resizeEvent(event)

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

    def _on_reset(self) -> None:
        """Other rows: while one types, the columns stand still as long as every word fits into its own."""
        if self._shared_width != self.viewport().width() or not self._fit_rows_from(0):
            self.fit()
        self.updateGeometry()

    def _on_rows_inserted(self, _parent: QModelIndex, first: int, _last: int) -> None:
        if not self._fit_rows_from(first):
            self.fit()

    @override
    def fit(self) -> None:
        super().fit()
        self._shared_width = self.viewport().width() if self._count_rows() else 0

    def _fit_rows_from(self, first: int) -> bool:
        """Give rows the height their words need.

        :returns: False when a word is wider than its column.
        """
        for row in range(first, self._count_rows()):
            cells = [self.model().index(row, column) for column in range(self._count_columns())]
            wide = [
                cell for cell in cells if self._cells.natural_width(cell) > self.columnWidth(cell.column())
            ]
            if any(self._cells.least_width(cell) > self.columnWidth(cell.column()) for cell in wide):
                return False
            heights = [self._cells.height_for(cell, self.columnWidth(cell.column())) for cell in wide]
            self.setRowHeight(row, max(heights, default=self.verticalHeader().defaultSectionSize()))
        self.setMaximumHeight(self._content_height())
        return True

    @override
    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == self._count_columns() - 1:
            self.request_menu(index.row())
        else:
            super()._on_clicked(index)
