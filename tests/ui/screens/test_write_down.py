"""Write it down: a call that was not logged, told from memory step by step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from scoring.debrief import MyView
from scoring.entry import Floor, FloorRemembered, Marked, Moment, SteppedIn, WordsHeard
from scoring.floor import floor_figures, step_ins
from scoring.notes import BegunMemories
from scoring.state import CallState, Phase
from scoring.teeup import StepInReason
from tests.builders import NINE, FakeClock
from tests.ui.looks import Look, assert_all_can_be_read, every_look, worn
from tests.ui.screens.aftercall import (
    ASKS,
    CALM,
    an_ended_call,
    everything_said_by,
    find,
    key,
    on_show,
    press,
    priya,
)
from tests.ui.screens.memory import a_call_to_write_down, a_planned_call, a_running_call
from ui.screens.write_down import WriteDownScreen
from ui.session import Session
from ui.widgets.button import PaintedButton
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.spin_fields import WhenField

CTRL = Qt.KeyboardModifier.ControlModifier
STEPS = ("when", "floor", "marks", "moments", "steps")


@pytest.fixture
def call_id(session: Session, clock: FakeClock) -> UUID:
    return a_call_to_write_down(session, clock, priya(session))


@pytest.fixture
def screen(qtbot: QtBot, session: Session, call_id: UUID) -> WriteDownScreen:
    return _shown(qtbot, session, call_id)


def _shown(qtbot: QtBot, session: Session, call_id: UUID) -> WriteDownScreen:
    made = WriteDownScreen(session)
    on_show(qtbot, made, call_id)
    return made


@pytest.fixture
def after_a_crash(
    qtbot: QtBot, session: Session, clock: FakeClock
) -> Iterator[Callable[[UUID], WriteDownScreen]]:
    """Show a call in a new copy of the app; the old one never got to leave its screen."""
    opened: list[Session] = []

    def show_call(call_id: UUID) -> WriteDownScreen:
        session.close()
        opened.append(Session(session.folder, clock))
        with qtbot.waitSignal(opened[-1].opened):
            opened[-1].start()
        return _shown(qtbot, opened[-1], call_id)

    yield show_call
    for one in opened:
        one.close()


def write(screen: WriteDownScreen, name: str, words: str) -> None:
    """Go into a field and type."""
    field = find(screen, QLineEdit, name)
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    QTest.keyClicks(field, words)


def _state(screen: WriteDownScreen) -> CallState:
    return screen.session.state(screen.subject)


def _steps_listed(screen: WriteDownScreen) -> list[str]:
    rows = [
        button for button in screen.findChildren(PaintedButton) if button.objectName().startswith("skill.")
    ]
    return [row.objectName().removeprefix("skill.") for row in rows if row.isVisible()]


def _marks(screen: WriteDownScreen) -> list[tuple[str, bool, str]]:
    return [(mark.skill, mark.seen, mark.words) for _, mark in _state(screen).of(Marked)]


def _newest(screen: WriteDownScreen, kind: type) -> UUID:
    return _state(screen).by_type[kind][-1].entry.id


# When it ended


def test_when_it_ended_is_the_first_and_only_question_until_it_is_answered(
    qtbot: QtBot, session: Session, clock: FakeClock
) -> None:
    screen = _shown(qtbot, session, a_running_call(session, priya(session)))
    clock.advance(minutes=75)
    screen.show_subject(screen.subject)
    assert _steps_listed(screen) == ["when"]
    assert not find(screen, QAbstractButton, "writedown.next").isVisible()
    assert not find(screen, QAbstractButton, "writedown.done").isVisible()
    press(screen, "choice.1")
    state = _state(screen)
    assert (state.phase, state.ended_at) == (Phase.ENDED, NINE + timedelta(minutes=65))
    assert state.end_is_recalled
    assert _steps_listed(screen) == list(STEPS)
    assert "after 1 hour 5 minutes" in everything_said_by(screen)


def test_a_call_cannot_be_said_to_have_ended_before_it_began(
    qtbot: QtBot, session: Session, clock: FakeClock
) -> None:
    call_id = a_running_call(session, priya(session))
    clock.advance(minutes=20)
    screen = _shown(qtbot, session, call_id)
    said = everything_said_by(screen)
    assert "10 minutes ago" in said
    assert "30 minutes ago" not in said


def test_a_wrong_answer_is_put_right_by_another_one(session: Session, screen: WriteDownScreen) -> None:
    press(screen, "skill.when")
    press(screen, "choice.0")
    assert _state(screen).ended_at == NINE + timedelta(minutes=75)
    press(screen, "choice.4")
    assert _state(screen).ended_at == NINE + timedelta(minutes=45), "as planned"


def test_the_time_can_be_written_and_counts_once_the_field_is_left(
    qtbot: QtBot, screen: WriteDownScreen
) -> None:
    press(screen, "skill.when")
    field = find(screen, WhenField, "writedown.at")
    field.setSelectedSection(field.Section.MinuteSection)
    qtbot.keyClicks(field, "40")
    before = _state(screen).count
    press(screen, "writedown.next")
    ended = _state(screen).ended_at
    assert ended is not None
    assert ended.minute == 40
    assert _state(screen).count > before


def test_no_call_ends_in_the_future(qtbot: QtBot, screen: WriteDownScreen, clock: FakeClock) -> None:
    press(screen, "skill.when")
    field = find(screen, WhenField, "writedown.at")
    field.setSelectedSection(field.Section.YearSection)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    screen.leave()
    assert _state(screen).ended_at == clock.now()


def test_a_time_that_was_only_looked_at_changes_nothing(screen: WriteDownScreen) -> None:
    before = _state(screen).count
    press(screen, "skill.when")
    find(screen, WhenField, "writedown.at").setFocus()
    press(screen, "writedown.next")
    screen.leave()
    assert _state(screen).count == before


def test_a_call_that_was_never_started_took_place_as_planned(
    qtbot: QtBot, session: Session, clock: FakeClock
) -> None:
    call_id = a_planned_call(session, priya(session), planned_minutes=45)
    clock.advance(minutes=75)
    screen = _shown(qtbot, session, call_id)
    press(screen, "choice.4")
    state = _state(screen)
    assert (state.phase, state.started_at, state.ended_at) == (
        Phase.ENDED,
        NINE,
        NINE + timedelta(minutes=45),
    )
    assert state.start_is_recalled
    press(screen, "choice.1")
    assert (state.started_at, state.ended_at) == (NINE, NINE + timedelta(minutes=65))


def test_a_call_that_was_planned_for_later_is_over_now_all_the_same(
    qtbot: QtBot, session: Session, clock: FakeClock
) -> None:
    planned = NINE + timedelta(hours=5)
    screen = _shown(qtbot, session, a_planned_call(session, priya(session), planned_at=planned))
    press(screen, "choice.0")
    assert (_state(screen).started_at, _state(screen).ended_at) == (NINE - timedelta(minutes=45), NINE)


def test_an_end_that_was_logged_is_not_asked_for(qtbot: QtBot, session: Session, clock: FakeClock) -> None:
    screen = _shown(qtbot, session, an_ended_call(session, clock, priya(session)))
    assert _steps_listed(screen) == list(STEPS[1:])


# What is remembered


def test_every_press_is_an_entry_from_memory_with_its_delay(screen: WriteDownScreen) -> None:
    press(screen, "choice.rep")
    press(screen, "writedown.next")
    for name in (f"{ASKS}.seen", f"{ASKS}.seen", f"{CALM}.missed"):
        press(screen, f"recall.{name}")
    state = _state(screen)
    assert state.last_of(FloorRemembered) == FloorRemembered(mostly=Floor.REP)
    assert _marks(screen) == [(ASKS, True, ""), (ASKS, True, ""), (CALM, False, "")]
    told = [item for kind in (FloorRemembered, Marked) for item in state.by_type[kind]]
    assert all(item.entry.recalled for item in told)
    assert everything_said_by(screen).count("recalled 25 minutes after the call") >= len(told)
    assert floor_figures(state) is None


def test_who_had_the_floor_is_put_right_by_another_answer(screen: WriteDownScreen) -> None:
    press(screen, "skill.floor")
    for choice in ("rep", "even", "even", "me"):
        press(screen, f"choice.{choice}")
    assert [what for _, what in _state(screen).of(FloorRemembered)] == [FloorRemembered(mostly=Floor.ME)]


def test_a_floor_that_was_tapped_is_not_asked_for(qtbot: QtBot, session: Session, clock: FakeClock) -> None:
    call_id = a_running_call(session, priya(session))
    book = session.book(call_id)
    clock.advance(minutes=75)
    book.ended_at(clock.now())
    screen = _shown(qtbot, session, call_id)
    assert "floor" in _steps_listed(screen)
    book.reopen()
    book.sit(book.state.way.OPEN_LAPTOP)
    book.floor(Floor.REP)
    clock.advance(minutes=1)
    book.ended_at(clock.now())
    screen.show_subject(call_id)
    assert "floor" not in _steps_listed(screen)


def test_words_belong_to_their_mark_once_the_line_is_left(screen: WriteDownScreen) -> None:
    press(screen, "skill.marks")
    press(screen, f"recall.{ASKS}.seen")
    first = _newest(screen, Marked)
    write(screen, f"recalled.{first}.words", "So what?")
    press(screen, f"recall.{ASKS}.missed")
    assert _marks(screen) == [(ASKS, True, "So what?"), (ASKS, False, "")]


def test_a_mark_is_struck_from_its_line(screen: WriteDownScreen) -> None:
    press(screen, "skill.marks")
    press(screen, f"recall.{ASKS}.seen")
    press(screen, f"recall.{CALM}.seen")
    press(screen, f"recalled.{_state(screen).marks_of(ASKS)[0][0].entry.id}.remove")
    assert _marks(screen) == [(CALM, True, "")]


def test_moments_and_words_are_written_line_by_line(screen: WriteDownScreen) -> None:
    press(screen, "skill.moments")
    write(screen, "writedown.moment", "The silence")
    key(Qt.Key.Key_Return)
    write(screen, "writedown.moment", "The handshake")
    press(screen, "writedown.moment.add")
    write(screen, "writedown.heard", "Too steep")
    press(screen, "writedown.next")
    state = _state(screen)
    assert [what.words for _, what in state.of(Moment)] == ["The silence", "The handshake"]
    assert [what.text for _, what in state.of(WordsHeard)] == ["Too steep"], "also without a Return"


def test_words_that_are_emptied_are_no_words_heard(screen: WriteDownScreen) -> None:
    press(screen, "skill.moments")
    write(screen, "writedown.heard", "Hm")
    key(Qt.Key.Key_Return)
    field = find(screen, QLineEdit, f"recalled.{_newest(screen, WordsHeard)}.words")
    field.selectAll()
    field.setFocus()
    key(Qt.Key.Key_Delete)
    key(Qt.Key.Key_Return)
    assert list(_state(screen).of(WordsHeard)) == []


def test_each_time_the_manager_stepped_in_is_one_entry_with_its_reason(screen: WriteDownScreen) -> None:
    press(screen, "skill.steps")
    press(screen, "choice.asked")
    asked = _newest(screen, SteppedIn)
    press(screen, "choice.other")
    other = _newest(screen, SteppedIn)
    write(screen, f"recalled.{other}.words", "The merger")
    press(screen, f"recalled.{asked}.remove")
    press(screen, "choice.facts")
    facts = _newest(screen, SteppedIn)
    for entry, answer in ((other, "yes"), (facts, "yes"), (facts, "no")):
        press(find(screen, ChoiceRow, f"recalled.{entry}.back"), f"choice.{answer}")
    steps = step_ins(_state(screen))
    assert [(step.reason, step.words, step.handed_back) for step in steps] == [
        (StepInReason.OTHER, "The merger", True),
        (StepInReason.FACTS, "", False),
    ]
    assert all(step.recalled for step in steps)


def test_only_the_reasons_that_were_agreed_are_offered_and_another_one(
    qtbot: QtBot, session: Session, clock: FakeClock
) -> None:
    details = {"step_in_reasons": (StepInReason.OTHER,), "step_in_other": "They ask about the merger"}
    screen = _shown(qtbot, session, a_call_to_write_down(session, clock, priya(session), **details))
    press(screen, "skill.steps")
    said = everything_said_by(screen)
    assert "They ask about the merger" in said
    assert "The facts were wrong" not in said
    press(screen, "choice.agreed_other")
    assert [(step.reason, step.words) for step in step_ins(_state(screen))] == [
        (StepInReason.OTHER, "They ask about the merger")
    ]


# Undo


def test_undo_and_redo_are_one_key_each_and_show_what_they_change(screen: WriteDownScreen) -> None:
    press(screen, "skill.marks")
    press(screen, f"recall.{ASKS}.seen")
    press(screen, "skill.steps")
    press(screen, "choice.asked")
    for _ in range(2):
        key(Qt.Key.Key_Z, CTRL)
    assert _marks(screen) == []
    assert step_ins(_state(screen)) == ()
    assert find(screen, QAbstractButton, f"recall.{ASKS}.seen").isVisible(), "the step it happened in"
    key(Qt.Key.Key_Y, CTRL)
    key(Qt.Key.Key_Y, CTRL)
    assert _marks(screen) == [(ASKS, True, "")]
    assert len(step_ins(_state(screen))) == 1


def test_undo_stops_where_the_log_of_the_call_begins(
    qtbot: QtBot, session: Session, clock: FakeClock
) -> None:
    screen = _shown(qtbot, session, an_ended_call(session, clock, priya(session)))
    logged = _marks(screen)
    press(screen, "skill.marks")
    press(screen, f"recall.{CALM}.seen")
    press(screen, "writedown.undo")
    assert not find(screen, QAbstractButton, "writedown.undo").isVisible()
    key(Qt.Key.Key_Z, CTRL)
    assert _marks(screen) == logged


# Nothing is lost


def test_leaving_keeps_everything_and_coming_back_shows_it(qtbot: QtBot, screen: WriteDownScreen) -> None:
    press(screen, "skill.marks")
    press(screen, f"recall.{ASKS}.seen")
    write(screen, f"recalled.{_newest(screen, Marked)}.words", "So what?")
    with qtbot.waitSignal(screen.place_requested) as left:
        key(Qt.Key.Key_Escape)
    assert left.args == ["home"]
    screen.leave()
    again = _shown(qtbot, screen.session, screen.subject)
    press(again, "skill.marks")
    assert "So what?" in everything_said_by(again)
    assert screen.session.draft(screen.subject, BegunMemories) is None


def test_what_was_being_typed_is_there_after_a_crash(
    screen: WriteDownScreen, after_a_crash: Callable[[UUID], WriteDownScreen]
) -> None:
    press(screen, "skill.marks")
    press(screen, f"recall.{ASKS}.seen")
    field = find(screen, QLineEdit, f"recalled.{_newest(screen, Marked)}.words")
    QTest.keyClicks(field, "So wh")  # never left: the field does not even have the keys
    again = after_a_crash(screen.subject)
    assert _marks(again) == [(ASKS, True, "So wh")]


def test_a_line_that_was_begun_is_there_after_a_crash(
    screen: WriteDownScreen, after_a_crash: Callable[[UUID], WriteDownScreen]
) -> None:
    press(screen, "skill.moments")
    write(screen, "writedown.moment", "The silen")
    write(screen, "writedown.heard", "Too st")
    state = _state(after_a_crash(screen.subject))
    assert [what.words for _, what in state.of(Moment)] == ["The silen"]
    assert [what.text for _, what in state.of(WordsHeard)] == ["Too st"]


def test_looking_through_all_steps_writes_nothing(screen: WriteDownScreen) -> None:
    before = _state(screen).count
    for step in STEPS:
        press(screen, f"skill.{step}")
    screen.leave()
    assert _state(screen).count == before


# Going


def test_done_leads_to_my_view(qtbot: QtBot, screen: WriteDownScreen) -> None:
    for _ in range(3):
        press(screen, "writedown.next")
    with qtbot.waitSignal(screen.call_requested) as by_next:
        press(screen, "writedown.next")
    with qtbot.waitSignal(screen.call_requested) as by_done:
        press(screen, "writedown.done")
    assert by_next.args == by_done.args == [screen.subject]
    assert _state(screen).phase == Phase.ENDED


def test_a_call_that_is_not_over_goes_on_and_what_was_written_stays(
    qtbot: QtBot, screen: WriteDownScreen
) -> None:
    press(screen, "skill.marks")
    press(screen, f"recall.{ASKS}.seen")
    with qtbot.waitSignal(screen.call_requested):
        press(screen, "writedown.reopen")
    assert (_state(screen).phase, _state(screen).ended_at) == (Phase.RUNNING, None)
    assert _marks(screen) == [(ASKS, True, "")]


def test_a_call_that_still_runs_is_left_running(qtbot: QtBot, session: Session, clock: FakeClock) -> None:
    screen = _shown(qtbot, session, a_running_call(session, priya(session)))
    before = _state(screen).count
    with qtbot.waitSignal(screen.call_requested):
        press(screen, "writedown.reopen")
    assert (_state(screen).phase, _state(screen).count) == (Phase.RUNNING, before)


def test_a_view_that_is_sealed_is_written_down_no_further(
    qtbot: QtBot, screen: WriteDownScreen, session: Session
) -> None:
    press(screen, "skill.moments")
    write(screen, "writedown.moment", "The silence")
    session.book(screen.subject).finish_view(MyView())
    count = _state(screen).count
    screen.leave()
    assert _state(screen).count == count


def test_return_goes_on_and_tab_leads_through_a_step_as_it_is_read(
    qtbot: QtBot, screen: WriteDownScreen
) -> None:
    key(Qt.Key.Key_Return)
    press(screen, f"recall.{ASKS}.seen")
    met: list[str] = []
    for _ in range(16):
        focused = QApplication.focusWidget()
        assert focused is not None
        met.append(focused.objectName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    mark = _newest(screen, Marked)
    assert met[:3] == [f"recall.{ASKS}.seen", f"recalled.{mark}.words", f"recalled.{mark}.remove"]
    assert met[3].startswith("recall.")
    assert met.index("writedown.undo") == met.index("writedown.next") + 1 == 11


def test_every_control_has_a_name_to_be_found_and_one_to_be_read_out(screen: WriteDownScreen) -> None:
    _write_everything(screen)
    for step in STEPS:
        press(screen, f"skill.{step}")
        QApplication.sendPostedEvents()
        controls = (*screen.findChildren(QAbstractButton), *screen.findChildren(QLineEdit))
        nameless = [
            control
            for control in controls
            if control.isVisible()
            and control.objectName() != "qt_spinbox_lineedit"
            and not (control.objectName() and control.accessibleName())
        ]
        assert nameless == []


def _write_everything(screen: WriteDownScreen) -> None:
    press(screen, "skill.floor")
    press(screen, "choice.customer")
    press(screen, "skill.marks")
    for name in (f"{ASKS}.seen", f"{CALM}.missed"):
        press(screen, f"recall.{name}")
    press(screen, "skill.moments")
    for field in ("moment", "heard"):
        write(screen, f"writedown.{field}", "Donaudampfschifffahrt")
        key(Qt.Key.Key_Return)
    press(screen, "skill.steps")
    press(screen, "choice.asked")
    press(screen, "choice.other")


@every_look
def test_every_step_can_be_read_at_every_size_and_in_every_direction(
    qapp: QApplication, qtbot: QtBot, session: Session, clock: FakeClock, look: Look
) -> None:
    with worn(qapp, look):
        rep = priya(session)
        first = _shown(qtbot, session, a_running_call(session, rep))
        assert_all_can_be_read(first)
        screen = _shown(qtbot, session, a_call_to_write_down(session, clock, rep))
        _write_everything(screen)
        for step in STEPS:
            press(screen, f"skill.{step}")
            assert_all_can_be_read(screen)
