from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from exports.floor_picture import floor_picture
from scoring.debrief import MyView
from scoring.entry import Floor, FloorCorrected, FloorRemembered, FloorTaken, SteppedIn
from scoring.floor import FloorSpan, floor_figures, floor_spans
from scoring.state import CallState
from scoring.teeup import StepInReason
from tests.builders import FakeClock, a_tee_up
from tests.ui.finding import find
from tests.ui.looks import Look, assert_all_can_be_read, every_look, worn
from tests.ui.screens.aftercall import an_ended_call, everything_said_by, key, on_show, press, priya
from ui.screens.myview import MyViewScreen
from ui.session import Session
from ui.widgets.button import LinkButton
from ui.widgets.floor_editor import FloorEditor
from ui.widgets.skill_list import SkillRow

CTRL = Qt.KeyboardModifier.ControlModifier
TURNS = ((0, Floor.REP), (20, Floor.CUSTOMER), (50, Floor.ME), (55, Floor.NOBODY))


def _a_tapped_call(session: Session, clock: FakeClock, minutes: int = 12) -> UUID:
    """:returns: an ended call whose floor was tapped four times a minute, with one step-in that was asked for."""
    call_id = session.add_call(priya(session).id, a_tee_up(planned_at=None))
    book = session.book(call_id)
    book.start()
    for minute in range(minutes):
        at = 0
        for second, who in TURNS:
            clock.advance(seconds=second - at)
            at = second
            book.floor(who)
            if minute == 3 and who == Floor.ME:
                stepped_in = book.step()
                book.amend(stepped_in.id, SteppedIn(reason=StepInReason.ASKED))
            elif minute == 3 and who == Floor.NOBODY:
                book.step()
        clock.advance(seconds=60 - at)
    book.end()
    return call_id


@pytest.fixture
def call_id(session: Session, clock: FakeClock) -> UUID:
    return _a_tapped_call(session, clock)


Open = Callable[[UUID], MyViewScreen]


@pytest.fixture
def opened(qtbot: QtBot, session: Session) -> Open:
    """Shows My view with a call, at the part for the floor."""

    def show(call_id: UUID) -> MyViewScreen:
        screen = MyViewScreen(session)
        on_show(qtbot, screen, call_id)
        press(screen, "skill.view.floor")
        return screen

    return show


@pytest.fixture
def screen(opened: Open, call_id: UUID) -> MyViewScreen:
    return opened(call_id)


def _state(screen: MyViewScreen) -> CallState:
    return screen.session.state(screen.subject)


def _editor(screen: MyViewScreen) -> FloorEditor:
    return find(screen, FloorEditor, "myview.floor")


def _give_first_customer_stretch_to_me(screen: MyViewScreen) -> None:
    _editor(screen).bar.setFocus()
    key(Qt.Key.Key_Home)
    key(Qt.Key.Key_Right)
    press(screen, "floor.give.me")


def _parts(screen: MyViewScreen) -> list[str]:
    return [row.key for row in screen.findChildren(SkillRow) if row.isVisibleTo(screen)]


# What is seen


def test_shares_stand_in_whole_per_cents_with_how_exact_they_are_and_the_longest_stretches(
    screen: MyViewScreen,
) -> None:
    said = everything_said_by(screen)
    for words in (
        "Priya 36%",
        "Customer 55%",
        "Me 9%, stepped in once (was asked to)",
        "±5 points, silence left out. Longest stretch: Priya 20 s, Customer 30 s.",
    ):
        assert words in said


def test_when_i_stepped_in_is_listed_with_why_and_whether_i_handed_back(screen: MyViewScreen) -> None:
    said = everything_said_by(screen)
    assert "When you stepped in" in said
    assert "03:50\n" in said
    assert "5 s, was asked to, handed back" in said


def test_under_ten_minutes_there_are_stretches_but_no_figures(
    opened: Open, session: Session, clock: FakeClock
) -> None:
    screen = opened(_a_tapped_call(session, clock, minutes=9))
    said = everything_said_by(screen)
    assert "No figures: under ten minutes were logged." in said
    assert "%" not in said
    assert _editor(screen).isVisible()


def test_it_stands_between_the_skills_and_how_it_ended_and_is_nothing_to_do(screen: MyViewScreen) -> None:
    parts = _parts(screen)
    place = parts.index("view.floor")
    assert "." not in parts[place - 1]
    assert parts[place + 1] == "view.outcome"
    assert find(screen, SkillRow, "skill.view.floor").accessibleDescription() == ""


def test_return_goes_on_from_it(screen: MyViewScreen) -> None:
    key(Qt.Key.Key_Return)
    assert find(screen, SkillRow, "skill.view.outcome").isChecked()


def test_where_nothing_was_tapped_or_remembered_it_is_not_there(
    qtbot: QtBot, session: Session, clock: FakeClock
) -> None:
    screen = MyViewScreen(session)
    on_show(qtbot, screen, an_ended_call(session, clock, priya(session)))
    assert "view.floor" not in _parts(screen)


def test_what_is_remembered_stands_in_words_and_makes_no_figure(
    opened: Open, session: Session, clock: FakeClock
) -> None:
    call_id = an_ended_call(session, clock, priya(session))
    session.book(call_id).recall(FloorRemembered(mostly=Floor.REP))
    screen = opened(call_id)
    assert "Mostly Priya, from memory." in everything_said_by(screen)
    assert "%" not in everything_said_by(screen)
    assert not _editor(screen).isVisible()


def test_a_remembered_step_in_has_no_time_and_says_that_it_is_recalled(
    opened: Open, session: Session, clock: FakeClock
) -> None:
    call_id = an_ended_call(session, clock, priya(session))
    session.book(call_id).recall_step(StepInReason.FACTS, handed_back=False)
    screen = opened(call_id)
    said = everything_said_by(screen)
    assert "the facts were wrong, not handed back (recalled)" in said
    assert "Who had the floor was not tapped." in said


# Correcting


def test_a_correction_changes_the_figures_and_the_taps_stay_in_the_record(screen: MyViewScreen) -> None:
    taps = list(_state(screen).of(FloorTaken))
    _give_first_customer_stretch_to_me(screen)
    assert floor_spans(_state(screen))[1] == FloorSpan(20_000, 55_000, Floor.ME)
    assert "Customer 50%" in everything_said_by(screen)
    assert list(_state(screen).of(FloorTaken)) == taps
    assert [what for _, what in _state(screen).of(FloorCorrected)] == [
        FloorCorrected(who=Floor.ME, from_ms=20_000, until_ms=50_000)
    ]


def test_ctrl_z_takes_the_latest_correction_back_and_ctrl_y_brings_it_again(screen: MyViewScreen) -> None:
    before = floor_spans(_state(screen))
    _give_first_customer_stretch_to_me(screen)
    corrected = floor_spans(_state(screen))
    key(Qt.Key.Key_Z, CTRL)
    assert floor_spans(_state(screen)) == before
    assert "Customer 55%" in everything_said_by(screen)
    key(Qt.Key.Key_Y, CTRL)
    assert floor_spans(_state(screen)) == corrected


def test_ctrl_z_never_takes_back_what_was_logged_in_the_call(screen: MyViewScreen) -> None:
    standing = dict(_state(screen).standing)
    _give_first_customer_stretch_to_me(screen)
    for _ in range(5):
        key(Qt.Key.Key_Z, CTRL)
    left = {entry_id: item for entry_id, item in _state(screen).standing.items() if entry_id in standing}
    assert left == standing


def test_undo_of_a_rating_and_of_a_correction_do_not_mix(screen: MyViewScreen) -> None:
    _give_first_customer_stretch_to_me(screen)
    first = _parts(screen)[0]
    press(screen, f"skill.{first}")
    key(Qt.Key.Key_3)
    press(screen, "skill.view.floor")
    key(Qt.Key.Key_Z, CTRL)
    draft = screen.session.draft(screen.subject, MyView)
    assert draft
    assert [rating.level for rating in draft.ratings] == [3]
    assert not list(_state(screen).of(FloorCorrected))


def test_without_a_keyboard_undo_and_redo_are_there_once_there_is_something_to_undo(
    screen: MyViewScreen,
) -> None:
    undo, redo = (find(screen, LinkButton, f"myview.floor.{name}") for name in ("undo", "redo"))
    assert not undo.isVisible()
    _give_first_customer_stretch_to_me(screen)
    assert (undo.isVisible(), redo.isVisible()) == (True, False)
    undo.setFocus(Qt.FocusReason.TabFocusReason)
    key(Qt.Key.Key_Return)
    assert (undo.isVisible(), redo.isVisible()) == (False, True)
    assert QApplication.focusWidget() is redo
    press(screen, "myview.floor.redo")
    assert len(list(_state(screen).of(FloorCorrected))) == 1


def test_facts_and_everything_that_stands_on_them_follow_a_correction(screen: MyViewScreen) -> None:
    session = screen.session
    _give_first_customer_stretch_to_me(screen)
    [stored] = session.calls()
    figures = floor_figures(_state(screen))
    assert figures is not None
    assert stored.floor is not None
    assert (stored.floor.customer, stored.floor.me) == (figures.customer, figures.me)
    assert session.ask(lambda store: store.check()) == []
    key(Qt.Key.Key_Z, CTRL)
    [stored] = session.calls()
    assert stored.floor is not None
    assert stored.floor.customer > figures.customer
    assert session.ask(lambda store: store.check()) == []


def test_a_call_opened_again_later_shows_the_corrected_floor(screen: MyViewScreen) -> None:
    _give_first_customer_stretch_to_me(screen)
    read_again = screen.session.ask(lambda store: store.state(screen.subject))
    picture = floor_picture(read_again, "Priya", "Dana")
    assert picture is not None
    assert "Customer 50%" in picture.alternative


def test_another_call_is_seen_whole_with_nothing_chosen(
    screen: MyViewScreen, session: Session, clock: FakeClock
) -> None:
    _give_first_customer_stretch_to_me(screen)
    press(screen, "floor.closer")
    screen.show_subject(_a_tapped_call(session, clock, minutes=14))
    press(screen, "skill.view.floor")
    assert _editor(screen).chosen is None
    assert _editor(screen).view.length_ms == 14 * 60_000


def test_once_the_view_is_sealed_no_part_of_the_floor_is_left(screen: MyViewScreen) -> None:
    press(screen, "myview.done")
    assert "Customer 55%" not in everything_said_by(screen)
    assert _editor(screen).chosen is None


# How it looks


@every_look
def test_it_can_be_read_at_every_size_and_in_every_direction(
    qapp: QApplication, qtbot: QtBot, session: Session, call_id: UUID, look: Look
) -> None:
    with worn(qapp, look):
        screen = MyViewScreen(session)
        on_show(qtbot, screen, call_id)
        press(screen, "skill.view.floor")
        assert_all_can_be_read(screen)
        _give_first_customer_stretch_to_me(screen)
        assert_all_can_be_read(screen)
