"""New joint call: with whom?"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from scoring.text import tr
from ui.models.people_table import PeopleTable
from ui.screen import PlaceScreen
from ui.session import Session
from ui.widgets.calm_table import CalmTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_field import FilterField
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_page import ScrollPage

MANY = 8


class NewCallScreen(PlaceScreen):
    """The manager picks the rep of a new call; with many reps a few letters narrow the list.

    :signal new_rep_requested: add a rep first.
    """

    new_rep_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._header = PageHeader(tr("Who will you ride along with?"), action=tr("Add a rep"))
        self._letters = FilterField(tr("Find a rep"))
        self._reps, self._table = PeopleTable(), CalmTable()
        self._empty = EmptyState()
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        self._letters.setObjectName("newcall.letters")
        self._table.setModel(self._reps)
        self._table.setObjectName("newcall.reps")
        self._table.setAccessibleName(tr("Reps"))
        page = ScrollPage()
        for part in (self._header, self._letters, self._empty, self._table):
            page.column.addWidget(part)
        page.column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)

    def _connect(self) -> None:
        self._header.action_chosen.connect(self.new_rep_requested)
        self._empty.action_chosen.connect(self.new_rep_requested)
        self._letters.textEdited.connect(self._on_letters)
        self._letters.left.connect(self._table.setFocus)
        self._table.opened.connect(self._on_opened)

    @override
    def show_now(self) -> None:
        reps = [rep for rep in self.session.reps() if rep.retired_at is None]
        self._letters.clear()
        self._letters.setVisible(len(reps) > MANY)
        self._reps.show_people(reps)
        self._header.set_action(tr("Add a rep") if reps else "")
        self._empty.set_words(_nobody_words(bool(reps)), tr("Add a rep"))
        self._show_found()
        self._first_stop(len(reps)).setFocus()

    def _first_stop(self, count: int) -> QWidget:
        if not count:
            return self._empty.button
        return self._letters if count > MANY else self._table

    def _show_found(self) -> None:
        found = self._reps.rowCount() > 0
        self._table.setVisible(found)
        self._empty.setVisible(not found)

    def _on_letters(self, letters: str) -> None:
        self._reps.narrow(letters)
        self._show_found()

    def _on_opened(self, row: int) -> None:
        self.call_requested.emit(self.session.new_call(self._reps.rep_at(row).id))


def _nobody_words(is_anybody_there: bool) -> str:
    if is_anybody_there:
        return tr("Nobody by that name.")
    return tr("Nobody is here yet. Add the first person you will ride along with.")
