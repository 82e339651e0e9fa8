"""New joint call: with whom?"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from scoring.people import Rep
from scoring.text import tr
from ui.models.people_table import PeopleTable
from ui.screen import PlaceScreen
from ui.session import Session
from ui.widgets.calm_table import CalmTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import LabelledField, LineEdit
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
        self._reps: list[Rep] = []
        self._header = PageHeader(tr("Who will you ride along with?"), action=tr("Add a rep"))
        self._letters = LineEdit()
        self._search = LabelledField(tr("Part of the name"), self._letters)
        self._model, self._table = PeopleTable(), CalmTable()
        self._empty = EmptyState()
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        self._letters.setObjectName("newcall.letters")
        self._table.setModel(self._model)
        self._table.setObjectName("newcall.reps")
        self._table.setAccessibleName(tr("Reps"))
        page = ScrollPage()
        for part in (self._header, self._search, self._empty, self._table):
            page.column.addWidget(part)
        page.column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)

    def _connect(self) -> None:
        self._header.action_chosen.connect(self.new_rep_requested)
        self._empty.action_chosen.connect(self.new_rep_requested)
        self._letters.textEdited.connect(self._show_matching)
        self._letters.returnPressed.connect(self._on_return)
        self._table.opened.connect(self._on_opened)

    @override
    def show_now(self) -> None:
        self._reps = [rep for rep in self.session.reps() if rep.retired_at is None]
        self._letters.clear()
        self._search.setVisible(len(self._reps) > MANY)
        self._show_matching()
        (self._letters if len(self._reps) > MANY else self._table).setFocus()

    def _show_matching(self) -> None:
        letters = self._letters.text().casefold().strip()
        matching = [rep for rep in self._reps if letters in rep.name.casefold()]
        self._model.show_people(matching)
        self._table.setVisible(bool(matching))
        self._empty.setVisible(not matching)
        self._empty.set_words(tr("Nobody by that name."), tr("Add a rep"))

    def _on_return(self) -> None:
        if self._model.rowCount():
            self._on_opened(0)

    def _on_opened(self, row: int) -> None:
        self.call_requested.emit(self.session.new_call(self._model.rep_at(row).id))
