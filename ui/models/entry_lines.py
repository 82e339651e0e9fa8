"""What was logged in a call as lines of a list. A line is put into words when it is first looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from scoring.state import Standing
from scoring.text import tr
from ui.widgets.entry_list import LINE_ROLE, EntryLine

Index = QModelIndex | QPersistentModelIndex
Saying = Callable[[Standing], EntryLine]
_ROOT = QModelIndex()


class EntryLines(QAbstractListModel):
    """Entries in order of time, each with the line it reads as."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: Sequence[Standing] = ()
        self._saying: Saying | None = None
        self._said: dict[int, EntryLine] = {}

    def show_entries(self, items: Sequence[Standing], saying: Saying) -> None:
        """Replace all lines.

        :param saying: how an entry reads; asked for what is looked at.
        """
        self.beginResetModel()
        self._items, self._saying, self._said = items, saying, {}
        self.endResetModel()

    def entry_at(self, row: int) -> Standing:
        """:returns: the entry of one line."""
        return self._items[row]

    def row_of(self, entry: Standing) -> int | None:
        """:returns: the line of this entry, or None if it is not listed."""
        ids = (row for row, item in enumerate(self._items) if item.entry.id == entry.entry.id)
        return next(ids, None)

    def row_near(self, offset_ms: int) -> int | None:
        """:returns: the last line at or before a time of the call (ms) that has a time; the first one where all come
        later, None where there is none."""
        timed = [row for row, item in enumerate(self._items) if not item.entry.recalled]
        before = [row for row in timed if self._items[row].offset_ms <= offset_ms]
        return before[-1] if before else next(iter(timed), None)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._items)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (LINE_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        line = self._line(index.row())
        return line if role == LINE_ROLE else _read_aloud(line)

    def _line(self, row: int) -> EntryLine:
        assert self._saying is not None, "there are no rows before show_entries"
        if row not in self._said:
            self._said[row] = self._saying(self._items[row])
        return self._said[row]


def _read_aloud(line: EntryLine) -> str:
    said = line.said
    sign = {"+": tr("Seen"), "–": tr("Missed")}.get(said.sign, "")
    return ", ".join(filter(None, (said.time, sign, said.words, said.note)))
