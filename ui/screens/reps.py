"""Reps: everybody the manager rides along with."""

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
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text import Text, Voice


class RepsScreen(PlaceScreen):
    """The manager looks up a rep, adds one, or brings a retired one back.

    :signal rep_requested: open the rep with this UUID.
    :signal new_rep_requested: add a rep.
    """

    LISTS = True

    rep_requested = Signal(object)
    new_rep_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._header = PageHeader(tr("Reps"), action=tr("Add a rep"))
        self._active, self._active_table = PeopleTable(), CalmTable()
        self._retired_title = Text(tr("Retired"), Voice.STRONG)
        self._retired, self._retired_table = PeopleTable(), CalmTable()
        self._empty = EmptyState(
            tr("Nobody is here yet. Add the first person you will ride along with."), tr("Add a rep")
        )
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        self._active_table.setModel(self._active)
        self._active_table.setObjectName("reps.active")
        self._active_table.setAccessibleName(tr("Reps"))
        self._active_table.show_whole()
        self._retired_table.setModel(self._retired)
        self._retired_table.show_whole()
        self._retired_table.setObjectName("reps.retired")
        self._retired_table.setAccessibleName(tr("Retired reps"))
        page = ScrollPage()
        for part in (self._header, self._empty, self._active_table, self._retired_title, self._retired_table):
            page.column.addWidget(part)
        page.column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)

    def _connect(self) -> None:
        self._header.action_chosen.connect(self.new_rep_requested)
        self._empty.action_chosen.connect(self.new_rep_requested)
        self._active_table.opened.connect(self._on_active_opened)
        self._retired_table.opened.connect(self._on_retired_opened)

    @override
    def show_now(self) -> None:
        reps = self.session.reps()
        active = [rep for rep in reps if rep.retired_at is None]
        retired = [rep for rep in reps if rep.retired_at is not None]
        self._active.show_people(active)
        self._retired.show_people(retired)
        self._header.set_action(tr("Add a rep") if reps else "")
        self._empty.setVisible(not reps)
        self._active_table.setVisible(bool(active))
        self._retired_title.setVisible(bool(retired))
        self._retired_table.setVisible(bool(retired))
        first = self._active_table if active else self._retired_table if retired else self._empty.button
        first.setFocus()

    def _on_active_opened(self, row: int) -> None:
        self.rep_requested.emit(self._active.rep_at(row).id)

    def _on_retired_opened(self, row: int) -> None:
        self.rep_requested.emit(self._retired.rep_at(row).id)
