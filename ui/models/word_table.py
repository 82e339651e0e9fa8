"""A table of words: rows that somebody else has put together, each of something with a key of its own."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from ui.widgets.calm_table import TONE_ROLE, Tone

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Words:
    """What one cell says, and how it is set; ``spoken`` is what a screen reader says where a tone tells the rest."""

    text: str
    tone: Tone | None = None
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class WordRow:
    """What the row is about, and its cells."""

    key: Hashable
    cells: tuple[Words, ...]


class WordTable(QAbstractTableModel):
    """Rows of ``WordRow``; ``key_at`` tells what a row is about.

    :param headings: of the columns.
    """

    def __init__(self, headings: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = tuple(headings)
        self._rows: list[WordRow] = []

    def show_rows(self, rows: Sequence[WordRow]) -> None:
        """Replace all rows. The same ones leave everything as it is: what is chosen, and what a screen reader is at."""
        if list(rows) == self._rows:
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def key_at(self, row: int) -> Hashable:
        """:returns: what one row is about."""
        return self._rows[row].key

    def row_of(self, key: Hashable) -> int | None:
        """:returns: the row that is about ``key``, or None if there is none."""
        return next((row for row, item in enumerate(self._rows) if item.key == key), None)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._headings)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self._rows[index.row()].cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell.spoken or cell.text
        return cell.tone if role == TONE_ROLE else None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._headings[section]
