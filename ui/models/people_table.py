"""The reps as people: name, title, team and number, which tell namesakes apart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from scoring.people import Rep
from scoring.seeking import plain
from scoring.text import tr
from ui.widgets.calm_table import TONE_ROLE, Tone

NAME, TITLE, TEAM, NUMBER = range(4)

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class PeopleTable(QAbstractTableModel):
    """One row a rep, in the order given; ``rep_at`` tells whose row it is."""

    def __init__(self) -> None:
        super().__init__()
        self._everybody: list[Rep] = []
        self._reps: list[Rep] = []

    def show_people(self, reps: Sequence[Rep]) -> None:
        """Replace all rows. The same ones leave everything as it is."""
        self._everybody = list(reps)
        self.narrow("")

    def narrow(self, words: str) -> None:
        """List only people in whose name each of ``words`` is, whatever the case and the accents."""
        sought = plain(words).split()
        found = [rep for rep in self._everybody if all(word in plain(rep.name) for word in sought)]
        if found == self._reps:
            return
        self.beginResetModel()
        self._reps = found
        self.endResetModel()

    def rep_at(self, row: int) -> Rep:
        """:returns: the rep of one row."""
        return self._reps[row]

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._reps)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else NUMBER + 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        rep = self._reps[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return (rep.name, rep.title, rep.team, rep.employee_number)[index.column()]
        return Tone.STRONG if role == TONE_ROLE and index.column() == NAME else None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("Name"), tr("Title"), tr("Team"), tr("Employee number"))[section]
