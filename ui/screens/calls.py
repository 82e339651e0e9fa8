"""Calls: every joint call there is, to go on with, to look up, or to take out of the count."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from scoring.state import SETTLED_PHASES
from scoring.text import tr, trn
from ui.models.call_table import CallTable, Which
from ui.screen import PlaceScreen
from ui.screens.calls_menu import CallMenu
from ui.session import Session
from ui.theme import px
from ui.widgets.button import LinkButton
from ui.widgets.call_list import CallList
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_field import FilterField
from ui.widgets.named import named
from ui.widgets.page_header import PageHeader
from ui.widgets.reason_panel import ReasonPanel
from ui.words import call_title


class CallsScreen(PlaceScreen):
    """The manager finds a call by its rep or customer, opens it where it goes on, or says that it did not take place.

    :signal page_requested: show the page of the call with this UUID.
    :signal import_requested: bring in pages from elsewhere.
    """

    LISTS = True

    page_requested = Signal(object)
    import_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._which = Which.ALL
        self._acting_on: UUID | None = None
        self._calls = CallTable(self)
        self._header = PageHeader(tr("Calls"), action=tr("New joint call"))
        self._finding = QWidget()
        self._filter = FilterField(tr("Find a rep or a customer"))
        self._phases = ChoiceRow([(Which.OPEN, tr("Open")), (Which.DONE, tr("Done")), (Which.ALL, tr("All"))])
        self._reason = ReasonPanel(tr("Why should it not count?"), tr("Void the call"))
        self._table = CallList()
        self._menu = CallMenu(self)
        self._empty = EmptyState(
            tr("No joint calls yet. Plan the first one with a rep, two minutes before you walk in."),
            tr("New joint call"),
        )
        self._nothing_found = EmptyState(tr("No call fits what you are looking for."), tr("Show all calls"))
        self._bring_in = named(LinkButton(tr("Bring in a page"), quiet=True), "calls.import")
        self._name()
        self._assemble()
        self._connect()

    def _name(self) -> None:
        self._filter.setObjectName("calls.filter")
        self._phases.setObjectName("calls.phases")
        self._phases.setAccessibleName(tr("Which calls"))
        self._table.setObjectName("calls.table")
        self._table.setAccessibleName(tr("Calls"))
        self._table.setAccessibleDescription(
            tr("Return opens a call. Space shows what else can be done with it.")
        )
        self._table.setMinimumHeight(px(96))
        self._table.setModel(self._calls)
        self._empty.setObjectName("calls.empty")
        self._nothing_found.setObjectName("calls.nothing_found")

    def _assemble(self) -> None:
        finding = QHBoxLayout(self._finding)
        finding.setContentsMargins(0, 0, 0, 0)
        finding.setSpacing(px(14))
        finding.addWidget(self._filter, 1)
        finding.addWidget(self._phases)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(34), px(26), px(34), px(26))
        column.setSpacing(px(16))
        self._header.add_link(self._bring_in)
        column.addWidget(self._header)
        for part in (self._finding, self._reason, self._empty, self._nothing_found):
            column.addWidget(part)
        column.addWidget(self._table, 1000)
        column.addStretch(1)  # for what the table leaves when there are few calls

    def _connect(self) -> None:
        self._bring_in.clicked.connect(self.import_requested)
        self._header.action_chosen.connect(self._on_new_call)
        self._empty.action_chosen.connect(self._on_new_call)
        self._nothing_found.action_chosen.connect(self._on_show_all)
        self._filter.textEdited.connect(self._on_filter_edited)
        self._filter.left.connect(self._table.setFocus)
        self._phases.chosen.connect(self._on_phases_chosen)
        self._table.opened.connect(self._on_opened)
        self._table.menu_requested.connect(self._on_menu_requested)
        self._menu.open_chosen.connect(self._on_open)
        self._menu.page_chosen.connect(self._on_page)
        self._menu.cancel_chosen.connect(self._on_cancel)
        self._menu.no_show_chosen.connect(self._on_no_show)
        self._menu.void_chosen.connect(self._on_void)
        self._menu.bring_back_chosen.connect(self._on_bring_back)
        self._reason.given.connect(self._on_reason_given)
        self._reason.left.connect(self._on_reason_left)
        self.session.call_changed.connect(self._on_call_changed)

    def offer_import(self, *, offered: bool) -> None:
        """Let pages be brought in from here, or not."""
        self._bring_in.setVisible(offered)

    @override
    def title(self) -> str:
        return tr("Calls")

    @override
    def show_now(self) -> None:
        self._reason.put_away()
        reps = {rep.id: rep for rep in self.session.reps()}
        self._calls.show(self.session.calls(), reps, self.session.clock.now())
        self._phases.set_chosen([self._which])
        self._show_counts()
        (self._filter if self._calls.total else self._empty.button).setFocus()

    def _show_found(self) -> None:
        self._calls.narrow(self._filter.text(), self._which)
        self._phases.set_chosen([self._which])
        self._show_counts()

    def _show_counts(self) -> None:
        total, listed = self._calls.total, self._calls.listed
        self._header.set_subtitle(_count_words(listed, total))
        self._header.set_action(tr("New joint call") if total else "")
        self._empty.setVisible(not total)
        self._nothing_found.setVisible(bool(total) and not listed)
        self._table.setVisible(bool(listed))
        self._finding.setVisible(bool(total))

    # Finding

    def _on_filter_edited(self, _text: str) -> None:
        self._show_found()

    def _on_phases_chosen(self, which: str) -> None:
        self._which = Which(which)
        self._show_found()

    def _on_show_all(self) -> None:
        self._filter.clear()
        self._on_phases_chosen(Which.ALL)
        self._filter.setFocus()

    def _on_call_changed(self, call_id: UUID) -> None:
        if self.isVisible():
            self._calls.replace(self.session.facts_of(call_id))
            self._show_counts()

    # Going on

    def _on_new_call(self) -> None:
        self.place_requested.emit("newcall")

    def _on_opened(self, row: int) -> None:
        facts = self._calls.call_at(row)
        if facts.phase in SETTLED_PHASES:
            self._table.request_menu(row)
        else:
            self.call_requested.emit(facts.call_id)

    def _on_menu_requested(self, row: int, place: QPoint) -> None:
        facts = self._calls.call_at(row)
        self._acting_on = facts.call_id
        self._menu.open_for(facts.phase, place)

    def _chosen(self) -> UUID:
        """:returns: the call that the menu or the reason is about."""
        return cast(UUID, self._acting_on)

    def _on_open(self) -> None:
        self.call_requested.emit(self._chosen())

    def _on_page(self) -> None:
        self.page_requested.emit(self._chosen())

    # Taking calls out of the count

    def _on_cancel(self) -> None:
        self.session.book(self._chosen()).cancel()
        self._offer_undo(tr("{call} is marked as cancelled."))

    def _on_no_show(self) -> None:
        self.session.book(self._chosen()).no_show()
        self._offer_undo(tr("{call}: the customer did not come."))

    def _on_void(self) -> None:
        self._reason.ask(tr("{call} is going to be void.").format(call=self._call_title()))
        self._finding.hide()

    def _on_reason_left(self) -> None:
        self._finding.show()
        self._table.setFocus()

    def _on_reason_given(self, reason: str) -> None:
        self.session.book(self._chosen()).void(reason)
        self._offer_undo(tr("{call} is void."))

    def _on_bring_back(self) -> None:
        self.session.book(self._chosen()).bring_back()

    def _offer_undo(self, sentence: str) -> None:
        undo = self.session.book(self._chosen()).bring_back
        self.undo_offered.emit(sentence.format(call=self._call_title()), undo)

    def _call_title(self) -> str:
        call_id = self._chosen()
        return call_title(self.session.facts_of(call_id), self.session.rep_of(call_id))


def _count_words(listed: int, total: int) -> str:
    if not total:
        return ""
    if listed == total:
        return trn("{n} call", "{n} calls", total).format(n=total)
    return trn("{listed} of {n} call", "{listed} of {n} calls", total).format(listed=listed, n=total)
