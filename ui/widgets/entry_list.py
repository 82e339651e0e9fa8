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
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
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
from ui.widgets.painting import CENTRED, LEADING, TRAILING, WRAPPED, Lettering, ring, shown, text_size

LINE_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 110
_LONGEST_TIME: Final = "0:00:00"
_MOST_OF_NOTE: Final = 0.45
"""A note never takes more of what words and note share."""
_NARROW: Final = 560  # px, under which there is no room for a note beside the words
_ABOVE: Final = 8  # px above and below the words
_LEAST_HEIGHT: Final = 180  # px
_OPEN: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class EntryLine:
    """How one entry reads; ``party`` is who took the floor with it, and what no longer stands ``is_struck``."""

    said: EvidenceLine
    party: Party | None = None
    is_struck: bool = False


class _LineDelegate(QStyledItemDelegate):
    """Paints one line: time, sign or pattern, words, note. What has no room ends in an ellipsis. Where the list is
    narrow a line has the height of two: words go on below, and a note stands below them."""

    def __init__(self, view: EntryList) -> None:
        super().__init__(view)
        self._view = view

    def lettering(self, index: Index, rect: QRect) -> list[Lettering]:
        line: EntryLine = index.data(LINE_ROLE)
        tokens = tokens_of(self._view)
        ink = tokens.muted if line.is_struck else tokens.text
        time, sign, words, note = self._rooms(rect, line.said.note)
        aside = WRAPPED if self._view.is_narrow else TRAILING
        found = [
            Lettering(line.said.time, time, theme.font(), tokens.muted, LEADING),
            Lettering(line.said.sign, sign, theme.font(bold=True), ink, CENTRED),
            Lettering(_fitting(line.said.words, words), words, theme.font(), ink, WRAPPED),
            Lettering(_fitting(line.said.note, note), note, theme.font(), tokens.muted, aside),
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
        return QSize(px(240), self._view.row_height())

    def _rooms(self, rect: QRect, note: str) -> tuple[QRect, QRect, QRect, QRect]:
        """:returns: where time, sign, words and note stand."""
        time = text_size(_LONGEST_TIME, theme.font()).width() + 1
        whole = QRect(rect.left() + _beside(), rect.top(), rect.width() - 2 * _beside(), rect.height() - 1)
        said = whole.adjusted(time + px(40), 0, 0, 0)
        words, noted = self._beneath(said, note) if self._view.is_narrow else self._side_by_side(said, note)
        rooms = (
            QRect(whole.left(), whole.top(), time, whole.height()),
            QRect(whole.left() + time + px(8), whole.top(), px(20), whole.height()),
            words,
            noted,
        )
        mirrored = [QStyle.visualRect(self._view.layoutDirection(), rect, room) for room in rooms]
        return mirrored[0], mirrored[1], mirrored[2], mirrored[3]

    def _side_by_side(self, room: QRect, note: str) -> tuple[QRect, QRect]:
        if not note:
            return room, QRect()
        width = min(text_size(note, theme.font()).width() + 1, round(room.width() * _MOST_OF_NOTE))
        return room.adjusted(0, 0, -width - px(16), 0), room.adjusted(room.width() - width, 0, 0, 0)

    def _beneath(self, room: QRect, note: str) -> tuple[QRect, QRect]:
        if not note:
            return room, QRect()
        middle = room.height() // 2
        above = room.adjusted(0, px(_ABOVE), 0, middle - room.height())
        return above, room.adjusted(0, middle, 0, -px(_ABOVE))


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

    @property
    def is_narrow(self) -> bool:
        """Whether each line has the height of two."""
        return self.width() < px(_NARROW)  # its own: that of the viewport follows from the scroll bar

    def row_height(self) -> int:
        """:returns: the height of one line of the list in px."""
        lines = 2 if self.is_narrow else 1
        return lines * text_size("0", theme.font()).height() + 2 * px(_ABOVE) + 1

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
        return QSize(px(240), min(px(_LEAST_HEIGHT), self.maximumHeight()))

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid() and not self.signalsBlocked():
            self.row_chosen.emit(current.row())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()
            self._fit()

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
        self.setMaximumHeight(rows * self.row_height() + 2)
        self.updateGeometry()

    def _on_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())


def _fitting(text: str, room: QRect) -> str:
    """:returns: as much of ``text`` as there is room for, with an ellipsis where something is left out."""
    plain, font = shown(text, LONGEST_WORDS), theme.font()
    if not plain or text_size(plain, font, room.width()).height() <= room.height():
        return plain
    fits, too_long = 0, len(plain)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        short = plain[:middle].rstrip() + "…"
        if text_size(short, font, room.width()).height() <= room.height():
            fits = middle
        else:
            too_long = middle
    return plain[:fits].rstrip() + "…"


def _beside() -> int:
    return px(14)


def _rect_of(option: QStyleOptionViewItem) -> QRect:
    return option.rect  # pyright: ignore[reportAttributeAccessIssue] (missing in PySide's stubs)
