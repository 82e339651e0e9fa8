"""Sit in, discreetly: a narrow strip above a meeting window, for pointer and touch."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from scoring.entry import Introduction
from scoring.notes import CurtainNotes
from scoring.teeup import Way
from scoring.text import tr
from ui import theme
from ui.live_face import LiveFace
from ui.log_lines import introduction_word, reason_word
from ui.session import Session
from ui.sitting import Sitting
from ui.theme import LIVE, px, wear
from ui.widgets.corner import Corner
from ui.widgets.curtain import Curtain
from ui.widgets.floor_tiles import FloorTiles
from ui.widgets.key_window import FLAGS, KeyWindow
from ui.widgets.live_chips import LiveChips
from ui.widgets.named import named
from ui.widgets.narrow_button import NarrowButton, WordsButton
from ui.widgets.save_state import SaveState
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.skill_grid import SkillGrid
from ui.widgets.strip_handles import Handle
from ui.widgets.words_field import WordsField
from ui.window_state import WindowState

WIDTH = 300  # px at 100 %
MARGIN = 12  # px from the edge of the screen, where it is put first


class Strip(QWidget):
    """The manager logs beside a meeting on the same screen. The strip stays above the meeting and leaves it the
    keyboard; only its words, and its curtain once it is clicked, take the keys, and they give them back.

    Its place and height are remembered for each screen.

    :signal call_requested: the call with this UUID has ended: go where it goes on.
    :signal way_chosen: (call UUID, Way): sit in another way from now on.
    """

    call_requested = Signal(object)
    way_chosen = Signal(object, object)

    def __init__(self, session: Session, state: WindowState) -> None:
        super().__init__(None, FLAGS | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.setWindowTitle(tr("Notes"))
        self._session = session
        self._state = state
        self._sitting = Sitting(session, self)
        now = session.clock.monotonic_ms
        self._clock = named(Corner(size=theme.BODY, clock=now), "strip.corner")
        self._saved = SaveState(brief=True)
        self._opening = named(
            LiveChips(tr("Introduction"), _introductions(), narrow=True), "strip.introduction"
        )
        self._reasons = named(LiveChips(tr("Because"), (), narrow=True), "strip.reasons")
        self._question = QStackedWidget()
        self._floor = FloorTiles("", name="strip", clock=now)
        self._skills = SkillGrid(rows_beside=1, name="strip.skill", clock=now)
        self._face = LiveFace(
            session,
            self._sitting,
            clock=self._clock,
            saved=self._saved,
            floor=self._floor,
            skills=self._skills,
        )
        self._words = named(WordsButton(tr("Words (click)")), "strip.words")
        self._mark = named(NarrowButton(tr("Mark"), clock=now), "strip.mark")
        self._step = named(NarrowButton(tr("Step in"), clock=now), "strip.step")
        self._undo = named(NarrowButton(tr("Undo"), clock=now), "strip.undo")
        self._cover = named(NarrowButton(tr("Curtain"), clock=now), "strip.curtain")
        self._pause = named(NarrowButton(tr("Pause"), clock=now), "strip.pause")
        self._laptop = named(NarrowButton(tr("Wide"), clock=now), "strip.laptop")
        self._laptop.setAccessibleName(tr("Show the whole screen"))
        self._end = named(NarrowButton(tr("End"), clock=now), "strip.end")
        self._field = named(WordsField(tr("Words (Enter)")), "strip.field")
        self._curtain = Curtain()
        self._field_window = KeyWindow(self._field, tr("Notes"), self)
        self._curtain_window = KeyWindow(self._curtain, tr("Notes"), self)
        wear(self, LIVE)
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        for page in (QWidget(), self._opening, self._reasons):
            self._question.addWidget(page)
        self._page = ScrollPage()
        self._page.column.setContentsMargins(0, 0, 0, 0)
        self._page.column.addWidget(self._skills)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(10), 0, px(10), 0)
        column.setSpacing(px(5))
        column.addWidget(Handle())
        column.addLayout(self._top())
        column.addWidget(self._floor)
        column.addWidget(self._page, 1)
        column.addWidget(self._words)
        column.addLayout(_row(self._mark, self._step, self._undo, self._cover))
        column.addLayout(_row(self._pause, self._laptop, self._end))
        column.addWidget(Handle(Qt.Edge.BottomEdge))

    def _top(self) -> QHBoxLayout:
        self._clock.put_below(self._saved)
        top = QHBoxLayout()
        top.setSpacing(px(8))
        top.addWidget(self._clock, 1)
        top.addWidget(self._question)
        return top

    def _connect(self) -> None:
        sitting = self._sitting
        self._clock.tapped.connect(self._draw_curtain)
        self._cover.tapped.connect(self._draw_curtain)
        self._curtain.left.connect(self._open_curtain)
        self._curtain.noted.connect(self._on_noted)
        self._opening.chosen.connect(sitting.introduced)
        self._reasons.chosen.connect(sitting.give_reason)
        self._floor.tapped.connect(sitting.floor)
        self._skills.tapped.connect(sitting.tap)
        self._skills.held.connect(sitting.hold)
        self._words.tapped.connect(self._open_field)
        self._field.textEdited.connect(sitting.keep_words)
        self._field.stored.connect(self._on_words)
        self._field.left.connect(self._close_field)
        self._field_window.abandoned.connect(self._close_field)
        self._mark.tapped.connect(sitting.moment)
        self._step.tapped.connect(sitting.step)
        self._undo.tapped.connect(sitting.undo)
        self._pause.tapped.connect(sitting.pause)
        self._laptop.tapped.connect(self._on_laptop)
        self._end.tapped.connect(self._on_end)
        sitting.changed.connect(self._on_changed)
        sitting.minute_passed.connect(self._face.show_time)
        sitting.words_wanted.connect(self._on_words_wanted)

    @override
    def sizeHint(self) -> QSize:
        """As high as shows every skill."""
        width = px(WIDTH)
        skills = self._skills.heightForWidth(width - 2 * px(10))
        page = self._page.sizeHint().expandedTo(self._page.minimumSizeHint())
        rest = super().sizeHint().height() - page.height()
        return QSize(width, rest + skills)

    # Showing

    def show_subject(self, subject: UUID) -> None:
        """Sit in on the running call with this UUID, and show the strip."""
        self._face.begin(subject, neutral=self._session.preferences.neutral_strip)
        self._reasons.set_options([(reason, reason_word(reason)) for reason in self._sitting.reasons()])
        notes = self._session.draft(subject, CurtainNotes)
        self._curtain.set_notes(notes.text if notes else "")
        self._field.setText(self._sitting.begun.text)
        self._field.set_placeholder(tr("Words (Enter)"))
        self._show_state()
        self._face.show_time()
        self._state.restore_strip(self, px(WIDTH), px(MARGIN))
        self.show()

    def _show_state(self) -> None:
        state = self._sitting.state
        self._face.show_state()
        self._question.setCurrentIndex(self._open_question())
        self._step.setText(tr("Hand back") if state.is_stepped_in else tr("Step in"))
        self._pause.setText(tr("Go on") if state.is_paused else tr("Pause"))
        self._undo.setEnabled(bool(state.done))
        self._words.show_words(self._sitting.begun.text)

    def _open_question(self) -> int:
        """:returns: the page with what is asked now; the first one is empty."""
        if self._sitting.asks_why():
            return self._question.indexOf(self._reasons)
        return self._question.indexOf(self._opening) if self._sitting.state.introduction is None else 0

    def leave(self) -> None:
        """Put the strip away; words that were begun are stored."""
        self._state.keep_strip(self)
        self._sitting.rest()
        for window in (self._field_window, self._curtain_window, self):
            window.hide()

    def _on_changed(self) -> None:
        if self.isVisible():
            self._show_state()

    # Words

    def _open_field(self) -> None:
        self._field_window.open_over(self._place_of_field(), with_keys=True)

    def _place_of_field(self) -> QRect:
        return QRect(self._words.mapToGlobal(self._words.rect().topLeft()), self._words.size())

    def _on_words_wanted(self) -> None:
        """Not behind the curtain: the field would lie over it."""
        if self._curtain_window.isVisible():
            self._sitting.let_words_wait()
            return
        self._field.clear()
        self._field.set_placeholder(tr("For this mark (Enter)"))
        self._open_field()

    def _on_words(self, text: str) -> None:
        self._sitting.store_words(text)
        self._field.clear()
        self._close_field()

    def _close_field(self) -> None:
        """The meeting has the keys again; words that were begun stay."""
        self._sitting.let_words_wait()
        if not self._field.text().strip():
            self._field.clear()
            self._field.set_placeholder(tr("Words (Enter)"))
        self._field_window.hide()
        self._words.show_words(self._sitting.begun.text)

    # The curtain, other ways, the end

    def _draw_curtain(self) -> None:
        self._field_window.hide()
        self._curtain_window.open_over(self.geometry(), with_keys=False)

    def _open_curtain(self) -> None:
        self._curtain_window.hide()

    def _on_noted(self, text: str) -> None:
        self._session.keep_draft(self._sitting.book.call_id, CurtainNotes(text=text))

    def _on_laptop(self) -> None:
        self.way_chosen.emit(self._sitting.book.call_id, Way.OPEN_LAPTOP)

    def _on_end(self) -> None:
        call_id = self._sitting.book.call_id
        self._sitting.end()
        self._field.clear()
        self.leave()
        self.call_requested.emit(call_id)

    @override
    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._keep_windows_over()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_windows_over()

    def _keep_windows_over(self) -> None:
        if self._curtain_window.isVisible():
            self._curtain_window.setGeometry(self.geometry())
        if self._field_window.isVisible():
            self._field_window.setGeometry(self._place_of_field())

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed by the system, the call goes on where there is room for it."""
        event.ignore()
        self._on_laptop()


def _introductions() -> list[tuple[str, str]]:
    return [(how, introduction_word(how)) for how in Introduction]


def _row(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(px(6))
    for button in buttons:
        row.addWidget(button, 1)
    return row
