"""The floor drawer of a running call."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from scoring.entry import Floor, FloorCorrected, FloorTaken
from scoring.floor import FloorSpan, floor_spans
from scoring.logbook import Logbook
from tests.builders import FakeClock, a_rep, a_tee_up
from ui.live_floor import SHOWN_MS, LiveFloor
from ui.session import Session
from ui.sitting import Sitting
from ui.widgets.floor_drawer import FloorDrawer


@pytest.fixture
def book(session: Session) -> Logbook:
    rep = a_rep("Priya Nair")
    session.save_rep(rep)
    call_id: UUID = session.add_call(rep.id, a_tee_up())
    session.book(call_id).start()
    return session.book(call_id)


@pytest.fixture
def drawer(qtbot: QtBot, session: Session, book: Logbook, clock: FakeClock) -> FloorDrawer:
    """A drawer that is open, after a minute of the rep and a minute of the customer."""
    for who in (Floor.REP, Floor.CUSTOMER):
        book.floor(who)
        clock.advance(minutes=1)
    sitting = Sitting(session)
    sitting.begin(book.call_id)
    drawer = FloorDrawer()
    sitting.setParent(drawer)
    qtbot.addWidget(drawer)
    drawer.resize(400, 600)
    LiveFloor(drawer, sitting, drawer).open()
    return drawer


def test_that_was_me_is_one_entry_and_one_undo(qtbot: QtBot, drawer: FloorDrawer, book: Logbook) -> None:
    drawer.editor.corrected.emit(Floor.ME, 30_000, 60_000)
    assert floor_spans(book.state)[:2] == (
        FloorSpan(0, 30_000, Floor.REP),
        FloorSpan(30_000, 60_000, Floor.ME),
    )
    assert [taken.who for _, taken in book.state.of(FloorTaken)] == [Floor.REP, Floor.CUSTOMER]
    book.undo()
    assert floor_spans(book.state)[0] == FloorSpan(0, 60_000, Floor.REP)


def test_since_then_and_from_now_on(drawer: FloorDrawer, book: Logbook) -> None:
    drawer.editor.corrected.emit(Floor.ME, 90_000, None)
    assert book.state.floor == Floor.ME
    assert [what for _, what in book.state.of(FloorCorrected)] == [
        FloorCorrected(who=Floor.ME, from_ms=90_000)
    ]


def test_giving_a_stretch_to_who_had_it_writes_nothing(drawer: FloorDrawer, book: Logbook) -> None:
    count = book.state.count
    drawer.editor.corrected.emit(Floor.REP, 0, 60_000)
    assert book.state.count == count


def test_a_new_tap_is_on_the_strip_at_once(
    qtbot: QtBot, drawer: FloorDrawer, book: Logbook, clock: FakeClock
) -> None:
    book.floor(Floor.ME)
    clock.advance(seconds=20)
    qtbot.keyClick(drawer.editor.bar, Qt.Key.Key_End)
    assert drawer.editor.chosen is not None
    assert drawer.editor.chosen.who == Floor.ME


def test_only_the_last_ten_minutes_are_shown(
    qtbot: QtBot, drawer: FloorDrawer, book: Logbook, clock: FakeClock
) -> None:
    clock.advance(minutes=30)
    book.floor(Floor.REP)
    now = book.elapsed_ms()
    assert (drawer.editor.view.start_ms, drawer.editor.view.end_ms) == (now - SHOWN_MS, now)
