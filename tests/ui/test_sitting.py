from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn
from uuid import UUID

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scoring.call_type import CallType
from scoring.entry import (
    Amended,
    Floor,
    FloorTaken,
    HandedBack,
    Introduced,
    Introduction,
    Marked,
    Moment,
    SteppedIn,
    WordsHeard,
)
from scoring.notes import BegunWords
from scoring.preferences import Preferences
from scoring.rubric import default_rubric
from scoring.state import Phase
from scoring.teeup import StepInReason
from tests.builders import FakeClock, a_rep, a_tee_up
from ui.session import Session
from ui.sitting import Names, Sitting

ASKS = "asks-before-answering"
CALM = "stays-calm"
LONGEST_S = 100


def _call(session: Session, **details: object) -> UUID:
    """:returns: a call with Priya Nair that has just begun."""
    rep = a_rep("Priya Nair")
    session.save_rep(rep)
    plan = {"customer": " Northgate Dental ", "rubric_id": default_rubric().id, **details}
    call_id = session.add_call(rep.id, a_tee_up(**plan))
    session.book(call_id).start()
    return call_id


Sit = Callable[[UUID], Sitting]


@pytest.fixture
def sit(qtbot: QtBot, session: Session) -> Sit:
    """``sit(call_id)`` sits in on a call."""
    face = QWidget()
    qtbot.addWidget(face)

    def begin(call_id: UUID) -> Sitting:
        made = Sitting(session, face)
        made.begin(call_id)
        return made

    return begin


@pytest.fixture
def sitting(session: Session, sit: Sit) -> Sitting:
    session.save_preferences(Preferences(long_floor_s=LONGEST_S))
    return sit(_call(session))


def _marks(sitting: Sitting) -> list[tuple[str, bool, str]]:
    return [(mark.skill, mark.seen, mark.words) for _, mark in sitting.state.of(Marked)]


def _heard(sitting: Sitting) -> list[str]:
    return [words.text for _, words in sitting.state.of(WordsHeard)]


def _amendments(sitting: Sitting) -> int:
    return sum(isinstance(item.what, Amended) for item in sitting.state.entries.values())


# What there is to see


def test_marks_that_are_saved_and_marks_that_wait_are_told_apart(
    qtbot: QtBot, session: Session, sitting: Sitting
) -> None:
    sitting.tap(ASKS, True)
    qtbot.waitUntil(lambda: not session.pending)
    sitting.tap(ASKS, True)
    sitting.tap(CALM, False)
    assert sitting.tallies() == {(ASKS, True): (1, 1), (CALM, False): (0, 1)}
    qtbot.waitUntil(lambda: not session.pending)
    assert sitting.tallies() == {(ASKS, True): (2, 0), (CALM, False): (1, 0)}


def test_a_face_is_told_of_what_is_logged_and_saved(qtbot: QtBot, sitting: Sitting) -> None:
    with qtbot.waitSignals([sitting.changed, sitting.changed]):
        sitting.moment()


def test_a_face_hears_nothing_of_another_call(qtbot: QtBot, session: Session, sitting: Sitting) -> None:
    qtbot.waitUntil(lambda: not session.pending)
    told: list[bool] = []
    sitting.changed.connect(lambda: told.append(True))
    session.call_changed.emit(UUID(int=1))
    assert told == []


def test_the_time_is_told_in_minutes_and_says_when_it_stands_still(
    sitting: Sitting, clock: FakeClock
) -> None:
    clock.advance(minutes=18, seconds=59)
    assert sitting.time_words() == "18 min"
    sitting.pause()
    assert sitting.time_words() == "18 min, paused"
    sitting.pause()
    assert sitting.time_words() == "18 min"


def test_shares_stand_there_only_from_ten_minutes_of_floor_on(sitting: Sitting, clock: FakeClock) -> None:
    for minute in range(10):
        assert sitting.names() == Names(rep="Priya", customer="Northgate Dental", shares={}), minute
        for who in (Floor.REP, Floor.CUSTOMER):
            sitting.floor(who)
            clock.advance(seconds=30)
    sitting.moment()
    assert sitting.names().shares == {Floor.REP: 50, Floor.CUSTOMER: 50, Floor.ME: 0}


def test_the_reasons_offered_are_those_agreed_and_another(session: Session, sit: Sit) -> None:
    agreed = (StepInReason.FACTS, StepInReason.OTHER)
    assert sit(_call(session, step_in_reasons=agreed)).reasons() == list(agreed)
    assert sit(_call(session, step_in_reasons=())).reasons() == [StepInReason.OTHER]


def test_logging_never_waits_for_the_disk(
    monkeypatch: pytest.MonkeyPatch, session: Session, sitting: Sitting, clock: FakeClock
) -> None:
    def wait(_job: object) -> NoReturn:
        raise AssertionError("it waited for the disk")

    monkeypatch.setattr(session, "ask", wait)
    sitting.tap(ASKS, True)
    sitting.step()
    sitting.pause()
    clock.advance(minutes=1)
    sitting.undo()
    assert sitting.rubric == default_rubric()
    assert sitting.names().rep == "Priya"
    assert sitting.tallies()
    assert sitting.reasons()


# Logging


def test_each_press_is_one_entry(sitting: Sitting) -> None:
    sitting.tap(ASKS, True)
    sitting.floor(Floor.CUSTOMER)
    sitting.introduced(Introduction.AS_BOSS)
    sitting.moment()
    sitting.step()
    sitting.step()
    kinds = [type(item.what) for item in sitting.state.entries.values()]
    assert kinds[-6:] == [Marked, FloorTaken, Introduced, Moment, SteppedIn, HandedBack]


def test_the_reason_for_stepping_in_is_asked_until_it_is_given_and_is_one_amendment(sitting: Sitting) -> None:
    assert not sitting.asks_why()
    sitting.step()
    assert sitting.asks_why()
    sitting.give_reason(StepInReason.FACTS)
    assert not sitting.asks_why()
    assert sitting.state.last_of(SteppedIn) == SteppedIn(reason=StepInReason.FACTS)
    assert _amendments(sitting) == 1
    sitting.undo()
    assert sitting.asks_why()


def test_what_else_was_agreed_is_said_in_words(session: Session, sit: Sit) -> None:
    sitting = sit(_call(session, step_in_other="Legal terms come up"))
    sitting.step()
    sitting.give_reason(StepInReason.OTHER)
    step = sitting.state.last_of(SteppedIn)
    assert step == SteppedIn(reason=StepInReason.OTHER, words="Legal terms come up")


def test_the_reason_goes_to_the_step_that_is_open(sitting: Sitting, clock: FakeClock) -> None:
    for _ in range(3):
        sitting.step()
        clock.advance(seconds=10)
    sitting.give_reason(StepInReason.OTHER)
    assert [step.reason for _, step in sitting.state.of(SteppedIn)] == [None, StepInReason.OTHER]


def test_what_is_undone_comes_again(sitting: Sitting) -> None:
    sitting.tap(ASKS, True)
    sitting.undo()
    assert _marks(sitting) == []
    sitting.redo()
    assert _marks(sitting) == [(ASKS, True, "")]


def test_pausing_shows_the_time_at_once(qtbot: QtBot, sitting: Sitting) -> None:
    with qtbot.waitSignal(sitting.minute_passed):
        sitting.pause()
    assert sitting.state.is_paused


# Words


def test_words_go_to_the_mark_that_was_held(qtbot: QtBot, sitting: Sitting) -> None:
    sitting.tap(ASKS, True)
    sitting.tap(CALM, False)
    with qtbot.waitSignal(sitting.words_wanted):
        sitting.hold(ASKS, True)
    sitting.store_words("So what?")
    assert _marks(sitting) == [(ASKS, True, "So what?"), (CALM, False, "")]
    sitting.store_words("Too steep")
    assert _heard(sitting) == ["Too steep"], "the next words are for nothing in particular"


def test_holding_a_mark_that_was_taken_back_asks_for_nothing(qtbot: QtBot, sitting: Sitting) -> None:
    sitting.tap(ASKS, True)
    sitting.undo()
    with qtbot.assertNotEmitted(sitting.words_wanted):
        sitting.hold(ASKS, True)
        sitting.hold(CALM, True)


def test_begun_words_are_there_after_a_crash_and_still_belong_to_their_mark(
    sit: Sit, sitting: Sitting
) -> None:
    sitting.tap(ASKS, True)
    sitting.hold(ASKS, True)
    sitting.keep_words("So wh")
    again = sit(sitting.book.call_id)  # nobody left the first one
    assert again.begun.text == "So wh"
    again.store_words("So what?")
    assert _marks(again) == [(ASKS, True, "So what?")]
    assert sit(sitting.book.call_id).begun == BegunWords()


def test_begun_words_are_stored_when_nobody_looks_on_any_more(sitting: Sitting) -> None:
    sitting.keep_words("Too st")
    sitting.rest()
    sitting.rest()
    assert _heard(sitting) == ["Too st"]


@pytest.mark.parametrize("text", ["", "   "])
def test_no_words_are_no_entry(sitting: Sitting, text: str) -> None:
    before = sitting.state.count
    sitting.keep_words(text)
    sitting.rest()
    assert sitting.state.count == before


def test_a_mark_is_forgotten_when_the_keys_go_back_without_words(sitting: Sitting) -> None:
    sitting.tap(ASKS, True)
    sitting.hold(ASKS, True)
    sitting.let_words_wait()
    sitting.store_words("Too steep")
    assert _heard(sitting) == ["Too steep"]


def test_words_for_what_was_taken_back_go_on_and_wait(session: Session, sitting: Sitting) -> None:
    sitting.tap(ASKS, True)
    gone = sitting.state.done[-1]
    sitting.undo()
    before = sitting.state.count
    sitting.go_on_with_words(gone, "So wh")
    assert sitting.state.count == before, "nothing is logged, or there would be nothing to redo"
    assert session.draft(sitting.book.call_id, BegunWords) == BegunWords(text="So wh", entry=gone)
    sitting.redo()
    sitting.store_words(sitting.begun.text)
    assert _marks(sitting) == [(ASKS, True, "So wh")]


def test_words_that_go_on_push_out_no_others(sitting: Sitting) -> None:
    sitting.keep_words("Too steep")
    sitting.go_on_with_words(UUID(int=7), "So wh")
    assert _heard(sitting) == ["Too steep"]
    sitting.rest()
    assert _heard(sitting) == ["Too steep", "So wh"]


# For long


def _late_timer(sitting: Sitting) -> QTimer:
    """:returns: the timer that is not the clock's: the one that runs while the manager has the floor and has time."""
    return sitting.findChildren(QTimer)[1]


def _waits(sitting: Sitting) -> int | None:
    """:returns: how long (ms) the face waits to be told, or None where it does not."""
    timer = _late_timer(sitting)
    return timer.interval() if timer.isActive() else None


def _ring(sitting: Sitting) -> None:
    """Let the time be up that is waited for."""
    timer = _late_timer(sitting)
    assert timer.isActive()
    timer.stop()
    timer.timeout.emit()


def test_the_manager_is_late_after_the_time_they_set(sitting: Sitting, clock: FakeClock) -> None:
    sitting.floor(Floor.ME)
    clock.advance(seconds=LONGEST_S - 0.001)
    assert not sitting.is_late
    clock.advance(ms=1)
    assert sitting.is_late


@pytest.mark.parametrize("who", [Floor.REP, Floor.CUSTOMER, Floor.NOBODY])
def test_nobody_else_is_ever_late(sitting: Sitting, clock: FakeClock, who: Floor) -> None:
    sitting.floor(who)
    clock.advance(minutes=30)
    assert not sitting.is_late
    assert _waits(sitting) is None


@pytest.mark.parametrize("call_type", [kind for kind in CallType if kind != CallType.OBSERVE])
def test_who_is_to_speak_is_never_late(
    session: Session, sit: Sit, clock: FakeClock, call_type: CallType
) -> None:
    sitting = sit(_call(session, call_type=call_type))
    sitting.floor(Floor.ME)
    clock.advance(minutes=30)
    assert not sitting.is_late
    assert _waits(sitting) is None


def test_who_wants_to_hear_nothing_of_it_is_never_late(
    session: Session, sitting: Sitting, clock: FakeClock
) -> None:
    session.save_preferences(Preferences(long_floor_s=0))
    sitting.floor(Floor.ME)
    clock.advance(minutes=30)
    assert not sitting.is_late
    assert _waits(sitting) is None


def test_a_pause_does_not_count(sitting: Sitting, clock: FakeClock) -> None:
    sitting.floor(Floor.ME)
    clock.advance(seconds=LONGEST_S - 10)
    sitting.pause()
    clock.advance(minutes=10)
    assert not sitting.is_late
    assert _waits(sitting) is None
    sitting.pause()
    assert not sitting.is_late
    assert _waits(sitting) == 10_000
    clock.advance(seconds=10)
    assert sitting.is_late


def test_a_long_stretch_is_over_when_the_floor_goes_on(sitting: Sitting, clock: FakeClock) -> None:
    sitting.floor(Floor.ME)
    clock.advance(minutes=5)
    sitting.floor(Floor.REP)
    assert not sitting.is_late
    sitting.floor(Floor.ME)
    assert not sitting.is_late


def test_a_floor_that_came_by_a_correction_counts_from_where_it_was_corrected(
    sitting: Sitting, clock: FakeClock
) -> None:
    sitting.floor(Floor.REP)
    clock.advance(seconds=130)
    sitting.book.correct_floor(Floor.ME, 60_000)
    assert not sitting.is_late
    assert _waits(sitting) == 30_000
    clock.advance(seconds=30)
    assert sitting.is_late


def test_a_floor_that_was_corrected_away_is_nobodys_long_stretch(sitting: Sitting, clock: FakeClock) -> None:
    sitting.floor(Floor.ME)
    clock.advance(minutes=5)
    sitting.book.correct_floor(Floor.REP, 60_000)
    assert not sitting.is_late


def test_a_long_stretch_whose_beginning_was_moved_counts_from_there(
    sitting: Sitting, clock: FakeClock
) -> None:
    sitting.floor(Floor.REP)
    clock.advance(seconds=50)
    sitting.floor(Floor.ME)
    clock.advance(seconds=50)
    sitting.book.correct_floor(Floor.REP, 50_000, 80_000)
    assert _waits(sitting) == (LONGEST_S - 20) * 1000, "given to the rep up to then"
    sitting.book.correct_floor(Floor.ME, 45_000, 80_000)
    assert _waits(sitting) == (LONGEST_S - 55) * 1000, "and really begun before"
    sitting.book.correct_floor(Floor.ME, 0, 10_000)
    assert _waits(sitting) == (LONGEST_S - 55) * 1000, "what is over is no part of it"


def test_a_tap_after_a_correction_counts_from_the_tap(sitting: Sitting, clock: FakeClock) -> None:
    sitting.floor(Floor.REP)
    clock.advance(minutes=5)
    sitting.book.correct_floor(Floor.CUSTOMER, 1_000)
    clock.advance(seconds=1)
    sitting.floor(Floor.ME)
    assert _waits(sitting) == LONGEST_S * 1000


def test_the_face_is_told_when_it_is_time(qtbot: QtBot, sitting: Sitting, clock: FakeClock) -> None:
    sitting.floor(Floor.ME)
    assert _waits(sitting) == LONGEST_S * 1000
    clock.advance(seconds=30)
    sitting.moment()
    assert _waits(sitting) == (LONGEST_S - 30) * 1000, "not longer because something else was logged"
    clock.advance(seconds=LONGEST_S - 30)
    with qtbot.waitSignal(sitting.changed):
        _ring(sitting)
    assert sitting.is_late
    assert _waits(sitting) is None, "told once"


def test_a_timer_that_rings_early_waits_for_the_rest(sitting: Sitting, clock: FakeClock) -> None:
    sitting.floor(Floor.ME)
    clock.advance(seconds=LONGEST_S - 0.4)
    _ring(sitting)
    assert not sitting.is_late
    assert _waits(sitting) == 400


def test_a_face_that_is_taken_up_while_the_manager_speaks_waits_for_the_rest(
    sit: Sit, sitting: Sitting, clock: FakeClock
) -> None:
    sitting.floor(Floor.ME)
    clock.advance(seconds=30)
    assert _waits(sit(sitting.book.call_id)) == (LONGEST_S - 30) * 1000


def test_nothing_wakes_the_computer_for_a_face_nobody_looks_at(sitting: Sitting) -> None:
    sitting.floor(Floor.ME)
    sitting.rest()
    sitting.book.moment()
    assert [timer for timer in sitting.findChildren(QTimer) if timer.isActive()] == []


def test_nothing_is_late_or_waited_for_once_the_call_is_over(sitting: Sitting, clock: FakeClock) -> None:
    sitting.floor(Floor.ME)
    clock.advance(minutes=5)
    sitting.end()
    assert sitting.state.phase == Phase.ENDED
    assert not sitting.is_late
    assert [timer for timer in sitting.findChildren(QTimer) if timer.isActive()] == []
