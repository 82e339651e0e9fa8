"""A long list of what was logged, a line an entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from exports.summary import Party
from ui import theme
from ui.theme import px, tokens_of
from ui.widgets.evidence_list import LONGEST_WORDS, EvidenceLine
from ui.widgets.floor_strip import paint_party
from ui.widgets.painting import CENTRED, LEADING, TRAILING, Lettering, ring, shown, text_size

LINE_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 110
_LONGEST_TIME: Final = "0:00:00"
_MOST_OF_NOTE: Final = 0.45
"""A note never takes more of what words and note share."""
_LEAST_ROWS: Final = 5
_OPEN: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class EntryLine:
    """How one entry reads; ``party`` is who took the floor with it, and what no longer stands ``is_struck``."""

    said: EvidenceLine
    party: Party | None = None
    is_struck: bool = False


class _LineDelegate(QStyledItemDelegate):
    """Paints one line: time, sign or pattern, words, note. What has no room ends in an ellipsis."""

    def __init__(self, view: EntryList) -> None:
        super().__init__(view)
        self._view = view

    def lettering(self, index: Index, rect: QRect) -> list[Lettering]:
        line: EntryLine = index.data(LINE_ROLE)
        tokens = tokens_of(self._view)
        ink = tokens.muted if line.is_struck else tokens.text
        time, sign, words, note = self._rooms(rect, line.said.note)
        found = [
            Lettering(line.said.time, time, theme.font(), tokens.muted, LEADING),
            Lettering(line.said.sign, sign, theme.font(bold=True), ink, CENTRED),
            Lettering(_fitting(line.said.words, words), words, theme.font(), ink, LEADING),
            Lettering(_fitting(line.said.note, note), note, theme.font(), tokens.muted, TRAILING),
        ]
        return [letters for letters in found if letters.text]

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, tokens = _rect_of(option), tokens_of(self._view)
        if self._view.is_current(index.row()):
            painter.fillRect(rect, QColor(tokens.chosen))
        line: EntryLine = index.data(LINE_ROLE)
        if line.party:
            _, sign, _, _ = self._rooms(rect, "")
            swatch = QRect(0, 0, px(10), px(10))
            swatch.moveCenter(sign.center())
            paint_party(painter, swatch, line.party, tokens)
        for letters in self.lettering(index, rect):
            letters.paint(painter)
        if index.row() + 1 < index.model().rowCount():
            painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.hairline))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(240), row_height())

    def _rooms(self, rect: QRect, note: str) -> tuple[QRect, QRect, QRect, QRect]:
        """:returns: where time, sign, words and note stand."""
        time = text_size(_LONGEST_TIME, theme.font()).width() + 1
        rest = rect.width() - 2 * _beside() - time - px(40)
        noted = min(text_size(note, theme.font()).width() + 1, round(rest * _MOST_OF_NOTE)) if note else 0
        words = rest - (noted + px(16) if noted else 0)
        rooms: list[QRect] = []
        left = _beside()
        for width, gap in ((time, px(8)), (px(20), px(12)), (words, px(16)), (noted, 0)):
            room = QRect(rect.left() + left, rect.top(), width, rect.height() - 1)
            rooms.append(QStyle.visualRect(self._view.layoutDirection(), rect, room))
            left += width + gap
        return rooms[0], rooms[1], rooms[2], rooms[3]


class EntryList(QListView):
    """Lines of one height, so that thousands take no longer than twenty. Give it a model that answers ``LINE_ROLE``.

    Arrows choose a line, a click chooses and opens it, Return or Space opens the chosen one.

    :signal row_chosen: the number of the line that is chosen now.
    :signal opened: the number of the line that is to be seen whole.
    """

    row_chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = _LineDelegate(self)
        self.setItemDelegate(self._lines)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.clicked.connect(self._on_clicked)

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self._fit)
        self._fit()

    def choose(self, row: int) -> None:
        """Choose a line and bring it into view, near the top; nobody is told."""
        index = self.model().index(row, 0)
        before = self.blockSignals(True)
        self.setCurrentIndex(index)
        self.blockSignals(before)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self.viewport().update()

    def is_current(self, row: int) -> bool:
        """:returns: whether this line is the chosen one."""
        return self.currentIndex().row() == row

    def lettering(self) -> list[Lettering]:
        """:returns: the texts of the lines that are in view."""
        height = self.viewport().height()
        first, last = self.indexAt(QPoint(1, 0)), self.indexAt(QPoint(1, height - 1))
        if not first.isValid():
            return []
        end = last.row() + 1 if last.isValid() else self.model().rowCount()
        indexes = (self.model().index(row, 0) for row in range(first.row(), end))
        return [
            letters for index in indexes for letters in self._lines.lettering(index, self.visualRect(index))
        ]

    @override
    def sizeHint(self) -> QSize:
        """Small: it takes what room there is, and scrolls by itself."""
        return self.minimumSizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(240), min(_LEAST_ROWS * row_height() + 2, self.maximumHeight()))

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid() and not self.signalsBlocked():
            self.row_chosen.emit(current.row())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPEN and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))
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
            painter = QPainter(self.viewport())
            ring(painter, self.visualRect(current), tokens_of(self).ring, gap=1)
            painter.end()

    def _fit(self) -> None:
        """No higher than its lines."""
        rows = self.model().rowCount() if self.model() else 0
        self.setMaximumHeight(rows * row_height() + 2)
        self.updateGeometry()

    def _on_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())


def row_height() -> int:
    """:returns: the height of one line in px."""
    return px(36)


def _fitting(text: str, room: QRect) -> str:
    plain = shown(text, LONGEST_WORDS)
    return QFontMetrics(theme.font()).elidedText(plain, Qt.TextElideMode.ElideRight, room.width())


def _beside() -> int:
    return px(14)


def _rect_of(option: QStyleOptionViewItem) -> QRect:
    return option.rect  # pyright: ignore[reportAttributeAccessIssue] (missing in PySide's stubs)
