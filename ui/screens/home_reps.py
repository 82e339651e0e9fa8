"""The reps on Home: one calm table, to be narrowed down and put in order where there are many."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exports.overview import RepLine
from scoring.cadence import by_urgency
from scoring.text import tr
from ui.models.rep_table import RepTable, rep_row
from ui.theme import px
from ui.widgets.calm_table import CalmTable
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_field import FilterField
from ui.widgets.finding_row import FindingRow
from ui.widgets.named import named
from ui.widgets.text import Text, Voice

MANY = 12
"""From so many reps on one looks for a name instead of seeing it at a glance."""
BY_NAME, LATE_FIRST = "name", "late"


class HomeReps(QWidget):
    """The manager sees who was last seen when, and opens a rep.

    :signal rep_requested: open the rep with this UUID.
    """

    rep_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[RepLine, ...] = ()
        self._today = date.min
        self._order_chosen = BY_NAME
        self._filter = named(FilterField(tr("Find a rep")), "home.filter")
        orders = [(BY_NAME, tr("By name")), (LATE_FIRST, tr("Late first"))]
        self._order = named(ChoiceRow(orders), "home.order")
        self._order.setAccessibleName(tr("Order of the reps"))
        self._finding = FindingRow(self._filter, (self._order,))
        self._reps = RepTable()
        self._table = named(CalmTable(), "home.reps")
        self._nobody = EmptyState(tr("Nobody here has such a name."), tr("Show everybody"))
        self._nobody.setObjectName("home.nobody_found")
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        self._table.setModel(self._reps)
        self._table.show_whole()
        self._table.setAccessibleName(tr("Your reps"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        for part in (Text(tr("Your reps"), Voice.STRONG), self._finding, self._table, self._nobody):
            column.addWidget(part)

    def _connect(self) -> None:
        self._filter.textEdited.connect(self._on_filter_edited)
        self._filter.left.connect(self._table.setFocus)
        self._order.chosen.connect(self._on_order_chosen)
        self._nobody.action_chosen.connect(self._on_show_everybody)
        self._table.opened.connect(self._on_opened)

    def show_lines(self, lines: Sequence[RepLine], today: date) -> None:
        """Show everybody, by name or in the order that was chosen; what was looked for is still looked for."""
        if (tuple(lines), today) != (self._lines, self._today):
            self._lines, self._today = tuple(lines), today
            self._show()

    def _show(self) -> None:
        are_many = len(self._lines) >= MANY
        if not are_many:
            self._filter.clear()
        self._finding.setVisible(are_many)
        self._order.set_chosen([self._order_chosen])
        late_first = are_many and self._order_chosen == LATE_FIRST
        in_order = sorted(self._lines, key=_urgency) if late_first else self._lines
        self._reps.show_reps([rep_row(line, self._today) for line in in_order], self._filter.text())
        self._show_found()

    def _show_found(self) -> None:
        is_anybody = self._reps.rowCount() > 0
        self._table.setVisible(is_anybody)
        self._nobody.setVisible(not is_anybody)

    def _on_filter_edited(self, words: str) -> None:
        self._reps.narrow(words)
        self._show_found()

    def _on_show_everybody(self) -> None:
        self._filter.clear()
        self._on_filter_edited("")
        self._filter.setFocus()

    def _on_order_chosen(self, order: str) -> None:
        self._order_chosen = order
        self._show()

    def _on_opened(self, row: int) -> None:
        self.rep_requested.emit(self._reps.rep_at(row).id)


def _urgency(line: RepLine) -> tuple[int, date]:
    return by_urgency(line.standing)
