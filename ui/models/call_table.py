"""The calls as a table: date, rep, customer, who led, state."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from enum import IntEnum
from typing import Any, Final
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from exports.wording import call_type_words, phase_word
from scoring.facts import CallFacts
from scoring.finding import CallQuery, Order
from scoring.people import Rep
from scoring.state import SETTLED_PHASES
from scoring.text import tr
from ui.widgets.calm_table import TONE_ROLE, Tone
from ui.words import days_ago, short_day, time_words

CHUNK: Final = (
    16  # rows fetched at a time: about a screen, as every letter that is typed fetches the first ones
)
_KEPT_CHUNKS: Final = 40
_KEPT_CELLS: Final = 4_000

Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[Sequence[int]], Mapping[int, CallFacts]]
"""Reads the facts of the calls with these numbers; those that are gone are left out."""


class Column(IntEnum):
    """The columns from the leading edge."""

    DATE = 0
    REP = 1
    CUSTOMER = 2
    LED = 3
    STATE = 4
    MORE = 5


ORDERS: Final = {
    Column.DATE: Order.DATE,
    Column.REP: Order.REP,
    Column.CUSTOMER: Order.CUSTOMER,
    Column.LED: Order.LED,
    Column.STATE: Order.STATE,
}
"""What a column can be put in order by."""


class CallTable(QAbstractTableModel):
    """Calls by their numbers, in the order they are given. What a row says is fetched once it is shown, with those
    around it, and let go once many others were shown since: ten thousand calls take no more than a few hundred.

    :param fetch: reads the rows; called in the window's thread.
    """

    def __init__(self, fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._numbers: Sequence[int] = ()
        self._reps: Mapping[UUID, Rep] = {}
        self._now: datetime | None = None
        self._order = Order.DATE
        self._descending = True
        self._chunks: OrderedDict[int, list[CallFacts | None]] = OrderedDict()
        # A list asks for the words of a cell when it measures and when it paints, many times over.
        self._cells: dict[tuple[int, int], str] = {}

    def show_people(self, reps: Mapping[UUID, Rep], now: datetime) -> None:
        """Say whose calls these are, by id, and what "today" is. Rows that are shown stay until ``show``."""
        self._reps, self._now = reps, now
        self._cells.clear()

    def show(self, numbers: Sequence[int], query: CallQuery) -> None:
        """List these calls, which were found in the order of ``query``."""
        self.beginResetModel()
        self._numbers, self._order, self._descending = numbers, query.order, query.descending
        self._chunks.clear()
        self._cells.clear()
        self.endResetModel()

    def replace(self, facts: CallFacts) -> None:
        """One call has changed. A row that was not fetched yet, or is not listed, needs no telling."""
        self._cells.clear()
        for chunk, rows in self._chunks.items():
            for place, known in enumerate(rows):
                if known is not None and known.call_id == facts.call_id:
                    rows[place] = facts
                    row = chunk * CHUNK + place
                    self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))
                    return

    def is_in_order(self, query: CallQuery) -> bool:
        """:returns: whether the calls are listed in the order of ``query``."""
        return (self._order, self._descending) == (query.order, query.descending)

    @property
    def numbers(self) -> Sequence[int]:
        """The calls that are listed, in order."""
        return self._numbers

    def call_at(self, row: int) -> CallFacts | None:
        """:returns: the call of a row, or None if it is gone since it was found.

        :raises IndexError: if there is no such row.
        """
        if not 0 <= row < len(self._numbers):
            raise IndexError(row)
        chunk, place = divmod(row, CHUNK)
        if chunk not in self._chunks:
            self._read(chunk)
        self._chunks.move_to_end(chunk)
        return self._chunks[chunk][place]

    def _read(self, chunk: int) -> None:
        wanted = self._numbers[chunk * CHUNK : (chunk + 1) * CHUNK]
        found = self._fetch(wanted)
        self._chunks[chunk] = [found.get(number) for number in wanted]
        if len(self._chunks) > _KEPT_CHUNKS:
            self._chunks.popitem(last=False)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._numbers)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _heading(Column(section))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._heading_in_words(Column(section))
        return None

    def _heading_in_words(self, column: Column) -> str:
        if ORDERS.get(column) is not self._order:
            return _heading(column)
        return tr("{heading}, {order}").format(
            heading=_heading(column), order=order_words(self._order, descending=self._descending)
        )

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, TONE_ROLE):
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole and (row, column) in self._cells:
            return self._cells[row, column]
        facts = self.call_at(row)
        if facts is None:
            return None
        if role == TONE_ROLE:
            return _tone(facts, Column(column))
        if len(self._cells) >= _KEPT_CELLS:
            self._cells.clear()
        words = self._cells[row, column] = self._cell(facts, Column(column))
        return words

    def _cell(self, facts: CallFacts, column: Column) -> str:
        match column:
            case Column.DATE:
                return self._when(facts)
            case Column.REP:
                return self._reps[facts.rep_id].name
            case Column.CUSTOMER:
                return facts.customer
            case Column.LED:
                return call_type_words(facts.call_type, self._reps[facts.rep_id].first_name)
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


def order_words(order: Order, *, descending: bool) -> str:
    """:returns: what the rows are in order by, as it stands behind the heading."""
    match order:
        case Order.DATE:
            return tr("latest first") if descending else tr("earliest first")
        case Order.LED:
            return tr("what I show first") if descending else tr("what I observe first")
        case Order.STATE:
            return tr("planned last") if descending else tr("planned first")
        case Order.REP | Order.CUSTOMER:
            return tr("from Z to A") if descending else tr("from A to Z")


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
