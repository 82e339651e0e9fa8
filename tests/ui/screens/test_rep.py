from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scoring.debrief import Kept, Nerves
from tests.builders import a_rep
from tests.exports.builders import PRIYA, id_of
from tests.exports.rep_calls import ASKS, FIRST, Ride, keep
from tests.ui.finding import find, press, tab_stops
from tests.ui.looks import Look, assert_all_can_be_read, every_look, settle, show, worn
from ui.screens.rep import RepScreen
from ui.session import Session
from ui.widgets.button import PaintedButton
from ui.widgets.commitment_list import CommitmentList
from ui.widgets.figure_card import FigureCard
from ui.widgets.panel import Panel

FIVE = (
    Ride(level=1, own=3, nerves=Nerves.A_LOT, agreed="Ask first", parked=("The demo was long",)),
    Ride(level=2, own=2, kept=Kept.NOT_YET, agreed="Send the agenda the day before"),
    Ride(level=2, own=2, kept=Kept.KEPT, nerves=Nerves.SOMEWHAT),
    Ride(level=None),
    Ride(level=3, agreed="Ask what it costs before I answer on price", nerves=Nerves.A_LITTLE),
)


@pytest.fixture
def screen(qtbot: QtBot, session: Session) -> RepScreen:
    session.save_rep(PRIYA)
    shown = RepScreen(session)
    show(qtbot, shown, (994, 700))
    return shown


def _tell(session: Session, *rides: Ride, days: int = 30) -> None:
    session.ask(lambda store: keep(store, rides, days=days))


def _open(screen: RepScreen, rep_id: UUID = PRIYA.id) -> None:
    screen.show_subject(rep_id)
    settle()


def _said(screen: RepScreen) -> str:
    return "\n".join(part.accessibleName() for part in screen.findChildren(QWidget) if part.isVisible())


def _later(session: Session, monkeypatch: pytest.MonkeyPatch, when: datetime) -> None:
    monkeypatch.setattr(session.clock, "now", lambda: when)


def test_five_calls_are_told_in_one_look(
    session: Session, screen: RepScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    _later(session, monkeypatch, FIRST + timedelta(days=125))
    _tell(session, *FIVE)
    _open(screen)
    said = _said(screen)
    for words in (
        "Priya Nair",
        "5 joint calls since June. The first call is hollow: it is the baseline.",
        "Asks before answering: Mostly",
        "Talks money plainly: too few to tell",
        "Ask what it costs before I answer on price",
        "Due 18 Oct",
        "Kept",
        "Nerves with me in the room: A little",
        "How they like to be coached: private",
        PRIYA.coaching,
        "The demo was long",
    ):
        assert words in said, words


def test_before_the_first_call_there_is_one_sentence_and_the_way_on(
    qtbot: QtBot, session: Session, screen: RepScreen
) -> None:
    _open(screen)
    said = _said(screen)
    assert "No joint call with Priya yet." in said
    assert "too few to tell" not in said
    assert not find(screen, CommitmentList, "over.commitments").isVisible()
    with qtbot.waitSignal(screen.call_requested) as requested:
        press(qtbot, screen, "empty.action")
    assert [call.call_id for call in session.calls_with(PRIYA.id)] == requested.args


def test_one_call_is_a_baseline_and_too_few_to_tell(session: Session, screen: RepScreen) -> None:
    _tell(session, Ride(level=2))
    _open(screen)
    card = _card(screen, "Asks before answering")
    assert card.figure.value == "too few to tell"
    assert not find(screen, PaintedButton, "empty.action").isVisible()


def test_the_tab_key_goes_down_the_page_as_one_reads(
    qtbot: QtBot, session: Session, screen: RepScreen
) -> None:
    _tell(session, *FIVE)
    _open(screen)
    press(qtbot, _card(screen, "Asks before answering"), "figure.how")
    settle()
    tops = [_row_of(screen, stop) for stop in tab_stops(screen)[2:]]  # after the two in the head
    assert len(tops) > 20
    assert tops == sorted(tops)


def _row_of(screen: RepScreen, stop: QWidget) -> tuple[int, int, int]:
    """:returns: where the card of a stop is, and where the stop is in it."""
    card = stop
    while not isinstance(card, Panel):
        above = card.parentWidget()
        assert above
        card = above
    at, inside = card.mapTo(screen, QPoint()), stop.mapTo(card, QPoint())
    return at.y(), at.x(), inside.y()


def test_what_changes_while_it_is_shown_is_shown(qtbot: QtBot, session: Session, screen: RepScreen) -> None:
    _tell(session, Ride(level=2), Ride(level=2))
    _open(screen)
    assert "2 joint calls" in _said(screen)
    call = session.calls_with(PRIYA.id)[0]
    session.book(call.call_id).void("Not this one")
    qtbot.waitUntil(lambda: "1 joint call," in _said(screen))


def test_of_sixty_calls_the_latest_are_drawn_and_it_says_so(session: Session, screen: RepScreen) -> None:
    _tell(session, *([Ride()] * 60), days=5)
    _open(screen)
    assert "The latest 24 calls are drawn, and the baseline." in _said(screen)
    chart = _card(screen, "Asks before answering").chart.chart
    assert len([point for point in chart.points if point]) == 25
    assert chart.points[0] is not None
    assert chart.points[0].hollow


def test_a_point_leads_to_its_skill_on_its_call(qtbot: QtBot, session: Session, screen: RepScreen) -> None:
    _tell(session, Ride(level=1), Ride(level=3))
    _open(screen)
    chart = _card(screen, "Asks before answering").chart
    place = chart.place_of(1)
    assert place is not None
    with qtbot.waitSignal(screen.timeline_requested) as requested:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert requested.args == [id_of(2), ASKS]


def test_a_commitment_leads_to_its_call_and_into_the_calendar(
    qtbot: QtBot, session: Session, screen: RepScreen
) -> None:
    _tell(session, Ride(agreed="Ask first"))
    _open(screen)
    (row,) = find(screen, CommitmentList, "over.commitments").rows()
    with qtbot.waitSignal(screen.timeline_requested) as requested:
        qtbot.mouseClick(row.words, Qt.MouseButton.LeftButton)
    assert requested.args == [id_of(1), None]
    with qtbot.waitSignal(screen.reminder_requested) as reminder:
        qtbot.mouseClick(row.remind, Qt.MouseButton.LeftButton)
    assert reminder.args == [id_of(1), 0]


def test_a_new_call_and_the_form_are_one_press_away(
    qtbot: QtBot, session: Session, screen: RepScreen
) -> None:
    _tell(session, Ride())
    _open(screen)
    with qtbot.waitSignal(screen.edit_requested) as requested:
        press(qtbot, screen, "over.edit")
    assert requested.args == [PRIYA.id]
    with qtbot.waitSignal(screen.call_requested):
        press(qtbot, screen, "header.action")


def test_nobody_rides_along_with_somebody_who_is_retired(session: Session, screen: RepScreen) -> None:
    _tell(session, Ride())
    session.set_retired(PRIYA.id, retired=True)
    _open(screen)
    assert not find(screen, PaintedButton, "header.action").isVisible()
    assert "Asks before answering" in _said(screen), "all calls stay"


def test_whoever_was_entered_twice_is_one(qtbot: QtBot, session: Session, screen: RepScreen) -> None:
    other = a_rep("P. Nair")
    session.save_rep(other)
    session.merge_reps(other.id, PRIYA.id)
    _open(screen, other.id)
    assert "Priya Nair" in _said(screen)
    with qtbot.waitSignal(screen.call_requested):
        press(qtbot, screen, "empty.action")
    (call,) = session.ask(lambda store: store.calls.all())
    assert call.rep_id == PRIYA.id


def test_looking_at_somebody_else_shows_nothing_of_the_one_before(
    session: Session, screen: RepScreen
) -> None:
    marcus = a_rep("Marcus Bell")
    session.save_rep(marcus)
    _tell(session, *FIVE)
    _open(screen)
    _open(screen, marcus.id)
    said = _said(screen)
    assert "Marcus Bell" in said
    for words in ("Priya", "Asks before answering", "Ask first", PRIYA.coaching):
        assert words not in said


@every_look
def test_everything_can_be_read(qapp: QApplication, qtbot: QtBot, session: Session, look: Look) -> None:
    session.save_rep(PRIYA)
    _tell(session, *FIVE[:2])
    with worn(qapp, look):
        screen = RepScreen(session)
        show(qtbot, screen)
        _open(screen)
        find(screen, PaintedButton, "figure.how").click()
        assert_all_can_be_read(screen)


def _card(screen: RepScreen, title: str) -> FigureCard:
    return next(card for card in screen.findChildren(FigureCard) if card.figure.title == title)
