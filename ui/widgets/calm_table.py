"""A table as calm as a printed one: no grid, hairlines, columns that share the width, words that wrap."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from ui import theme
from ui.theme import px, tokens_of
from ui.widgets.column_widths import shared_widths
from ui.widgets.painting import WRAPPED, Lettering, longest_word, ring, shown, text_size

TONE_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 100
_MEASURED_ROWS: Final = 200
_WRAPPED_ROWS: Final = 500
_KEPT: Final = 4_096  # measured texts
_LAST_BUNDLED: Final = "\u024f"  # Latin letters go as far
_PRESS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)

Index = QModelIndex | QPersistentModelIndex


class Tone(Enum):
    """How a cell is set. A model answers ``TONE_ROLE`` with one of these, or with None for ordinary text."""

    STRONG = "strong"
    MUTED = "muted"
    LATE = "late"


class _CellDelegate(QStyledItemDelegate):
    """Paints and measures one cell."""

    def __init__(self, view: CalmTable) -> None:
        super().__init__(view)
        self._view = view

    def natural_width(self, index: Index) -> int:
        return _measured(_words(index), _is_strong(index)).width() + 2 * _beside()

    def least_width(self, index: Index) -> int:
        return _measured(_words(index), _is_strong(index), least=True).width() + 2 * _beside()

    def height_for(self, index: Index, width: int) -> int:
        wrapped = _measured(_words(index), _is_strong(index), width - 2 * _beside()).height()
        return max(wrapped + 2 * px(8), row_height())

    def lettering(self, index: Index, rect: QRect) -> Lettering:
        room = rect.adjusted(_beside(), 0, -_beside(), -1)
        return Lettering(_words(index), room, _font_of(index), self._colour_of(index), WRAPPED)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = _rect_of(option)
        tokens = tokens_of(self._view)
        if self._view.hasFocus() and self._view.selectionModel().isRowSelected(index.row()):
            painter.fillRect(rect, QColor(tokens.chosen))
        self.lettering(index, rect).paint(painter)
        if index.row() + 1 < index.model().rowCount():
            painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.hairline))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.natural_width(index), row_height())

    def _colour_of(self, index: Index) -> str:
        tokens = tokens_of(self._view)
        tone = index.data(TONE_ROLE)
        return {Tone.MUTED: tokens.muted, Tone.LATE: tokens.late}.get(tone, tokens.text)


class CalmTable(QTableView):
    """Rows to read and to open. Return, Space or a click opens a row; there are no other gestures.

    Give it a model with ``setModel``. The table is as high as its rows, and scrolls where there is less room.

    :signal opened: a row is to be opened; carries its row number in the model.
    """

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: QAbstractItemModel | None = None
        self._is_wide = False
        self._cells = _CellDelegate(self)
        self.setItemDelegate(self._cells)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._set_up_headers()
        self.clicked.connect(self._on_clicked)

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        for changed in _change_signals(self._rows):
            changed.disconnect(self.fit)
        self._rows = model
        super().setModel(model)
        for changed in _change_signals(model):
            changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Share the width among the columns and give every row the height its words need."""
        columns = range(self._count_columns())
        widths = shared_widths(
            [self._column_width(column, natural=True) for column in columns],
            [self._column_width(column, natural=False) for column in columns],
            self.viewport().width(),
        )
        self.horizontalHeader().setStretchLastSection(False)
        for column, width in zip(columns, widths, strict=True):
            self.setColumnWidth(column, width)
        # The room changes once more when a scroll bar comes or goes; words that fit never get less than they need.
        self._is_wide = sum(widths) > self.viewport().width()
        self.horizontalHeader().setStretchLastSection(not self._is_wide)
        self._fit_headings(widths)
        self._fit_rows(widths)
        self.setMaximumHeight(self._content_height())
        self.updateGeometry()

    def show_whole(self) -> None:
        """Let the page around it scroll alone. A scroll bar of its own would take the room for the columns, which makes
        the rows higher, and with them the scroll bar necessary."""
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def heading_width(self, column: int, *, natural: bool) -> int:
        """:returns: px that the heading of a column needs: on one line, or at least for its longest word."""
        heading, font = self._heading(column), theme.font(theme.SMALL)
        words = text_size(heading, font).width() if natural else longest_word(heading, font)
        return words + 2 * _beside() + 2

    def cell_lettering(self) -> list[Lettering]:
        """:returns: the texts of all cells that are in view."""
        model = self._rows
        if model is None:
            return []
        indexes = (
            model.index(row, column) for row in self._rows_in_view() for column in range(model.columnCount())
        )
        return [self._cells.lettering(index, self.visualRect(index)) for index in indexes]

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._content_height())

    @override
    def minimumSizeHint(self) -> QSize:
        rows = min(self._count_rows(), 2)
        return QSize(px(240), self.horizontalHeader().sizeHint().height() + rows * row_height() + 2)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (
            event.size().width() != event.oldSize().width()
        ):  # it is as high as its rows after every change of them
            self.fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PRESS and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._count_rows():
            first = self.model().index(0, 0)
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(first, flags.ClearAndSelect | flags.Rows)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        current = self.currentIndex()
        if self.hasFocus() and current.isValid():
            row = self.visualRect(current)
            painter = QPainter(self.viewport())
            ring(
                painter,
                QRect(0, row.top(), self.viewport().width(), row.height()),
                tokens_of(self).ring,
                gap=1,
            )
            painter.end()

    def _set_up_headers(self) -> None:
        across = self.horizontalHeader()
        across.setDefaultAlignment(Qt.AlignmentFlag(WRAPPED))
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setSectionsClickable(False)
        across.setHighlightSections(False)
        across.setMinimumSectionSize(px(24))
        down = self.verticalHeader()
        down.hide()
        down.setMinimumSectionSize(row_height())
        down.setDefaultSectionSize(row_height())
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _count_rows(self) -> int:
        return self._rows.rowCount() if self._rows else 0

    def _count_columns(self) -> int:
        return self._rows.columnCount() if self._rows else 0

    def _column_width(self, column: int, *, natural: bool) -> int:
        measure = self._cells.natural_width if natural else self._cells.least_width
        cells = (measure(self.model().index(row, column)) for row in self._rows_measured(_MEASURED_ROWS))
        return max(self.heading_width(column, natural=natural), *cells, 0)

    def _heading(self, column: int) -> str:
        return str(self.model().headerData(column, Qt.Orientation.Horizontal) or "")

    def _fit_headings(self, widths: list[int]) -> None:
        """A heading wraps before a column pushes another one out of sight; Qt would keep them all on one line."""
        font = theme.font(theme.SMALL)
        rooms = ((self._heading(column), width - 2 * _beside() - 2) for column, width in enumerate(widths))
        high = max((text_size(heading, font, room).height() for heading, room in rooms), default=0)
        self.horizontalHeader().setFixedHeight(max(high + 2 * px(8), px(40)) + 1)

    def _rows_measured(self, most: int) -> range:
        return range(min(self._count_rows(), most))

    def _fit_rows(self, widths: list[int]) -> None:
        for row in self._rows_measured(_WRAPPED_ROWS):
            cells = (self.model().index(row, column) for column in range(len(widths)))
            height = max(
                (self._cells.height_for(cell, width) for cell, width in zip(cells, widths, strict=True)),
                default=0,
            )
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)

    def _rows_in_view(self) -> range:
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        return range(max(first, 0), (last if last >= 0 else self._count_rows() - 1) + 1)

    def _content_height(self) -> int:
        rows = self.horizontalHeader().height() + self.verticalHeader().length() + 2
        return rows + self.horizontalScrollBar().sizeHint().height() if self._is_wide else rows

    def _on_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())


def _change_signals(model: QAbstractItemModel | None) -> tuple[SignalInstance, ...]:
    if model is None:
        return ()
    return (model.modelReset, model.rowsInserted, model.rowsRemoved, model.dataChanged, model.layoutChanged)


def _words(index: Index) -> str:
    return _shown(str(index.data(Qt.ItemDataRole.DisplayRole) or ""))


def _is_strong(index: Index) -> bool:
    return index.data(TONE_ROLE) is Tone.STRONG


def _font_of(index: Index) -> QFont:
    return theme.font(bold=_is_strong(index))


def _measured(words: str, strong: bool, width: int | None = None, *, least: bool = False) -> QSize:
    """:returns: the room that words need: on one line, wrapped in a ``width`` (px), or as narrow as can be. Most rows
    say the same few things. What the bundled font does not hold is measured anew: a font for it may come later."""
    measure = _kept_measure if not words or max(words) <= _LAST_BUNDLED else _measure
    return measure(words, strong, width, least, theme.text_scale())


def _measure(words: str, strong: bool, width: int | None, least: bool, _scale: float) -> QSize:
    font = theme.font(bold=strong)
    return QSize(longest_word(words, font), 0) if least else text_size(words, font, width)


_shown = lru_cache(maxsize=_KEPT)(shown)
_kept_measure = lru_cache(maxsize=2 * _KEPT)(_measure)


def _beside() -> int:
    return px(14)


def row_height() -> int:
    """:returns: px, the least height of a row."""
    return px(42)


def _rect_of(option: QStyleOptionViewItem) -> QRect:
    return option.rect  # pyright: ignore[reportAttributeAccessIssue] (missing in PySide's stubs)
