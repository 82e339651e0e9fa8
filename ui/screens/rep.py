"""Rep: one person over all joint calls."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from exports.rep_figures import RepOverTime, over_time
from exports.rep_words import head_words
from scoring.text import tr
from ui.rep_cards import CallPlace, RepCards
from ui.rep_drawing import drawn_words
from ui.screen import CallScreen
from ui.session import Session
from ui.widgets.button import LinkButton
from ui.widgets.commitment_list import CommitmentList
from ui.widgets.empty_state import EmptyState
from ui.widgets.figure_card import FigureCard
from ui.widgets.figure_cards import FigureCards
from ui.widgets.named import named
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_page import ScrollPage


class RepScreen(CallScreen):
    """The manager sees what became of a rep's skills, commitments and nerves over all joint calls. The subject is the
    rep.

    :signal edit_requested: change what is known about the rep with this UUID.
    :signal timeline_requested: (call id, skill id) show a call: what was marked for one skill, or with None all of it.
    :signal reminder_requested: (call id, number) put a commitment into the calendar.
    """

    edit_requested = Signal(object)
    timeline_requested = Signal(object, object)
    reminder_requested = Signal(object, int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._page = ScrollPage()
        self._header = PageHeader()
        self._edit = named(LinkButton(tr("Edit")), "over.edit")
        self._empty = named(EmptyState(), "over.empty")
        self._skills = FigureCards("over.skill", alike=True)
        self._commitments = named(CommitmentList(tr("Commitments")), "over.commitments")
        self._nerves = named(FigureCard(grows=True), "over.nerves")
        self._pair = FigureCards("over.pair", most=2, least_width=400)
        self._rest = FigureCards("over.rest")
        # Once for all that is logged in one go, and not at all by whoever leads away from here.
        self._changed = QTimer(self, interval=0, singleShot=True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that Tab begins at the first thing to do
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        self._header.add_link(self._edit)
        for card in (self._commitments, self._nerves):
            self._pair.add(card)
        page = self._page
        for part in (self._header, self._empty, self._skills, self._pair, self._rest):
            page.column.addWidget(part)
        page.column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)

    def _connect(self) -> None:
        self._header.action_chosen.connect(self._on_call)
        self._empty.action_chosen.connect(self._on_call)
        self._edit.clicked.connect(self._on_edit)
        self._commitments.opened.connect(self._on_commitment)
        self._commitments.reminder_chosen.connect(self._on_reminder)
        self._nerves.evidence_chosen.connect(self._on_evidence)
        for cards in (self._skills, self._rest):
            cards.evidence_chosen.connect(self._on_evidence)
        self.session.call_changed.connect(self._on_call_changed)
        self._changed.timeout.connect(self._on_changed)

    @override
    def show_subject(self, subject: UUID) -> None:
        self.show_again(subject)
        self._page.verticalScrollBar().setValue(0)
        self.setFocus()

    @override
    def show_again(self, subject: UUID) -> None:
        over = self.session.ask(lambda store: over_time(store, subject))
        self.subject = over.rep_id  # the entry that counts, for whatever is begun from here
        self._show(over)

    def _show(self, over: RepOverTime) -> None:
        today = self.session.clock.now().date()
        cards = RepCards(over, today)
        has_calls = bool(over.visits)
        self._show_head(over, head_words(over, today))
        self._skills.show_figures(cards.skills())
        self._commitments.show_rows(cards.commitments(), tr("Nothing was agreed yet."))
        self._nerves.show_figure(cards.nerves())
        told = (cards.practising, cards.self_view, cards.endings, cards.choices, cards.parked)
        self._rest.show_figures([*(tell() for tell in told if has_calls), cards.coaching()])
        self._skills.setVisible(has_calls)
        self._pair.setVisible(has_calls)

    def _show_head(self, over: RepOverTime, since: str) -> None:
        has_calls = bool(over.visits)
        baseline = tr("The first call is hollow: it is the baseline.")
        drawn = drawn_words(len(over.visits))
        parts = (since, baseline, drawn) if has_calls else (over.title, over.team)
        self._header.set_title(over.name)
        self._header.set_subtitle(" ".join(filter(None, parts)))
        action = "" if over.is_retired else tr("New joint call")
        self._header.set_action(action if has_calls else "")
        words = tr("No joint call with {name} yet. What is seen on the first one will stand here.")
        self._empty.set_words(words.format(name=over.first_name), action)
        self._empty.setVisible(not has_calls)

    def _on_call_changed(self) -> None:
        self._changed.start()

    def _on_changed(self) -> None:
        if self.isVisible():
            self.show_again(self.subject)

    def _on_call(self) -> None:
        self.call_requested.emit(self.session.new_call(self.subject))

    def _on_edit(self) -> None:
        self.edit_requested.emit(self.subject)

    def _on_evidence(self, place: CallPlace) -> None:
        self.timeline_requested.emit(place.call_id, place.skill)

    def _on_commitment(self, key: tuple[UUID, int]) -> None:
        self.timeline_requested.emit(key[0], None)

    def _on_reminder(self, key: tuple[UUID, int]) -> None:
        self.reminder_requested.emit(*key)
