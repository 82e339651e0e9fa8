"""Practise: what will happen, and the keys for it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from scoring.text import tr
from ui.layouts import centred
from ui.live_keys import FLOOR
from ui.screen import CallScreen
from ui.session import Session
from ui.theme import px
from ui.widgets.button import PrimaryButton
from ui.widgets.key_list import KeyList
from ui.widgets.named import named
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text import Text, Voice

WIDTH = 640


class PractiseScreen(CallScreen):
    """The manager reads what will happen, and begins when ready."""

    BARE = True

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._start = named(PrimaryButton(tr("Start")), "practise.start")
        self._assemble()
        self._start.clicked.connect(self._on_start)

    def _assemble(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(px(16))
        column.addWidget(Text(tr("Practise tapping"), Voice.TITLE))
        column.addWidget(Text(_what_happens()))
        column.addSpacing(px(4))
        column.addWidget(KeyList(_keys()))
        column.addWidget(
            Text(tr("The keys stand on the tiles too; a press on the tile does the same."), Voice.SMALL)
        )
        column.addSpacing(px(4))
        column.addWidget(self._start, 0, Qt.AlignmentFlag.AlignLeft)
        page = ScrollPage()
        page.column.addStretch(1)
        page.column.addLayout(centred(column, px(WIDTH)))
        page.column.addStretch(2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)

    @override
    def show_subject(self, subject: UUID) -> None:
        self.subject = subject
        self._start.setFocus()

    def _on_start(self) -> None:
        self.session.book(self.subject).start()
        self.call_requested.emit(self.subject)


def _what_happens() -> str:
    return tr(
        "A made-up call of two and a half minutes plays as captions above the live screen: tap who is speaking, and "
        "what the rep does well or leaves out. Then you see how close you came, and nothing of it is kept."
    )


def _keys() -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The eight that matter here."""
    speaking = (tr("Rep speaks"), tr("Customer speaks"), tr("You speak"), tr("Nobody speaks"))
    others = [
        (tr("1 … 9"), tr("Seen, skill 1 to 9")),
        (tr("Q … O"), tr("Missed, skill 1 to 9")),
        (tr("Bksp"), tr("Undo the last tap")),
        ("P", tr("Pause: the call waits")),
    ]
    return list(zip(FLOOR.upper(), speaking, strict=True)), others
