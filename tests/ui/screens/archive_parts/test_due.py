"""What is due, on the Archive screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoring.people import Manager, Rep
from scoring.store.store import Store
from tests.builders import NINE
from tests.exports.builders import a_plan, started
from tests.ui.finding import find, press, texts
from tests.ui.in_window import a_window
from tests.ui.looks import Look, assert_all_can_be_read, every_look, show, worn
from ui.main_window import MainWindow
from ui.screens.archive import ArchiveScreen
from ui.screens.archive_parts.due import DuePart
from ui.session import Session
from ui.widgets.calm_table import CalmTable
from ui.widgets.erase_panel import ErasePanel
from ui.widgets.field import LineEdit
from ui.widgets.spin_fields import MonthsField
from ui.widgets.text import Text

PRIYA = Rep(id=uuid4(), name="Priya Nair")


def fill(store: Store) -> None:
    for number, customer in enumerate(("Northgate Dental", "Elm Street", "Harbour View")):
        told = started(plan=a_plan(customer), at=NINE - timedelta(days=800 + 10 * number))
        told.rep = PRIYA
        told.call = replace(told.call, id=uuid4(), rep_id=PRIYA.id)
        told.clock.go(42)
        told.end()
        told.written[:] = [replace(entry, call_id=told.call.id) for entry in told.written]
        told.keep(store)
    store.settings.put("manager", Manager(name="Dana Whitfield", organisation="Larkfield"))


@pytest.fixture
def part(qtbot: QtBot, session: Session) -> DuePart:
    session.ask(fill)
    part = DuePart(session)
    show(qtbot, part)
    part.show_now()
    return part


def cells(part: DuePart, name: str, column: int) -> list[str]:
    model = find(part, CalmTable, name).model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def keep_for_a_year(qtbot: QtBot, part: DuePart) -> None:
    field = find(part, MonthsField, "due.months.0")
    field.selectAll()
    qtbot.keyClicks(field, "12")
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_once_a_time_is_said_what_is_due_is_listed(qtbot: QtBot, part: DuePart) -> None:
    assert cells(part, "due.table", 2) == []
    assert any(words.startswith("Nothing is due.") for words in texts(part))
    keep_for_a_year(qtbot, part)
    assert cells(part, "due.table", 2) == ["Harbour View", "Elm Street", "Northgate Dental"]
    assert cells(part, "due.table", 5) == ["Larkfield keeps pages for 12 months."] * 3


def test_the_time_is_kept(qtbot: QtBot, session: Session, part: DuePart) -> None:
    keep_for_a_year(qtbot, part)
    again = DuePart(session)
    qtbot.addWidget(again)
    again.show_now()
    assert find(again, MonthsField, "due.months.0").value() == 12


def test_what_is_chosen_is_erased_by_keyboard_alone(qtbot: QtBot, session: Session, part: DuePart) -> None:
    keep_for_a_year(qtbot, part)
    table = find(part, CalmTable, "due.table")
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert cells(part, "due.table", 0) == ["yes", "no", "no"]
    press(qtbot, part, "due.erase")
    word = find(part, LineEdit, "erase.word")
    qtbot.waitUntil(word.isVisible)
    assert find(part, Text, "erase.title").hasFocus()
    QTest.keyClick(part.focusWidget(), Qt.Key.Key_Tab)
    assert word.hasFocus()
    QTest.keyClicks(word, "1 call")
    button = find(part, ErasePanel, "due.panel").button
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: cells(part, "due.table", 2) == ["Elm Street", "Northgate Dental"], timeout=20_000)
    assert len(session.calls()) == 2
    assert len(cells(part, "receipts.table", 0)) == 1


def test_choosing_twice_chooses_nothing(qtbot: QtBot, part: DuePart) -> None:
    keep_for_a_year(qtbot, part)
    table = find(part, CalmTable, "due.table")
    table.opened.emit(1)
    table.opened.emit(1)
    assert cells(part, "due.table", 0) == ["no", "no", "no"]
    assert not find(part, ErasePanel, "due.panel").isVisible()


def place_hold(qtbot: QtBot, part: DuePart, words: str, row: int, reason: str) -> None:
    press(qtbot, part, "holds.place")
    QTest.keyClicks(find(part, LineEdit, "holds.filter"), words)
    find(part, CalmTable, "holds.found").opened.emit(row)
    QTest.keyClicks(find(part, LineEdit, "reason.words"), reason)
    press(qtbot, part, "reason.give")


def test_what_is_held_is_listed_with_its_reason_and_cannot_be_chosen(qtbot: QtBot, part: DuePart) -> None:
    keep_for_a_year(qtbot, part)
    place_hold(qtbot, part, "elm", 0, "The works council asked")
    assert cells(part, "due.table", 0) == ["no", "held", "no"]
    assert cells(part, "due.table", 5)[1] == "Must stay: The works council asked"
    press(qtbot, part, "due.all")
    assert cells(part, "due.table", 0) == ["yes", "held", "yes"]
    find(part, CalmTable, "due.table").opened.emit(1)
    assert cells(part, "due.table", 0) == ["yes", "held", "yes"]


def test_a_hold_on_a_rep_holds_all_calls_until_it_is_lifted(
    qtbot: QtBot, session: Session, part: DuePart
) -> None:
    keep_for_a_year(qtbot, part)
    place_hold(qtbot, part, "priya", 0, "A lawsuit")
    assert cells(part, "due.table", 0) == ["held"] * 3
    assert cells(part, "holds.table", 0) == ["Priya Nair, with all calls"]
    find(part, CalmTable, "holds.table").opened.emit(0)
    with qtbot.waitSignal(part.undo_offered) as offered:
        press(qtbot, part, "holds.lift")
    assert cells(part, "due.table", 0) == ["no"] * 3
    assert [hold.reason for hold in session.ask(lambda store: store.holds.all())] == ["A lawsuit"]
    assert offered.args
    offered.args[1]()
    assert cells(part, "due.table", 0) == ["held"] * 3


def test_opening_a_hold_does_not_lift_it(qtbot: QtBot, part: DuePart) -> None:
    place_hold(qtbot, part, "priya", 0, "A lawsuit")
    table = find(part, CalmTable, "holds.table")
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.keyClick(part.focusWidget(), Qt.Key.Key_Return)
    assert cells(part, "holds.table", 1) == ["A lawsuit"]


def test_lists_that_are_shown_elsewhere_forget_what_was_erased(
    qtbot: QtBot, session: Session, part: DuePart
) -> None:
    window = a_window(qtbot, session)
    window.open_place("calls")
    before = [words for words in texts(window) if "3 calls" in words]
    call_ids = [call.call_id for call in session.calls()[:1]]
    keep_for_a_year(qtbot, part)
    find(part, CalmTable, "due.table").opened.emit(2)
    press(qtbot, part, "due.erase")
    qtbot.waitUntil(find(part, LineEdit, "erase.word").isVisible)
    QTest.keyClicks(find(part, LineEdit, "erase.word"), "1 call")
    with qtbot.waitSignal(session.erased, timeout=20_000):
        press(qtbot, part, "erase.erase")
    assert before
    assert [words for words in texts(window) if "3 calls" in words] == []
    assert call_ids[0] not in [call.call_id for call in session.calls()]


def the_part(window: MainWindow) -> DuePart:
    window.open_place("archive")
    screen = window.current()
    assert isinstance(screen, ArchiveScreen)
    screen.open_part("due")
    part = screen.current()
    assert isinstance(part, DuePart)
    return part


@every_look
@pytest.mark.parametrize("state", ["empty", "listed", "asked"])
def test_it_can_be_read(qapp: QApplication, qtbot: QtBot, session: Session, look: Look, state: str) -> None:
    with worn(qapp, look):
        if state != "empty":
            session.ask(fill)
        window = a_window(qtbot, session)
        part = the_part(window)
        if state != "empty":
            find(part, MonthsField, "due.months.0").setValue(12)
        if state == "asked":
            press(qtbot, part, "due.all")
            press(qtbot, part, "due.erase")
            qtbot.waitUntil(find(part, LineEdit, "erase.word").isVisible)
        assert_all_can_be_read(window)
