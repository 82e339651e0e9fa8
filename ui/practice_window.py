"""The window while one practises."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from scoring.state import CallState, Phase
from ui.main_window import MainWindow
from ui.practice_data import practice_talk
from ui.practise import Director, add_practice_call, party_names
from ui.session import Session
from ui.widgets.caption_bar import CaptionBar
from ui.widgets.named import named
from ui.window_state import WindowState


class PracticeWindow(MainWindow):
    """Captions above the live screen, and after the call how close one came. Whoever goes anywhere else goes back to
    their own.

    :signal left: the manager goes back to their own.
    """

    OFFERS_WAYS = False  # the captions stand above the wide screen only

    left = Signal()

    def __init__(self, session: Session, state: WindowState, parent: QWidget | None = None) -> None:
        super().__init__(session, state, parent)
        self._call_id: UUID | None = None
        self._captions = named(CaptionBar(party_names()), "captions")
        self._captions.hide()
        self._column.insertWidget(0, self._captions)
        self.director = Director(session, practice_talk(), self)
        self.director.said.connect(self._captions.show_caption)
        # Queued: the last word may end in the middle of a tap.
        self.director.over.connect(self._on_over, Qt.ConnectionType.QueuedConnection)
        self._stack.currentChanged.connect(self._on_screen_changed)

    def begin(self, call_id: UUID) -> None:
        """Go to the beginning of a call to practise on, which is teed up."""
        self._call_id = call_id
        self.director.follow(call_id)
        self.open_call(call_id)

    @override
    def open_place(self, place: str) -> None:
        if place == "practise" and self._call_id:
            self.begin(add_practice_call(self.session, self.session.call(self._call_id).rep_id))
        else:
            self.left.emit()

    @override
    def screen_in(self, state: CallState) -> str | None:
        return {Phase.PLANNED: "practise", Phase.RUNNING: "observe"}.get(state.phase, "closeness")

    def _on_over(self) -> None:
        """Leaving comes first: words that were begun belong into the call, not behind its end."""
        assert self._call_id is not None, "something was said"
        book = self.session.book(self._call_id)
        if book.state.phase == Phase.RUNNING:
            self._leave()
            book.end()
            self.open_call(self._call_id)

    def _on_screen_changed(self) -> None:
        screen = self.current()
        self._captions.setVisible(screen is not None and screen.LIVE)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if event.isAccepted():
            self.director.stop()
