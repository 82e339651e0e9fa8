"""The people there is something held about: name, team, how much there is, and whether it must be kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from exports.people import HeldPerson
from scoring.text import tr
from ui.models.seeking import plain
from ui.widgets.calm_table import TONE_ROLE, Tone

NAME, TEAM, CALLS, PAGES, HELD = range(5)

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class HeldTable(QAbstractTableModel):
    """One row a person, in the order given; ``person_at`` tells whose row it is."""

    def __init__(self) -> None:
        super().__init__()
        self._everybody: list[HeldPerson] = []
        self._people: list[HeldPerson] = []

    def show_people(self, people: Sequence[HeldPerson], words: str = "") -> None:
        """Replace all rows; of the new ones, list those ``words`` fit."""
        self._everybody = list(people)
        self.narrow(words)

    def narrow(self, words: str) -> None:
        """List only people in whose name, team or number each of ``words`` is, under whichever entry."""
        sought = plain(words).split()
        self.beginResetModel()
        self._people = [one for one in self._everybody if all(word in _sign(one) for word in sought)]
        self.endResetModel()

    def person_at(self, row: int) -> HeldPerson:
        """:returns: the person of one row."""
        return self._people[row]

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._people)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else HELD + 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _cells(self._people[index.row()])[index.column()]
        return Tone.STRONG if role == TONE_ROLE and index.column() == NAME else None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("Name"), tr("Team"), tr("Calls"), tr("Calls with a page"), tr("Legal hold"))[section]


def _cells(person: HeldPerson) -> tuple[str, ...]:
    held = tr("Held") if person.holds else ""
    return person.rep.name, person.rep.team, str(person.calls), str(person.pages), held


def _sign(person: HeldPerson) -> str:
    return plain(" ".join(f"{rep.name} {rep.team} {rep.employee_number}" for rep in person.entries))
