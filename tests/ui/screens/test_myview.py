from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollBar
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

from scoring.debrief import Debrief, MyView, Nerves, Observation, Outcome, SelfView
from scoring.entry import Introduced, Introduction, Marked
from scoring.errors import SecondChairError
from scoring.notes import CurtainNotes
from scoring.rating import Basis, Rating, Ticked, rating_of
from scoring.rubric import default_rubric
from scoring.state import Phase
from scoring.ticks import checked_of
from tests.builders import FakeClock, a_rubric_to_tick
from tests.ui.looks import Look, assert_all_can_be_read, every_look, settle, worn
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
    write,
)
from tests.ui.screens.memory import a_call_to_write_down
from ui.main_window import MainWindow
from ui.screens.myview import MyViewScreen
from ui.session import Session
from ui.widgets.checklist import TickRow
from ui.widgets.growing_text import GrowingText
from ui.widgets.level_picker import LevelRow
from ui.window_state import WindowState

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def call_id(session: Session, clock: FakeClock) -> UUID:
    return an_ended_call(session, clock, priya(session))


@pytest.fixture
def screen(qtbot: QtBot, session: Session, call_id: UUID) -> MyViewScreen:
    shown = MyViewScreen(session)
    on_show(qtbot, shown, call_id)
    return shown


def _take_back(offered: SignalBlocker) -> None:
    assert offered.args
    offered.args[1]()


def _draft(screen: MyViewScreen) -> MyView:
    return screen.session.draft(screen.subject, MyView) or MyView()


def _chosen_levels(screen: MyViewScreen) -> list[int]:
    return [row.number for row in screen.findChildren(LevelRow) if row.isChecked() and row.isVisible()]


def test_no_level_is_chosen_or_suggested_before_the_manager_chooses_one(screen: MyViewScreen) -> None:
    for skill in default_rubric().skills:
        press(screen, f"skill.{skill.id}")
        assert _chosen_levels(screen) == []
    press(screen, "skill.view.outcome")
    assert _chosen_levels(screen) == []


@pytest.fixture
def with_checklists(qtbot: QtBot, session: Session, clock: FakeClock) -> MyViewScreen:
    """My view of a call that is watched with a rubric that has checklists."""
    shown = MyViewScreen(session)
    on_show(qtbot, shown, an_ended_call(session, clock, priya(session), rubric=a_rubric_to_tick()))
    press(shown, f"skill.{ASKS}")
    return shown


def test_a_tick_is_kept_without_a_level_and_suggests_none(with_checklists: MyViewScreen) -> None:
    for item in (3, 1):
        press(with_checklists, f"myview.check.{item}")
    assert _draft(with_checklists).ticked == (Ticked(skill=ASKS, checked=(1, 3)),)
    assert _draft(with_checklists).ratings == ()
    assert _chosen_levels(with_checklists) == []
    key(Qt.Key.Key_2)
    rating = rating_of(_draft(with_checklists).ratings, ASKS)
    assert rating
    assert (rating.level, rating.checked, rating.basis) == (2, (1, 3), Basis.EVIDENCE)


def test_another_level_keeps_the_ticks_and_undo_takes_one_thing_back(with_checklists: MyViewScreen) -> None:
    press(with_checklists, "myview.check.2")
    for level in (Qt.Key.Key_3, Qt.Key.Key_4):
        key(level)
    press(with_checklists, "myview.check.2")
    key(Qt.Key.Key_Z, CTRL)
    rating = rating_of(_draft(with_checklists).ratings, ASKS)
    assert rating
    assert (rating.level, rating.checked) == (4, (2,))
    for _ in range(2):
        key(Qt.Key.Key_Z, CTRL)
    assert checked_of(_draft(with_checklists), ASKS) == (2,)


def test_no_chance_with_something_ticked_is_kept_and_asks_to_look_again(
    with_checklists: MyViewScreen,
) -> None:
    press(with_checklists, "myview.check.1")
    key(Qt.Key.Key_0)
    assert checked_of(_draft(with_checklists), ASKS) == (1,)
    assert "may have been a chance" in everything_said_by(with_checklists)


def test_ticks_come_back_and_are_part_of_what_is_sealed(with_checklists: MyViewScreen) -> None:
    press(with_checklists, "myview.check.2")
    with_checklists.show_subject(with_checklists.subject)
    press(with_checklists, f"skill.{ASKS}")
    rows = [row for row in with_checklists.findChildren(TickRow) if row.isVisible()]
    assert [row.isChecked() for row in rows] == [False, True, False]
    press(with_checklists, "myview.done")
    view = with_checklists.session.state(with_checklists.subject).view
    assert view
    assert view.ticked == (Ticked(skill=ASKS, checked=(2,)),)
    assert not any(row.isChecked() for row in with_checklists.findChildren(TickRow) if row.isVisible())


def test_levels_ticks_counts_and_evidence_stand_on_one_screen(
    qtbot: QtBot, session: Session, with_checklists: MyViewScreen
) -> None:
    with_checklists.resize(1366, 768)
    settle()
    bars = [bar for bar in with_checklists.findChildren(QScrollBar) if bar.isVisible()]
    assert all(bar.maximum() == 0 for bar in bars)
    said = everything_said_by(with_checklists)
    assert "2 seen, 1 missed" in said
    skill = default_rubric().skill(ASKS)
    counts = [label for label in with_checklists.findChildren(QLabel) if skill.missed in label.text()]
    assert [label.isVisible() for label in counts] == [False]
    press(with_checklists, "myview.counts")
    assert [label.isVisible() for label in counts] == [True]


def test_a_rating_stands_on_the_marks_of_its_skill(screen: MyViewScreen) -> None:
    press(screen, f"skill.{ASKS}")
    press(screen, "level.2")
    marks = [item.entry.id for item, _ in screen.session.state(screen.subject).marks_of(ASKS)]
    assert _draft(screen).ratings == (Rating(skill=ASKS, level=2, evidence=tuple(marks)),)
    assert _chosen_levels(screen) == [2]


def test_a_rating_without_anything_logged_is_judgement_only_and_says_so(screen: MyViewScreen) -> None:
    press(screen, f"skill.{CALM}")
    press(screen, "level.4")
    rating = rating_of(_draft(screen).ratings, CALM)
    assert rating
    assert rating.basis == Basis.JUDGEMENT
    assert "Judgement only" in everything_said_by(screen)


def test_no_chance_to_see_is_a_rating_of_its_own(screen: MyViewScreen) -> None:
    press(screen, f"skill.{ASKS}")
    press(screen, "level.0")
    assert _draft(screen).ratings == (Rating(skill=ASKS, level=None),)


def test_what_was_logged_stands_beside_the_levels_with_times_and_words(screen: MyViewScreen) -> None:
    press(screen, f"skill.{ASKS}")
    words = everything_said_by(screen)
    for part in ("01:00", "What happens then?", "02:00", "Discount first", "03:00"):
        assert part in words


def test_numbers_rate_and_return_goes_on_to_the_next_skill(screen: MyViewScreen) -> None:
    for number in (Qt.Key.Key_3, Qt.Key.Key_1, Qt.Key.Key_0):
        key(number)
        key(Qt.Key.Key_Return)
    first, second, third, *_ = default_rubric().skills
    levels = {rating.skill: rating.level for rating in _draft(screen).ratings}
    assert levels == {first.id: 3, second.id: 1, third.id: None}


def test_arrows_go_from_skill_to_skill(screen: MyViewScreen) -> None:
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Up)
    key(Qt.Key.Key_4)
    assert [rating.skill for rating in _draft(screen).ratings] == [default_rubric().skills[1].id]


def test_a_rating_can_be_undone_and_redone(screen: MyViewScreen) -> None:
    key(Qt.Key.Key_3)
    key(Qt.Key.Key_1)
    key(Qt.Key.Key_Z, CTRL)
    assert [rating.level for rating in _draft(screen).ratings] == [3]
    key(Qt.Key.Key_Z, CTRL)
    assert _draft(screen).ratings == ()
    key(Qt.Key.Key_Y, CTRL)
    assert [rating.level for rating in _draft(screen).ratings] == [3]


def test_the_outcome_is_judged_against_what_was_declared(screen: MyViewScreen) -> None:
    press(screen, "skill.view.outcome")
    for declared in ("Agree on a trial", "A date", "A second meeting"):
        assert declared in everything_said_by(screen)
    press(screen, "level.2")
    write(screen, "myview.outcome.words", "Two chairs")
    assert (_draft(screen).outcome, _draft(screen).outcome_words) == (Outcome.BETWEEN, "Two chairs")


def test_a_strength_picked_from_the_log_points_at_it_and_can_be_put_in_other_words(
    screen: MyViewScreen,
) -> None:
    press(screen, "skill.view.strengths")
    seen = screen.session.state(screen.subject).marks_of(ASKS)[0][0].entry.id
    press(screen, f"myview.strength.pick.{seen}")
    assert _draft(screen).strengths == (Observation(words="What happens then?", entry=seen),)
    assert "01:00" in everything_said_by(screen)
    find(screen, GrowingText, "myview.strength.0").selectAll()
    write(screen, "myview.strength.0", "Asked back")
    assert _draft(screen).strengths == (Observation(words="Asked back", entry=seen),)


def test_what_got_in_the_way_can_be_written_line_by_line(screen: MyViewScreen) -> None:
    press(screen, "skill.view.gaps")
    write(screen, "myview.gap.0", "Too fast")
    write(screen, "myview.gap.1", "No pause")
    assert [item.words for item in _draft(screen).gaps] == ["Too fast", "No pause"]


def test_a_removed_line_can_be_put_back(screen: MyViewScreen, qtbot: QtBot) -> None:
    press(screen, "skill.view.gaps")
    write(screen, "myview.gap.0", "Too fast")
    with qtbot.waitSignal(screen.undo_offered) as offered:
        press(screen, "myview.gap.0.remove")
    assert _draft(screen).gaps == ()
    _take_back(offered)
    assert [item.words for item in _draft(screen).gaps] == ["Too fast"]


def test_a_level_that_was_given_since_stays_when_a_line_is_put_back(
    screen: MyViewScreen, qtbot: QtBot
) -> None:
    press(screen, "skill.view.gaps")
    write(screen, "myview.gap.0", "Too fast")
    with qtbot.waitSignal(screen.undo_offered) as offered:
        press(screen, "myview.gap.0.remove")
    press(screen, f"skill.{ASKS}")
    press(screen, "level.2")
    _take_back(offered)
    assert [item.words for item in _draft(screen).gaps] == ["Too fast"]
    assert rating_of(_draft(screen).ratings, ASKS) is not None


def test_what_is_written_survives_leaving_and_coming_back(
    screen: MyViewScreen, qtbot: QtBot, call_id: UUID
) -> None:
    press(screen, "skill.view.gaps")
    write(screen, "myview.gap.0", "Too fast")
    press(screen, f"skill.{ASKS}")
    press(screen, "level.2")
    again = MyViewScreen(screen.session)
    on_show(qtbot, again, call_id)
    press(again, f"skill.{ASKS}")
    assert _chosen_levels(again) == [2]
    assert find(again, GrowingText, "myview.gap.0").text() == "Too fast"


def test_an_introduction_that_was_not_logged_can_be_said_from_memory(screen: MyViewScreen) -> None:
    press(screen, "skill.view.introduction")
    press(screen, "choice.as_boss")
    state = screen.session.state(screen.subject)
    [(item, _)] = state.of(Introduced)
    assert state.introduction == Introduction.AS_BOSS
    assert item.entry.recalled


def test_an_introduction_that_was_logged_is_not_asked_for(
    qtbot: QtBot, session: Session, clock: FakeClock, call_id: UUID
) -> None:
    session.book(call_id).introduced(Introduction.AS_AGREED)
    screen = MyViewScreen(session)
    on_show(qtbot, screen, call_id)
    assert not screen.findChildren(QAbstractButton, "skill.view.introduction")


def test_return_alone_never_seals_the_view(screen: MyViewScreen) -> None:
    for _ in range(40):
        key(Qt.Key.Key_Return)
    for part in ("view.gaps", "view.introduction"):
        press(screen, f"skill.{part}")
        key(Qt.Key.Key_Return)
    assert screen.session.state(screen.subject).phase == Phase.ENDED


def test_done_seals_what_was_written_and_leads_on(screen: MyViewScreen, qtbot: QtBot) -> None:
    key(Qt.Key.Key_3)
    press(screen, "skill.view.gaps")
    write(screen, "myview.gap.0", "Too fast")
    with qtbot.waitSignal(screen.call_requested) as led_on:
        press(screen, "myview.done")
    state = screen.session.state(screen.subject)
    assert led_on.args == [screen.subject]
    assert state.phase == Phase.VIEWED
    assert state.view
    assert [item.words for item in state.view.gaps] == ["Too fast"]
    assert [rating.level for rating in state.view.ratings] == [3]
    assert screen.session.draft(screen.subject, MyView) is None


def test_done_pressed_too_early_is_taken_back_and_all_that_was_written_is_there(
    screen: MyViewScreen, qtbot: QtBot, call_id: UUID
) -> None:
    key(Qt.Key.Key_3)
    press(screen, "skill.view.gaps")
    write(screen, "myview.gap.0", "Too fast")
    written = _draft(screen)
    with qtbot.waitSignal(screen.undo_offered) as offered:
        press(screen, "myview.done")
    with qtbot.waitSignal(screen.call_requested):
        _take_back(offered)
    assert screen.session.state(call_id).phase == Phase.ENDED
    assert _draft(screen) == written
    screen.show_subject(call_id)
    assert find(screen, GrowingText, "myview.gap.0").text() == "Too fast"
    press(screen, "myview.done")
    assert screen.session.state(call_id).view == written


@pytest.mark.parametrize(
    "begun",
    [SelfView(went_well="I listened"), SelfView(nerves=Nerves.A_LOT), Debrief(shared=UUID(int=1))],
)
def test_done_is_not_taken_back_before_the_eyes_of_a_rep_who_has_begun(
    screen: MyViewScreen, qtbot: QtBot, call_id: UUID, begun: SelfView | Debrief
) -> None:
    with qtbot.waitSignal(screen.undo_offered) as offered:
        press(screen, "myview.done")
    screen.session.keep_draft(call_id, begun)
    with pytest.raises(SecondChairError, match="The debrief has begun"):
        _take_back(offered)
    assert screen.session.state(call_id).phase == Phase.VIEWED
    assert screen.session.draft(call_id, MyView) is None


def test_skills_without_a_rating_are_named_but_never_hold_anyone_up(
    screen: MyViewScreen, qtbot: QtBot
) -> None:
    assert "9 skills are not rated yet." in everything_said_by(screen)
    for _ in range(7):
        key(Qt.Key.Key_2)
        key(Qt.Key.Key_Return)
    assert "Not rated: Checks understanding, Agrees a next step." in everything_said_by(screen)
    with qtbot.waitSignal(screen.call_requested):
        press(screen, "myview.done")


def test_once_sealed_nothing_of_it_is_left_in_any_widget(screen: MyViewScreen) -> None:
    press(screen, f"skill.{ASKS}")
    press(screen, "level.2")
    press(screen, "skill.view.outcome")
    press(screen, "level.4")
    write(screen, "myview.outcome.words", "SEALED outcome")
    for part, name in (("view.strengths", "myview.strength.0"), ("view.gaps", "myview.gap.0")):
        press(screen, f"skill.{part}")
        write(screen, name, "SEALED words")
    assert "SEALED" in everything_said_by(screen)
    press(screen, "myview.done")
    assert "SEALED" not in everything_said_by(screen)
    assert not [row for row in screen.findChildren(LevelRow) if row.isChecked()]
    screen.show_subject(screen.subject)
    assert "SEALED" not in everything_said_by(screen)
    assert not [row for row in screen.findChildren(LevelRow) if row.isChecked()]


def test_undo_offered_before_the_seal_brings_nothing_back_after_it(
    screen: MyViewScreen, qtbot: QtBot
) -> None:
    press(screen, "skill.view.gaps")
    write(screen, "myview.gap.0", "SEALED words")
    with qtbot.waitSignal(screen.undo_offered) as offered:
        press(screen, "myview.gap.0.remove")
    press(screen, "myview.done")
    _take_back(offered)
    key(Qt.Key.Key_Z, CTRL)
    assert "SEALED" not in everything_said_by(screen)
    assert screen.session.draft(screen.subject, MyView) is None


def test_notes_from_the_curtain_are_read_again_until_the_view_is_sealed(
    screen: MyViewScreen, call_id: UUID
) -> None:
    assert "curtain" not in everything_said_by(screen)
    screen.session.keep_draft(call_id, CurtainNotes(text="They park at the back"))
    screen.show_subject(call_id)
    assert "They park at the back" in everything_said_by(screen)
    press(screen, "myview.done")
    assert "They park" not in everything_said_by(screen)
    screen.show_subject(call_id)
    assert "They park" not in everything_said_by(screen)


def test_an_accidental_end_is_taken_back_and_what_was_written_stays(
    screen: MyViewScreen, qtbot: QtBot
) -> None:
    key(Qt.Key.Key_3)
    with qtbot.waitSignal(screen.call_requested):
        press(screen, "myview.reopen")
    assert screen.session.state(screen.subject).phase == Phase.RUNNING
    assert [rating.level for rating in _draft(screen).ratings] == [3]


def test_ratings_stand_on_what_is_logged_once_the_call_is_over_for_good(
    screen: MyViewScreen, clock: FakeClock, call_id: UUID
) -> None:
    book = screen.session.book(call_id)
    for skill in (CALM, ASKS):
        press(screen, f"skill.{skill}")
        press(screen, "level.3")
    press(screen, "myview.reopen")
    for _ in range(3):
        book.undo()
    mark = book.mark(CALM, seen=True)
    clock.advance(minutes=1)
    book.end()
    screen.show_subject(call_id)
    press(screen, f"skill.{CALM}")
    assert "Judgement only" not in everything_said_by(screen)
    press(screen, "myview.done")
    view = book.state.view
    assert view
    assert [rating.evidence for rating in view.ratings] == [(mark.id,), ()]


def test_more_can_be_written_down_only_about_a_call_without_a_device(
    qtbot: QtBot, session: Session, clock: FakeClock, screen: MyViewScreen
) -> None:
    assert not find(screen, QAbstractButton, "myview.writedown").isVisible()
    call_id = a_call_to_write_down(session, clock, priya(session))
    session.book(call_id).recall(Marked(skill=ASKS, seen=True, words="So what?"))
    screen.show_subject(call_id)
    with qtbot.waitSignal(screen.write_down_requested) as requested:
        press(screen, "myview.writedown")
    assert requested.args == [call_id]
    press(screen, f"skill.{ASKS}")
    assert "So what? (recalled 25 minutes after the call)" in everything_said_by(screen)


def test_a_picked_memory_says_that_it_has_no_time(
    session: Session, clock: FakeClock, screen: MyViewScreen
) -> None:
    call_id = a_call_to_write_down(session, clock, priya(session))
    mark = session.book(call_id).recall(Marked(skill=ASKS, seen=True, words="So what?"))
    screen.show_subject(call_id)
    press(screen, "skill.view.strengths")
    press(screen, f"myview.strength.pick.{mark.id}")
    assert [words for words in everything_said_by(screen).splitlines() if words == "recalled"]


def test_esc_and_the_link_lead_home(screen: MyViewScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.place_requested) as by_key:
        key(Qt.Key.Key_Escape)
    with qtbot.waitSignal(screen.place_requested) as by_link:
        press(screen, "back")
    assert by_key.args == by_link.args == ["home"]


def test_every_control_has_a_name_to_be_found_and_one_to_be_read_out(screen: MyViewScreen) -> None:
    for skill in ("view.outcome", "view.strengths", "view.gaps", "view.introduction", CALM):
        press(screen, f"skill.{skill}")
        QApplication.sendPostedEvents()
        nameless = [
            control
            for control in (*screen.findChildren(QAbstractButton), *screen.findChildren(GrowingText))
            if control.isVisible() and not (control.objectName() and control.accessibleName())
        ]
        assert nameless == []


@every_look
def test_every_part_can_be_read_at_every_size_and_in_every_direction(
    qapp: QApplication, qtbot: QtBot, session: Session, call_id: UUID, look: Look
) -> None:
    with worn(qapp, look):
        session.keep_draft(
            call_id, CurtainNotes(text="They park at the back\n" * 3 + "Donaudampfschiffe" * 30)
        )
        screen = MyViewScreen(session)
        on_show(qtbot, screen, call_id)
        for part in (ASKS, CALM, "view.outcome", "view.strengths", "view.gaps", "view.introduction"):
            press(screen, f"skill.{part}")
            assert_all_can_be_read(screen)


def test_in_the_window_the_view_is_in_no_widget_from_done_until_the_rep_has_spoken(
    qtbot: QtBot, session: Session, call_id: UUID, tmp_path: Path
) -> None:
    window = MainWindow(session, WindowState(tmp_path))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.open_call(call_id)
    press(window, "skill.view.gaps")
    write(window, "myview.gap.0", "SEALED words")
    press(window, "myview.done")
    window.open_place("home")
    window.open_call(call_id)
    assert "SEALED" not in everything_said_by(window)
    write(window, "debrief.well", "I listened")
    press(window, "debrief.open")
    assert "SEALED words" in everything_said_by(window)


def test_on_a_field_day_the_next_call_is_two_presses_away_and_this_one_waits(
    screen: MyViewScreen, call_id: UUID, qtbot: QtBot
) -> None:
    key(Qt.Key.Key_3)
    with qtbot.waitSignal(screen.call_requested) as requested:
        press(screen, "myview.next_call")
    assert requested.args is not None
    (next_id,) = requested.args
    session = screen.session
    assert session.rep_of(next_id) == session.rep_of(call_id)
    last, plan = session.state(call_id).tee_up, session.state(next_id).tee_up
    carried = ("call_type", "way", "introduction", "step_in_reasons", "focus_skills", "told")
    assert [getattr(plan, name) for name in carried] == [getattr(last, name) for name in carried]
    assert session.state(call_id).phase == Phase.ENDED
    assert [rating.level for rating in _draft(screen).ratings] == [3], "what was written waits"


def test_on_a_field_day_one_can_tell_which_call_it_is(screen: MyViewScreen) -> None:
    assert "Northgate Dental with Priya" in everything_said_by(screen)
