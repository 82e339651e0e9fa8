from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoring.entry import Floor
from tests.builders import FakeClock
from tests.ui.finding import find, press
from tests.ui.looks import Look, assert_all_can_be_read, every_look, show, worn
from ui.practice_data import practice_talk
from ui.practise import write_practice
from ui.screens.closeness import ClosenessScreen
from ui.session import Session
from ui.widgets.button import LinkButton, PrimaryButton
from ui.widgets.caught_list import CaughtList
from ui.widgets.floor_strip import FloorStrip
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text import Text

TALK = practice_talk()


@pytest.fixture
def running(session: Session) -> UUID:
    """A practice call that has just begun."""
    call_id = write_practice(session).result()
    session.book(call_id).start()
    return call_id


def _shown(qtbot: QtBot, session: Session, call_id: UUID) -> ClosenessScreen:
    session.book(call_id).end()
    screen = ClosenessScreen(session)
    show(qtbot, screen)
    screen.show_subject(call_id)
    return screen


def _tap_roughly(session: Session, clock: FakeClock, call_id: UUID) -> None:
    """Tap who speaks a second late and no silence at all, and mark only every second thing, one of them twice."""
    book = session.book(call_id)
    marked = {behaviour.at_ms: behaviour for behaviour in TALK.behaviours[::2]}
    book.mark("stays-calm", seen=True)
    for line in TALK.lines:
        clock.advance(ms=1_000)
        if line.who != Floor.NOBODY:
            book.floor(line.who)
        if behaviour := marked.get(line.start_ms):
            book.mark(behaviour.skill, seen=behaviour.seen)
        clock.advance(ms=line.end_ms - line.start_ms - 1_000)


def _sentence(screen: ClosenessScreen) -> str:
    return find(screen, Text, "closeness.sentence").text()


def _words(screen: ClosenessScreen, name: str) -> list[str]:
    return [label.text for label in find(screen, FloorStrip, name).labels()[0].lettering()]


def _results(screen: ClosenessScreen) -> list[str]:
    labels = find(screen, CaughtList, "closeness.marks").findChildren(Text)
    return [label.text() for label in labels if label.isVisible() and "arked" in label.text()]


def test_the_tapped_floor_stands_below_the_true_one(
    qtbot: QtBot, session: Session, clock: FakeClock, running: UUID
) -> None:
    _tap_roughly(session, clock, running)
    screen = _shown(qtbot, session, running)
    true, tapped = (find(screen, FloorStrip, f"closeness.{name}") for name in ("true", "tapped"))
    assert (
        true.mapTo(screen, true.rect().bottomLeft()).y() < tapped.mapTo(screen, tapped.rect().topLeft()).y()
    )
    assert (true.bar.width(), true.bar.x()) == (tapped.bar.width(), tapped.bar.x())
    assert _words(screen, "closeness.true") == ["Rep 45%"]
    assert "off" in tapped.bar.accessibleDescription()


def test_what_went_by_is_told_apart_from_what_was_marked(
    qtbot: QtBot, session: Session, clock: FakeClock, running: UUID
) -> None:
    _tap_roughly(session, clock, running)
    screen = _shown(qtbot, session, running)
    assert _results(screen).count("Not marked") == 4
    assert _results(screen).count("Marked after 1 s") == 5
    assert "4 of 9" in _sentence(screen)
    assert find(screen, Text, "closeness.beside").text() == "One more mark is not on this list."


def test_a_call_ended_before_anybody_spoke_has_nothing_to_compare(
    qtbot: QtBot, session: Session, running: UUID
) -> None:
    screen = _shown(qtbot, session, running)
    assert "nothing to compare yet" in _sentence(screen)
    for name in ("closeness.true", "closeness.tapped"):
        assert not find(screen, FloorStrip, name).isVisible()
    assert not find(screen, CaughtList, "closeness.marks").isVisible()


def test_a_key_that_was_still_meant_for_the_call_presses_nothing(
    qtbot: QtBot, session: Session, running: UUID
) -> None:
    screen = _shown(qtbot, session, running)
    focused = screen.focusWidget() or screen
    with qtbot.assertNotEmitted(screen.place_requested):
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_A):
            qtbot.keyClick(focused, key)


@pytest.mark.parametrize(("name", "place"), [("closeness.again", "practise"), ("closeness.back", "home")])
def test_one_may_try_again_or_go_back(
    qtbot: QtBot, session: Session, running: UUID, name: str, place: str
) -> None:
    screen = _shown(qtbot, session, running)
    with qtbot.waitSignal(screen.place_requested) as requested:
        press(qtbot, screen, name)
    assert requested.args == [place]


def test_tab_leads_to_again_and_then_back(qtbot: QtBot, session: Session, running: UUID) -> None:
    screen = _shown(qtbot, session, running)
    qtbot.keyClick(screen, Qt.Key.Key_Tab)
    assert screen.focusWidget() is find(screen, PrimaryButton, "closeness.again")
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Tab)
    assert screen.focusWidget() is find(screen, LinkButton, "closeness.back")


def test_it_begins_at_the_top_again(qtbot: QtBot, session: Session, clock: FakeClock, running: UUID) -> None:
    _tap_roughly(session, clock, running)
    screen = _shown(qtbot, session, running)
    screen.resize(700, 400)
    find(screen, PrimaryButton, "closeness.again").setFocus()
    bar = find(screen, ScrollPage, "").verticalScrollBar()
    assert bar.value() > 0
    screen.show_subject(running)
    assert bar.value() == 0


@every_look
def test_it_can_be_read_in_every_look(
    qapp: QApplication, qtbot: QtBot, session: Session, clock: FakeClock, running: UUID, look: Look
) -> None:
    _tap_roughly(session, clock, running)
    with worn(qapp, look):
        assert_all_can_be_read(_shown(qtbot, session, running))
