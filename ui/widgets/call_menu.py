"""What can be done with one call of the list."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from scoring.state import DEBRIEFED_PHASES, LOGGED_PHASES, SETTLED_PHASES, Phase
from scoring.text import tr


class CallMenu(QMenu):
    """The manager chooses what becomes of a call; only what fits its phase is offered.

    :signal open_chosen: go on where the call stands.
    :signal timeline_chosen: show what happened in it.
    :signal page_chosen: show its page.
    :signal cancel_chosen: it will not take place.
    :signal no_show_chosen: the customer did not come.
    :signal void_chosen: its record is not to count.
    :signal bring_back_chosen: it counts again.
    """

    open_chosen = Signal()
    timeline_chosen = Signal()
    page_chosen = Signal()
    cancel_chosen = Signal()
    no_show_chosen = Signal()
    void_chosen = Signal()
    bring_back_chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("calls.menu")
        self._open = self._offer("open", tr("Go on"))
        self._timeline = self._offer("timeline", tr("Show what happened"))
        self._page = self._offer("page", tr("Show the page"))
        self._cancel = self._offer("cancel", tr("Mark as cancelled"))
        self._no_show = self._offer("no_show", tr("The customer did not come"))
        self._void = self._offer("void", tr("Void it, with a reason"))
        self._bring_back = self._offer("bring_back", tr("Bring it back"))
        self._open.triggered.connect(self.open_chosen)
        self._timeline.triggered.connect(self.timeline_chosen)
        self._page.triggered.connect(self.page_chosen)
        self._cancel.triggered.connect(self.cancel_chosen)
        self._no_show.triggered.connect(self.no_show_chosen)
        self._void.triggered.connect(self.void_chosen)
        self._bring_back.triggered.connect(self.bring_back_chosen)

    def open_for(self, phase: Phase, place: QPoint) -> None:
        """Open the menu at a place on the screen, with what fits a call in ``phase``."""
        self._open.setVisible(phase not in SETTLED_PHASES and phase not in DEBRIEFED_PHASES)
        self._timeline.setVisible(phase == Phase.VOID or phase in LOGGED_PHASES)
        self._page.setVisible(phase in DEBRIEFED_PHASES)
        self._cancel.setVisible(phase == Phase.PLANNED)
        self._no_show.setVisible(phase == Phase.PLANNED)
        self._void.setVisible(phase in LOGGED_PHASES)
        self._bring_back.setVisible(phase in SETTLED_PHASES)
        self.popup(place)

    def _offer(self, name: str, words: str) -> QAction:
        action = self.addAction(words)
        action.setObjectName(f"calls.menu.{name}")
        return action
