"""The calls as a table: date, rep, customer, who led, state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any, Final
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from exports.wording import call_type_words, phase_word
from scoring.facts import CallFacts
from scoring.people import Rep
from scoring.seeking import plain
from scoring.state import SETTLED_PHASES, Phase
from scoring.text import tr
from ui.widgets.calm_table import TONE_ROLE, Tone
from ui.words import days_ago, short_day, time_words

CHUNK: Final = 30  # rows handed to the view at a time: about two screens
DONE: Final = frozenset({*SETTLED_PHASES, Phase.CLOSED})

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns from the leading edge."""

    DATE = 0
    REP = 1
    CUSTOMER = 2
    LED = 3
    STATE = 4
    MORE = 5


class Which(StrEnum):
    """Which calls are listed: those with something left to do, those without, or all."""

    OPEN = "open"
    DONE = "done"
    ALL = "all"


class CallTable(QAbstractTableModel):
    """Calls in the order they are given, narrowed down as one types. Rows reach the view a few screens at a time, so
    that ten thousand calls cost no more than thirty."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls: list[CallFacts] = []
        self._sought: list[str] = []
        self._reps: Mapping[UUID, Rep] = {}
        self._now: datetime | None = None
        self._words: list[str] = []
        self._which = Which.ALL
        self._matching: list[int] = []
        self._handed_out = 0

    def show(self, calls: Sequence[CallFacts], reps: Mapping[UUID, Rep], now: datetime) -> None:
        """Replace all calls.

        :param reps: the rep of every call, by id.
        :param now: what "today" is.
        """
        self._calls, self._reps, self._now = list(calls), reps, now
        self._sought = [self._sought_in(facts) for facts in calls]
        self._match()

    def replace(self, facts: CallFacts) -> None:
        """One call has changed. It keeps its place until ``show``; a call that is not there is ignored."""
        place = next((at for at, known in enumerate(self._calls) if known.call_id == facts.call_id), None)
        if place is None:
            return
        self._calls[place], self._sought[place] = facts, self._sought_in(facts)
        if self._found() == self._matching:
            self._tell_changed(place)
        else:
            self._match()

    def narrow(self, words: str, which: Which) -> None:
        """List only calls whose rep or customer holds each of ``words``, whatever the case and the accents."""
        self._words, self._which = plain(words).split(), which
        self._match()

    @property
    def total(self) -> int:
        """How many calls there are, listed or not."""
        return len(self._calls)

    @property
    def listed(self) -> int:
        """How many calls are listed, whether or not the view has asked for them yet."""
        return len(self._matching)

    def call_at(self, row: int) -> CallFacts:
        """:returns: the call of a row.

        :raises IndexError: if there is no such row.
        """
        return self._calls[self._matching[row]]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._handed_out

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._handed_out < len(self._matching)

    @override
    def fetchMore(self, parent: Index) -> None:
        if not self.canFetchMore(parent):
            return
        first = self._handed_out
        last = min(first + CHUNK, len(self._matching)) - 1
        self.beginInsertRows(QModelIndex(), first, last)
        self._handed_out = last + 1
        self.endInsertRows()

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _heading(Column(section))
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        facts, column = self.call_at(index.row()), Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(facts, column)
        if role == TONE_ROLE:
            return _tone(facts, column)
        return None

    def _cell(self, facts: CallFacts, column: Column) -> str:
        rep = self._reps[facts.rep_id]
        match column:
            case Column.DATE:
                return self._when(facts)
            case Column.REP:
                return rep.name
            case Column.CUSTOMER:
                return facts.customer
            case Column.LED:
                return call_type_words(facts.call_type, rep.first_name)
            case Column.STATE:
                return phase_word(facts.phase, facts.way)
            case Column.MORE:
                return tr("More")

    def _when(self, facts: CallFacts) -> str:
        assert self._now is not None
        moment, today = facts.when, self._now.date()  # as the clock said there and then, like on the page
        near = abs((moment.date() - today).days) <= 1
        day = days_ago(moment.date(), today) if near else short_day(moment.date(), today)
        return tr("{day} {time}").format(day=day, time=time_words(moment))

    def _match(self) -> None:
        self.beginResetModel()
        self._matching = self._found()
        self._handed_out = min(CHUNK, len(self._matching))
        self.endResetModel()

    def _found(self) -> list[int]:
        """:returns: the places of the calls to list."""
        phases = _phases(self._which)
        found = [place for place, facts in enumerate(self._calls) if facts.phase in phases]
        for word in self._words:
            found = [place for place in found if word in self._sought[place]]
        return found

    def _tell_changed(self, place: int) -> None:
        row = self._matching.index(place) if place in self._matching else self._handed_out
        if row < self._handed_out:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def _sought_in(self, facts: CallFacts) -> str:
        return plain(f"{self._reps[facts.rep_id].name}\n{facts.customer}")


def _phases(which: Which) -> frozenset[Phase]:
    everything = frozenset(Phase)
    return {Which.OPEN: everything - DONE, Which.DONE: DONE, Which.ALL: everything}[which]


def _heading(column: Column) -> str:
    match column:
        case Column.DATE:
            return tr("Date")
        case Column.REP:
            return tr("Rep")
        case Column.CUSTOMER:
            return tr("Customer")
        case Column.LED:
            return tr("Who leads")
        case Column.STATE:
            return tr("State")
        case Column.MORE:
            return ""


def _tone(facts: CallFacts, column: Column) -> Tone | None:
    if column is Column.MORE or facts.phase in SETTLED_PHASES:
        return Tone.MUTED
    return Tone.STRONG if column is Column.REP else None
