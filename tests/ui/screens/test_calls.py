from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from scoring.debrief import Debrief
from scoring.facts import facts_of
from scoring.finding import CallQuery, Period
from scoring.people import Rep
from scoring.state import Phase
from scoring.store import Store
from scoring.store.facts_table import Facts
from tests.builders import FakeClock, Log, a_call, a_rep, a_self_view, a_tee_up, a_view
from tests.drawings import find_clipped
from tests.ui.finding import find, press, texts
from ui.models.call_table import CHUNK
from ui.screens.calls import CallsScreen
from ui.screens.calls_filter import Sought
from ui.session import Session
from ui.theme import apply_theme
from ui.widgets.call_list import CallList
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.menu_button import MenuButton

# The offscreen platform says so of every menu that pops up.
pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)

Shown = Callable[[], CallsScreen]


@pytest.fixture
def priya(session: Session) -> Rep:
    rep = a_rep("Priya Nair")
    session.save_rep(rep)
    return rep


@pytest.fixture
def shown(qtbot: QtBot, session: Session) -> Shown:
    def show() -> CallsScreen:
        screen = CallsScreen(session)
        qtbot.addWidget(screen)
        screen.resize(994, 720)
        with qtbot.waitActive(screen):
            screen.show()
            screen.activateWindow()
        screen.show_now()
        return screen

    return show


def _add(session: Session, rep: Rep, customer: str = "Northgate Dental", *, hours: int = 5) -> UUID:
    planned_at = session.clock.now() + timedelta(hours=hours)
    return session.add_call(rep.id, a_tee_up(customer=customer, planned_at=planned_at))


def _bring_to(session: Session, call_id: UUID, clock: FakeClock, phase: Phase) -> None:
    book = session.book(call_id)
    steps: dict[Phase, Callable[[], object]] = {
        Phase.RUNNING: book.start,
        Phase.ENDED: book.end,
        Phase.VIEWED: lambda: book.finish_view(a_view()),
        Phase.DEBRIEFED: lambda: (book.hear_rep(a_self_view()), book.agree(Debrief(can_say=False))),
        Phase.CLOSED: lambda: book.agree(Debrief(can_say=True)),
    }
    for reached, step in steps.items():
        if book.state.phase != phase:
            clock.advance(minutes=10)
            step()
            assert book.state.phase == reached


def _table(screen: CallsScreen) -> CallList:
    return find(screen, CallList, "calls.table")


def _cells(screen: CallsScreen, column: int) -> list[str]:
    model = _table(screen).model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def _customers(screen: CallsScreen) -> list[str]:
    return _cells(screen, 2)


def _states(screen: CallsScreen) -> list[str]:
    return _cells(screen, 4)


def _cell(screen: CallsScreen, row: int, column: int) -> QPoint:
    table = _table(screen)
    rect: QRect = table.visualRect(table.model().index(row, column))
    return rect.center()


def _choose(screen: CallsScreen, name: str) -> None:
    """Choose from the open menu."""
    menu = QApplication.activePopupWidget()
    assert menu is not None, "no menu is open"
    action = find(screen, QAction, f"calls.menu.{name}")
    assert action.isVisible()
    action.trigger()
    menu.close()


def _act(qtbot: QtBot, screen: CallsScreen, name: str) -> None:
    """Choose something to do with the first call, by mouse."""
    qtbot.mouseClick(_table(screen).viewport(), Qt.MouseButton.LeftButton, pos=_cell(screen, 0, 5))
    _choose(screen, name)


def test_all_calls_are_listed_latest_first(session: Session, priya: Rep, shown: Shown) -> None:
    for hours, customer in ((3, "Elm Street"), (9, "Northgate Dental"), (6, "Oakfield Vets")):
        _add(session, priya, customer, hours=hours)
    screen = shown()
    assert _customers(screen) == ["Northgate Dental", "Oakfield Vets", "Elm Street"]


@pytest.mark.parametrize("phase", [Phase.PLANNED, Phase.RUNNING])
def test_a_click_leads_to_where_a_call_goes_on(
    qtbot: QtBot, session: Session, clock: FakeClock, priya: Rep, shown: Shown, phase: Phase
) -> None:
    call_id = _add(session, priya)
    if phase is Phase.RUNNING:
        _bring_to(session, call_id, clock, phase)
    screen = shown()
    with qtbot.waitSignal(screen.call_requested) as requested:
        qtbot.mouseClick(_table(screen).viewport(), Qt.MouseButton.LeftButton, pos=_cell(screen, 0, 2))
    assert requested.args == [call_id]


@pytest.mark.parametrize("phase", [Phase.ENDED, Phase.VIEWED, Phase.DEBRIEFED, Phase.CLOSED])
def test_a_call_that_took_place_opens_at_what_happened_in_it(
    qtbot: QtBot, session: Session, clock: FakeClock, priya: Rep, shown: Shown, phase: Phase
) -> None:
    call_id = _add(session, priya)
    _bring_to(session, call_id, clock, phase)
    screen = shown()
    _table(screen).setFocus()
    with (
        qtbot.assertNotEmitted(screen.call_requested),
        qtbot.waitSignal(screen.timeline_requested) as requested,
    ):
        qtbot.keyClick(_table(screen), Qt.Key.Key_Return)
    assert requested.args == [call_id]


def test_the_menu_leads_to_where_an_ended_call_goes_on(
    qtbot: QtBot, session: Session, clock: FakeClock, priya: Rep, shown: Shown
) -> None:
    call_id = _add(session, priya)
    _bring_to(session, call_id, clock, Phase.ENDED)
    screen = shown()
    with qtbot.waitSignal(screen.call_requested) as requested:
        _act(qtbot, screen, "open")
    assert requested.args == [call_id]


def test_a_call_is_found_and_opened_by_keyboard_alone(
    qtbot: QtBot, session: Session, priya: Rep, shown: Shown
) -> None:
    wanted = _add(session, priya, "Elm Street")
    _add(session, priya, "Northgate Dental", hours=9)
    screen = shown()
    found = screen.focusWidget()
    assert isinstance(found, QLineEdit)
    qtbot.keyClicks(found, "elm")
    assert _customers(screen) == ["Elm Street"]
    qtbot.keyClick(found, Qt.Key.Key_Return)
    with qtbot.waitSignal(screen.call_requested) as requested:
        qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Return)
    assert requested.args == [wanted]


def test_a_call_is_found_by_what_was_said_in_it(
    qtbot: QtBot, session: Session, clock: FakeClock, priya: Rep, shown: Shown
) -> None:
    wanted = _add(session, priya, "Elm Street")
    _bring_to(session, wanted, clock, Phase.RUNNING)
    session.book(wanted).words("Who else has a say in the budget?")
    session.book(wanted).end()
    _add(session, priya, "Northgate Dental", hours=9)
    screen = shown()
    qtbot.keyClicks(screen.focusWidget(), "priya budg")
    assert _customers(screen) == ["Elm Street"]
    assert "1 of 2 calls" in texts(screen)


def test_what_is_looked_for_is_remembered_while_the_app_is_open(
    qtbot: QtBot, session: Session, priya: Rep, shown: Shown
) -> None:
    _add(session, priya, "Elm Street")
    _add(session, priya, "Northgate Dental", hours=9)
    qtbot.keyClicks(shown().focusWidget(), "elm")
    again = shown()
    assert find(again, QLineEdit, "calls.filter").text() == "elm"
    assert _customers(again) == ["Elm Street"]


def test_a_heading_puts_the_calls_in_another_order_and_once_more_the_other_way_round(
    qtbot: QtBot, session: Session, priya: Rep, shown: Shown
) -> None:
    for hours, customer in ((3, "Elm"), (9, "Ash"), (6, "Oak")):
        _add(session, priya, customer, hours=hours)
    screen = shown()
    header = _table(screen).headings
    place = QPoint(header.sectionViewportPosition(2) + 8, 8)
    listed: list[list[str]] = []
    for _ in range(2):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        listed.append(_customers(screen))
    assert listed == [["Ash", "Elm", "Oak"], ["Oak", "Elm", "Ash"]]


def test_what_is_chosen_stays_so_in_another_order_as_far_as_it_is_listed(
    qtbot: QtBot, session: Session, priya: Rep, shown: Shown
) -> None:
    for hours, customer in ((3, "Elm"), (9, "Ash"), (6, "Oak")):
        _add(session, priya, customer, hours=hours)
    screen = shown()
    table = _table(screen)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert "2 chosen" in texts(screen)
    table.order_chosen.emit(2)
    assert [_customers(screen)[row] for row in table.chosen_rows()] == ["Ash", "Oak"]
    _narrow(screen, "oak")
    assert (table.chosen_rows(), find(screen, QWidget, "calls.chosen.count").isVisible()) == ([], False)
    _narrow(screen, "")
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert "3 chosen" in texts(screen)
    press(qtbot, screen, "calls.chosen.none")
    assert (table.chosen_rows(), screen.focusWidget()) == ([], table)


def _narrow(screen: CallsScreen, words: str) -> None:
    field = find(screen, QLineEdit, "calls.filter")
    field.setText(words)
    field.textEdited.emit(words)


def test_filters_open_quietly_and_all_calls_come_back(
    qtbot: QtBot, session: Session, priya: Rep, shown: Shown
) -> None:
    bob = a_rep("Bob")
    session.save_rep(bob)
    _add(session, priya, "Elm Street")
    _add(session, bob, "Oak Street", hours=9)
    screen = shown()
    question = find(screen, MenuButton, "calls.filter.rep")
    assert not question.isVisible()
    press(qtbot, screen, "calls.filter.open")
    assert screen.focusWidget() is question
    (action,) = [one for one in question.menu.actions() if one.text() == "Priya Nair"]
    action.trigger()
    assert _customers(screen) == ["Elm Street"]
    press(qtbot, screen, "calls.filter.open")
    press(qtbot, screen, "calls.chip.all")
    assert _customers(screen) == ["Oak Street", "Elm Street"]


def test_a_call_that_changes_meanwhile_changes_its_row(
    session: Session, clock: FakeClock, priya: Rep, shown: Shown
) -> None:
    call_id = _add(session, priya)
    screen = shown()
    session.book(call_id).start()
    assert _states(screen) == ["Running"]


def test_a_call_with_somebody_new_that_comes_meanwhile_is_listed(
    session: Session, priya: Rep, shown: Shown
) -> None:
    _add(session, priya)
    screen = shown()
    somebody = a_rep("Somebody New")
    session.save_rep(somebody)
    _add(session, somebody, "Oak Street", hours=9)
    assert _cells(screen, 1) == ["Somebody New", "Priya Nair"]


def test_thousands_of_calls_are_read_a_few_at_a_time(
    session: Session, priya: Rep, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = [a_call(priya) for _ in range(400)]
    tee_up = Log(calls[0])
    tee_up.planned()
    base = facts_of(calls[0], tee_up.state)

    def fill(store: Store) -> None:
        with store.batch():
            for call in calls:
                store.calls.add(call)
                store.facts.put(replace(base, call_id=call.id), "")

    session.ask(fill)
    read: list[int] = []
    real = Facts.numbered

    def numbered(facts: Facts, numbers: Sequence[int]) -> object:
        read.append(len(numbers))
        return real(facts, numbers)

    monkeypatch.setattr(Facts, "numbered", numbered)
    screen = shown()
    assert _table(screen).model().rowCount() == 400
    assert sum(read) <= 2 * CHUNK


def test_only_open_or_only_done_calls(
    qtbot: QtBot, session: Session, clock: FakeClock, priya: Rep, shown: Shown
) -> None:
    _add(session, priya, "Open")
    _bring_to(session, _add(session, priya, "Closed"), clock, Phase.CLOSED)
    _bring_to(session, _add(session, priya, "Ended"), clock, Phase.ENDED)
    screen = shown()
    chips = {chip.value: chip for chip in find(screen, ChoiceRow, "calls.phases").chips()}
    listed: dict[str, list[str]] = {}
    for which in ("open", "debrief", "done", "all"):
        qtbot.mouseClick(chips[which], Qt.MouseButton.LeftButton)
        listed[which] = sorted(_customers(screen))
    assert listed == {
        "open": ["Ended", "Open"],
        "debrief": ["Ended"],
        "done": ["Closed"],
        "all": ["Closed", "Ended", "Open"],
    }


def test_nothing_found_leads_back_to_all_calls(
    qtbot: QtBot, session: Session, priya: Rep, shown: Shown
) -> None:
    _add(session, priya)
    screen = shown()
    qtbot.keyClicks(screen.focusWidget(), "nobody")
    assert not _table(screen).isVisible()
    press(qtbot, find(screen, QWidget, "calls.nothing_found"), "empty.action")
    assert _customers(screen) == ["Northgate Dental"]


def test_with_no_calls_the_way_leads_to_the_first_one(qtbot: QtBot, shown: Shown) -> None:
    screen = shown()
    with qtbot.waitSignal(screen.place_requested) as requested:
        qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Return)
    assert requested.args == ["newcall"]


@pytest.mark.parametrize(
    ("action", "phase", "state"),
    [
        ("cancel", Phase.CANCELLED, "Cancelled"),
        ("no_show", Phase.NO_SHOW, "Customer did not come"),
    ],
)
def test_a_planned_call_that_does_not_take_place(
    qtbot: QtBot, session: Session, priya: Rep, shown: Shown, action: str, phase: Phase, state: str
) -> None:
    call_id = _add(session, priya)
    screen = shown()
    with qtbot.waitSignal(screen.undo_offered) as offered:
        _act(qtbot, screen, action)
    assert (session.state(call_id).phase, _states(screen)) == (phase, [state])
    sentence, undo = offered.args or []
    assert "Northgate Dental with Priya" in sentence
    undo()
    assert (session.state(call_id).phase, _states(screen)) == (Phase.PLANNED, ["Planned"])


@pytest.mark.parametrize("phase", [Phase.ENDED, Phase.VIEWED, Phase.DEBRIEFED, Phase.CLOSED])
def test_a_call_that_ended_is_made_void_with_a_reason(
    qtbot: QtBot, session: Session, clock: FakeClock, priya: Rep, shown: Shown, phase: Phase
) -> None:
    call_id = _add(session, priya)
    _bring_to(session, call_id, clock, phase)
    screen = shown()
    _act(qtbot, screen, "void")
    reason = screen.focusWidget()
    qtbot.keyClicks(reason, "It was a demo")
    with qtbot.waitSignal(screen.undo_offered) as offered:
        qtbot.keyClick(reason, Qt.Key.Key_Return)
    assert (session.state(call_id).phase, session.state(call_id).reason) == (Phase.VOID, "It was a demo")
    assert _states(screen) == ["Void"]
    (offered.args or [])[1]()
    assert session.state(call_id).phase == phase


def test_a_void_needs_a_reason_and_can_be_left(
    qtbot: QtBot, session: Session, clock: FakeClock, priya: Rep, shown: Shown
) -> None:
    call_id = _add(session, priya)
    _bring_to(session, call_id, clock, Phase.ENDED)
    screen = shown()
    _act(qtbot, screen, "void")
    reason = screen.focusWidget()
    qtbot.keyClicks(reason, "  ")
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    assert reason.isVisible()
    qtbot.keyClick(reason, Qt.Key.Key_Escape)
    assert not reason.isVisible()
    assert session.state(call_id).phase == Phase.ENDED
    assert screen.focusWidget() is _table(screen)


def test_opening_a_cancelled_call_offers_to_bring_it_back(
    qtbot: QtBot, session: Session, priya: Rep, shown: Shown
) -> None:
    call_id = _add(session, priya)
    session.book(call_id).cancel()
    screen = shown()
    _table(screen).setFocus()
    qtbot.keyClick(_table(screen), Qt.Key.Key_Return)
    _choose(screen, "bring_back")
    assert (session.state(call_id).phase, _states(screen)) == (Phase.PLANNED, ["Planned"])


def test_the_page_of_a_debriefed_call_is_one_choice_away(
    qtbot: QtBot, session: Session, clock: FakeClock, priya: Rep, shown: Shown
) -> None:
    call_id = _add(session, priya)
    _bring_to(session, call_id, clock, Phase.DEBRIEFED)
    screen = shown()
    with qtbot.waitSignal(screen.page_requested) as requested:
        _act(qtbot, screen, "page")
    assert requested.args == [call_id]


@pytest.mark.parametrize("phase", [Phase.ENDED, Phase.VIEWED])
def test_nothing_of_a_sealed_view_is_in_the_list(
    session: Session, clock: FakeClock, priya: Rep, shown: Shown, phase: Phase
) -> None:
    call_id = _add(session, priya)
    session.keep_draft(call_id, a_view())
    _bring_to(session, call_id, clock, phase)
    screen = shown()
    said = texts(screen) + [text for column in range(6) for text in _cells(screen, column)]
    assert not [text for text in said if "SEALED" in text]


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("doing", ["listing", "asking", "choosing"])
def test_no_text_is_clipped_on_a_small_screen(
    qapp: QApplication,
    qtbot: QtBot,
    session: Session,
    clock: FakeClock,
    shown: Shown,
    scale: float,
    direction: Qt.LayoutDirection,
    doing: str,
) -> None:
    apply_theme(qapp, scale)
    somebody = a_rep("Annelie Freifrau Wolfeschlegelsteinhausenbergerdorff")
    session.save_rep(somebody)
    for customer in ("Bezirksschornsteinfegermeisterbetrieb Müller & Söhne", "דנטל צפון", "Elm"):
        _bring_to(session, _add(session, somebody, customer), clock, Phase.DEBRIEFED)
    screen = shown()
    screen.setLayoutDirection(direction)
    if doing == "asking":
        _table(screen).request_menu(0)
        _choose(screen, "void")
    elif doing == "choosing":
        press(qtbot, screen, "calls.filter.open")
        session.forms["calls"] = Sought(query=CallQuery(rep_id=somebody.id), period=Period.BETWEEN)
        screen.show_now()
        _table(screen).choose([0, 1])
    screen.resize(1366 - round(186 * scale), 768)
    assert screen.height() == 768, "the screen asks for more room than there is"

    def nothing_is_clipped() -> None:
        assert find_clipped(screen) == []

    qtbot.waitUntil(nothing_is_clipped)  # once the layouts have settled
