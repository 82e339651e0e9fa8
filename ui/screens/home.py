"""Home: what is open, and who was last seen when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from exports.overview import OpenCall, overview
from scoring.debrief import MyView
from scoring.errors import SecondChairError
from scoring.facts import CallFacts
from scoring.state import Phase
from scoring.teeup import Way
from scoring.text import tr, trn
from ui.recalled import is_untold
from ui.screen import PlaceScreen
from ui.screens.home_reps import HomeReps
from ui.session import Session
from ui.theme import px
from ui.widgets.action_card import ActionCard
from ui.widgets.button import LinkButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.named import named
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_page import ScrollPage
from ui.words import call_title, day_words, how_long_ago, when_words

CARDS_A_ROW = 2


class HomeScreen(PlaceScreen):
    """The manager sees the one next thing for every open call, and all reps in one calm table.

    :signal rep_requested: open the rep with this UUID.
    :signal write_down_requested: write down the call with this UUID, which was held without a device.
    """

    LISTS = True

    rep_requested = Signal(object)
    write_down_requested = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._header = PageHeader()
        self._cards = QGridLayout()
        self._steps: list[_Step] = []
        self._more = named(LinkButton("", quiet=True), "home.more")
        self._reps = HomeReps()
        nobody = tr("Nobody is here yet. Add the first person you will ride along with.")
        self._empty = named(EmptyState(nobody, tr("Add a rep")), "home.empty")
        self._refusal = named(EmptyState(), "home.refusal")
        self._practise = named(LinkButton(tr("Practise tapping"), quiet=True), "home.practise")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that Tab begins at the first thing to do
        self._assemble()
        self._connect()
        self._hide_all()

    def _assemble(self) -> None:
        page = ScrollPage()
        self._cards.setSpacing(px(14))
        for part in (self._header, self._refusal, self._empty):
            page.column.addWidget(part)
        page.column.addLayout(self._cards)
        page.column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        page.column.addSpacing(px(4))
        page.column.addWidget(self._reps)
        page.column.addStretch(1)
        page.column.addWidget(self._practise, 0, Qt.AlignmentFlag.AlignLeft)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)

    def _connect(self) -> None:
        self._header.action_chosen.connect(self._on_new_call)
        self._more.clicked.connect(self._on_more)
        self._reps.rep_requested.connect(self.rep_requested)
        self._empty.action_chosen.connect(self._on_first_rep)
        self._refusal.action_chosen.connect(self.session.start)
        self._practise.clicked.connect(self._on_practise)

    def _hide_all(self) -> None:
        for part in (self._refusal, self._empty, self._more, self._reps, self._practise):
            part.hide()

    @override
    def show_now(self) -> None:
        now = self.session.clock.now()
        shown = self.session.ask(partial(overview, now=now))
        self._refusal.hide()
        self._header.set_title(day_words(now.date()))
        self._header.set_action(tr("New joint call") if shown.reps else "")
        self._show_cards(shown.calls)
        self._more.setText(trn("{n} more open call", "{n} more open calls", shown.more).format(n=shown.more))
        self._more.setVisible(shown.more > 0)
        self._reps.show_lines(shown.reps, now.date())
        self._reps.setVisible(bool(shown.reps))
        self._empty.setVisible(not shown.reps)
        self._practise.show()
        self.setFocus()

    def show_refusal(self, error: SecondChairError) -> None:
        """Say why the data could not be opened, and offer to try again."""
        self._header.set_title(error.title)
        self._header.set_action("")
        self._refusal.set_words(error.message, tr("Try again"))
        self._refusal.show()
        self.setFocus()

    def _show_cards(self, open_calls: Iterable[OpenCall]) -> None:
        steps = [self._next_step(call) for call in open_calls]
        if steps == self._steps:
            return  # each card is painted and measured by itself: what stays as it is may stand
        self._steps = steps
        while item := self._cards.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        before: QWidget = self._header.button
        for place, step in enumerate(steps):
            row, column = divmod(place, CARDS_A_ROW)
            for below, part in enumerate(self._card_parts(step)):
                self._cards.addWidget(part, 2 * row + below, column)
                if below:
                    self._cards.setAlignment(part, Qt.AlignmentFlag.AlignRight)  # under the word of the card
                QWidget.setTabOrder(before, part)  # a new part would come after the table
                before = part
                part.show()  # at once, also on a screen that is there already
        for column in range(CARDS_A_ROW):
            self._cards.setColumnStretch(column, 1)

    def _card_parts(self, step: _Step) -> list[QWidget]:
        """:returns: the card of a call, and what else may be done about it."""
        card = _CallCard(step.call_id, step.title, step.detail, step.action)
        card.setObjectName(f"home.call.{step.call_id}")
        card.clicked.connect(self._on_write_down if step.is_to_write_down else self._on_card)
        if not step.may_be_over:
            return [card]
        over = _OverButton(step.call_id, step.title)
        over.clicked.connect(self._on_over)
        return [card, over]

    def _next_step(self, open_call: OpenCall) -> _Step:
        call = open_call.facts
        detail, action = self._step_words(call)
        writes_down = self._is_to_write_down(call)
        is_running = call.phase == Phase.RUNNING and not writes_down
        return _Step(
            call_id=call.call_id,
            title=call_title(call, open_call.rep),
            detail=detail,
            action=action,
            is_to_write_down=writes_down,
            may_be_over=is_running and self.session.book(call.call_id).needs_taking_up,
        )

    def _step_words(self, call: CallFacts) -> tuple[str, str]:
        """:returns: where a call stands, and the word for the next thing to do about it."""
        now = self.session.clock.now()
        ended = how_long_ago(call.ended_at, now) if call.ended_at else ""
        match call.phase:
            case Phase.RUNNING if self._is_to_write_down(call):
                return tr("Without a device. Write it down once it is over."), tr("Write it down")
            case Phase.ENDED if self._is_to_write_down(call):
                return tr("Ended {ago}, not written down yet").format(ago=ended), tr("Write it down")
            case Phase.RUNNING:
                return tr("It was interrupted. Everything that was saved is there."), tr("Go on")
            case Phase.ENDED:
                return tr("Ended {ago}, my view is open").format(ago=ended), tr("My view")
            case Phase.VIEWED:
                return tr("Ended {ago}, debrief is open").format(ago=ended), tr("Debrief")
            case Phase.DEBRIEFED:
                return tr("Debriefed, the coaching is still open"), tr("Page")
            case _:
                return self._planned_words(call)

    def _is_to_write_down(self, call: CallFacts) -> bool:
        """Whether a call without a device has begun and nothing is written about it yet, in my view neither."""
        if call.way != Way.NO_DEVICE or call.phase not in (Phase.RUNNING, Phase.ENDED):
            return False
        if call.phase == Phase.RUNNING:
            return True
        return (
            is_untold(self.session.state(call.call_id)) and self.session.draft(call.call_id, MyView) is None
        )

    def _planned_words(self, call: CallFacts) -> tuple[str, str]:
        when = when_words(call.planned_at, self.session.clock.now()) if call.planned_at else tr("No time yet")
        if call.teed_up:
            return tr("{when}, teed up").format(when=when), tr("Sit in")
        return tr("{when}, not teed up yet").format(when=when), tr("Tee up")

    def _on_new_call(self) -> None:
        self.place_requested.emit("newcall")

    def _on_first_rep(self) -> None:
        self.place_requested.emit("newrep")

    def _on_practise(self) -> None:
        self.place_requested.emit("practise")

    def _on_more(self) -> None:
        self.place_requested.emit("calls")

    def _on_card(self) -> None:
        card = self.sender()
        assert isinstance(card, _CallCard)
        self.call_requested.emit(card.call_id)

    def _on_write_down(self) -> None:
        card = self.sender()
        assert isinstance(card, _CallCard)
        self.write_down_requested.emit(card.call_id)

    def _on_over(self) -> None:
        """My view comes next; there it can be said that the call is not over after all."""
        over = self.sender()
        assert isinstance(over, _OverButton)
        self.session.book(over.call_id).was_over()
        self.call_requested.emit(over.call_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """What is next for one open call, in words, and what more may be done about it."""

    call_id: UUID
    title: str
    detail: str
    action: str
    is_to_write_down: bool
    may_be_over: bool


class _CallCard(ActionCard):
    """The card of one open call."""

    def __init__(self, call_id: UUID, title: str, detail: str, action: str) -> None:
        super().__init__(title, detail, action)
        self.call_id = call_id


class _OverButton(LinkButton):
    """Beside "Go on" for a call that was interrupted: it was over by then."""

    def __init__(self, call_id: UUID, title: str) -> None:
        super().__init__(tr("It was over"))
        self.setObjectName(f"home.over.{call_id}")
        self.setAccessibleName(tr("{call}, it was over").format(call=title))
        self.call_id = call_id
