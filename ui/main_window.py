"""The one window: the side bar, the screens, and the way from one to the next."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from scoring.errors import KnownError, SecondChairError
from scoring.state import CallState
from scoring.teeup import Way
from scoring.text import tr
from ui.archiving import Archiving
from ui.bringing_in import BringingIn, files_in
from ui.eraser import Eraser
from ui.messages import Messages
from ui.routes import NAV_ENTRIES, where_it_goes_on
from ui.screen import CallScreen, PlaceScreen, RubricScreen, Screen
from ui.screen_making import make_screen, make_strip
from ui.screens.home import HomeScreen
from ui.second_click import SecondClick
from ui.session import Session
from ui.theme import hold_caret, px
from ui.trail import RETURNED_TO, Stop, Trail
from ui.ways import usable_way
from ui.whereabouts import Whereabouts
from ui.widgets.nav_bar import NavBar
from ui.window_state import WindowState

if TYPE_CHECKING:
    from pathlib import Path

    from ui.dropped_files import DroppedFiles
    from ui.reminder_desk import ReminderDesk
    from ui.screens.strip import Strip


class MainWindow(QWidget):
    """Knows all screens and leads from one to the next; each screen only says where it wants to go.

    ``OFFERS_WAYS``: whether the way of sitting in can be changed during a call. ``takes_pages``: whether pages may be
    brought in from elsewhere. ``session`` and ``state`` (of the window) are for its screens.

    :signal text_size_changed: the manager chose another text size; everything is to be made anew.
    :signal sample_requested: the manager wants to look around with a sample call.
    :signal practise_requested: the manager wants to practise.
    """

    OFFERS_WAYS = True

    text_size_changed = Signal()
    sample_requested = Signal()
    practise_requested = Signal()

    def __init__(self, session: Session, state: WindowState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # The frame behind paints an empty desk with a side bar, which bare screens have not.
        self.setAutoFillBackground(True)
        self.session = session
        self.state = state
        self._screens: dict[str, Screen] = {}
        self._nav = NavBar(
            tr("Second Chair"),
            [
                ("home", tr("Home")),
                ("reps", tr("Reps")),
                ("calls", tr("Calls")),
                ("mirror", tr("My mirror")),
                ("rubrics", tr("Rubrics")),
                ("archive", tr("Archive")),
            ],
            [("settings", tr("Settings"))],
        )
        self._stack = QStackedWidget()
        self._second_click = SecondClick(self)
        self.messages = Messages(session)
        self._bringing_in = BringingIn(session, self.messages, self)
        self.takes_pages = True
        self._archiving = Archiving.of(session)
        self.setAcceptDrops(True)
        self._trail = Trail()
        self._strip: Strip | None = None
        self._reminders: ReminderDesk | None = None
        self._dropped: DroppedFiles | None = None
        self._is_aside = False
        self._was_warned = False
        self._held_up_by: Screen | None = None
        self._assemble()
        self._shortcuts = self._make_shortcuts()
        self._nav.chosen.connect(self.open_place)
        self._bringing_in.brought_in.connect(self._show_anew)
        self._bringing_in.call_requested.connect(self.open_call)
        self._archiving.changed.connect(self._show_what_waits)
        session.opened.connect(self.open_first)
        session.refused.connect(self._on_refused)
        session.trouble_changed.connect(self._on_trouble)
        session.erased.connect(self._on_erased)
        eraser = Eraser.of(session)
        eraser.done.connect(self._on_erasure_ended)
        eraser.failed.connect(self._on_erasure_failed)
        self._show_what_waits()
        self._bring_up("home")

    def _assemble(self) -> None:
        right = self._column = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._stack, 1)
        right.addWidget(self.messages)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._nav)
        row.addLayout(right, 1)
        self.setMinimumSize(px(480), px(320))

    def _make_shortcuts(self) -> list[QShortcut]:
        keys = {
            QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_Left): self._on_back,
            QKeySequence(QKeySequence.StandardKey.New): self._on_new_call,
            QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Q): self._on_quit,
        }
        return [QShortcut(sequence, self, do) for sequence, do in keys.items()]

    # Going places

    def open_first(self) -> None:
        """Go to where the manager begins: home, or the welcome as long as nobody has said who they are."""
        self.open_place("home" if self.session.manager.name else "welcome")

    def open_place(self, place: str) -> None:
        """Go to a screen that stands by itself: "home", "reps", "newrep", "newcall", "calls", "mirror", "rubrics",
        "archive", "settings", "welcome", or "list": where one came from, a rep or a call that led here or the last list
        of them. "practise" leads out of this window.

        There is nowhere to go before the data is open.
        """
        if not self.session.is_open:
            return
        if place == "practise":
            self.practise_requested.emit()
            return
        if place == "newrep":
            self.open_new_rep()
            return
        if place == "list":
            self._go_back()
            return
        self._trail.begin(place if self._show_place(place).LISTS else None)

    def _show_place(self, place: str) -> PlaceScreen:
        screen = self._bring_up(place)
        assert isinstance(screen, PlaceScreen)
        screen.show_now()
        return screen

    def _go_back(self) -> None:
        """To the rep or the call that led here and is still there, else to the list; to where one was on it."""
        stop = self._trail.back(self.session.has)
        if stop is None:
            self._show_place(self._trail.place)
            at = self._trail.take_place()
        else:
            screen = self._bring_up(stop.name)
            assert isinstance(screen, CallScreen)
            screen.show_again(stop.subject)
            at = stop.at
        if at:
            at.go_back()

    def open_call(self, call_id: UUID) -> None:
        """Go to the screen where this call goes on."""
        book = self.session.book(call_id)
        if book.needs_taking_up:
            book.take_up()
        name = self.screen_in(book.state)
        is_narrow = name == "observe" and usable_way(book.state.way) == Way.DISCREET
        if not is_narrow:
            self._put_strip_away()  # first: words that were begun on it are stored, or another screen begins them again
        if name is None:
            self.open_place("calls")
        else:
            self.open_subject(name, call_id)
        if is_narrow:
            self._step_aside_for_strip(call_id)

    def _step_aside_for_strip(self, call_id: UUID) -> None:
        from ui.screens.observe import ObserveScreen

        behind = self.current()
        assert isinstance(behind, ObserveScreen)
        behind.stand_behind()
        self._strip = self._strip or make_strip(self)
        self._strip.show_subject(call_id)
        self._is_aside = True
        self.window().showMinimized()

    def _put_strip_away(self) -> None:
        if self._strip and self._is_aside:
            self._is_aside = False
            self._strip.leave()
            self._come_back()

    def _come_back(self) -> None:
        window = self.window()
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.activateWindow()

    def screen_in(self, state: CallState) -> str | None:
        """:returns: the name of the screen where a call goes on; None for one that did not take place."""
        return where_it_goes_on(state)

    def open_subject(self, name: str, subject: UUID) -> None:
        """Go to a screen about one call or one rep."""
        screen = self._lead_to(name, subject)
        assert isinstance(screen, CallScreen)
        screen.show_subject(subject)

    def _lead_to(self, name: str, subject: UUID | str) -> Screen:
        """Bring a screen about one rep, call or rubric up, and remember what led there and where one was on it."""
        came_from = self.current()
        at = Whereabouts.on(came_from) if came_from else None
        screen = self._bring_up(name)
        if came_from is not screen and at is not None:
            self._remember(came_from, at)
        self._trail.arrive(name, subject)
        return screen

    def _remember(self, came_from: Screen | None, at: Whereabouts) -> None:
        if isinstance(came_from, PlaceScreen) and came_from.LISTS:
            self._trail.leave_place(at)
        subject: UUID | None = getattr(came_from, "subject", None)  # somebody new has none yet
        if isinstance(came_from, CallScreen) and subject is not None:
            self._trail.add(Stop(came_from.objectName().removeprefix("screen."), subject, at))

    def current(self) -> Screen | None:
        """:returns: the screen that is shown."""
        widget = self._stack.currentWidget()
        return widget if isinstance(widget, Screen) else None

    def _bring_up(self, name: str) -> Screen:
        """Let the screen ``name`` take the place of the present one; it is made when it is first needed."""
        self._leave()
        if name not in self._screens:
            self._screens[name] = self._made(name)
        screen = self._screens[name]
        self._stack.setCurrentWidget(screen)
        self._second_click.forget(self.window().windowHandle())
        self._nav.setVisible(not screen.BARE)
        self._nav.set_current(NAV_ENTRIES.get(name))
        self.messages.set_quiet(screen.LIVE)
        hold_caret(still=screen.LIVE)
        for shortcut in self._shortcuts:
            shortcut.setEnabled(not screen.LIVE)
        self.setWindowTitle(screen.title() or tr("Second Chair"))
        return screen

    def _leave(self) -> None:
        """What the present screen cannot keep holds the person up once; who goes once more goes without it."""
        screen = self.current()
        held_up_before, self._held_up_by = self._held_up_by, screen
        try:
            if screen:
                screen.leave()
        except KnownError as error:
            if held_up_before is not screen:
                advice = tr("Go once more to leave without saving.")
                raise KnownError(error.title, f"{error.message} {advice}") from error
        self._held_up_by = None

    def _made(self, name: str) -> Screen:
        screen = make_screen(name, self)
        screen.setObjectName(f"screen.{name}")
        screen.place_requested.connect(self.open_place)
        screen.call_requested.connect(self.open_call)
        screen.undo_offered.connect(self.messages.offer_undo)
        screen.undo_ended.connect(self.messages.end_undo)
        self._stack.addWidget(screen)
        return screen

    def _on_quit(self) -> None:
        self.window().close()

    def _on_back(self) -> None:
        """The key does what "Back" or "Home" on the screen does; without one it leads to what led here, or home."""
        screen = self.current()
        back = screen.findChild(QAbstractButton, "back") if screen else None
        if back and back.isVisible():
            back.click()
        else:
            self.open_place("list" if isinstance(screen, CallScreen) else "home")

    def _on_new_call(self) -> None:
        self.open_place("newcall")

    # Bringing in pages from elsewhere

    def keep_pages_out(self) -> None:
        """Nothing is to be brought in: what is shown is tried out, and gone afterwards."""
        self.takes_pages = False
        self.setAcceptDrops(False)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped wherever nobody is looking on."""
        screen = self.current()
        if files_in(event.mimeData()) and self.session.is_open and not (screen and screen.LIVE):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._sort_dropped(files_in(event.mimeData()))

    def _sort_dropped(self, files: list[Path]) -> None:
        from ui.dropped_files import DroppedFiles

        if self._dropped is None:
            self._dropped = DroppedFiles(self)
            self._dropped.pages_found.connect(self._bringing_in.bring_in)
            self._dropped.rubrics_found.connect(self._take_rubrics)
        self._dropped.sort(files, at_rubrics=self.current() is self._screens.get("rubrics"))

    def _take_rubrics(self, files: list[Path]) -> None:
        """A call that was begun meanwhile comes first."""
        from ui.screens.rubrics import RubricsScreen

        screen = self.current()
        if screen and screen.LIVE:
            return
        if screen is not self._screens.get("rubrics"):
            self.open_place("rubrics")
        screen = self.current()
        assert isinstance(screen, RubricsScreen)
        screen.bring_in(files)

    def _show_what_waits(self) -> None:
        """The side bar says it, quietly, wherever one is on the desk."""
        state = self._archiving.state
        words = tr("Archive, {n} waiting") if state.trouble and state.waiting else tr("Archive")
        self._nav.set_text("archive", words.format(n=len(state.waiting)))

    def _on_erased(self) -> None:
        """What could be taken back may be about somebody who is gone, and so may the screen be."""
        self.messages.end_undo()
        screen = self.current()
        if isinstance(screen, CallScreen) and not self.session.has(screen.subject):
            self._put_off(screen)
            self.open_place("list")
        elif not self._is_at_archive():
            self._show_anew()

    def _put_off(self, screen: Screen) -> None:
        """Without a last word: what it would keep is erased."""
        self._stack.setCurrentWidget(self._screens["home"])
        self._stack.removeWidget(screen)
        self._screens = {name: other for name, other in self._screens.items() if other is not screen}
        screen.deleteLater()

    def _is_at_archive(self) -> bool:
        """Whether what came of an erasure is told there, where it was asked for."""
        return self.current() is self._screens.get("archive")

    def _on_erasure_ended(self, receipt: object) -> None:
        if receipt and not self._is_at_archive():
            sentence = tr("It is erased. The receipt is in the archive, under what is due.")
            self.messages.say_sooner_or_later(sentence, "", None, problem=False)

    def _on_erasure_failed(self, error: Exception) -> None:
        if isinstance(error, SecondChairError) and not self._is_at_archive():
            sentence = f"{error.title}. {error.message}"
            self.messages.say_sooner_or_later(sentence, "", None, problem=True)

    def _show_anew(self) -> None:
        """What is shown of many calls may say less, or more; whoever reads it stays where they are."""
        screen = self.current()
        if screen is None or screen.LIVE:
            return
        at = Whereabouts.on(screen)
        if isinstance(screen, PlaceScreen) and screen.LISTS:
            screen.show_now()
        elif isinstance(screen, CallScreen) and screen.objectName().removeprefix("screen.") in RETURNED_TO:
            screen.show_again(screen.subject)
        else:
            return
        at.go_back()

    # Opening, trouble and the end

    def _on_refused(self, error: SecondChairError) -> None:
        home = self._screens["home"]
        assert isinstance(home, HomeScreen)
        home.show_refusal(error)

    def show_problem(self, error: SecondChairError) -> None:
        """Say what could not be done, at the lower edge of the window."""
        self.messages.show_problem(error)

    def show_bug(self, error: BaseException) -> None:
        """Say that the app itself went wrong, and offer what a developer needs to know; during a call, afterwards."""
        self._report = "".join(traceback.format_exception(error))
        self.messages.show_bug(self._copy_report)

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self._report)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Asked before anything is left, because a call goes on where closing is held up; and after it once more."""
        if not self._may_close():
            event.ignore()
            return
        try:
            self._leave()
        except KnownError as error:
            self.show_problem(error)
            event.ignore()
        else:
            event.setAccepted(self._may_close())
        if event.isAccepted() and self._strip:
            self._strip.leave()
            self._strip.deleteLater()  # nobody else owns it
            self._strip = None

    def _may_close(self) -> bool:
        """Where entries cannot be saved, the first attempt to leave without them is held up and says so."""
        if self._was_warned or not self.session.is_held_up:
            return True
        self._was_warned = True
        self._come_back()  # from behind the strip, where nobody would read it
        self.messages.insist(_not_saved_yet())
        return False

    def _on_trouble(self, trouble: KnownError | None) -> None:
        if trouble is None:
            self._was_warned = False

    # Where the screens want to go

    def open_rep(self, rep_id: UUID) -> None:
        """Go to a rep, over all joint calls."""
        self.open_subject("rep", rep_id)

    def open_edit_rep(self, rep_id: UUID) -> None:
        """Go to where it is changed what is known about a rep."""
        self.open_subject("editrep", rep_id)

    def open_new_rep(self) -> None:
        """Go to where somebody new is entered."""
        from ui.screens.edit_rep import EditRepScreen

        screen = self._bring_up("editrep")
        assert isinstance(screen, EditRepScreen)
        screen.show_new()

    def open_write_down(self, call_id: UUID) -> None:
        """Go to where a call is written down that was held without a device."""
        self.open_subject("writedown", call_id)

    def open_rubric_editor(self, rubric_id: str) -> None:
        """Go to where a rubric is written; one that nothing is written of yet begins empty."""
        screen = self._lead_to("editrubric", rubric_id)
        assert isinstance(screen, RubricScreen)
        screen.show_rubric(rubric_id)

    def open_rubric_paper(self, rubric_id: str, version: int) -> None:
        """Go to one version of a rubric, as it will be printed."""
        screen = self._lead_to("rubricpaper", rubric_id)
        assert isinstance(screen, RubricScreen)
        screen.show_version(rubric_id, version)

    def open_calls_with(self, rubric_id: str) -> None:
        """Go to the calls that use a rubric."""
        from ui.screens.calls import CallsScreen

        screen = self._bring_up("calls")
        assert isinstance(screen, CallsScreen)
        screen.show_using(rubric_id)
        self._trail.begin("calls")

    def open_call_sheet(self, call_id: UUID) -> None:
        """Go to what was agreed for a call, as it will be printed."""
        self.open_subject("callsheet", call_id)

    def open_page(self, call_id: UUID) -> None:
        """Go to the page of a call."""
        self.open_subject("page", call_id)

    def open_page_number(self, call_id: UUID, number: int) -> None:
        """Go to one of the pages of a call, counted from 1 as they were handed over."""
        from ui.screens.page import PageScreen

        screen = self._lead_to("page", call_id)
        assert isinstance(screen, PageScreen)
        screen.show_number(call_id, number)

    def open_timeline(self, call_id: UUID, skill: str | None = None) -> None:
        """Go to what happened in a call: all of it, or what was marked for one skill (its id)."""
        from ui.screens.call import OneCallScreen

        screen = self._lead_to("call", call_id)
        assert isinstance(screen, OneCallScreen)
        screen.show_at(call_id, skill)

    def open_debrief(self, call_id: UUID) -> None:
        """Go to the debrief of a call, also of one that was debriefed before."""
        self.open_subject("debrief", call_id)

    def open_acknowledge(self, call_id: UUID) -> None:
        """Go to where it is said what became of the printed sheet."""
        self.open_subject("acknowledge", call_id)

    def sit(self, call_id: UUID, way: Way) -> None:
        """Go on with a running call in another way of sitting in."""
        self.session.book(call_id).sit(way)
        self.open_call(call_id)

    def ask_for_reminder(self, call_id: UUID, number: int) -> None:
        """Ask where the reminder of one of the commitments of a call is to be saved."""
        if self._reminders is None:
            from ui.reminder_desk import ReminderDesk

            self._reminders = ReminderDesk(self.session, self.messages, self)
            self._reminders.failed.connect(self._on_failed)
        self._reminders.ask(call_id, number)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, SecondChairError):
            self.show_problem(error)
        else:
            self.show_bug(error)

    def ask_for_import(self) -> None:
        """Ask which pages from elsewhere are to be brought in."""
        self._bringing_in.ask()


def _not_saved_yet() -> SecondChairError:
    message = tr(
        "Once what keeps saving up is put right, the rest is saved by itself. Close once more to leave without it."
    )
    return SecondChairError(tr("Not everything is saved yet"), message)
