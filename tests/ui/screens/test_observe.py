from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import scoring.keeper
from scoring.entry import (
    Entry,
    Floor,
    HandedBack,
    Introduced,
    Introduction,
    Marked,
    Moment,
    SteppedIn,
    WordsHeard,
)
from scoring.errors import KnownError
from scoring.people import Manager, Rep
from scoring.preferences import Preferences
from scoring.state import Phase
from scoring.store import Store
from scoring.teeup import StepInReason
from tests.builders import FakeClock, a_rep
from tests.ui.finding import find
from tests.ui.keyboard import CTRL, NONE, SHIFT, key_at, send, strike, tell_places
from tests.ui.looks import Look, assert_all_can_be_read, every_look, settle, worn
from tests.ui.screens.aftercall import everything_said_by
from tests.ui.screens.live import (
    LEFT,
    NAMES,
    SKILLS,
    Gate,
    a_running_call,
    all_saved,
    curtain_of,
    floors,
    heard,
    hit,
    marks,
    press,
    shown,
    state_of,
    tile,
    words_field,
    write,
)
from ui.screens.observe import ObserveScreen
from ui.session import Session
from ui.widgets.floor_tile import FloorTile
from ui.widgets.live_choices import LiveChoices
from ui.widgets.mark_tile import MarkTile
from ui.widgets.press_button import HOLD_MS, PressButton
from ui.widgets.save_state import SaveState
from ui.widgets.words_field import WordsField

ALT = Qt.KeyboardModifier.AltModifier
META = Qt.KeyboardModifier.MetaModifier


@pytest.fixture
def priya(session: Session) -> Rep:
    rep = a_rep("Priya Nair")
    session.save_rep(rep)
    return rep


@pytest.fixture
def call_id(session: Session, priya: Rep) -> UUID:
    """A call that has just begun."""
    return a_running_call(session, priya)


@pytest.fixture
def screen(qtbot: QtBot, session: Session, call_id: UUID, monkeypatch: pytest.MonkeyPatch) -> ObserveScreen:
    """Sit in, on a keyboard whose places are known."""
    tell_places(monkeypatch)
    return shown(qtbot, session, call_id)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    gate = Gate(Store.append)

    def append(store: Store, entries: list[Entry]) -> None:
        gate.let_through(store, entries)

    monkeypatch.setattr(Store, "append", append)
    monkeypatch.setattr(scoring.keeper, "RETRY_SECONDS", 0.01)
    yield gate
    gate.open.set()


# One key, one entry


def test_each_key_of_the_number_row_is_a_skill_seen(screen: ObserveScreen) -> None:
    for place in "123456789":
        strike(screen, place)
    assert marks(screen) == [(number, True, "") for number in range(1, 10)]


def test_the_key_below_each_number_is_that_skill_missed(screen: ObserveScreen) -> None:
    for place in "qwertyuio":
        strike(screen, place)
    assert marks(screen) == [(number, False, "") for number in range(1, 10)]


def test_the_keys_stay_where_they_are_on_a_french_keyboard(screen: ObserveScreen) -> None:
    strike(screen, "q", Qt.Key.Key_A)
    strike(screen, "a", Qt.Key.Key_Q)
    strike(screen, "2", Qt.Key.Key_Eacute)
    assert marks(screen) == [(1, False, ""), (2, True, "")]
    assert floors(screen) == [Floor.REP]


def test_four_keys_say_who_has_the_floor(screen: ObserveScreen) -> None:
    for place in "asdf":
        strike(screen, place)
    assert floors(screen) == [Floor.REP, Floor.CUSTOMER, Floor.ME, Floor.NOBODY]
    assert find(screen, FloorTile, "observe.nobody").isChecked()
    assert not find(screen, FloorTile, "observe.me").isChecked()


def test_pressing_who_has_the_floor_already_says_nothing_new(screen: ObserveScreen, clock: FakeClock) -> None:
    for _ in range(3):
        strike(screen, "a")
        clock.advance(seconds=1)
    assert floors(screen) == [Floor.REP]


@pytest.mark.parametrize("held", [ALT, META, CTRL | ALT])
def test_keys_with_alt_or_the_windows_key_log_nothing(
    qtbot: QtBot, screen: ObserveScreen, held: Qt.KeyboardModifier
) -> None:
    before = state_of(screen).count
    for place in "1qdgpz":
        strike(screen, place, modifiers=held)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Escape):
        press(qtbot, screen, key, held)
    assert state_of(screen).count == before
    assert not curtain_of(screen).isVisible()


def test_space_marks_the_moment(qtbot: QtBot, screen: ObserveScreen) -> None:
    press(qtbot, screen, Qt.Key.Key_Space)
    assert len(list(state_of(screen).of(Moment))) == 1


def test_a_key_that_is_held_down_is_one_tap(screen: ObserveScreen, clock: FakeClock) -> None:
    send(screen, key_at("1"))
    for _ in range(20):
        clock.advance(ms=200)
        send(screen, key_at("1", held=True))
    send(screen, key_at("1", kind=QEvent.Type.KeyRelease))
    assert marks(screen) == [(1, True, "")]


def test_a_repetition_that_looks_like_a_new_press_is_no_tap(screen: ObserveScreen, clock: FakeClock) -> None:
    send(screen, key_at("1", at_ms=1_000))
    clock.advance(ms=500)
    send(screen, key_at("1", kind=QEvent.Type.KeyRelease, at_ms=1_500))
    send(screen, key_at("1", at_ms=1_501))
    assert marks(screen) == [(1, True, "")]


@pytest.mark.parametrize(("apart_ms", "taps"), [(0, 1), (179, 1), (180, 2)])
def test_a_double_press_within_180_ms_is_one_tap(
    screen: ObserveScreen, clock: FakeClock, apart_ms: int, taps: int
) -> None:
    strike(screen, "3")
    clock.advance(ms=apart_ms)
    strike(screen, "3")
    assert len(marks(screen)) == taps


def test_different_keys_in_one_breath_all_count(screen: ObserveScreen) -> None:
    for place in "1q2wa":
        strike(screen, place)
    assert len(marks(screen)) == 4
    assert floors(screen) == [Floor.REP]


def test_taps_get_the_time_of_the_call_they_were_made_at(screen: ObserveScreen, clock: FakeClock) -> None:
    clock.advance(minutes=2)
    strike(screen, "1")
    clock.advance(seconds=30)
    strike(screen, "q")
    assert [item.offset_ms for item, _ in state_of(screen).of(Marked)] == [120_000, 150_000]


def test_the_pointer_logs_when_the_finger_comes_down(qtbot: QtBot, screen: ObserveScreen) -> None:
    qtbot.mousePress(tile(screen, 4).missed, LEFT)
    assert marks(screen) == [(4, False, "")]
    qtbot.mouseRelease(tile(screen, 4).missed, LEFT)
    assert marks(screen) == [(4, False, "")]


def test_logging_by_pointer_leaves_the_keys_with_the_screen(qtbot: QtBot, screen: ObserveScreen) -> None:
    hit(qtbot, screen, "observe.rep")
    hit(qtbot, screen, f"skill.{SKILLS[0]}.seen")
    strike(screen, "2")
    assert marks(screen) == [(1, True, ""), (2, True, "")]


def test_tab_and_return_press_the_focused_control(qtbot: QtBot, screen: ObserveScreen) -> None:
    press(qtbot, screen, Qt.Key.Key_Tab)
    focused = screen.focusWidget()
    assert isinstance(focused, PressButton)
    press(qtbot, screen, Qt.Key.Key_Return)
    assert state_of(screen).introduction is not None or floors(screen) or marks(screen)


def test_the_number_row_still_logs_while_a_control_has_the_focus(qtbot: QtBot, screen: ObserveScreen) -> None:
    press(qtbot, screen, Qt.Key.Key_Tab)
    strike(screen, "5")
    assert marks(screen) == [(5, True, "")]


# Undo and redo


def test_backspace_and_ctrl_z_take_back_and_ctrl_y_brings_again(screen: ObserveScreen, qtbot: QtBot) -> None:
    for place in "123":
        strike(screen, place)
    press(qtbot, screen, Qt.Key.Key_Backspace)
    strike(screen, "z", Qt.Key.Key_Z, CTRL)
    assert marks(screen) == [(1, True, "")]
    strike(screen, "y", Qt.Key.Key_Y, CTRL)
    strike(screen, "y", Qt.Key.Key_Y, CTRL)
    assert marks(screen) == [(1, True, ""), (2, True, ""), (3, True, "")]


@pytest.mark.parametrize("place", ["y", "w"], ids=["German", "French"])
def test_ctrl_z_takes_back_wherever_the_z_is(screen: ObserveScreen, place: str) -> None:
    strike(screen, "1")
    strike(screen, place, Qt.Key.Key_Z, CTRL)
    assert marks(screen) == []


def test_without_ctrl_the_place_of_the_y_is_a_skill_missed(screen: ObserveScreen) -> None:
    strike(screen, "y", Qt.Key.Key_Z)
    assert marks(screen) == [(6, False, "")]


def test_the_undo_button_waits_until_there_is_something_to_undo(qtbot: QtBot, screen: ObserveScreen) -> None:
    undo = find(screen, PressButton, "observe.undo")
    assert not undo.isEnabled()
    strike(screen, "1")
    assert undo.isEnabled()
    hit(qtbot, screen, "observe.undo")
    assert marks(screen) == []
    assert not undo.isEnabled()


# Words


def test_enter_gives_the_keys_to_the_words_and_enter_gives_them_back(
    qtbot: QtBot, screen: ObserveScreen
) -> None:
    press(qtbot, screen, Qt.Key.Key_Return)
    write(qtbot, screen, "12 dogs & a cat")
    press(qtbot, screen, Qt.Key.Key_Return)
    strike(screen, "1")
    assert [words.text for _, words in state_of(screen).of(WordsHeard)] == ["12 dogs & a cat"]
    assert marks(screen) == [(1, True, "")]
    assert words_field(screen).text() == ""


def test_esc_gives_the_keys_back_and_lets_the_words_wait(qtbot: QtBot, screen: ObserveScreen) -> None:
    press(qtbot, screen, Qt.Key.Key_Return)
    write(qtbot, screen, "What would")
    press(qtbot, screen, Qt.Key.Key_Escape)
    strike(screen, "1")
    assert heard(screen) == []
    assert marks(screen) == [(1, True, "")]
    assert not curtain_of(screen).isVisible()
    press(qtbot, screen, Qt.Key.Key_Return)
    write(qtbot, screen, " it cost?")
    press(qtbot, screen, Qt.Key.Key_Return)
    assert heard(screen) == ["What would it cost?"]


def test_words_half_typed_are_still_there_after_the_curtain(qtbot: QtBot, screen: ObserveScreen) -> None:
    press(qtbot, screen, Qt.Key.Key_Return)
    write(qtbot, screen, "What would")
    hit(qtbot, screen, "observe.curtain")
    press(qtbot, screen, Qt.Key.Key_Escape)
    assert words_field(screen).text() == "What would"


def test_words_half_typed_are_there_again_after_a_crash(
    qtbot: QtBot, session: Session, screen: ObserveScreen, call_id: UUID
) -> None:
    qtbot.keyClicks(find(screen, WordsField, "observe.words"), "So what hap")
    after_the_crash = shown(qtbot, session, call_id)  # nobody left the first one
    words = find(after_the_crash, WordsField, "observe.words")
    assert words.text() == "So what hap"
    qtbot.keyClick(words, Qt.Key.Key_Return)
    assert find(shown(qtbot, session, call_id), WordsField, "observe.words").text() == ""


def test_words_half_typed_are_stored_when_the_call_ends(
    qtbot: QtBot, screen: ObserveScreen, clock: FakeClock
) -> None:
    press(qtbot, screen, Qt.Key.Key_Return)
    write(qtbot, screen, "What would it cost")
    clock.advance(seconds=5)
    hit(qtbot, screen, "observe.end")
    assert state_of(screen).phase == Phase.ENDED
    assert heard(screen) == ["What would it cost"]
    assert words_field(screen).text() == ""


def test_words_half_typed_are_stored_when_the_window_goes_away(qtbot: QtBot, screen: ObserveScreen) -> None:
    press(qtbot, screen, Qt.Key.Key_Return)
    write(qtbot, screen, "What would it cost")
    screen.leave()
    screen.leave()
    assert heard(screen) == ["What would it cost"]


def test_words_left_for_one_mark_do_not_go_to_another(
    qtbot: QtBot, screen: ObserveScreen, clock: FakeClock
) -> None:
    strike(screen, "1", modifiers=SHIFT)
    write(qtbot, screen, "Good question")
    press(qtbot, screen, Qt.Key.Key_Escape)
    clock.advance(seconds=5)
    strike(screen, "2", modifiers=SHIFT)
    write(qtbot, screen, "Waited")
    press(qtbot, screen, Qt.Key.Key_Return)
    assert marks(screen) == [(1, True, "Good question"), (2, True, "Waited")]


def test_shift_asks_for_words_of_that_mark_and_not_of_another(qtbot: QtBot, screen: ObserveScreen) -> None:
    strike(screen, "2")
    strike(screen, "w")
    strike(screen, "1", Qt.Key.Key_Exclam, SHIFT)
    assert "mark" in words_field(screen).placeholderText()
    write(qtbot, screen, "Good question")
    press(qtbot, screen, Qt.Key.Key_Return)
    assert marks(screen) == [(2, True, ""), (2, False, ""), (1, True, "Good question")]
    assert "mark" not in words_field(screen).placeholderText()


def test_holding_a_half_asks_for_words_of_that_mark(qtbot: QtBot, screen: ObserveScreen) -> None:
    half = tile(screen, 5).missed
    with qtbot.waitSignal(half.held, timeout=HOLD_MS * 10):
        qtbot.mousePress(half, LEFT)
    qtbot.mouseRelease(half, LEFT)
    write(qtbot, screen, "Too soon")
    press(qtbot, screen, Qt.Key.Key_Return)
    assert marks(screen) == [(5, False, "Too soon")]


def test_words_go_to_the_half_that_was_pressed(qtbot: QtBot, screen: ObserveScreen) -> None:
    strike(screen, "1")
    strike(screen, "q", modifiers=SHIFT)
    write(qtbot, screen, "Interrupted")
    press(qtbot, screen, Qt.Key.Key_Return)
    assert marks(screen) == [(1, True, ""), (1, False, "Interrupted")]


def test_a_mark_taken_back_while_it_is_held_asks_for_nothing(qtbot: QtBot, screen: ObserveScreen) -> None:
    half = tile(screen, 1).seen
    qtbot.mousePress(half, LEFT)
    screen.session.book(screen.subject).undo()
    with qtbot.waitSignal(half.held, timeout=HOLD_MS * 10):
        pass
    qtbot.mouseRelease(half, LEFT)
    assert screen.focusWidget() is not words_field(screen)


def test_words_for_a_mark_that_was_taken_back_are_kept_as_words_heard(
    qtbot: QtBot, screen: ObserveScreen
) -> None:
    strike(screen, "1", modifiers=SHIFT)
    strike(screen, "z", modifiers=CTRL)
    write(qtbot, screen, "Keep me")
    press(qtbot, screen, Qt.Key.Key_Return)
    assert marks(screen) == []
    assert [words.text for _, words in state_of(screen).of(WordsHeard)] == ["Keep me"]


def test_ctrl_logs_while_the_words_have_the_keys(qtbot: QtBot, screen: ObserveScreen) -> None:
    press(qtbot, screen, Qt.Key.Key_Return)
    write(qtbot, screen, "We tried")
    strike(screen, "1", modifiers=CTRL)
    strike(screen, "s", modifiers=CTRL)
    press(qtbot, screen, Qt.Key.Key_Space, CTRL)
    assert marks(screen) == [(1, True, "")]
    assert floors(screen) == [Floor.CUSTOMER]
    assert len(list(state_of(screen).of(Moment))) == 1
    assert words_field(screen).text() == "We tried"
    assert screen.focusWidget() is words_field(screen)


def test_a_key_that_gives_the_keys_away_does_nothing_more_while_it_is_held(
    qtbot: QtBot, screen: ObserveScreen
) -> None:
    send(screen, key_at("1", Qt.Key.Key_Exclam, SHIFT))
    for _ in range(5):
        send(screen, key_at("1", Qt.Key.Key_Exclam, SHIFT, held=True))
    assert words_field(screen).text() == ""
    send(screen, key_at("1"))
    send(screen, key_at("1", held=True))
    assert words_field(screen).text() == "11", "pressed anew it writes, and repeats"


def test_letters_held_down_while_writing_repeat_as_usual(qtbot: QtBot, screen: ObserveScreen) -> None:
    press(qtbot, screen, Qt.Key.Key_Return)
    send(screen, key_at("o"))
    send(screen, key_at("o", held=True))
    assert words_field(screen).text() == "oo"


# The curtain


def test_esc_draws_the_curtain_and_esc_brings_the_screen_back(qtbot: QtBot, screen: ObserveScreen) -> None:
    press(qtbot, screen, Qt.Key.Key_Escape)
    curtain = curtain_of(screen)
    assert curtain.isVisible()
    assert curtain.geometry() == screen.rect()
    press(qtbot, screen, Qt.Key.Key_Escape)
    assert not curtain.isVisible()
    strike(screen, "1")
    assert marks(screen) == [(1, True, "")]


def test_holding_esc_leaves_the_curtain_drawn(qtbot: QtBot, screen: ObserveScreen) -> None:
    escape = Qt.Key.Key_Escape
    press(qtbot, screen, escape)
    for _ in range(5):
        send(screen, key_at("p", escape, held=True))
    assert curtain_of(screen).isVisible()


def test_the_curtain_stays_over_everything_when_the_window_grows(qtbot: QtBot, screen: ObserveScreen) -> None:
    press(qtbot, screen, Qt.Key.Key_Escape)
    screen.resize(1180, 720)
    qtbot.waitUntil(lambda: curtain_of(screen).geometry() == screen.rect())


def test_ctrl_logs_behind_the_curtain_and_writes_nothing_on_it(qtbot: QtBot, screen: ObserveScreen) -> None:
    press(qtbot, screen, Qt.Key.Key_Escape)
    write(qtbot, screen, "Milk")
    strike(screen, "1", modifiers=CTRL)
    strike(screen, "a", modifiers=CTRL)
    strike(screen, "g", modifiers=CTRL)
    assert marks(screen) == [(1, True, "")]
    assert floors(screen) == [Floor.REP]
    assert state_of(screen).is_stepped_in
    assert curtain_of(screen).page.text() == "Milk"


@pytest.mark.parametrize("modifiers", [CTRL, CTRL | SHIFT])
def test_nothing_is_written_into_a_field_nobody_sees(
    qtbot: QtBot, screen: ObserveScreen, modifiers: Qt.KeyboardModifier
) -> None:
    press(qtbot, screen, Qt.Key.Key_Escape)
    strike(screen, "1", modifiers=modifiers)
    press(qtbot, screen, Qt.Key.Key_Return, CTRL)
    write(qtbot, screen, "Bread")
    assert curtain_of(screen).page.text() == "Bread"
    assert marks(screen) == [(1, True, "")]


def test_tab_on_the_curtain_writes_a_tab_and_reaches_nothing_behind_it(
    qtbot: QtBot, screen: ObserveScreen
) -> None:
    before = state_of(screen).count
    press(qtbot, screen, Qt.Key.Key_Escape)
    for key, modifiers in ((Qt.Key.Key_Tab, NONE), (Qt.Key.Key_Backtab, SHIFT), (Qt.Key.Key_Tab, CTRL)):
        press(qtbot, screen, key, modifiers)
        assert screen.focusWidget() is curtain_of(screen).page
    write(qtbot, screen, "3 ok")
    assert curtain_of(screen).page.text() == "\t3 ok"
    assert state_of(screen).count == before


def test_what_stands_on_the_curtain_is_there_the_next_time_and_after_a_crash(
    qtbot: QtBot, session: Session, screen: ObserveScreen
) -> None:
    press(qtbot, screen, Qt.Key.Key_Escape)
    write(qtbot, screen, "Parking at the back")
    press(qtbot, screen, Qt.Key.Key_Escape)
    press(qtbot, screen, Qt.Key.Key_Escape)
    assert curtain_of(screen).page.text() == "Parking at the back"
    again = shown(qtbot, session, screen.subject)
    assert curtain_of(again).page.text() == "Parking at the back"
    assert not curtain_of(again).isVisible()


def test_curtain_notes_are_no_part_of_the_call(qtbot: QtBot, screen: ObserveScreen) -> None:
    before = state_of(screen).count
    press(qtbot, screen, Qt.Key.Key_Escape)
    write(qtbot, screen, "1q a")
    assert state_of(screen).count == before


# The introduction, stepping in, pausing, ending


@pytest.mark.parametrize("how", list(Introduction))
def test_how_one_was_introduced_is_one_press(qtbot: QtBot, screen: ObserveScreen, how: Introduction) -> None:
    hit(qtbot, screen, f"choice.{how}")
    assert state_of(screen).last_of(Introduced) == Introduced(how=how)
    assert not find(screen, LiveChoices, "observe.introduction").isVisible()


def test_the_question_comes_again_when_the_answer_is_taken_back(qtbot: QtBot, screen: ObserveScreen) -> None:
    hit(qtbot, screen, f"choice.{Introduction.AS_BOSS}")
    press(qtbot, screen, Qt.Key.Key_Backspace)
    assert find(screen, LiveChoices, "observe.introduction").isVisible()


def test_stepping_in_asks_why_and_handing_back_is_the_same_key(
    qtbot: QtBot, screen: ObserveScreen, clock: FakeClock
) -> None:
    step = find(screen, PressButton, "observe.step")
    strike(screen, "g")
    assert step.text() == "Handed back"
    hit(qtbot, screen, f"choice.{StepInReason.FACTS}")
    assert not find(screen, LiveChoices, "observe.reasons").isVisible()
    clock.advance(seconds=40)
    strike(screen, "g")
    assert step.text() == "Stepped in"
    ((_, stepped),) = state_of(screen).of(SteppedIn)
    ((back, _),) = state_of(screen).of(HandedBack)
    assert (stepped.reason, back.offset_ms) == (StepInReason.FACTS, 40_000)


def test_no_reason_need_be_given(screen: ObserveScreen, clock: FakeClock) -> None:
    strike(screen, "g")
    clock.advance(seconds=5)
    strike(screen, "g")
    assert not find(screen, LiveChoices, "observe.reasons").isVisible()
    assert not state_of(screen).is_stepped_in


def test_p_pauses_and_goes_on(screen: ObserveScreen, clock: FakeClock) -> None:
    pause = find(screen, PressButton, "observe.pause")
    strike(screen, "p")
    assert (state_of(screen).is_paused, pause.text()) == (True, "Go on")
    assert "paused" in everything_said_by(screen)
    clock.advance(minutes=1)
    strike(screen, "p")
    assert (state_of(screen).is_paused, pause.text()) == (False, "Pause")


def test_a_pause_that_is_undone_is_nowhere_to_be_read(screen: ObserveScreen) -> None:
    strike(screen, "p")
    find(screen, PressButton, "observe.undo").tap()
    assert "paused" not in everything_said_by(screen)


def test_end_leads_on_and_the_call_that_is_not_over_goes_on_here(
    qtbot: QtBot, session: Session, screen: ObserveScreen, clock: FakeClock
) -> None:
    clock.advance(minutes=20)
    with qtbot.waitSignal(screen.call_requested) as requested:
        hit(qtbot, screen, "observe.end")
    assert requested.args == [screen.subject]
    assert state_of(screen).phase == Phase.ENDED
    session.book(screen.subject).reopen()
    screen.show_subject(screen.subject)
    clock.advance(seconds=5)
    strike(screen, "1")
    assert state_of(screen).phase == Phase.RUNNING
    assert marks(screen) == [(1, True, "")]


def test_ending_has_no_key(screen: ObserveScreen, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_E):
        press(qtbot, screen, key)
    assert state_of(screen).phase == Phase.RUNNING


def test_minutes_go_by(screen: ObserveScreen, clock: FakeClock) -> None:
    clock.advance(minutes=18, seconds=59)
    screen.show_subject(screen.subject)
    assert "18 min" in everything_said_by(screen)


# Saved, saving, trouble


def test_a_dot_is_hollow_until_its_entry_is_saved(
    qtbot: QtBot, session: Session, screen: ObserveScreen, disk: Gate
) -> None:
    all_saved(qtbot, session)
    disk.shut()
    strike(screen, "1")
    half = tile(screen, 1).seen
    half.repaint()
    assert half.painted_tally == (0, 1)
    assert "not saved yet" in half.accessibleDescription()
    assert find(screen, SaveState, "save.state").text() == "Saving"
    disk.open.set()
    all_saved(qtbot, session)
    half.repaint()
    assert half.painted_tally == (1, 0)
    assert find(screen, SaveState, "save.state").text() == "All saved"


def test_saved_dots_stay_full_while_new_ones_wait(
    qtbot: QtBot, session: Session, screen: ObserveScreen, clock: FakeClock, disk: Gate
) -> None:
    strike(screen, "1")
    all_saved(qtbot, session)
    disk.shut()
    clock.advance(seconds=1)
    strike(screen, "1")
    half = tile(screen, 1).seen
    half.repaint()
    assert half.painted_tally == (1, 1)


def test_trouble_is_a_sentence_in_the_corner_that_goes_away_and_nothing_is_lost(
    qtbot: QtBot, session: Session, screen: ObserveScreen, clock: FakeClock, disk: Gate
) -> None:
    corner = find(screen, SaveState, "save.state")
    all_saved(qtbot, session)
    with qtbot.waitSignal(session.trouble_changed):
        disk.shut(KnownError("The disk is full", "Make some room; saving goes on by itself."))
        for place in "1q2w":
            clock.advance(seconds=1)
            strike(screen, place)
    assert corner.text() == "The disk is full. Make some room; saving goes on by itself."
    assert len(marks(screen)) == 4, "logging goes on"
    disk.open.set()
    all_saved(qtbot, session)
    qtbot.waitUntil(lambda: corner.text() == "All saved")
    assert session.ask(lambda store: store.state(screen.subject)).tallies == state_of(screen).tallies


def test_the_tiles_of_a_call_taken_up_again_show_what_was_logged(
    qtbot: QtBot, session: Session, screen: ObserveScreen
) -> None:
    strike(screen, "1")
    strike(screen, "a")
    all_saved(qtbot, session)
    again = shown(qtbot, session, screen.subject)
    half = tile(again, 1).seen
    again.grab()
    assert half.painted_tally == (1, 0)
    assert find(again, FloorTile, "observe.rep").isChecked()


# The neutral face


def test_no_name_stands_anywhere_on_the_neutral_face(screen: ObserveScreen) -> None:
    for place in "1qag":
        strike(screen, place)
    said = everything_said_by(screen).casefold()
    assert [name for name in NAMES if name.casefold() in said] == []
    assert screen.title() == "Notes"


def test_counts_and_shares_are_no_words_on_the_screen(screen: ObserveScreen, clock: FakeClock) -> None:
    for place in "asda":
        strike(screen, place)
        clock.advance(minutes=4)
    assert "%" not in everything_said_by(screen)


def test_names_stand_there_when_they_are_asked_for(qtbot: QtBot, session: Session, call_id: UUID) -> None:
    session.save_preferences(Preferences(neutral_face=False))
    screen = shown(qtbot, session, call_id)
    assert find(screen, FloorTile, "observe.rep").text() == "Priya"
    assert find(screen, FloorTile, "observe.customer").text() == "Northgate Dental"
    session.save_preferences(Preferences(neutral_face=True))
    screen.show_subject(call_id)
    assert find(screen, FloorTile, "observe.rep").text() == "Rep"
    assert "Northgate" not in everything_said_by(screen)


# Layout


def _places(screen: ObserveScreen) -> list[tuple[str, QPoint]]:
    return [(part.objectName(), part.mapTo(screen, QPoint())) for part in screen.findChildren(MarkTile)]


def test_the_tiles_do_not_move_when_a_question_is_answered(qtbot: QtBot, screen: ObserveScreen) -> None:
    screen.grab()
    before = _places(screen)
    moved: list[str] = []
    for act in (f"choice.{Introduction.AS_AGREED}", "observe.step", f"choice.{StepInReason.ASKED}"):
        hit(qtbot, screen, act)
        settle()
        screen.grab()
        if _places(screen) != before:
            moved.append(act)
    assert moved == []


@every_look
def test_everything_can_be_read(
    qapp: QApplication, qtbot: QtBot, session: Session, call_id: UUID, look: Look
) -> None:
    with worn(qapp, look):
        screen = shown(qtbot, session, call_id)
        assert_all_can_be_read(screen)
        session.book(call_id).step()
        session.book(call_id).pause()
        screen.show_subject(call_id)
        assert_all_can_be_read(screen)


def test_long_names_wrap_where_names_are_asked_for(
    qtbot: QtBot, session: Session, call_id: UUID, priya: Rep
) -> None:
    session.save_manager(Manager(name="Dana"))
    session.save_preferences(Preferences(neutral_face=False))
    session.save_rep(Rep(id=priya.id, name="Wolfeschlegelsteinhausenbergerdorff Hubert"))
    assert_all_can_be_read(shown(qtbot, session, call_id))


def test_every_control_has_a_name_for_those_who_do_not_see_it(screen: ObserveScreen) -> None:
    unnamed = [
        part
        for part in screen.findChildren(QWidget)
        if part.focusPolicy() != Qt.FocusPolicy.NoFocus and not part.accessibleName()
    ]
    assert unnamed == []
