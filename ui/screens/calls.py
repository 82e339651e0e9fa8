"""Calls: every joint call there is, to find, to go on with, to copy out, or to take out of the count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QLocale, QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from scoring.facts import CallFacts
from scoring.finding import CallQuery, KnownAs, Order, Which
from scoring.state import LOGGED_PHASES, SETTLED_PHASES
from scoring.text import tr, trn
from ui.models.call_table import ORDERS, CallTable, Column
from ui.screen import PlaceScreen
from ui.screens.calls_chosen import ChosenCalls
from ui.screens.calls_filter import CallFilter, Sought
from ui.screens.calls_settling import CallSettling
from ui.session import Session
from ui.theme import px
from ui.widgets.button import LinkButton
from ui.widgets.call_list import CallList
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_field import FilterField
from ui.widgets.finding_row import FindingRow
from ui.widgets.named import named
from ui.widgets.page_header import PageHeader

_FORM = "calls"  # what is looked for is remembered by this name, while the app is open


class CallsScreen(PlaceScreen):
    """The manager finds calls by rep, customer and words, by filters and in any order; opens one, says that it did not
    take place, or chooses several to copy them out.

    :signal timeline_requested: show what happened in the call with this UUID, which took place.
    :signal page_requested: show the page of the call with this UUID.
    :signal import_requested: bring in pages from elsewhere.
    """

    LISTS = True

    timeline_requested = Signal(object)
    page_requested = Signal(object)
    import_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._people: Sequence[KnownAs] = ()
        self._total = 0
        self._calls = CallTable(self._rows, self)
        self._header = PageHeader(tr("Calls"), action=tr("New joint call"))
        self._words = FilterField(tr("Rep, customer, words"))
        self._words.setAccessibleName(tr("Find a rep, a customer, words"))
        self._phases = ChoiceRow(
            [
                (Which.OPEN, tr("Open")),
                (Which.DEBRIEF_OPEN, tr("Debrief open")),
                (Which.DONE, tr("Done")),
                (Which.ALL, tr("All")),
            ]
        )
        self._filter_link = named(LinkButton(tr("Filter"), quiet=True), "calls.filter.open")
        self._finding = FindingRow(self._words, (self._phases, self._filter_link))
        self._filter = CallFilter()
        self._settling = CallSettling(session, self)
        self._reason = self._settling.reason
        self._table = CallList()
        self._chosen = ChosenCalls(session)
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
        self._words.setObjectName("calls.filter")
        self._phases.setObjectName("calls.phases")
        self._phases.setAccessibleName(tr("Which calls"))
        self._table.setObjectName("calls.table")
        self._table.setAccessibleName(tr("Calls"))
        self._table.setAccessibleDescription(
            tr(
                "Return opens a call. Space shows what else can be done with it. "
                "Shift with the arrow keys chooses several."
            )
        )
        self._table.setMinimumHeight(px(96))
        self._table.headings.offer(ORDERS)
        self._table.setModel(self._calls)
        self._empty.setObjectName("calls.empty")
        self._nothing_found.setObjectName("calls.nothing_found")

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(34), px(26), px(34), px(26))
        column.setSpacing(px(16))
        self._header.add_link(self._bring_in)
        column.addWidget(self._header)
        for part in (self._finding, self._filter, self._reason, self._empty, self._nothing_found):
            column.addWidget(part)
        column.addWidget(self._table, 1000)
        column.addWidget(self._chosen)
        column.addStretch(1)  # for what the table leaves when there are few calls

    def _connect(self) -> None:
        self._bring_in.clicked.connect(self.import_requested)
        self._header.action_chosen.connect(self._on_new_call)
        self._empty.action_chosen.connect(self._on_new_call)
        self._nothing_found.action_chosen.connect(self._on_show_all)
        self._words.textEdited.connect(self._on_words_edited)
        self._words.left.connect(self._table.setFocus)
        self._phases.chosen.connect(self._on_phases_chosen)
        self._filter_link.clicked.connect(self._on_filter_link)
        self._filter.changed.connect(self._on_sought)
        self._filter.cleared.connect(self._on_show_all)
        self._table.opened.connect(self._on_opened)
        self._table.order_chosen.connect(self._on_order_chosen)
        self._table.chosen_changed.connect(self._on_chosen_changed)
        self._table.menu_requested.connect(self._on_menu_requested)
        self._chosen.none_chosen.connect(self._on_none_chosen)
        self._settling.call_requested.connect(self.call_requested)
        self._settling.timeline_requested.connect(self.timeline_requested)
        self._settling.page_requested.connect(self.page_requested)
        self._settling.undo_offered.connect(self.undo_offered)
        self._settling.reason_asked.connect(self._finding.hide)
        self._reason.left.connect(self._on_reason_left)
        self.session.call_changed.connect(self._on_call_changed)

    def offer_import(self, *, offered: bool) -> None:
        """Let pages be brought in from here, or not."""
        self._bring_in.setVisible(offered)

    def show_using(self, rubric_id: str) -> None:
        """Show the calls that use one rubric, in whatever version, and no others."""
        self.session.forms[_FORM] = Sought(query=CallQuery(rubric_id=rubric_id))
        self.show_now()

    @override
    def title(self) -> str:
        return tr("Calls")

    @override
    def show_now(self) -> None:
        self._reason.put_away()
        self._read_people()
        self._words.setText(self._sought.query.words)
        self._show_found(anew=True)
        (self._words if self._total else self._empty.button).setFocus()

    def _read_people(self) -> None:
        reps, rubrics = self.session.reps(), self.session.ask(lambda store: store.finding.rubrics())
        now = self.session.clock.now()
        self._people = self.session.ask(lambda store: store.finding.people())
        self._calls.show_people({rep.id: rep for rep in reps}, now)
        self._filter.offer(reps, rubrics, now.date())

    # Finding

    @property
    def _sought(self) -> Sought:
        return self.session.forms.get(_FORM, Sought())

    def _show_found(self, *, anew: bool = False) -> None:
        """Find what is looked for.

        :param anew: what the rows say may have changed as well.
        """
        sought, people = self._sought, self._people
        query = sought.on(self.session.clock.now().date())
        found, self._total = self.session.ask(
            lambda store: (store.finding.find(query, people), store.finding.count())
        )
        if anew or found != self._calls.numbers or not self._calls.is_in_order(query):
            self._list(found, query)
        self._phases.set_chosen([query.which])
        self._table.headings.show_order(_COLUMNS[query.order], descending=query.descending)
        self._filter.show_sought(sought, found=bool(found))
        self._show_counts()

    def _list(self, found: Sequence[int], query: CallQuery) -> None:
        """Other rows, or in another order: what was chosen stays so as far as it is listed, and so does the current
        one."""
        numbers, current = self._calls.numbers, self._table.currentIndex()
        chosen = {numbers[row] for row in self._table.chosen_rows()}
        at = numbers[current.row()] if current.isValid() else None
        self._calls.show(found, query)
        if at in found:
            rows = [row for row, number in enumerate(found) if number in chosen]
            self._table.choose(rows or [found.index(at)], found.index(at))
        self._on_chosen_changed()

    def _rows(self, numbers: Sequence[int]) -> Mapping[int, CallFacts]:
        return self.session.ask(lambda store: store.finding.rows(numbers))

    def _show_counts(self) -> None:
        listed = len(self._calls.numbers)
        self._header.set_subtitle(_count_words(listed, self._total))
        self._header.set_action(tr("New joint call") if self._total else "")
        self._empty.setVisible(not self._total)
        self._nothing_found.setVisible(bool(self._total) and not listed)
        self._table.setVisible(bool(listed))
        self._finding.setVisible(bool(self._total) and not self._reason.isVisible())

    def _on_sought(self, sought: Sought) -> None:
        self.session.forms[_FORM] = sought
        self._show_found()
        self._table.scrollToTop()

    def _narrow(self, **answers: object) -> None:
        query = replace(self._sought.query, **answers)  # pyright: ignore[reportArgumentType]  by name
        self._on_sought(replace(self._sought, query=query))

    def _on_words_edited(self, words: str) -> None:
        self._narrow(words=words)

    def _on_phases_chosen(self, which: str) -> None:
        self._narrow(which=Which(which))

    def _on_filter_link(self) -> None:
        self._filter.set_open(opened=not self._filter.is_open)
        if self._filter.is_open:
            self._filter.take_keys()

    def _on_order_chosen(self, column: int) -> None:
        order, query = ORDERS[Column(column)], self._sought.query
        again = order is query.order
        self._narrow(order=order, descending=not query.descending if again else order is Order.DATE)

    def _on_show_all(self) -> None:
        self._words.clear()
        self._on_sought(self._sought.without_filters())
        self._words.setFocus()

    def _on_call_changed(self, call_id: UUID) -> None:
        if self.isVisible():
            self._read_people()  # it may be new, and so may be its rep
            self._show_found()
            self._calls.replace(self.session.facts_of(call_id))  # as it stands, also while it cannot be saved

    # Several at once

    def _on_chosen_changed(self) -> None:
        self._chosen.show_chosen([self._calls.numbers[row] for row in self._table.chosen_rows()])

    def _on_none_chosen(self) -> None:
        self._table.choose_current()
        self._table.setFocus()

    # Going on

    def _on_new_call(self) -> None:
        self.place_requested.emit("newcall")

    def _on_opened(self, row: int) -> None:
        facts = self._calls.call_at(row)
        if facts is None:
            return
        if facts.phase in SETTLED_PHASES:
            self._table.request_menu(row)
        elif facts.phase in LOGGED_PHASES:
            self.timeline_requested.emit(facts.call_id)
        else:
            self.call_requested.emit(facts.call_id)

    def _on_menu_requested(self, row: int, place: QPoint) -> None:
        facts = self._calls.call_at(row)
        if facts is not None:
            self._settling.open_menu(facts, place)

    def _on_reason_left(self) -> None:
        self._finding.show()
        self._table.setFocus()


_COLUMNS = {order: column for column, order in ORDERS.items()}


def _count_words(listed: int, total: int) -> str:
    if not total:
        return ""
    amount = QLocale().toString(total)
    if listed == total:
        return trn("{n} call", "{n} calls", total).format(n=amount)
    words = trn("{listed} of {n} call", "{listed} of {n} calls", total)
    return words.format(listed=QLocale().toString(listed), n=amount)
