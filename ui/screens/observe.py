"""Sit in: the live screen, quiet and exact."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget
from typing_extensions import override

from scoring.entry import Floor, Introduction, Marked, SteppedIn
from scoring.logbook import Logbook
from scoring.notes import BegunWords, CurtainNotes
from scoring.rubric import Rubric
from scoring.state import Standing
from scoring.teeup import StepInReason
from scoring.text import tr, trn
from ui.live_keys import FLOOR, MISSED, SEEN, Act, Command, Repeats, command_of
from ui.screen import CallScreen
from ui.session import Session
from ui.theme import LIVE, px, wear
from ui.widgets.curtain import Curtain
from ui.widgets.floor_column import FloorColumn
from ui.widgets.live_button import LiveButton
from ui.widgets.live_choices import LiveChoices
from ui.widgets.named import named
from ui.widgets.press_button import live_height
from ui.widgets.save_state import SaveState
from ui.widgets.skill_grid import GridSkill, SkillGrid
from ui.widgets.text import Text, Voice
from ui.widgets.words_field import WordsField

MINUTE_MS = 60_000


class ObserveScreen(CallScreen):
    """The manager logs, with half an eye, what the rep does and who is speaking.

    Every tap becomes an entry at once; its dot is hollow until the entry is durable. The face is neutral unless the
    manager asked for names. Keys work by their place on the keyboard; with Ctrl also while a field or the curtain has
    them.
    """

    BARE = True
    LIVE = True

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._book: Logbook | None = None
        self._tapped: dict[tuple[str, bool], UUID] = {}
        self._noting: UUID | None = None
        self._handing_over: int | None = None
        self._repeats = Repeats()
        now = session.clock.monotonic_ms
        self._clock = Text("", Voice.CLOCK)
        self._clock.setWordWrap(False)
        self._saved = SaveState()
        self._opening = named(LiveChoices(tr("Introduction"), _introductions()), "observe.introduction")
        self._reasons = named(LiveChoices(tr("Because"), _reasons()), "observe.reasons")
        self._floor = FloorColumn(FLOOR.upper(), clock=now)
        self._skills = SkillGrid(clock=now)
        self._words = named(WordsField(), "observe.words")
        self._mark = named(LiveButton(tr("Mark"), tr("Space"), clock=now), "observe.mark")
        self._step = named(LiveButton(tr("Stepped in"), "G", clock=now), "observe.step")
        self._undo = named(LiveButton(tr("Undo"), tr("Bksp"), clock=now), "observe.undo")
        self._pause = named(LiveButton(tr("Pause"), "P", clock=now), "observe.pause")
        self._cover = named(LiveButton(tr("Curtain"), tr("Esc"), clock=now), "observe.curtain")
        self._end = named(LiveButton(tr("End"), clock=now), "observe.end")
        self._curtain = Curtain(self)
        self._curtain.hide()
        self._show_question(None)
        self._minute = QTimer(self, singleShot=True)
        self._assemble()
        wear(self, LIVE)
        self._connect()

    def _assemble(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(px(14))
        middle.addWidget(self._floor, 2)
        middle.addWidget(self._skills, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(10), px(18), px(14))
        column.setSpacing(px(10))
        column.addLayout(self._top())
        column.addLayout(middle, 1)
        column.addLayout(self._foot())

    def _top(self) -> QHBoxLayout:
        top = QHBoxLayout()
        top.setSpacing(px(10))
        top.addWidget(self._clock, 1, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._opening)
        top.addWidget(self._reasons)
        self._saved.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._saved, 1, Qt.AlignmentFlag.AlignVCenter)
        # The tiles must not move under the finger when a question is answered.
        top.addSpacerItem(QSpacerItem(0, live_height(), QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed))
        return top

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(px(10))
        foot.addWidget(self._words, 1)
        for button in (self._mark, self._step, self._undo, self._pause, self._cover, self._end):
            foot.addWidget(button)
        return foot

    def _connect(self) -> None:
        self._floor.tapped.connect(self._on_floor)
        self._skills.tapped.connect(self._on_tapped)
        self._skills.held.connect(self._on_held)
        self._opening.tapped.connect(self._on_introduced)
        self._reasons.tapped.connect(self._on_reason)
        self._words.stored.connect(self._on_words)
        self._words.textEdited.connect(self._on_words_edited)
        self._words.left.connect(self._take_keys)
        self._mark.tapped.connect(self._on_moment)
        self._step.tapped.connect(self._on_step)
        self._undo.tapped.connect(self._on_undo)
        self._pause.tapped.connect(self._on_pause)
        self._cover.tapped.connect(self._draw_curtain)
        self._end.tapped.connect(self._on_end)
        self._curtain.left.connect(self._open_curtain)
        self._curtain.noted.connect(self._on_noted)
        self._minute.timeout.connect(self._show_time)
        self._words.installEventFilter(self)
        self._curtain.page.installEventFilter(self)
        self.session.call_changed.connect(self._on_call_changed)
        self.session.saved.connect(self._on_saved)
        self.session.trouble_changed.connect(self._show_saving)

    # Showing

    @override
    def title(self) -> str:
        return tr("Notes")

    @override
    def show_subject(self, subject: UUID) -> None:
        self.subject = subject
        self._book = self.session.book(subject)
        self._skills.show_skills(
            _grid_skills(self.session.rubric_of(subject), self._book.state.tee_up.focus_skills)
        )
        notes = self.session.draft(subject, CurtainNotes)
        self._curtain.set_notes(notes.text if notes else "")
        self._show_begun_words(self.session.draft(subject, BegunWords) or BegunWords())
        self._show_face()
        self._show_state()
        self._show_saving()
        self._show_time()
        self._open_curtain()

    def _show_begun_words(self, begun: BegunWords) -> None:
        self._noting = begun.entry
        self._words.setText(begun.text)

    def _show_face(self) -> None:
        """Names only where the manager asked for them."""
        if self.session.preferences.neutral_face:
            self._floor.set_names("", "")
        else:
            rep, customer = self.session.rep_of(self.subject), self.book.state.tee_up.customer
            self._floor.set_names(rep.first_name, customer.strip())

    @property
    def book(self) -> Logbook:
        """The log of the call that is shown."""
        assert self._book is not None
        return self._book

    def _show_state(self) -> None:
        state = self.book.state
        self._floor.set_current(state.floor)
        waiting = self._waiting_marks()
        for skill in self._skills.skill_ids():
            halves = [(state.tally(skill, seen=seen), waiting.count((skill, seen))) for seen in (True, False)]
            seen, missed = ((all_marks - unsaved, unsaved) for all_marks, unsaved in halves)
            self._skills.set_tally(skill, seen=seen, missed=missed)
        asks_why = state.is_stepped_in and self._last_step()[1].reason is None
        self._show_question(
            self._reasons if asks_why else self._opening if state.introduction is None else None
        )
        self._step.setText(tr("Handed back") if state.is_stepped_in else tr("Stepped in"))
        self._pause.setText(tr("Go on") if state.is_paused else tr("Pause"))
        self._undo.setEnabled(bool(state.done))

    def _show_question(self, question: LiveChoices | None) -> None:
        """One at a time, the old one gone first: for both there may be no room, and the window would grow."""
        for known in (self._opening, self._reasons):
            if known is not question:
                known.hide()
        if question:
            question.show()

    def _waiting_marks(self) -> list[tuple[str, bool]]:
        """:returns: (skill, seen) of every mark that is not durable yet."""
        standing = self.book.state.standing
        waiting = (standing[entry].what for entry in self.session.pending if entry in standing)
        return [(what.skill, what.seen) for what in waiting if isinstance(what, Marked)]

    def _last_step(self) -> tuple[Standing, SteppedIn]:
        *_, last = self.book.state.of(SteppedIn)
        return last

    def _show_saving(self) -> None:
        trouble = self.session.trouble
        if trouble:
            self._saved.set_problem(f"{trouble.title}. {trouble.message}")
        elif self.session.pending:
            self._saved.set_saving()
        else:
            self._saved.set_saved()

    def _show_time(self) -> None:
        """Minutes only: the screen has no reason to wake up more often."""
        elapsed = self.book.elapsed_ms()
        minutes = elapsed // MINUTE_MS
        words = trn("{n} min", "{n} min", minutes).format(n=minutes)
        said = tr("{time}, paused").format(time=words) if self.book.state.is_paused else words
        if said != self._clock.accessibleName():
            self._clock.setText(said)
        self._minute.start(MINUTE_MS - elapsed % MINUTE_MS)

    @override
    def leave(self) -> None:
        self._store_words()
        self._minute.stop()

    def _on_call_changed(self, call_id: UUID) -> None:
        if self._book and call_id == self.subject and self.isVisible():
            self._show_state()
            self._show_time()
            self._show_saving()

    def _on_saved(self) -> None:
        if self._book and self.isVisible():
            self._show_state()
            self._show_saving()

    # Logging

    def _on_tapped(self, skill: str, seen: bool) -> None:
        self._tapped[skill, seen] = self.book.mark(skill, seen=seen).id

    def _on_held(self, skill: str, seen: bool) -> None:
        entry = self._tapped.get((skill, seen))
        if entry and entry in self.book.state.standing:
            self._ask_for_words(entry)

    def _ask_for_words(self, entry: UUID) -> None:
        if self._curtain.isHidden():
            self._store_words()
            self._noting = entry
            self._words.set_placeholder(tr("For this mark (Enter)"))
            self._words.setFocus()

    def _give_keys_to_words(self) -> None:
        """Not behind the curtain, where nobody would see what is written."""
        if self._curtain.isHidden():
            self._words.setFocus()

    def _on_words(self, text: str) -> None:
        noted = self.book.state.standing.get(self._noting) if self._noting else None
        if noted and isinstance(noted.what, Marked):
            self.book.amend(noted.entry.id, replace(noted.what, words=text))
        else:
            self.book.words(text)
        self._words.clear()
        self.session.drop_draft(self.subject, BegunWords)
        self._take_keys()

    def _on_words_edited(self, text: str) -> None:
        self.session.keep_draft(self.subject, BegunWords(text=text, entry=self._noting))

    def _store_words(self) -> None:
        """Words that were begun are not lost for want of a Return."""
        if self._words.text().strip():
            self._on_words(self._words.text())

    def _take_keys(self) -> None:
        """The keys log again; words that were begun stay, and belong to the mark they were begun for."""
        if not self._words.text().strip():
            self._noting = None
            self._words.clear()
            self._words.set_placeholder(tr("Words (Enter)"))
        self.setFocus()

    def _on_floor(self, who: Floor) -> None:
        self.book.floor(who)

    def _on_introduced(self, how: str) -> None:
        self.book.introduced(Introduction(how))

    def _on_moment(self) -> None:
        self.book.moment()

    def _on_step(self) -> None:
        self.book.step()

    def _on_reason(self, reason: str) -> None:
        standing, step = self._last_step()
        self.book.amend(standing.entry.id, replace(step, reason=StepInReason(reason)))

    def _on_undo(self) -> None:
        self.book.undo()

    def _on_pause(self) -> None:
        self.book.resume() if self.book.state.is_paused else self.book.pause()
        self._show_time()

    def _on_end(self) -> None:
        self._store_words()
        self.book.end()
        self.call_requested.emit(self.subject)

    # The curtain

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
            case Act.STEP:
                self._step.tap()
            case Act.PAUSE:
                self._pause.tap()
            case Act.MOMENT:
                self._mark.tap()
            case Act.UNDO:
                self.book.undo()
            case Act.REDO:
                self.book.redo()
            case Act.WORDS:
                self._give_keys_to_words()
            case Act.CURTAIN:
                self._draw_curtain()
        return True

    def _press_half(self, command: Command) -> bool:
        tile = self._skills.tile(command.number)
        if tile is None:
            return False
        half = tile.seen if command.act == Act.SEEN else tile.missed
        half.tap()
        if command.with_words:
            half.held.emit()
        return True


def _grid_skills(rubric: Rubric, focus: tuple[str, ...]) -> list[GridSkill]:
    hints = zip(SEEN, MISSED.upper(), strict=True)
    keys = [*hints, *[("", "")] * len(rubric.skills)]
    return [
        GridSkill(skill.id, skill.name, pair, skill.id in focus)
        for skill, pair in zip(rubric.skills, keys, strict=False)
    ]


def _introductions() -> list[tuple[str, str]]:
    return [(Introduction.AS_AGREED, tr("As agreed")), (Introduction.AS_BOSS, tr("Otherwise"))]


def _reasons() -> list[tuple[str, str]]:
    """Short, and harmless to read from across the table."""
    return [
        (StepInReason.ASKED, tr("Asked")),
        (StepInReason.FACTS, tr("Facts")),
        (StepInReason.ARGUMENT, tr("Calm")),
        (StepInReason.OTHER, tr("Other")),
    ]
