"""One practises on the real live screen: a talk plays above it, and afterwards one sees how close one came."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoring.closeness import Catch, closeness
from scoring.entry import Ended, Floor, WordsHeard
from scoring.rubric import default_rubric
from scoring.state import CallState, Phase
from tests.builders import FakeClock
from tests.ui.finding import find, press
from tests.ui.keyboard import strike, tell_places
from tests.ui.looks import Look, assert_all_can_be_read, every_look, show, worn
from ui.live_keys import FLOOR, MISSED, SEEN
from ui.practice_data import practice_talk
from ui.practice_window import PracticeWindow
from ui.practise import write_practice
from ui.session import Session
from ui.widgets.button import PaintedButton
from ui.widgets.caption_bar import CaptionBar
from ui.widgets.caught_list import CaughtList
from ui.widgets.floor_strip import FloorStrip
from ui.widgets.live_button import LiveButton
from ui.widgets.text import Text
from ui.widgets.words_field import WordsField
from ui.window_state import WindowState

TALK = practice_talk()
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch) -> PracticeWindow:
    """The window as one begins to practise, on a keyboard whose places are known."""
    tell_places(monkeypatch)
    return _shown(qtbot, session)


def _shown(qtbot: QtBot, session: Session) -> PracticeWindow:
    window = PracticeWindow(session, WindowState(session.folder))
    show(qtbot, window)
    window.begin(write_practice(session).result())
    return window


def _place(window: PracticeWindow) -> str:
    screen = window.current()
    return screen.objectName() if screen else ""


def _captions(window: PracticeWindow) -> CaptionBar:
    return find(window, CaptionBar, "captions")


def _said(window: PracticeWindow) -> str:
    return _captions(window).accessibleName()


def _start(qtbot: QtBot, window: PracticeWindow) -> None:
    press(qtbot, window, "practise.start")


def _state(window: PracticeWindow) -> CallState:
    return window.current().session.state(window.current().subject)  # pyright: ignore  a screen about a call is shown


class Hand:
    """Lets time pass in a practice call, and taps on the keys of the live screen."""

    def __init__(self, window: PracticeWindow, clock: FakeClock) -> None:
        self.window, self.clock = window, clock
        self.now_ms = 0

    def wait_until(self, ms: int) -> None:
        self.clock.advance(ms=ms - self.now_ms)
        self.now_ms = ms
        self.window.director.go_on()

    def tap_perfectly(self) -> None:
        """Tap each line as it begins, and mark each thing as soon as it can be seen."""
        skills = [skill.id for skill in default_rubric().skills]
        marks = {
            behaviour.at_ms: (SEEN if behaviour.seen else MISSED)[skills.index(behaviour.skill)]
            for behaviour in TALK.behaviours
        }
        for line in TALK.lines:
            self.wait_until(line.start_ms)
            strike(self.window, FLOOR[list(Floor).index(line.who)])
            if line.start_ms in marks:
                strike(self.window, marks[line.start_ms])


@pytest.fixture
def hand(window: PracticeWindow, clock: FakeClock) -> Hand:
    return Hand(window, clock)


# The whole of it


def test_who_taps_perfectly_is_no_point_off_and_has_marked_everything(
    qtbot: QtBot, window: PracticeWindow, hand: Hand
) -> None:
    _start(qtbot, window)
    hand.tap_perfectly()
    hand.wait_until(TALK.end_ms)
    qtbot.waitUntil(lambda: _place(window) == "screen.closeness")
    close = closeness(TALK.truth(), _state(window))
    assert close.points_over == {Floor.REP: 0, Floor.CUSTOMER: 0, Floor.ME: 0}
    assert {watched.catch for watched in close.watched} == {Catch.MARKED}
    assert close.beside == 0
    assert [label.accessibleName() for label in find(window, FloorStrip, "closeness.tapped").labels()] == [
        "Rep 45%, exact",
        "Customer 48%, exact",
        "Me 7%, exact",
    ]
    results = [label.text() for label in find(window, CaughtList, "closeness.marks").findChildren(Text)]
    assert results.count("Marked at once") == len(TALK.behaviours)
    assert "everything there was to mark is marked" in find(window, Text, "closeness.sentence").text()


def test_every_line_is_shown_in_its_turn_as_somebody_says_it(
    qtbot: QtBot, window: PracticeWindow, hand: Hand
) -> None:
    names = {Floor.REP: "Rep", Floor.CUSTOMER: "Customer", Floor.ME: "Me", Floor.NOBODY: "Nobody"}
    _start(qtbot, window)
    for line in TALK.lines:
        hand.wait_until(line.start_ms)
        assert _said(window) == f"{names[line.who]}: {line.words}"


def test_captions_stand_above_the_live_screen_and_nowhere_else(
    qtbot: QtBot, window: PracticeWindow, hand: Hand
) -> None:
    captions = _captions(window)
    assert _place(window) == "screen.practise"
    assert not captions.isVisible()
    _start(qtbot, window)
    assert _place(window) == "screen.observe"
    assert captions.isVisible()
    observe = window.current()
    assert observe is not None
    assert captions.geometry().bottom() < observe.mapTo(window, observe.rect().topLeft()).y()
    hand.wait_until(TALK.end_ms)
    qtbot.waitUntil(lambda: _place(window) == "screen.closeness")
    assert not captions.isVisible()


# The end


def test_ending_early_leads_to_how_close_one_came_and_not_to_my_view(
    qtbot: QtBot, window: PracticeWindow, hand: Hand
) -> None:
    _start(qtbot, window)
    hand.wait_until(30_000)
    qtbot.mousePress(find(window, LiveButton, "observe.end"), Qt.MouseButton.LeftButton)
    assert _place(window) == "screen.closeness"
    assert "No floor was tapped" in find(window, Text, "closeness.sentence").text()
    hand.wait_until(TALK.end_ms)
    assert _state(window).phase == Phase.ENDED
    assert len(list(_state(window).of(Ended))) == 1


def test_words_that_were_begun_belong_into_the_call(qtbot: QtBot, window: PracticeWindow, hand: Hand) -> None:
    _start(qtbot, window)
    qtbot.keyClicks(find(window, WordsField, "observe.words"), "Forty loaves")
    hand.wait_until(TALK.end_ms)
    qtbot.waitUntil(lambda: _place(window) == "screen.closeness")
    (heard, words), (ended, _) = next(_state(window).of(WordsHeard)), next(_state(window).of(Ended))
    assert words.text == "Forty loaves"
    assert heard < ended


def test_a_tap_after_the_last_word_is_still_a_tap(
    qtbot: QtBot, window: PracticeWindow, hand: Hand, clock: FakeClock
) -> None:
    _start(qtbot, window)
    clock.advance(ms=TALK.end_ms + 50)
    strike(window, "1")
    strike(window, "a")
    qtbot.waitUntil(lambda: _place(window) == "screen.closeness")
    assert _state(window).tally("opens-with-purpose", seen=True) == 1
    assert _state(window).floor == Floor.REP


def test_the_talk_waits_while_the_call_is_paused(qtbot: QtBot, window: PracticeWindow, hand: Hand) -> None:
    _start(qtbot, window)
    hand.wait_until(5_000)
    strike(window, "p")
    said = _said(window)
    hand.wait_until(10 * TALK.end_ms)
    assert _said(window) == said
    assert _place(window) == "screen.observe"


# Ways out


def test_again_begins_anew_with_a_call_of_its_own(qtbot: QtBot, window: PracticeWindow, hand: Hand) -> None:
    _start(qtbot, window)
    hand.wait_until(20_000)
    strike(window, "1")
    qtbot.mousePress(find(window, LiveButton, "observe.end"), Qt.MouseButton.LeftButton)
    first = _state(window)
    press(qtbot, window, "closeness.again")
    assert _place(window) == "screen.practise"
    _start(qtbot, window)
    assert _said(window).endswith(TALK.lines[0].words)
    assert _state(window) is not first
    assert _state(window).tally("opens-with-purpose", seen=True) == 0


@pytest.mark.parametrize("way", ["button", "keys"])
def test_back_leads_out_of_this_window(qtbot: QtBot, window: PracticeWindow, way: str) -> None:
    _start(qtbot, window)
    qtbot.mousePress(find(window, LiveButton, "observe.end"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.left):
        if way == "button":
            press(qtbot, window, "closeness.back")
        else:
            qtbot.keyClick(window, Qt.Key.Key_Left, ALT)


def test_no_key_leads_away_from_the_live_screen(qtbot: QtBot, window: PracticeWindow) -> None:
    _start(qtbot, window)
    with qtbot.assertNotEmitted(window.left):
        qtbot.keyClick(window, Qt.Key.Key_Left, ALT)


def test_there_is_no_side_bar_to_get_lost_with(qtbot: QtBot, window: PracticeWindow) -> None:
    assert not find(window, PaintedButton, "nav.reps").isVisible()


def test_a_window_that_is_closed_plays_no_more(qtbot: QtBot, window: PracticeWindow, hand: Hand) -> None:
    _start(qtbot, window)
    said = _said(window)
    window.close()
    with qtbot.assertNotEmitted(window.director.over):
        hand.wait_until(TALK.end_ms)
    assert _said(window) == said


def test_a_window_that_is_done_with_goes_away(qapp: QApplication, qtbot: QtBot, session: Session) -> None:
    window = PracticeWindow(session, WindowState(session.folder))
    window.begin(write_practice(session).result())
    window.close()
    window.deleteLater()
    gone = weakref.ref(window)
    del window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert gone() is None


@every_look
def test_captions_and_live_screen_can_be_read_in_every_look(
    qapp: QApplication, qtbot: QtBot, session: Session, clock: FakeClock, look: Look
) -> None:
    with worn(qapp, look):
        window = _shown(qtbot, session)
        hand = Hand(window, clock)
        _start(qtbot, window)
        for line in TALK.lines:
            hand.wait_until(line.start_ms)
            assert_all_can_be_read(window)
