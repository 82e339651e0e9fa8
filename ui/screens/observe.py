"""Sit in: the live screen, quiet and exact."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QSpacerItem, QStyle, QVBoxLayout, QWidget
from typing_extensions import override

from scoring.entry import Introduction
from scoring.notes import CurtainNotes
from scoring.teeup import Way
from scoring.text import tr
from ui.live_drawers import LiveDrawers
from ui.live_face import LiveFace
from ui.live_keys import FLOOR, MISSED, SEEN, Act, Command, Repeats, command_of
from ui.log_lines import introduction_word, reason_word
from ui.screen import CallScreen
from ui.session import Session
from ui.sitting import Sitting
from ui.theme import LIVE, px, text_scale, wear
from ui.widgets.corner import Corner
from ui.widgets.curtain import Curtain
from ui.widgets.floor_tiles import FloorTiles
from ui.widgets.live_button import LiveButton
from ui.widgets.live_choices import LiveChoices
from ui.widgets.named import named
from ui.widgets.press_button import live_height
from ui.widgets.save_state import SaveState
from ui.widgets.skill_grid import SkillGrid
from ui.widgets.words_field import WordsField

DRAWER_WIDTH = 400  # px at 100 %
LARGE_TEXT = 1.5
HUGE_TEXT = 2.0


class ObserveScreen(CallScreen):
    """The manager logs, with half an eye, what the rep does and who is speaking.

    Every tap becomes an entry at once; its dot is hollow until the entry is durable. The face is neutral unless the
    manager asked for names and figures. Keys work by their place on the keyboard; with Ctrl also while a field or the
    curtain has them.

    :signal way_chosen: (call UUID, Way): sit in another way from now on.
    """

    BARE = True
    LIVE = True

    way_chosen = Signal(object, object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sitting = Sitting(session, self)
        self._handing_over: int | None = None
        self._repeats = Repeats()
        now = session.clock.monotonic_ms
        self._clock = named(Corner(clock=now), "observe.corner")
        self._saved = SaveState()
        self._opening = named(LiveChoices(tr("Introduction"), _introductions()), "observe.introduction")
        self._reasons = named(LiveChoices(tr("Because"), ()), "observe.reasons")
        self._floor = FloorTiles(FLOOR.upper(), clock=now)
        self._skills = SkillGrid(rows_beside=2 if text_scale() >= HUGE_TEXT else 0, clock=now)
        self._face = LiveFace(
            session,
            self._sitting,
            clock=self._clock,
            saved=self._saved,
            floor=self._floor,
            skills=self._skills,
        )
        self._words = named(WordsField(), "observe.words")
        self._mark = named(LiveButton(tr("Mark"), tr("Space"), clock=now), "observe.mark")
        self._step = named(LiveButton(tr("Stepped in"), "G", clock=now), "observe.step")
        self._undo = named(LiveButton(tr("Undo"), tr("Bksp"), clock=now), "observe.undo")
        self._look_back = named(LiveButton(tr("Log"), "L", clock=now), "observe.log")
        self._pause = named(LiveButton(tr("Pause"), "P", clock=now), "observe.pause")
        self._cover = named(LiveButton(tr("Curtain"), tr("Esc"), clock=now), "observe.curtain")
        self._end = named(LiveButton(tr("End"), clock=now), "observe.end")
        self._drawers = LiveDrawers(self, self._sitting, clock=now)
        self._step.keep_room_for(tr("Stepped in"), tr("Handed back"))
        self._pause.keep_room_for(tr("Pause"), tr("Go on"))
        self._curtain = Curtain(self)
        self._curtain.hide()
        self._show_question(None)
        self._assemble()
        wear(self, LIVE)
        self._connect()
        self._connect_sitting()

    def _assemble(self) -> None:
        self._middle = QHBoxLayout()
        self._middle.setSpacing(px(14))
        self._middle.addWidget(self._floor, 2)
        self._middle.addWidget(self._skills, 10)
        column = QVBoxLayout(self)
        beside = px(18 if text_scale() < HUGE_TEXT else 9)
        column.setContentsMargins(beside, px(10), beside, px(14))
        column.setSpacing(px(10))
        column.addLayout(self._top())
        column.addLayout(self._middle, 1)
        column.addLayout(self._foot())

    def _top(self) -> QHBoxLayout:
        top = QHBoxLayout()
        top.setSpacing(px(10))
        top.addWidget(self._clock, 0, Qt.AlignmentFlag.AlignVCenter)
        if text_scale() >= HUGE_TEXT:
            top.addWidget(self._words, 1)
        else:
            top.addStretch(1)
        top.addWidget(self._opening)
        top.addWidget(self._reasons)
        self._saved.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._saved, int(text_scale() < HUGE_TEXT), Qt.AlignmentFlag.AlignVCenter)
        # The tiles must not move under the finger when a question is answered.
        top.addSpacerItem(QSpacerItem(0, live_height(), QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed))
        return top

    def _foot(self) -> QBoxLayout:
        """The words beside the buttons; where large text leaves no room above them, or else at the top."""
        beside = text_scale() < LARGE_TEXT
        foot = QBoxLayout(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        foot.setSpacing(px(10))
        if text_scale() < HUGE_TEXT:
            foot.addWidget(self._words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(10 if text_scale() < HUGE_TEXT else 5))
        foot.addLayout(buttons)
        for button in (
            self._mark,
            self._step,
            self._undo,
            self._look_back,
            self._pause,
            self._cover,
            self._end,
        ):
            buttons.addWidget(button)
        return foot

    def _connect(self) -> None:
        self._words.stored.connect(self._on_words)
        self._words.left.connect(self._take_keys)
        self._look_back.tapped.connect(self._on_log)
        self._clock.tapped.connect(self._draw_curtain)
        self._cover.tapped.connect(self._draw_curtain)
        self._end.tapped.connect(self._on_end)
        self._curtain.left.connect(self._open_curtain)
        self._curtain.noted.connect(self._on_noted)
        self._drawers.closed.connect(self._take_keys)
        self._drawers.way_chosen.connect(self._on_way)
        self._words.installEventFilter(self)
        self._curtain.page.installEventFilter(self)

    def _connect_sitting(self) -> None:
        sitting = self._sitting
        self._floor.tapped.connect(sitting.floor)
        self._skills.tapped.connect(sitting.tap)
        self._skills.held.connect(sitting.hold)
        self._opening.tapped.connect(sitting.introduced)
        self._reasons.tapped.connect(sitting.give_reason)
        self._words.textEdited.connect(sitting.keep_words)
        self._mark.tapped.connect(sitting.moment)
        self._step.tapped.connect(sitting.step)
        self._undo.tapped.connect(sitting.undo)
        self._pause.tapped.connect(sitting.pause)
        sitting.changed.connect(self._on_changed)
        sitting.minute_passed.connect(self._face.show_time)
        sitting.words_wanted.connect(self._on_words_wanted)

    # Showing

    @override
    def title(self) -> str:
        return tr("Notes")

    @override
    def show_subject(self, subject: UUID) -> None:
        self.subject = subject
        keys = list(zip(SEEN.upper(), MISSED.upper(), strict=True))
        self._face.begin(subject, neutral=self.session.preferences.neutral_face, keys=keys)
        self._reasons.set_options([(reason, reason_word(reason)) for reason in self._sitting.reasons()])
        notes = self.session.draft(subject, CurtainNotes)
        self._curtain.set_notes(notes.text if notes else "")
        self._words.setText(self._sitting.begun.text)
        self._show_state()
        self._face.show_time()
        self._open_curtain()
        self._drawers.close()

    def offer_ways(self, offered: bool) -> None:
        """Say whether one can sit in another way from here."""
        self._drawers.offer_ways(offered)

    def stand_behind(self) -> None:
        """The strip is out in front: words that were begun go on there, and nowhere else."""
        self._sitting.hand_words_on()
        self._words.clear()

    def _show_state(self) -> None:
        state = self._sitting.state
        self._face.show_state()
        self._show_question(
            self._reasons
            if self._sitting.asks_why()
            else self._opening
            if state.introduction is None
            else None
        )
        self._step.setText(tr("Handed back") if state.is_stepped_in else tr("Stepped in"))
        self._pause.setText(tr("Go on") if state.is_paused else tr("Pause"))
        self._undo.setEnabled(bool(state.done))
        self._show_begun_words()

    def _show_question(self, question: LiveChoices | None) -> None:
        """One at a time, the old one gone first: for both there may be no room, and the window would grow."""
        for known in (self._opening, self._reasons):
            if known is not question:
                known.hide()
        if question:
            question.show()

    def _show_begun_words(self) -> None:
        """Those of a line of the log that was taken back come here; what has the keys is left alone."""
        if not self._words.hasFocus() and self._words.text() != self._sitting.begun.text:
            self._words.setText(self._sitting.begun.text)

    @override
    def leave(self) -> None:
        self._drawers.close()
        self._sitting.rest()
        self._words.setText(self._sitting.begun.text)

    def _on_changed(self) -> None:
        if self.isVisible():
            self._show_state()

    # Words

    def _on_words_wanted(self) -> None:
        """Not behind the curtain, where nobody would see what is written."""
        if self._curtain.isHidden():
            self._words.setText(self._sitting.begun.text)
            self._words.set_placeholder(tr("For this mark (Enter)"))
            self._words.setFocus()

    def _give_keys_to_words(self) -> None:
        if self._curtain.isHidden():
            self._words.setFocus()

    def _on_words(self, text: str) -> None:
        self._sitting.store_words(text)
        self._words.clear()
        self._take_keys()

    def _take_keys(self) -> None:
        """The keys log again; words that were begun stay."""
        self._sitting.let_words_wait()
        if not self._words.text().strip():
            self._words.clear()
            self._words.set_placeholder(tr("Words (Enter)"))
        self.setFocus()

    # The drawer, the curtain, the end

    def _on_log(self) -> None:
        """Not behind the curtain: it would lie over it."""
        if self._curtain.isVisible():
            return
        if self._drawers.is_open:
            self._drawers.close()
        else:
            self._drawers.set_place(self._drawer_place())
            self._drawers.open_log()

    def _drawer_place(self) -> QRect:
        room = self._middle.geometry()
        width = self._skills.width()
        if text_scale() < HUGE_TEXT:
            width = min(px(DRAWER_WIDTH), width)
        place = QRect(room.right() + 1 - width, room.top(), width, room.height())
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)

    def _on_way(self, way: Way) -> None:
        self.way_chosen.emit(self.subject, way)

    def _on_end(self) -> None:
        self._drawers.close()
        self._sitting.end()
        self._words.clear()
        self.call_requested.emit(self.subject)

    def _step_back(self) -> None:
        """One step quieter."""
        if self._drawers.is_open and self._curtain.isHidden():
            self._drawers.step_back()
        else:
            self._draw_curtain()

    def _draw_curtain(self) -> None:
        self._curtain.setGeometry(self.rect())
        self._curtain.show()
        self._curtain.raise_()
        self._curtain.setFocus()

    def _open_curtain(self) -> None:
        self._curtain.hide()
        self._take_keys()

    def _on_noted(self, text: str) -> None:
        self.session.keep_draft(self.subject, CurtainNotes(text=text))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._curtain.setGeometry(self.rect())
        self._drawers.set_place(self._drawer_place())

    # Keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._repeats.is_repeat(event):
            return
        self._handing_over = event.key()
        command = command_of(event)
        if command is None or not self._obey(command):
            super().keyPressEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self._repeats.note_release(event)
        super().keyReleaseEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key that gave the keys to a field or the curtain means nothing there while it is still held."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.isAutoRepeat():
                return event.key() == self._handing_over
            self._handing_over = None
        return super().eventFilter(watched, event)

    def _obey(self, command: Command) -> bool:
        """:returns: whether there is what the key asks for."""
        match command.act:
            case Act.SEEN | Act.MISSED:
                return self._press_half(command)
            case Act.FLOOR:
                self._floor.tap(command.number)
            case Act.WORDS:
                self._give_keys_to_words()
            case Act.CURTAIN:
                self._draw_curtain() if command.at_once else self._step_back()
            case Act.UNDO:
                self._sitting.undo()
            case Act.REDO:
                self._sitting.redo()
            case act:
                self._buttons()[act].tap()
        return True

    def _buttons(self) -> dict[Act, LiveButton]:
        return {
            Act.STEP: self._step,
            Act.PAUSE: self._pause,
            Act.MOMENT: self._mark,
            Act.LOG: self._look_back,
        }

    def _press_half(self, command: Command) -> bool:
        tile = self._skills.tile(command.number)
        if tile is None:
            return False
        half = tile.seen if command.act == Act.SEEN else tile.missed
        half.tap()
        if command.with_words:
            half.held.emit()
        return True


def _introductions() -> list[tuple[str, str]]:
    return [(how, introduction_word(how)) for how in Introduction]
