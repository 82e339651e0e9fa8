from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import scoring.keeper
from exports.page_file import draw_call
from exports.rubric_file import write_rubric
from scoring import paths
from scoring.debrief import Debrief
from scoring.entry import Gap, GapReason, WordsHeard
from scoring.erasure import Erasure, Receipt
from scoring.errors import KnownError
from scoring.notes import BegunWords
from scoring.people import Manager, Rep
from scoring.rubric import default_rubric
from scoring.rubric_draft import copy_of
from scoring.state import Phase
from scoring.store import Store
from scoring.store.tables import Drafts, Reps
from scoring.teeup import Way
from tests.builders import NINE, FakeClock, a_rep, a_self_view, a_tee_up, a_view, an_id
from tests.exports.builders import PRIYA, a_debriefed_call, source_of
from tests.exports.rep_calls import Ride, keep
from tests.ui.finding import find, press
from tests.ui.keyboard import CTRL
from tests.ui.looks import Look, assert_all_can_be_read, every_look, settle, show, worn
from tests.ui.screens.aftercall import everything_said_by, write
from tests.ui.screens.pages import a_handed_over_call
from ui.archiving import Archiving
from ui.dropped_files import DroppedFiles
from ui.import_dialog import ImportDialog
from ui.main_window import MainWindow
from ui.save_dialog import SaveDialog
from ui.screen import Screen
from ui.screens.strip import Strip
from ui.session import Session
from ui.sitting import Sitting
from ui.theme import hold_caret
from ui.widgets.button import PaintedButton
from ui.widgets.call_list import CallList
from ui.widgets.commitment_list import CommitmentList
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import LineEdit
from ui.widgets.figure_card import FigureCard
from ui.widgets.message_bar import MessageBar
from ui.widgets.nav_bar import NavBar
from ui.widgets.page_view import PageView
from ui.widgets.quiet_lines import QuietLink
from ui.widgets.scroll_page import ScrollPage
from ui.window_state import WindowState

ALT = Qt.KeyboardModifier.AltModifier
NO_KEY = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
FULL = KnownError("The disk is full", "Make some room.")


@pytest.fixture
def priya(session: Session) -> Rep:
    rep = a_rep("Priya Nair", title="Account executive", team="North")
    session.save_rep(rep)
    return rep


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> MainWindow:
    return _shown(qtbot, session)


def _shown(qtbot: QtBot, session: Session) -> MainWindow:
    window = MainWindow(session, WindowState(session.folder))
    show(qtbot, window)
    window.open_first()
    return window


def _place(window: MainWindow) -> str:
    screen = window.current()
    return screen.objectName() if screen else ""


def _screen(window: MainWindow) -> Screen:
    screen = window.current()
    assert screen
    return screen


def _add(session: Session, rep: Rep) -> UUID:
    plan = a_tee_up(
        customer="Northgate Dental", rubric_id=default_rubric().id, focus_skills=("listens-it-out",)
    )
    return session.add_call(rep.id, plan)


def _bring_to(session: Session, call_id: UUID, clock: FakeClock, phase: Phase) -> None:
    book = session.book(call_id)
    steps: dict[Phase, Callable[[], object]] = {
        Phase.RUNNING: book.start,
        Phase.ENDED: book.end,
        Phase.VIEWED: lambda: book.finish_view(a_view()),
        Phase.DEBRIEFED: lambda: (book.hear_rep(a_self_view()), book.agree(Debrief(can_say=False))),
        Phase.CLOSED: lambda: book.agree(Debrief(can_say=True)),
    }
    order = [Phase.PLANNED, *steps]
    for following in order[order.index(book.state.phase) + 1 : order.index(phase) + 1]:
        clock.advance(minutes=10)
        steps[following]()
    assert book.state.phase == phase


def _said(window: MainWindow) -> str:
    return window.messages.bar.message() if window.messages.isVisible() else ""


# Ways


@pytest.mark.parametrize(
    ("phase", "place"),
    [
        (Phase.PLANNED, "screen.teeup"),
        (Phase.RUNNING, "screen.observe"),
        (Phase.ENDED, "screen.myview"),
        (Phase.VIEWED, "screen.debrief"),
        (Phase.DEBRIEFED, "screen.page"),
        (Phase.CLOSED, "screen.page"),
    ],
)
def test_a_call_opens_where_it_goes_on(
    session: Session, clock: FakeClock, priya: Rep, window: MainWindow, phase: Phase, place: str
) -> None:
    call_id = _add(session, priya)
    _bring_to(session, call_id, clock, phase)
    window.open_call(call_id)
    assert _place(window) == place


@pytest.mark.parametrize("settle_it", ["cancel", "no_show"])
def test_a_call_that_did_not_take_place_leads_to_the_list(
    session: Session, priya: Rep, window: MainWindow, settle_it: str
) -> None:
    call_id = _add(session, priya)
    getattr(session.book(call_id), settle_it)()
    window.open_call(call_id)
    assert _place(window) == "screen.calls"


def test_every_entry_of_the_side_bar_leads_where_it_says(
    qtbot: QtBot, priya: Rep, window: MainWindow
) -> None:
    for place in ("reps", "calls", "settings", "home"):
        press(qtbot, window, f"nav.{place}")
        assert _place(window) == f"screen.{place}"
        assert find(window, PaintedButton, f"nav.{place}").isChecked()


def test_a_new_call_begins_with_a_person_and_goes_on_with_the_tee_up(
    qtbot: QtBot, session: Session, priya: Rep, window: MainWindow
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    assert _place(window) == "screen.newcall"
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert _place(window) == "screen.teeup"
    assert len(session.calls_with(priya.id)) == 1


def test_alt_left_leads_home_and_keeps_what_is_written(
    qtbot: QtBot, session: Session, priya: Rep, window: MainWindow
) -> None:
    call_id = session.new_call(priya.id)
    window.open_call(call_id)
    qtbot.keyClicks(find(window, LineEdit, "teeup.purpose"), "A trial")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Left, ALT)
    assert _place(window) == "screen.home"
    assert session.state(call_id).tee_up.purpose == "A trial"


def test_a_cancelled_call_is_brought_back_from_home(
    qtbot: QtBot, session: Session, priya: Rep, window: MainWindow
) -> None:
    call_id = _add(session, priya)
    window.open_call(call_id)
    press(qtbot, window, "teeup.cancel")
    assert _place(window) == "screen.home"
    press(qtbot, window, "message.action")
    assert _place(window) == "screen.teeup"
    assert session.state(call_id).phase == Phase.PLANNED


def test_an_offer_is_gone_once_one_goes_elsewhere(
    qtbot: QtBot, session: Session, priya: Rep, window: MainWindow
) -> None:
    window.open_call(_add(session, priya))
    press(qtbot, window, "teeup.cancel")
    press(qtbot, window, "nav.reps")
    assert _said(window) == ""


def test_my_view_can_be_taken_back_until_the_rep_has_begun_to_speak(
    qtbot: QtBot, session: Session, clock: FakeClock, priya: Rep, window: MainWindow
) -> None:
    call_id = _add(session, priya)
    _bring_to(session, call_id, clock, Phase.ENDED)
    window.open_call(call_id)
    press(qtbot, window, "myview.done")
    assert "closed until the rep has spoken" in _said(window)
    write(window, "debrief.well", "I listened")
    assert _said(window) == "", "an offer that would be refused is no offer"


def test_closing_keeps_what_is_being_written(
    qtbot: QtBot, session: Session, priya: Rep, window: MainWindow
) -> None:
    call_id = session.new_call(priya.id)
    window.open_call(call_id)
    qtbot.keyClicks(find(window, LineEdit, "teeup.purpose"), "A trial")
    window.close()
    assert session.state(call_id).tee_up.purpose == "A trial"


def test_an_empty_start_leads_to_the_first_rep_and_the_first_call(
    qtbot: QtBot, session: Session, window: MainWindow
) -> None:
    press(qtbot, find(window, EmptyState, "home.empty"), "empty.action")
    assert _place(window) == "screen.editrep"
    qtbot.keyClicks(find(window, LineEdit, "rep.name"), "Priya Nair")
    press(qtbot, window, "rep.call")
    assert _place(window) == "screen.teeup"
    assert [rep.name for rep in session.reps()] == ["Priya Nair"]


# The timeline of a call


def test_from_the_timeline_of_a_call_one_comes_back_to_where_it_was_opened(
    qtbot: QtBot, session: Session, clock: FakeClock, priya: Rep, window: MainWindow
) -> None:
    call_id = _add(session, priya)
    _bring_to(session, call_id, clock, Phase.CLOSED)
    press(qtbot, window, "nav.calls")
    window.open_timeline(call_id)
    assert _place(window) == "screen.call"
    press(qtbot, _screen(window), "back")
    assert _place(window) == "screen.calls"
    window.open_rep(priya.id)
    window.open_timeline(call_id, "listens-it-out")
    press(qtbot, _screen(window), "header.action")
    assert _place(window) == "screen.page"
    places: list[str] = []
    for _ in range(3):
        window.open_place("list")
        places.append(_place(window))
    assert places == ["screen.call", "screen.rep", "screen.calls"]


def test_alt_left_leads_where_the_button_on_the_screen_does(
    qtbot: QtBot, session: Session, clock: FakeClock, priya: Rep, window: MainWindow
) -> None:
    call_id = _add(session, priya)
    _bring_to(session, call_id, clock, Phase.CLOSED)
    press(qtbot, window, "nav.reps")
    window.open_rep(priya.id)
    window.open_timeline(call_id)
    press(qtbot, _screen(window), "header.action")
    places: list[str] = []
    for _ in range(4):
        qtbot.keyClick(window, Qt.Key.Key_Left, ALT)
        places.append(_place(window))
    assert places == ["screen.call", "screen.rep", "screen.reps", "screen.home"]


def test_going_elsewhere_forgets_the_way_back(
    qtbot: QtBot, session: Session, priya: Rep, window: MainWindow
) -> None:
    window.open_rep(priya.id)
    window.open_timeline(_add(session, priya))
    press(qtbot, window, "nav.reps")
    window.open_place("list")
    assert _place(window) == "screen.reps"


def test_coming_back_to_a_rep_one_is_where_one_was(
    qtbot: QtBot, session: Session, window: MainWindow
) -> None:
    session.save_rep(PRIYA)
    session.ask(lambda store: keep(store, [Ride(), Ride()]))
    window.open_rep(PRIYA.id)
    rep = _screen(window)
    cards = rep.findChildren(FigureCard)
    card = next(card for card in cards if card.figure.title == "Who chose the calls")
    press(qtbot, card, "figure.how")
    link = next(link for link in card.findChildren(QuietLink) if link.objectName() != "figure.how")
    settle()
    page = rep.findChild(ScrollPage)
    assert page
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    scrolled = page.verticalScrollBar().value()
    assert scrolled > 0
    qtbot.mouseClick(link, LEFT)
    assert _place(window) == "screen.call"
    press(qtbot, _screen(window), "back")
    assert _screen(window) is rep
    assert link.hasFocus()
    assert page.verticalScrollBar().value() == scrolled


def test_coming_back_to_the_calls_the_same_one_is_chosen(
    qtbot: QtBot, session: Session, priya: Rep, clock: FakeClock, window: MainWindow
) -> None:
    for _ in range(3):
        _bring_to(session, _add(session, priya), clock, Phase.ENDED)
    press(qtbot, window, "nav.calls")
    table = find(window, CallList, "calls.table")
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert _place(window) == "screen.call"
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert _place(window) == "screen.calls"
    assert table.hasFocus()
    assert table.currentIndex().row() == 1


def test_the_way_back_ends_where_one_goes_elsewhere(
    session: Session, priya: Rep, clock: FakeClock, window: MainWindow
) -> None:
    call_id = _add(session, priya)
    _bring_to(session, call_id, clock, Phase.CLOSED)
    window.open_rep(priya.id)
    window.open_timeline(call_id)
    window.open_place("settings")
    window.open_page(call_id)
    window.open_place("list")
    assert _place(window) == "screen.home"


def test_what_is_erased_meanwhile_is_no_longer_on_the_page_of_the_rep(
    session: Session, window: MainWindow
) -> None:
    session.save_rep(PRIYA)
    session.ask(lambda store: keep(store, [Ride(), Ride()]))
    window.open_rep(PRIYA.id)
    assert "2 joint calls" in everything_said_by(_screen(window))
    call_id = session.calls_with(PRIYA.id)[0].call_id
    receipt = Receipt(id=an_id(), at=NINE)
    session.ask(lambda store: store.erasing.erase(Erasure.of_calls([call_id]), receipt))
    session.forget_erased()
    assert "2 joint calls" not in everything_said_by(_screen(window))


def test_a_call_that_is_gone_is_not_gone_back_to(session: Session, priya: Rep, window: MainWindow) -> None:
    call_id = _add(session, priya)
    window.open_rep(priya.id)
    window.open_timeline(call_id)
    window.open_page(call_id)
    receipt = Receipt(id=an_id(), at=NINE)
    session.ask(lambda store: store.erasing.erase(Erasure.of_calls([call_id]), receipt))
    window.open_place("list")
    assert _place(window) == "screen.rep"


def test_one_of_the_pages_of_a_call_is_opened_from_its_timeline(
    qtbot: QtBot, session: Session, clock: FakeClock, window: MainWindow
) -> None:
    window.open_timeline(a_handed_over_call(session, clock))
    press(qtbot, _screen(window), "call.page.1")
    assert _place(window) == "screen.page"


def test_a_rep_opens_over_time_and_the_form_leads_there_and_back(
    qtbot: QtBot, session: Session, priya: Rep, window: MainWindow
) -> None:
    window.open_rep(priya.id)
    assert _place(window) == "screen.rep"
    for way_back in ("rep.save", "rep.back"):
        press(qtbot, window, "over.edit")
        assert _place(window) == "screen.editrep"
        press(qtbot, window, way_back)
        assert _place(window) == "screen.rep"


def test_a_commitment_of_a_rep_is_saved_for_the_calendar(
    qtbot: QtBot, session: Session, window: MainWindow, tmp_path: Path
) -> None:
    session.ask(lambda store: keep(store, [Ride(agreed="Ask first")]))
    window.open_rep(PRIYA.id)
    (row,) = find(window, CommitmentList, "over.commitments").rows()
    qtbot.mouseClick(row.remind, Qt.MouseButton.LeftButton)
    dialog = find(window, SaveDialog, "page.save_dialog")
    dialog.fileSelected.emit(str(tmp_path / "mine.ics"))
    dialog.close()
    qtbot.waitUntil(lambda: "mine.ics" in _said(window))
    assert b"Ask first" in (tmp_path / "mine.ics").read_bytes()


# After a crash


def test_a_call_that_was_running_is_gone_on_with_and_the_time_away_is_a_gap(
    qtbot: QtBot, session: Session, clock: FakeClock, priya: Rep
) -> None:
    call_id = _add(session, priya)
    session.book(call_id).start()
    clock.advance(minutes=3)
    marks = [session.book(call_id).mark("stays-calm", seen=True).id for _ in range(30)]
    session.close()  # the same as a crash for the log: it knows of no end
    clock.advance(minutes=2)
    second = Session(session.folder, clock)
    with qtbot.waitSignal(second.opened):
        second.start()
    window = _shown(qtbot, second)
    assert "interrupted" in everything_said_by(window)
    press(qtbot, window, f"home.call.{call_id}")
    assert _place(window) == "screen.observe"
    state = second.state(call_id)
    assert set(marks) <= set(state.standing)
    assert [gap for _, gap in state.of(Gap)] == [Gap(length_ms=120_000, reason=GapReason.APP_CLOSED)]
    window.open_place("home")
    window.open_call(call_id)
    assert len(list(state.of(Gap))) == 1, "coming back is no second gap"
    window.close()
    second.close()


# Without a device


def _add_without_device(session: Session, rep: Rep) -> UUID:
    return session.add_call(rep.id, a_tee_up(way=Way.NO_DEVICE, rubric_id=default_rubric().id))


def test_the_way_of_sitting_in_decides_where_a_running_call_goes_on_and_may_change(
    qtbot: QtBot, session: Session, priya: Rep, window: MainWindow
) -> None:
    call_id = _add_without_device(session, priya)
    window.open_call(call_id)
    press(qtbot, window, "teeup.sitin")
    assert _place(window) == "screen.away"
    assert window.windowTitle() == "Notes"
    press(qtbot, window, "away.open")
    assert _place(window) == "screen.observe"
    session.book(call_id).sit(Way.NO_DEVICE)
    window.open_call(call_id)
    assert _place(window) == "screen.away"


def test_no_time_is_lost_where_nothing_was_meant_to_be_logged(
    qtbot: QtBot, session: Session, clock: FakeClock, priya: Rep
) -> None:
    call_id = _add_without_device(session, priya)
    session.book(call_id).start()
    session.close()  # the computer is closed during the call
    clock.advance(minutes=50)
    second = Session(session.folder, clock)
    with qtbot.waitSignal(second.opened):
        second.start()
    window = _shown(qtbot, second)
    window.open_call(call_id)
    assert _place(window) == "screen.away"
    assert list(second.state(call_id).of(Gap)) == []
    window.close()
    second.close()


def test_writing_down_is_reached_from_home_from_away_and_again_from_my_view(
    qtbot: QtBot, session: Session, clock: FakeClock, priya: Rep, window: MainWindow
) -> None:
    call_id = _add_without_device(session, priya)
    session.book(call_id).start()
    clock.advance(minutes=50)
    window.open_call(call_id)
    press(qtbot, window, "away.write")
    assert _place(window) == "screen.writedown"
    press(qtbot, window, "writedown.reopen")
    assert _place(window) == "screen.away"
    window.open_place("home")
    press(qtbot, window, f"home.call.{call_id}")
    assert _place(window) == "screen.writedown"
    press(qtbot, window, "choice.0")
    press(qtbot, window, "writedown.done")
    assert _place(window) == "screen.myview"
    press(qtbot, window, "myview.writedown")
    assert _place(window) == "screen.writedown"


def test_a_call_that_was_never_begun_is_written_down_from_its_tee_up(
    qtbot: QtBot, session: Session, priya: Rep, window: MainWindow
) -> None:
    call_id = _add_without_device(session, priya)
    window.open_call(call_id)
    press(qtbot, window, "teeup.over")
    assert _place(window) == "screen.writedown"
    press(qtbot, window, "writedown.reopen")
    assert _place(window) == "screen.teeup"
    assert session.state(call_id).phase == Phase.PLANNED, "pressing it by accident costs nothing"


def test_what_was_agreed_is_seen_as_a_call_sheet_and_nothing_typed_is_lost(
    qtbot: QtBot, session: Session, priya: Rep, window: MainWindow
) -> None:
    call_id = session.new_call(priya.id)
    window.open_call(call_id)
    qtbot.keyClicks(find(window, LineEdit, "teeup.customer"), "Elm Street Clinic")
    qtbot.keyClicks(find(window, LineEdit, "teeup.purpose"), "Agree the scope")
    press(qtbot, window, "teeup.callsheet")
    assert _place(window) == "screen.callsheet"
    view = find(window, PageView, "callsheet.view")
    qtbot.waitUntil(lambda: view.has_picture)
    assert "Call with Elm Street Clinic" in view.accessibleDescription()
    assert "Agree the scope" in view.accessibleDescription()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert _place(window) == "screen.teeup"
    assert find(window, LineEdit, "teeup.customer").text() == "Elm Street Clinic"
    assert find(window, LineEdit, "teeup.purpose").text() == "Agree the scope"
    qtbot.keyClicks(find(window, LineEdit, "teeup.purpose"), " of the pilot")
    press(qtbot, window, "teeup.callsheet")
    qtbot.waitUntil(lambda: "Agree the scope of the pilot" in view.accessibleDescription())
    assert session.state(call_id).phase == Phase.PLANNED


# Live


@pytest.fixture
def live(session: Session, priya: Rep, window: MainWindow) -> MainWindow:
    call_id = _add(session, priya)
    session.book(call_id).start()
    window.open_call(call_id)
    return window


def test_the_keys_of_the_window_are_off_during_a_call(qtbot: QtBot, live: MainWindow) -> None:
    for key, modifiers in ((Qt.Key.Key_N, CTRL), (Qt.Key.Key_Left, ALT), (Qt.Key.Key_Q, CTRL)):
        qtbot.keyClick(live.focusWidget() or live, key, modifiers)
        assert _place(live) == "screen.observe"
        assert live.isVisible()


def test_the_neutral_face_is_neutral_up_to_the_title_of_the_window(live: MainWindow) -> None:
    visible = [part for part in live.findChildren(QWidget) if part.isVisible()]
    said = "\n".join([live.windowTitle(), *(part.accessibleName() for part in visible)]).casefold()
    assert [name for name in ("priya", "nair", "northgate", "dana", "second chair") if name in said] == []
    assert live.windowTitle() == "Notes"
    assert not find(live, NavBar, "").isVisible()


def test_no_message_comes_up_during_a_call_and_trouble_is_said_after_it(
    qtbot: QtBot, session: Session, live: MainWindow
) -> None:
    before = live.current().size()  # pyright: ignore[reportOptionalMemberAccess]  a screen is shown
    session.trouble_changed.emit(FULL)
    live.show_problem(FULL)
    live.show_bug(ValueError("Priya"))
    settle()
    assert _said(live) == ""
    assert live.current().size() == before  # pyright: ignore[reportOptionalMemberAccess]
    live.open_place("home")
    assert _said(live) == "The disk is full. Make some room."
    session.trouble_changed.emit(None)
    assert "went wrong" in _said(live)


def test_ending_leads_to_my_view_and_the_call_that_is_not_over_back(
    qtbot: QtBot, session: Session, live: MainWindow
) -> None:
    (running,) = session.calls_in(Phase.RUNNING)
    qtbot.mousePress(find(live, PaintedButton, "observe.end"), Qt.MouseButton.LeftButton)
    assert _place(live) == "screen.myview"
    assert live.windowTitle() != "Notes"
    press(qtbot, live, "myview.reopen")
    assert _place(live) == "screen.observe"
    assert session.state(running.call_id).phase == Phase.RUNNING


# Trouble


def test_a_bug_offers_its_details(qtbot: QtBot, window: MainWindow) -> None:
    try:
        raise ValueError("the tally went below zero")
    except ValueError as error:
        window.show_bug(error)
    assert "What you saved is safe" in _said(window)
    press(qtbot, window, "message.action")
    copied = QApplication.clipboard().text()
    assert "the tally went below zero" in copied
    assert "test_main_window.py" in copied


def test_a_bug_during_a_call_offers_its_details_when_the_call_is_over(
    qtbot: QtBot, session: Session, priya: Rep, window: MainWindow
) -> None:
    call_id = _add(session, priya)
    session.book(call_id).start()
    window.open_call(call_id)
    window.show_bug(ValueError("the tally went below zero"))
    assert _said(window) == ""
    session.book(call_id).end()
    window.open_call(call_id)
    assert "went wrong" in _said(window)
    press(qtbot, window, "message.action")
    assert "the tally went below zero" in QApplication.clipboard().text()


def test_data_that_cannot_be_opened_says_why_and_try_again_works_once_the_cause_is_gone(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    damaged = tmp_path / paths.DATABASE
    damaged.write_bytes(b"This is no database. " * 200)
    session = Session(tmp_path)
    window = MainWindow(session, WindowState(tmp_path))
    show(qtbot, window)
    with qtbot.waitSignal(session.refused):
        session.start()
    said = everything_said_by(window)
    assert "damaged" in said
    assert str(damaged) in said
    assert damaged.read_bytes().startswith(b"This is no database."), "it was left as it is"
    with qtbot.waitSignal(session.refused):
        press(qtbot, find(window, EmptyState, "home.refusal"), "empty.action")
    damaged.unlink()
    with qtbot.waitSignal(session.opened):
        press(qtbot, find(window, EmptyState, "home.refusal"), "empty.action")
    assert _place(window) == "screen.welcome"
    session.close()


def test_nowhere_to_go_before_the_data_is_open(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    window = MainWindow(Session(tmp_path), WindowState(tmp_path))
    show(qtbot, window)
    for place in ("reps", "calls", "settings"):
        press(qtbot, window, f"nav.{place}")
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    assert _place(window) == "screen.home"


def test_closing_with_entries_the_disk_refuses_is_held_up_once(
    qtbot: QtBot, session: Session, live: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_store: Store, _entries: object) -> None:
        raise FULL

    live.open_place("home")
    qtbot.waitUntil(lambda: not session.pending)
    monkeypatch.setattr(scoring.keeper, "RETRY_SECONDS", 0.01)
    with monkeypatch.context() as disk:
        disk.setattr(Store, "append", refuse)
        (running,) = session.calls_in(Phase.RUNNING)
        with qtbot.waitSignal(session.trouble_changed):
            session.book(running.call_id).moment()
        assert not live.close()
        assert live.isVisible()
        assert "Close once more" in _said(live)
    qtbot.waitUntil(lambda: not session.pending)
    assert live.close(), "now all is saved"


def test_closing_during_a_call_is_held_up_with_words_that_name_nobody(
    session: Session, live: MainWindow
) -> None:
    session.trouble = FULL
    session.pending.add(UUID(int=1))
    assert not live.close()
    assert "Close once more" in _said(live)
    assert "Second Chair" not in _said(live)
    (sitting,) = live.findChildren(Sitting)
    assert any(timer.isActive() for timer in sitting.findChildren(QTimer)), "and the clock goes on"
    assert live.close()
    session.pending.clear()


def test_what_a_screen_cannot_keep_holds_one_up_once_and_traps_nobody(
    qtbot: QtBot, session: Session, priya: Rep, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise FULL

    monkeypatch.setattr(Reps, "save", refuse)
    window.open_subject("editrep", priya.id)
    qtbot.keyClicks(find(window, LineEdit, "rep.team"), "West")
    with pytest.raises(KnownError, match=r"Make some room\. Go once more"):
        window.open_place("home")
    assert _place(window) == "screen.editrep"
    assert "West" in find(window, LineEdit, "rep.team").text()
    window.open_place("home")
    assert _place(window) == "screen.home"


def test_so_does_closing(
    qtbot: QtBot, session: Session, priya: Rep, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise FULL

    window.open_subject("editrep", priya.id)
    qtbot.keyClicks(find(window, LineEdit, "rep.team"), "West")
    with monkeypatch.context() as disk:
        disk.setattr(Reps, "save", refuse)
        assert not window.close()
        assert "Go once more" in _said(window)
    assert window.close(), "there is room again"
    assert "West" in session.rep(priya.id).team


def test_closing_with_words_the_disk_refuses_is_held_up_once(
    qtbot: QtBot, session: Session, priya: Rep, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise FULL

    call_id = session.new_call(priya.id)
    with monkeypatch.context() as disk:
        disk.setattr(Drafts, "put", refuse)
        with qtbot.waitSignal(session.trouble_changed):
            session.keep_draft(call_id, a_view())
        assert not window.close()
        assert "Close once more" in _said(window)
    with qtbot.waitSignal(session.trouble_changed):
        session.keep_draft(call_id, a_view())
    assert not session.is_held_up
    session.trouble_changed.emit(FULL)
    session.trouble = FULL
    session.pending.add(UUID(int=1))
    assert not window.close(), "new trouble is told anew"
    session.trouble = None
    session.pending.clear()


def test_who_closes_once_more_is_let_go(
    qtbot: QtBot, session: Session, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.trouble = FULL
    session.pending.add(UUID(int=1))
    assert not window.close()
    assert window.close()
    session.trouble = None


# Memory


def test_the_screens_die_with_their_window(
    qtbot: QtBot, session: Session, clock: FakeClock, priya: Rep
) -> None:
    window = MainWindow(session, WindowState(session.folder))
    window.show()
    call_id = _add(session, priya)
    for phase in (Phase.PLANNED, Phase.RUNNING, Phase.ENDED, Phase.VIEWED, Phase.DEBRIEFED):
        _bring_to(session, call_id, clock, phase)
        window.open_call(call_id)
    window.open_subject("callsheet", call_id)
    window.open_rep(priya.id)
    for place in ("home", "reps", "newrep", "newcall", "calls", "settings", "welcome"):
        window.open_place(place)
    watched = [weakref.ref(part) for part in (window, *window.findChildren(Screen))]
    assert len(watched) == 15
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    del window
    gc.collect()
    assert [ref() for ref in watched if ref() is not None] == []


# Looks


@every_look
@pytest.mark.parametrize("place", ["home", "reps", "newrep", "newcall", "settings", "welcome"])
def test_everything_can_be_read(
    qapp: QApplication,
    qtbot: QtBot,
    session: Session,
    clock: FakeClock,
    priya: Rep,
    place: str,
    look: Look,
) -> None:
    retired = a_rep("Wolfeschlegelsteinhausenbergerdorff Hubert", team="Außendienst Nordwest")
    session.save_rep(retired)
    session.set_retired(retired.id, retired=True)
    for phase in (Phase.PLANNED, Phase.RUNNING, Phase.ENDED, Phase.VIEWED, Phase.DEBRIEFED):
        _bring_to(session, _add(session, priya), clock, phase)
    with worn(qapp, look):
        window = _shown(qtbot, session)
        window.open_place(place)
        assert_all_can_be_read(window)


@every_look
@pytest.mark.parametrize("place", ["home", "reps", "newcall"])
def test_everything_can_be_read_where_there_is_nothing_yet(
    qapp: QApplication, qtbot: QtBot, session: Session, place: str, look: Look
) -> None:
    with worn(qapp, look):
        window = _shown(qtbot, session)
        window.open_place(place)
        window.messages.offer_undo(
            "Wolfeschlegelsteinhausenbergerdorff Hubert is retired. All calls stay.", list
        )
        assert_all_can_be_read(window)


def test_the_manager_is_greeted_only_until_there_is_a_name(
    qtbot: QtBot, session: Session, window: MainWindow
) -> None:
    session.save_manager(Manager())
    window.open_first()
    assert _place(window) == "screen.welcome"
    qtbot.keyClicks(find(window, LineEdit, "welcome.name"), "Dana")
    qtbot.keyClick(find(window, LineEdit, "welcome.name"), Qt.Key.Key_Return)
    assert _place(window) == "screen.home"
    window.open_first()
    assert _place(window) == "screen.home"


def test_not_even_the_caret_moves_during_a_call(qtbot: QtBot, session: Session, live: MainWindow) -> None:
    hold_caret(still=False)
    QApplication.setCursorFlashTime(1_000)
    (running,) = session.calls_in(Phase.RUNNING)
    live.open_call(running.call_id)
    assert QApplication.cursorFlashTime() == 0
    qtbot.mousePress(find(live, PaintedButton, "observe.end"), Qt.MouseButton.LeftButton)
    assert QApplication.cursorFlashTime() == 1_000


# Ways of sitting in


def _strip() -> Strip:
    """The strip, which is a window of its own."""
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, Strip) and w.isVisible())


def _narrow(session: Session, rep: Rep) -> UUID:
    call_id = session.add_call(rep.id, a_tee_up(way=Way.DISCREET, rubric_id=default_rubric().id))
    session.book(call_id).start()
    return call_id


def test_the_strip_takes_the_place_of_the_window_and_the_window_that_of_the_strip(
    qtbot: QtBot, session: Session, priya: Rep, window: MainWindow
) -> None:
    call_id = _narrow(session, priya)
    window.open_call(call_id)
    strip = _strip()
    assert window.window().isMinimized()
    press_live(qtbot, strip, "strip.skill.stays-calm.seen")
    press_live(qtbot, strip, "strip.laptop")
    assert not strip.isVisible()
    assert not window.window().isMinimized()
    assert _place(window) == "screen.observe"
    assert session.state(call_id).tally("stays-calm", seen=True) == 1
    assert session.state(call_id).way == Way.OPEN_LAPTOP


def test_words_begun_on_the_strip_are_stored_once(
    qtbot: QtBot, session: Session, priya: Rep, window: MainWindow
) -> None:
    call_id = _narrow(session, priya)
    window.open_call(call_id)
    strip = _strip()
    press_live(qtbot, strip, "strip.words")
    field = next(w for w in QApplication.allWidgets() if w.objectName() == "strip.field" and w.isVisible())
    qtbot.keyClicks(field, "It is")
    press_live(qtbot, strip, "strip.laptop")
    press_live(qtbot, window, "observe.end")
    assert [words.text for _, words in session.state(call_id).of(WordsHeard)] == ["It is"]


def test_words_begun_on_the_strip_before_a_crash_are_stored_once(
    qtbot: QtBot, session: Session, clock: FakeClock, priya: Rep
) -> None:
    call_id = _narrow(session, priya)
    session.keep_draft(call_id, BegunWords(text="It is"))
    session.close()  # the same as a crash for the log: it knows of no end
    second = Session(session.folder, clock)
    with qtbot.waitSignal(second.opened):
        second.start()
    window = _shown(qtbot, second)
    window.open_call(call_id)
    strip = _strip()
    press_live(qtbot, strip, "strip.words")
    field = next(w for w in QApplication.allWidgets() if w.objectName() == "strip.field" and w.isVisible())
    qtbot.keyClicks(field, " steep")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    press_live(qtbot, strip, "strip.end")
    assert [words.text for _, words in second.state(call_id).of(WordsHeard)] == ["It is steep"]
    window.close()
    second.close()


def test_a_narrow_call_that_is_over_goes_on_in_the_window(
    qtbot: QtBot, session: Session, priya: Rep, window: MainWindow
) -> None:
    window.open_call(_narrow(session, priya))
    strip = _strip()
    press_live(qtbot, strip, "strip.end")
    assert not strip.isVisible()
    assert _place(window) == "screen.myview"
    assert not window.window().isMinimized()


def test_the_wide_screen_leads_to_the_strip(qtbot: QtBot, session: Session, live: MainWindow) -> None:
    press_live(qtbot, live, "observe.log")
    press_live(qtbot, live, f"log.way.{Way.DISCREET}")
    strip = _strip()
    (running,) = session.calls_in(Phase.RUNNING)
    assert session.state(running.call_id).way == Way.DISCREET
    strip.close()
    assert session.state(running.call_id).way == Way.OPEN_LAPTOP, "closed by the system it makes room again"


def test_the_strip_goes_with_the_window(
    qtbot: QtBot, session: Session, priya: Rep, window: MainWindow
) -> None:
    call_id = _narrow(session, priya)
    window.open_call(call_id)
    strip = _strip()
    window.close()
    assert not strip.isVisible()
    assert session.state(call_id).way == Way.DISCREET, "and is there again when the call goes on"


def test_what_holds_closing_up_can_be_read_while_the_strip_is_out(
    session: Session, priya: Rep, window: MainWindow
) -> None:
    window.open_call(_narrow(session, priya))
    session.trouble = FULL
    session.pending.add(UUID(int=1))
    assert not window.close()
    assert not window.window().isMinimized()
    assert "Close once more" in _said(window)
    assert _strip().isVisible()
    assert window.close()
    session.pending.clear()


def press_live(qtbot: QtBot, root: QWidget, name: str) -> None:
    """Press a button of a live screen."""
    qtbot.mousePress(find(root, PaintedButton, name), Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(find(root, PaintedButton, name), Qt.MouseButton.LeftButton)


def test_from_a_page_that_was_handed_over_one_records_the_signature_and_comes_back_to_it(
    qtbot: QtBot, session: Session, clock: FakeClock, window: MainWindow
) -> None:
    call_id = a_handed_over_call(session, clock)
    window.open_call(call_id)
    press(qtbot, window, "page.acknowledge")
    assert _place(window) == "screen.acknowledge"
    press(qtbot, window, "choice.signed")
    press(qtbot, window, "acknowledge.add")
    assert _place(window) == "screen.page"
    assert session.state(call_id).acknowledgement
    press(qtbot, window, "page.acknowledge")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert _place(window) == "screen.page"


@pytest.mark.parametrize("place", ["home", "reps", "calls"])
def test_from_a_page_one_goes_back_to_the_list_one_came_from(
    qtbot: QtBot, window: MainWindow, session: Session, priya: Rep, clock: FakeClock, place: str
) -> None:
    call_id = _add(session, priya)
    _bring_to(session, call_id, clock, Phase.CLOSED)
    window.open_place(place)
    window.open_call(call_id)
    press(qtbot, window, "back")
    assert _place(window) == f"screen.{place}"


# Pages from elsewhere


def _dragged(path: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def _drop(window: MainWindow, data: QMimeData) -> bool:
    """:returns: whether the window took it."""
    copy = Qt.DropAction.CopyAction
    entering = QDragEnterEvent(QPoint(40, 40), copy, data, LEFT, NO_KEY)
    entering.ignore()
    QApplication.sendEvent(window, entering)
    if entering.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(40, 40), copy, data, LEFT, NO_KEY))
    return entering.isAccepted()


def test_a_page_dropped_on_the_window_is_brought_in_and_listed(
    qtbot: QtBot, window: MainWindow, session: Session, tmp_path: Path
) -> None:
    page = tmp_path / "page.pdf"
    page.write_bytes(draw_call(source_of(tmp_path / "there", a_debriefed_call()), "a4").pdf)
    window.open_place("calls")
    assert _drop(window, _dragged(page))
    qtbot.waitUntil(lambda: "is here now" in window.messages.bar.message())
    assert "1 call" in everything_said_by(window)
    press(qtbot, window, "message.action")
    assert _place(window) == "screen.page"


def test_a_rubric_dropped_anywhere_lands_where_the_rubrics_are(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    file = tmp_path / "theirs.json"
    write_rubric(replace(default_rubric(), id="theirs", name="Theirs"), file)
    window.open_place("calls")
    assert _drop(window, _dragged(file))
    qtbot.waitUntil(lambda: _place(window) == "screen.rubrics")
    screen = window.current()
    assert screen is not None
    qtbot.waitUntil(lambda: "is new here" in find(screen, MessageBar, "rubrics.note").message())


def test_a_call_that_was_begun_meanwhile_comes_before_what_was_dropped(
    qtbot: QtBot, window: MainWindow, session: Session, priya: Rep, tmp_path: Path
) -> None:
    file = tmp_path / "theirs.json"
    write_rubric(replace(default_rubric(), id="theirs", name="Theirs"), file)
    call_id = _add(session, priya)
    window.open_place("calls")
    assert _drop(window, _dragged(file))
    dropped = window.findChild(DroppedFiles)
    assert dropped is not None
    with qtbot.waitSignal(dropped.rubrics_found):
        session.book(call_id).start()
        window.open_call(call_id)
    assert _place(window) == "screen.observe"
    assert not session.ask(lambda store: store.rubrics.versions("theirs"))


def test_a_rubric_leads_to_the_calls_that_use_it_and_to_where_it_is_written_and_back(
    qtbot: QtBot, window: MainWindow, session: Session, priya: Rep
) -> None:
    ours = session.ask(lambda store: store.put_in_use(copy_of(default_rubric(), "Ours")))
    session.add_call(priya.id, a_tee_up(customer="With ours", rubric_id=ours.id, rubric_version=1))
    session.add_call(priya.id, a_tee_up(customer="With another"))
    session.forms["rubrics"] = ours.id
    window.open_place("rubrics")
    press(qtbot, window, "rubric.edit")
    assert _place(window) == "screen.editrubric"
    qtbot.keyClick(window, Qt.Key.Key_Left, ALT)
    assert _place(window) == "screen.rubrics"
    assert find(window, PaintedButton, "rubric.edit").isVisible(), "the rubric that was chosen is shown"
    press(qtbot, window, "rubric.calls")
    assert _place(window) == "screen.calls"
    assert find(window, CallList, "calls.table").model().rowCount() == 1


def test_a_page_dropped_on_a_field_is_brought_in_too_and_its_path_typed_nowhere(
    qtbot: QtBot, window: MainWindow, session: Session, priya: Rep, tmp_path: Path
) -> None:
    _add(session, priya)
    window.open_place("calls")
    field = find(window, LineEdit, "calls.filter")
    data = _dragged(tmp_path / "page.pdf")
    data.setText(str(tmp_path / "page.pdf"))
    entering = QDragEnterEvent(QPoint(4, 4), Qt.DropAction.CopyAction, data, LEFT, NO_KEY)
    field.dragEnterEvent(entering)  # without the window behind it, which takes what a field leaves
    assert not entering.isAccepted(), "so that the window is asked"


def test_nothing_is_brought_into_what_is_only_tried_out(window: MainWindow, tmp_path: Path) -> None:
    window.keep_pages_out()
    window.open_place("calls")
    assert not window.acceptDrops()
    assert not find(window, PaintedButton, "calls.import").isVisible()


def test_nothing_can_be_dropped_where_a_customer_looks_on(
    window: MainWindow, session: Session, priya: Rep, clock: FakeClock, tmp_path: Path
) -> None:
    call_id = _add(session, priya)
    session.book(call_id).start()
    window.open_call(call_id)
    assert not _drop(window, _dragged(tmp_path / "page.pdf"))


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_a_link_among_the_calls_asks_which_pages_to_bring_in(qtbot: QtBot, window: MainWindow) -> None:
    window.open_place("calls")
    press(qtbot, window, "calls.import")
    dialog = find(window, ImportDialog, "import.dialog")
    assert dialog.isVisible()
    dialog.close()


def test_the_side_bar_says_what_waits_for_an_archive_that_is_away(
    qtbot: QtBot, window: MainWindow, session: Session, clock: FakeClock, tmp_path: Path
) -> None:
    session.save_archive_folder(tmp_path / "away")
    a_handed_over_call(session, clock)
    entry = find(window, PaintedButton, "nav.archive")
    qtbot.waitUntil(lambda: entry.text() == "Archive, 1 waiting")
    anew = MainWindow(session, WindowState(session.folder))
    qtbot.addWidget(anew)
    assert find(anew, PaintedButton, "nav.archive").text() == "Archive, 1 waiting"
    Archiving.of(session).use_none()
    assert entry.text() == "Archive"


def test_a_folder_that_cannot_be_used_makes_nothing_wait(
    qtbot: QtBot, window: MainWindow, session: Session, tmp_path: Path
) -> None:
    archiving = Archiving.of(session)
    archiving.use_folder(tmp_path / "gone")
    qtbot.waitUntil(lambda: archiving.state.trouble is not None)
    assert find(window, PaintedButton, "nav.archive").text() == "Archive"


def test_a_rubric_is_seen_on_paper_and_the_way_back_leads_to_the_list(
    qtbot: QtBot, window: MainWindow
) -> None:
    rubric = default_rubric()
    window.open_place("reps")
    window.open_rubric_paper(rubric.id, rubric.version)
    assert _place(window) == "screen.rubricpaper"
    view = find(window, PageView, "rubricpaper.view")
    qtbot.waitUntil(lambda: rubric.name in view.accessibleDescription())
    press(qtbot, window, "back")
    assert _place(window) == "screen.reps"
