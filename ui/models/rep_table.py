"""The reps as a table: one row a person, with what is due in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from exports.wording import kept_word
from scoring.facts import CallFacts
from scoring.people import Rep
from scoring.state import LOGGED_PHASES
from scoring.text import tr
from ui.widgets.calm_table import TONE_ROLE, Tone
from ui.words import days_ago, short_day

REP, LAST_CALL, CALLS, WORKING_ON, COMMITMENT = range(5)
LATE_AFTER_DAYS = 45

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell says, and how it is set."""

    text: str
    tone: Tone | None = None


@dataclass(frozen=True, slots=True)
class RepRow:
    """One rep, and what the cells say."""

    rep: Rep
    cells: tuple[Cell, ...]


class RepTable(QAbstractTableModel):
    """Rows of ``RepRow``; ``rep_at`` tells whose row it is."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[RepRow] = []

    def show_reps(self, rows: Sequence[RepRow]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rep_at(self, row: int) -> Rep:
        """:returns: the rep of one row."""
        return self._rows[row].rep

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else COMMITMENT + 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self._rows[index.row()].cells[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell.text
        return cell.tone if role == TONE_ROLE else None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("Rep"), tr("Last joint call"), tr("Calls together"), tr("Working on"), tr("Commitment"))[
            section
        ]


def rep_row(
    rep: Rep,
    facts: Sequence[CallFacts],
    now: datetime,
    skill_name: Callable[[CallFacts], str],
    together: int | None = None,
) -> RepRow:
    """Put one rep into words.

    :param facts: the rep's calls, latest first; at least the latest, the latest with a focus skill, and the latest that
        says something about a commitment.
    :param skill_name: the name of the focus skill of a call, empty if it had none.
    :param together: how many calls there were, where ``facts`` are not all of them.
    """
    seen = tuple(call for call in facts if call.phase in LOGGED_PHASES)
    today = now.date()
    working_on = next((name for name in map(skill_name, seen) if name), "")
    cells = (
        Cell(rep.name, Tone.STRONG),
        _last_call(seen, today),
        Cell(str(len(seen) if together is None else together)),
        Cell(working_on) if working_on else Cell(tr("Not set"), Tone.MUTED),
        _commitment(seen, today),
    )
    return RepRow(rep, cells)


def _last_call(seen: Sequence[CallFacts], today: date) -> Cell:
    if not seen:
        return Cell(tr("Never"), Tone.LATE)
    day = seen[0].when.date()
    return Cell(days_ago(day, today), Tone.LATE if (today - day).days > LATE_AFTER_DAYS else None)


def _commitment(seen: Sequence[CallFacts], today: date) -> Cell:
    """What the rep is to do: the latest commitment and when it is due, or else what became of the last one."""
    latest = next((call for call in seen if call.commitments or call.last_commitment is not None), None)
    if latest is None:
        return Cell("")
    if latest.commitments:
        check_on = latest.commitments[0].check_on
        return _due(check_on, today) if check_on else Cell(tr("Open"))
    assert latest.last_commitment is not None
    return Cell(kept_word(latest.last_commitment))


def _due(check_on: date, today: date) -> Cell:
    day = short_day(check_on, today)
    if check_on < today:
        return Cell(tr("Not checked since {day}").format(day=day), Tone.LATE)
    return Cell(tr("Due {day}").format(day=day))
