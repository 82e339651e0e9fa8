"""How close you came: a practice log beside what really happened."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from scoring.closeness import Closeness, closeness
from scoring.text import tr
from ui.closeness_words import beside_words, caught_lines, most_useful, tapped_picture, true_picture
from ui.layouts import centred
from ui.practice_data import practice_talk
from ui.screen import CallScreen
from ui.session import Session
from ui.theme import px
from ui.widgets.button import LinkButton, PrimaryButton
from ui.widgets.caught_list import CaughtList
from ui.widgets.floor_strip import FloorStrip
from ui.widgets.named import named
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text import Text, Voice

WIDTH = 860


class ClosenessScreen(CallScreen):
    """The manager sees the floor as it was above the floor as it was tapped, and each thing there was to mark.

    Nothing here has the keys at first: a tap that was still meant for the call presses nothing.
    """

    BARE = True

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._page = ScrollPage()
        self._sentence = named(Text("", Voice.LARGE), "closeness.sentence")
        self._true = named(FloorStrip(), "closeness.true")
        self._tapped = named(FloorStrip(), "closeness.tapped")
        self._marks_title = Text(tr("What there was to mark"), Voice.STRONG)
        self._marks = named(CaughtList(), "closeness.marks")
        self._beside = named(Text("", Voice.SMALL), "closeness.beside")
        self._again = named(PrimaryButton(tr("Again")), "closeness.again")
        self._back = named(LinkButton(tr("Back to mine")), "closeness.back")
        self._assemble()
        self._again.clicked.connect(self._on_again)
        self._back.clicked.connect(self._on_back)

    def _assemble(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(px(16))
        column.addWidget(Text(tr("How close you came"), Voice.TITLE))
        column.addWidget(self._sentence)
        column.addWidget(self._true)
        column.addWidget(self._tapped)
        column.addLayout(self._marks_part())
        column.addLayout(self._buttons())
        page = self._page
        page.column.addLayout(centred(column, px(WIDTH)))
        page.column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)

    def _marks_part(self) -> QVBoxLayout:
        part = QVBoxLayout()
        part.setSpacing(px(8))
        part.addWidget(self._marks_title)
        part.addWidget(self._marks)
        part.addWidget(self._beside)
        return part

    def _buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(px(16))
        buttons.addWidget(self._again)
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        return buttons

    @override
    def show_subject(self, subject: UUID) -> None:
        self.subject = subject
        talk = practice_talk()
        close = closeness(talk.truth(), self.session.state(subject))
        self._sentence.setText(most_useful(close))
        self._true.set_picture(true_picture(close))
        self._tapped.set_picture(tapped_picture(close))
        self._marks.set_lines(caught_lines(close, talk, self.session.rubric_of(subject)))
        self._show_what_there_is(close)
        self._page.verticalScrollBar().setValue(0)
        self.setFocus()

    def _show_what_there_is(self, close: Closeness) -> None:
        """A call that was ended early may have had nothing to compare."""
        self._true.setVisible(close.true_percent is not None)
        self._tapped.setVisible(close.true_percent is not None)
        self._marks_title.setVisible(bool(close.watched))
        self._marks.setVisible(bool(close.watched))
        self._beside.setText(beside_words(close.beside))
        self._beside.setVisible(bool(close.beside))

    def _on_again(self) -> None:
        self.place_requested.emit("practise")

    def _on_back(self) -> None:
        self.place_requested.emit("home")
