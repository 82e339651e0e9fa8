"""The strip: narrow, on top, and quiet."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from scoring.call_type import CallType
from scoring.entry import Floor, Marked, SteppedIn, WordsHeard
from scoring.errors import KnownError
from scoring.preferences import Preferences
from scoring.rubric import default_rubric
from scoring.state import Phase
from scoring.teeup import StepInReason, Way
from tests.builders import FakeClock, a_rep, a_tee_up
from tests.drawings import find_clipped
from tests.ui.finding import find
from tests.ui.looks import Look, every_look, settle, worn
from tests.ui.screens.aftercall import everything_said_by
from ui.screens.strip import Strip
from ui.session import Session
from ui.widgets.floor_tile import FloorTile
from ui.widgets.key_window import KeyWindow
from ui.widgets.mark_tile import MarkTile
from ui.widgets.press_button import HOLD_MS, PressButton
from ui.widgets.words_field import WordsField
from ui.window_state import WindowState

SKILLS = [skill.id for skill in default_rubric().skills]
LEFT = Qt.MouseButton.LeftButton
NAMES = (
    "Priya",
    "Nair",
    "Northgate",
    "Dental",
    "Dana",
    "Whitfield",
    "Larkfield",
    "Trial",
    "Second Chair",
    "%",
)


@pytest.fixture
def call_id(session: Session) -> UUID:
    """A call that has just begun."""
    rep = a_rep("Priya Nair")
    session.save_rep(rep)
    plan = a_tee_up(
        customer="Northgate Dental",
        way=Way.DISCREET,
        rubric_id=default_rubric().id,
        focus_skills=(SKILLS[1],),
        step_in_reasons=(StepInReason.ASKED, StepInReason.ARGUMENT),
    )
    call_id = session.add_call(rep.id, plan)
    session.book(call_id).start()
    return call_id


@pytest.fixture
def strip(qtbot: QtBot, session: Session, call_id: UUID) -> Iterator[Strip]:
    shown = _shown(session, call_id)
    yield shown
    _away(shown)


def _shown(session: Session, call_id: UUID) -> Strip:
    strip = Strip(session, WindowState(session.folder))
    strip.show_subject(call_id)
    settle()
    return strip


def _away(strip: Strip) -> None:
    strip.leave()
    strip.deleteLater()


def _hit(strip: Strip, name: str) -> None:
    button = next(b for b in strip.findChildren(PressButton, name) if b.isVisible())
    QTest.mousePress(button, LEFT)
    QTest.mouseRelease(button, LEFT)


def _field() -> WordsField:
    """The words field, wherever its window is."""
    return next(
        field
        for window in QApplication.topLevelWidgets()
        if isinstance(window, KeyWindow) and window.isVisible()
        for field in window.findChildren(WordsField)
    )


def _field_is_open() -> bool:
    return any(
        window.isVisible() and window.findChildren(WordsField)
        for window in QApplication.topLevelWidgets()
        if isinstance(window, KeyWindow)
    )


def test_it_stays_on_top_and_never_asks_for_the_keyboard(strip: Strip) -> None:
    flags = strip.windowFlags()
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert flags & Qt.WindowType.WindowDoesNotAcceptFocus
    assert strip.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_a_press_logs_at_once(strip: Strip, session: Session, call_id: UUID) -> None:
    QTest.mousePress(find(strip, MarkTile, f"strip.skill.{SKILLS[3]}").missed, LEFT)
    _hit(strip, "strip.customer")
    _hit(strip, "strip.mark")
    state = session.state(call_id)
    assert [(mark.skill, mark.seen) for _, mark in state.of(Marked)] == [(SKILLS[3], False)]
    assert state.floor == Floor.CUSTOMER
    assert find(strip, FloorTile, "strip.customer").isChecked()


def test_two_fingers_at_once_are_two_marks(strip: Strip, session: Session, call_id: UUID) -> None:
    device = QTest.createTouchDevice()
    first, second = (find(strip, MarkTile, f"strip.skill.{SKILLS[n]}").seen for n in (0, 2))
    window = strip.windowHandle()
    touch = QTest.touchEvent(window, device)
    for number, half in enumerate((first, second)):
        touch.press(number, half.mapTo(strip, half.rect().center()), window)
    touch.commit()
    marks = [mark.skill for _, mark in session.state(call_id).of(Marked)]
    assert sorted(marks) == sorted([SKILLS[0], SKILLS[2]])


def test_the_same_half_within_180_ms_is_one_tap(
    strip: Strip, session: Session, call_id: UUID, clock: FakeClock
) -> None:
    for apart_ms in (0, 179, 200):
        clock.advance(ms=apart_ms)
        _hit(strip, f"strip.skill.{SKILLS[0]}.seen")
    assert session.state(call_id).tally(SKILLS[0], seen=True) == 2


def test_words_open_a_field_of_their_own_and_close_it_again(
    strip: Strip, session: Session, call_id: UUID
) -> None:
    _hit(strip, "strip.words")
    QTest.keyClicks(_field(), "It is steep")
    QTest.keyClick(_field(), Qt.Key.Key_Return)
    assert [words.text for _, words in session.state(call_id).of(WordsHeard)] == ["It is steep"]
    assert not _field_is_open()


def test_words_left_with_esc_wait_in_sight(strip: Strip, session: Session, call_id: UUID) -> None:
    _hit(strip, "strip.words")
    QTest.keyClicks(_field(), "It is")
    QTest.keyClick(_field(), Qt.Key.Key_Escape)
    assert not _field_is_open()
    assert find(strip, PressButton, "strip.words").text() == "It is"
    assert not list(session.state(call_id).of(WordsHeard))
    strip.leave()
    assert [words.text for _, words in session.state(call_id).of(WordsHeard)] == ["It is"]


def test_holding_a_half_asks_for_words_of_that_mark(
    qtbot: QtBot, strip: Strip, session: Session, call_id: UUID
) -> None:
    half = find(strip, MarkTile, f"strip.skill.{SKILLS[4]}").seen
    with qtbot.waitSignal(half.held, timeout=HOLD_MS * 10):
        QTest.mousePress(half, LEFT)
    QTest.mouseRelease(half, LEFT)
    QTest.keyClicks(_field(), "Said eleven")
    QTest.keyClick(_field(), Qt.Key.Key_Return)
    (mark,) = [mark for _, mark in session.state(call_id).of(Marked)]
    assert mark.words == "Said eleven"


def _hold(strip: Strip) -> None:
    half = find(strip, MarkTile, f"strip.skill.{SKILLS[4]}").seen
    half.tap()
    half.held.emit()


def test_words_that_were_for_a_mark_are_so_no_longer_when_one_comes_back(strip: Strip, call_id: UUID) -> None:
    _hold(strip)
    assert _field().placeholderText() == "For this mark (Enter)"
    strip.leave()
    strip.show_subject(call_id)
    _hit(strip, "strip.words")
    assert _field().placeholderText() == "Words (Enter)"


def test_nothing_opens_over_the_curtain(strip: Strip, session: Session, call_id: UUID) -> None:
    _hit(strip, "strip.curtain")
    _hold(strip)
    assert not _field_is_open()
    _hit(strip, "strip.words")
    QTest.keyClicks(_field(), "It is steep")
    QTest.keyClick(_field(), Qt.Key.Key_Return)
    assert [words.text for _, words in session.state(call_id).of(WordsHeard)] == ["It is steep"]


def test_the_field_goes_where_the_strip_goes(strip: Strip) -> None:
    _hit(strip, "strip.words")
    before = _field().window().pos() - strip.pos()
    strip.move(strip.pos() - QPoint(40, 0))
    assert _field().window().pos() - strip.pos() == before


def test_the_curtain_covers_all_of_it_and_takes_real_notes(
    strip: Strip, session: Session, call_id: UUID
) -> None:
    _hit(strip, "strip.corner")
    (curtain,) = [
        window
        for window in QApplication.topLevelWidgets()
        if isinstance(window, KeyWindow) and window.isVisible()
    ]
    assert curtain.geometry() == strip.geometry()
    QTest.keyClicks(find(curtain, QPlainTextEdit, "curtain.page"), "milk")
    corner = next(part for part in curtain.findChildren(PressButton, "curtain.corner"))
    QTest.mousePress(corner, LEFT)
    assert not curtain.isVisible()
    strip.leave()
    again = _shown(session, call_id)
    assert "milk" in "\n".join(
        everything_said_by(w) for w in QApplication.topLevelWidgets() if isinstance(w, KeyWindow)
    )
    _away(again)


def test_why_one_stepped_in_is_asked_with_the_reasons_that_were_agreed(
    strip: Strip, session: Session, call_id: UUID, clock: FakeClock
) -> None:
    _hit(strip, "choice.as_agreed")
    _hit(strip, "strip.step")
    offered = [
        button.text()
        for button in strip.findChildren(PressButton)
        if button.isVisible() and button.objectName().startswith("choice.")
    ]
    assert offered == ["Asked", "Calm", "Other"]
    _hit(strip, f"choice.{StepInReason.ASKED}")
    (step,) = [what for _, what in session.state(call_id).of(SteppedIn)]
    assert step.reason == StepInReason.ASKED
    clock.advance(seconds=30)
    _hit(strip, "strip.step")
    assert not session.state(call_id).is_stepped_in


def test_nothing_moves_when_a_question_is_answered(strip: Strip) -> None:
    tile = find(strip, MarkTile, f"strip.skill.{SKILLS[0]}")
    before = tile.mapTo(strip, tile.rect().topLeft())
    for name in ("choice.as_agreed", "strip.step", f"choice.{StepInReason.ASKED}"):
        _hit(strip, name)
        settle()
        assert tile.mapTo(strip, tile.rect().topLeft()) == before, name


def test_me_shows_a_long_stretch_to_who_knows_it(
    strip: Strip, session: Session, call_id: UUID, clock: FakeClock
) -> None:
    me = find(strip, FloorTile, "strip.me")
    _hit(strip, "strip.me")
    before = me.grab().toImage()
    clock.advance(seconds=61)
    _hit(strip, "strip.mark")
    assert me.grab().toImage() != before
    assert session.state(call_id).tee_up.call_type == CallType.OBSERVE


def test_the_end_leads_on_and_puts_the_strip_away(
    qtbot: QtBot, strip: Strip, session: Session, call_id: UUID
) -> None:
    with qtbot.waitSignal(strip.call_requested) as requested:
        _hit(strip, "strip.end")
    assert requested.args == [call_id]
    assert session.state(call_id).phase == Phase.ENDED
    assert not strip.isVisible()


@pytest.mark.parametrize("how", ["its button", "the system"])
def test_back_to_the_wide_screen(qtbot: QtBot, strip: Strip, call_id: UUID, how: str) -> None:
    with qtbot.waitSignal(strip.way_chosen) as chosen:
        _hit(strip, "strip.laptop") if how == "its button" else strip.close()
    assert chosen.args == [call_id, Way.OPEN_LAPTOP]


def test_its_place_and_height_are_remembered(strip: Strip, session: Session, call_id: UUID) -> None:
    strip.setGeometry(40, 30, strip.width(), 500)
    strip.leave()
    again = _shown(session, call_id)
    assert again.geometry() == strip.geometry()
    _away(again)


def test_a_place_that_is_no_longer_on_the_screen_is_forgotten(
    strip: Strip, session: Session, call_id: UUID
) -> None:
    strip.move(9_000, 30)
    strip.leave()
    again = _shown(session, call_id)
    assert again.screen().availableGeometry().contains(again.geometry())
    _away(again)


def test_no_name_and_no_figure_stands_on_the_neutral_face(
    strip: Strip, session: Session, call_id: UUID, clock: FakeClock
) -> None:
    for who in ("rep", "customer", "me"):
        _hit(strip, f"strip.{who}")
        clock.advance(minutes=5)
    _hit(strip, f"strip.skill.{SKILLS[0]}.seen")
    said = everything_said_by(strip).casefold()
    assert [name for name in NAMES if name.casefold() in said] == []


def test_names_counts_and_shares_come_when_they_are_asked_for(
    session: Session, call_id: UUID, clock: FakeClock
) -> None:
    session.save_preferences(Preferences(neutral_strip=False))
    book = session.book(call_id)
    for _ in range(20):
        for who in (Floor.REP, Floor.CUSTOMER):
            book.floor(who)
            clock.advance(seconds=20)
    book.mark(SKILLS[0], seen=True)
    strip = _shown(session, call_id)
    said = everything_said_by(strip)
    assert "Priya" in said
    assert "50%" in said
    assert "1 mark" in said
    _away(strip)


def _run_full(session: Session) -> None:
    """The disk has no room any more."""
    session.trouble = KnownError("The disk is full", "Make some room; saving goes on by itself.")
    session.trouble_changed.emit(session.trouble)


@every_look
def test_everything_can_be_read(
    qapp: QApplication, session: Session, call_id: UUID, clock: FakeClock, look: Look
) -> None:
    with worn(qapp, look):
        strip = _shown(session, call_id)
        book = session.book(call_id)
        for act in (lambda: None, book.step, book.pause, lambda: _run_full(session)):
            act()
            settle()
            strip.grab()
            assert find_clipped(strip) == []
        _away(strip)


def test_every_control_has_a_name_for_those_who_do_not_see_it(strip: Strip) -> None:
    unnamed = [part for part in strip.findChildren(PressButton) if not part.accessibleName()]
    assert unnamed == []


def test_targets_are_as_large_as_a_finger(strip: Strip) -> None:
    small = [
        (part.objectName(), part.height())
        for part in strip.findChildren(PressButton)
        if part.isVisible() and part.height() < 44 - 2  # the frame of a row is part of its target
    ]
    assert small == []
