"""Away: the live screen for a manager who sits in without a device."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from scoring.teeup import Way
from scoring.text import tr
from ui.screen import CallScreen
from ui.session import Session
from ui.theme import LIVE, px, wear
from ui.ways import way_words
from ui.widgets.button import LinkButton
from ui.widgets.live_button import LiveButton
from ui.widgets.named import named
from ui.widgets.press_button import live_height
from ui.widgets.text import Text, Voice


class AwayScreen(CallScreen):
    """The manager sits in and logs nothing: the computer is closed, and opened again to write the call down.

    :signal write_down_requested: write down the call with this UUID.
    """

    BARE = True
    LIVE = True

    write_down_requested = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._open = named(LinkButton(way_words(Way.OPEN_LAPTOP), quiet=True), "away.open")
        self._open.setMinimumHeight(live_height())
        self._write = named(LiveButton(tr("Write it down"), clock=session.clock.monotonic_ms), "away.write")
        self._assemble()
        wear(self, LIVE)
        self._open.clicked.connect(self._on_open)
        self._write.tapped.connect(self._on_write)

    def _assemble(self) -> None:
        calm = Text(tr("You can close the computer now."), Voice.MUTED)
        calm.centre()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(10), px(18), px(14))
        column.setSpacing(px(10))
        column.addStretch(1)
        column.addWidget(calm)
        column.addStretch(1)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(px(10))
        foot.addWidget(self._open)
        foot.addStretch(1)
        foot.addWidget(self._write)
        return foot

    @override
    def title(self) -> str:
        return tr("Notes")

    @override
    def show_subject(self, subject: UUID) -> None:
        self.subject = subject
        self.setFocus()

    def _on_open(self) -> None:
        self.session.book(self.subject).sit(Way.OPEN_LAPTOP)
        self.call_requested.emit(self.subject)

    def _on_write(self) -> None:
        self.write_down_requested.emit(self.subject)
