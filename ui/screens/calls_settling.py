"""What becomes of one call of the list: one goes on with it, or takes it out of the count."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from scoring.facts import CallFacts
from scoring.text import tr
from ui.session import Session
from ui.widgets.call_menu import CallMenu
from ui.widgets.reason_panel import ReasonPanel
from ui.words import call_title


class CallSettling(QObject):
    """Opens the menu of a call and does what is chosen there; what is done can be taken back.

    ``reason`` is the panel that asks why a call is not to count.

    :signal call_requested: go on with the call with this UUID.
    :signal timeline_requested: show what happened in it.
    :signal page_requested: show its page.
    :signal reason_asked: the panel is there now, in place of what one finds calls with.
    :signal undo_offered: (sentence, callable) say what was done; the callable takes it back.
    """

    call_requested = Signal(object)
    timeline_requested = Signal(object)
    page_requested = Signal(object)
    reason_asked = Signal()
    undo_offered = Signal(str, object)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._acting_on: UUID | None = None
        self._menu = CallMenu(parent)
        self.reason = ReasonPanel(tr("Why should it not count?"), tr("Void the call"))
        self._menu.open_chosen.connect(self._on_open)
        self._menu.timeline_chosen.connect(self._on_timeline)
        self._menu.page_chosen.connect(self._on_page)
        self._menu.cancel_chosen.connect(self._on_cancel)
        self._menu.no_show_chosen.connect(self._on_no_show)
        self._menu.void_chosen.connect(self._on_void)
        self._menu.bring_back_chosen.connect(self._on_bring_back)
        self.reason.given.connect(self._on_reason_given)

    def open_menu(self, facts: CallFacts, place: QPoint) -> None:
        """Offer what can be done with this call, at a place of the screen."""
        self._acting_on = facts.call_id
        self._menu.open_for(facts.phase, place)

    def _call(self) -> UUID:
        """:returns: the call that the menu or the reason is about."""
        return cast(UUID, self._acting_on)

    def _on_open(self) -> None:
        self.call_requested.emit(self._call())

    def _on_timeline(self) -> None:
        self.timeline_requested.emit(self._call())

    def _on_page(self) -> None:
        self.page_requested.emit(self._call())

    def _on_cancel(self) -> None:
        self._session.book(self._call()).cancel()
        self._offer_undo(tr("{call} is marked as cancelled."))

    def _on_no_show(self) -> None:
        self._session.book(self._call()).no_show()
        self._offer_undo(tr("{call}: the customer did not come."))

    def _on_void(self) -> None:
        self.reason.ask(tr("{call} is going to be void.").format(call=self._call_title()))
        self.reason_asked.emit()

    def _on_reason_given(self, reason: str) -> None:
        self._session.book(self._call()).void(reason)
        self._offer_undo(tr("{call} is void."))

    def _on_bring_back(self) -> None:
        self._session.book(self._call()).bring_back()

    def _offer_undo(self, sentence: str) -> None:
        undo = self._session.book(self._call()).bring_back
        self.undo_offered.emit(sentence.format(call=self._call_title()), undo)

    def _call_title(self) -> str:
        call_id = self._call()
        return call_title(self._session.facts_of(call_id), self._session.rep_of(call_id))
