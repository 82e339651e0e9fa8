from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from scoring.debrief import Closing, Commitment, Debrief, Kept, MyView, Nerves, SelfView
from scoring.entry import PageAmended
from scoring.handing_over import Amendment, HandOver, PageContext
from scoring.people import Manager, Rep
from scoring.privacy import card_of
from scoring.rating import Rating, Ticked
from scoring.state import Phase
from tests.builders import FakeClock, a_rubric_to_tick
from tests.ui.looks import Look, assert_all_can_be_read, every_look, settle, worn
from tests.ui.screens.aftercall import (
    ASKS,
    CALM,
    a_viewed_call,
    an_ended_call,
    everything_said_by,
    find,
    key,
    on_show,
    press,
    priya,
    write,
)
from ui.screens.debrief import DebriefScreen
from ui.session import Session
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.growing_text import GrowingText
from ui.widgets.level_dots import LevelDots
from ui.widgets.tab_strip import TabButton

Open = Callable[[UUID], DebriefScreen]


@pytest.fixture
def rep(session: Session) -> Rep:
    return priya(session)


@pytest.fixture
def call_id(session: Session, clock: FakeClock, rep: Rep) -> UUID:
    return a_viewed_call(session, clock, rep)


@pytest.fixture
def opened(qtbot: QtBot, session: Session) -> Open:
    def open_debrief(call_id: UUID) -> DebriefScreen:
        screen = DebriefScreen(session)
        on_show(qtbot, screen, call_id)
        return screen

    return open_debrief


@pytest.fixture
def screen(opened: Open, call_id: UUID) -> DebriefScreen:
    return opened(call_id)


def _open_steps(screen: DebriefScreen) -> list[str]:
    return [tab.key for tab in screen.findChildren(TabButton) if tab.isEnabled()]


def _within(screen: QWidget, name: str) -> QWidget:
    return find(screen, QWidget, name)


def _speak(screen: DebriefScreen) -> None:
    write(screen, "debrief.well", "I listened")
    press(screen, "debrief.open")


def _debriefed(session: Session, call_id: UUID, debrief: Debrief) -> None:
    session.book(call_id).hear_rep(SelfView(went_well="Fine"))
    session.book(call_id).agree(debrief)


def _shows_a_level(screen: DebriefScreen) -> bool:
    return bool(screen.findChildren(LevelDots))


# The seal


def test_before_the_rep_has_spoken_nothing_of_the_view_is_in_any_widget(screen: DebriefScreen) -> None:
    assert _open_steps(screen) == ["first"]
    assert "SEALED" not in everything_said_by(screen)
    assert "Best" not in everything_said_by(screen)
    assert not _shows_a_level(screen)


def test_the_closed_steps_cannot_be_reached_by_pressing_or_by_keys(screen: DebriefScreen) -> None:
    for name in ("step.seen", "step.agree"):
        press(screen, name)
        QTest.keyClick(find(screen, TabButton, name), Qt.Key.Key_Return)
    assert "SEALED" not in everything_said_by(screen)


def test_typing_opens_nothing_until_the_view_is_opened_on_purpose(screen: DebriefScreen) -> None:
    write(screen, "debrief.well", "I listened")
    press(_within(screen, f"debrief.own.{ASKS}"), "level.2")
    assert "SEALED" not in everything_said_by(screen)
    assert screen.session.state(screen.subject).self_view is None


def test_a_sealed_call_shows_nothing_of_one_that_was_open_before(
    opened: Open, session: Session, clock: FakeClock, rep: Rep, call_id: UUID
) -> None:
    screen = opened(call_id)
    _speak(screen)
    assert "SEALED strength" in everything_said_by(screen)
    press(screen, "debrief.to_agree")
    screen.show_subject(a_viewed_call(session, clock, rep, "Elm Street"))
    assert "SEALED" not in everything_said_by(screen)
    assert not _shows_a_level(screen)


def test_the_view_opens_once_the_rep_has_said_something(screen: DebriefScreen) -> None:
    assert not find(screen, QAbstractButton, "debrief.open").isEnabled()
    assert "as soon as Priya has said" in everything_said_by(screen)
    _speak(screen)
    said = screen.session.state(screen.subject).self_view
    assert said
    assert said.went_well == "I listened"
    assert _open_steps(screen) == ["first", "seen", "agree"]
    for words in ("SEALED strength", "SEALED gap", "SEALED outcome"):
        assert words in everything_said_by(screen)


def test_a_debrief_without_the_rep_asks_first_and_then_says_so_in_the_record(screen: DebriefScreen) -> None:
    press(screen, "debrief.alone")
    assert "SEALED" not in everything_said_by(screen)
    press(screen, "debrief.alone.no")
    assert not screen.session.state(screen.subject).without_rep
    press(screen, "debrief.alone")
    press(screen, "debrief.alone.yes")
    assert screen.session.state(screen.subject).without_rep
    assert "SEALED strength" in everything_said_by(screen)


# The rep first


def test_what_the_rep_says_is_kept_as_it_is_written(
    screen: DebriefScreen, opened: Open, call_id: UUID
) -> None:
    write(screen, "debrief.well", "I listened")
    write(screen, "debrief.differently", "Less talk")
    press(_within(screen, f"debrief.own.{ASKS}"), "level.0")
    press(_within(screen, "debrief.nerves"), "choice.a_little")
    said = SelfView(
        went_well="I listened",
        differently="Less talk",
        ratings=(Rating(skill=ASKS, level=None),),
        nerves=Nerves.A_LITTLE,
        began_at=screen.session.clock.now(),
    )
    assert screen.session.draft(call_id, SelfView) == said
    again = opened(call_id)
    assert find(again, GrowingText, "debrief.differently").text() == "Less talk"
    press(again, "debrief.open")
    assert again.session.state(call_id).self_view == said
    assert again.session.draft(call_id, SelfView) is None


def test_what_the_rep_said_stands_once_the_view_is_open(screen: DebriefScreen) -> None:
    _speak(screen)
    press(screen, "step.first")
    write(screen, "debrief.well", " and more")
    said = screen.session.state(screen.subject).self_view
    assert said
    assert said.went_well == "I listened"
    assert find(screen, GrowingText, "debrief.well").text() == "I listened"


# What was seen


def test_a_level_that_changes_after_hearing_the_rep_is_kept_beside_the_first(screen: DebriefScreen) -> None:
    _speak(screen)
    press(screen, f"seen.{ASKS}.change")
    settle()
    press(_within(screen, f"seen.{ASKS}.levels"), "level.3")
    assert "Mostly, first Sometimes" in everything_said_by(screen)
    marks = [item.entry.id for item, _ in screen.session.state(screen.subject).marks_of(ASKS)]
    draft = screen.session.draft(screen.subject, Debrief)
    assert draft
    assert draft.agreed == (Rating(skill=ASKS, level=3, evidence=tuple(marks)),)


def test_a_changed_level_keeps_what_was_ticked(
    opened: Open, session: Session, clock: FakeClock, rep: Rep
) -> None:
    call_id = an_ended_call(session, clock, rep, rubric=a_rubric_to_tick())
    rating = Rating(skill=ASKS, level=2, checked=(1, 3))
    waiting = Ticked(skill=CALM, checked=(2,))
    session.book(call_id).finish_view(MyView(ratings=(rating,), ticked=(waiting,)))
    screen = opened(call_id)
    _speak(screen)
    for skill in (ASKS, CALM):
        press(screen, f"seen.{skill}.change")
        settle()
        press(_within(screen, f"seen.{skill}.levels"), "level.3")
    assert "Thing 3 to look for" in everything_said_by(screen)
    draft = session.draft(call_id, Debrief)
    assert draft
    assert [(one.level, one.checked) for one in draft.agreed] == [(3, (1, 3)), (3, (2,))]


def test_the_reps_own_level_stands_beside_the_managers(screen: DebriefScreen) -> None:
    press(_within(screen, f"debrief.own.{ASKS}"), "level.4")
    press(screen, "debrief.open")
    assert "Priya: Every time" in everything_said_by(screen)


def test_what_was_seen_today_names_its_skill_because_the_commitment_may_be_about_something_else(
    opened: Open, session: Session, clock: FakeClock, rep: Rep
) -> None:
    earlier = a_viewed_call(session, clock, rep, "Elm Street")
    agenda = (Commitment(words="I send the agenda the day before"),)
    _debriefed(session, earlier, Debrief(commitments=agenda, can_say=True))
    clock.advance(minutes=60 * 24)
    screen = opened(a_viewed_call(session, clock, rep))
    _speak(screen)
    said = everything_said_by(screen)
    assert "Asks before answering, seen today at 01:00: “What happens then?”" in said
    assert "Seen today" not in said


def test_each_commitment_is_closed_by_what_both_saw(
    opened: Open, session: Session, clock: FakeClock, rep: Rep
) -> None:
    earlier = a_viewed_call(session, clock, rep, "Elm Street")
    agreed = (Commitment(words="I ask first"), Commitment(words="I wait"))
    _debriefed(session, earlier, Debrief(commitments=agreed, can_say=True))
    clock.advance(minutes=60 * 24)
    screen = opened(a_viewed_call(session, clock, rep))
    assert "“I ask first”" in everything_said_by(screen)
    assert "seen today" not in everything_said_by(screen)
    _speak(screen)
    assert "On 10 March Priya said: “I ask first”" in everything_said_by(screen)
    press(_within(screen, "closing.0.kept"), "choice.partly")
    seen = session.state(screen.subject).marks_of(ASKS)[0][0].entry.id
    press(screen, f"closing.0.link.{seen}")
    press(_within(screen, "closing.1.kept"), "choice.not_yet")
    said = everything_said_by(screen)
    assert [f"Today: {kept}." in said for kept in ("Partly kept", "Not yet", "Kept")] == [True, True, False]
    assert session.draft(screen.subject, Debrief) is not None
    press(screen, "debrief.to_agree")
    press(_within(screen, "debrief.can_say"), "choice.not_yet")
    press(screen, "debrief.page")
    debrief = session.state(screen.subject).debrief
    assert debrief
    assert debrief.closings == (
        Closing(agreed_in=earlier, number=0, words="I ask first", kept=Kept.PARTLY, evidence=(seen,)),
        Closing(agreed_in=earlier, number=1, words="I wait", kept=Kept.NOT_YET),
    )
    assert debrief.last_commitment is None


def test_what_an_older_draft_says_of_all_is_shown_and_kept_one_by_one(
    opened: Open, session: Session, clock: FakeClock, rep: Rep
) -> None:
    earlier = a_viewed_call(session, clock, rep, "Elm Street")
    agreed = (Commitment(words="I ask first"), Commitment(words="I wait"))
    _debriefed(session, earlier, Debrief(commitments=agreed, can_say=True))
    clock.advance(minutes=60 * 24)
    call_id = a_viewed_call(session, clock, rep)
    session.keep_draft(call_id, Debrief(last_commitment=Kept.PARTLY))
    screen = opened(call_id)
    _speak(screen)
    chosen = [find(screen, ChoiceRow, f"closing.{number}.kept").chosen_values() for number in (0, 1)]
    assert chosen == [["partly"], ["partly"]]
    press(_within(screen, "closing.1.kept"), "choice.kept")
    draft = session.draft(call_id, Debrief)
    assert draft
    assert [closing.kept for closing in draft.closings] == [Kept.PARTLY, Kept.KEPT]
    assert draft.last_commitment is None


def test_a_commitment_that_was_kept_is_not_asked_for_again(
    opened: Open, session: Session, clock: FakeClock, rep: Rep
) -> None:
    for agreed in (
        Debrief(commitments=(Commitment(words="I ask first"),), can_say=True),
        Debrief(last_commitment=Kept.KEPT, can_say=True),
    ):
        _debriefed(session, a_viewed_call(session, clock, rep, "Elm Street"), agreed)
        clock.advance(minutes=60 * 24)
    screen = opened(a_viewed_call(session, clock, rep))
    _speak(screen)
    assert "I ask first" not in everything_said_by(screen)


# Agree one thing


def test_one_thing_is_agreed_and_the_coaching_is_over(
    screen: DebriefScreen, qtbot: QtBot, clock: FakeClock
) -> None:
    _speak(screen)
    press(screen, "debrief.to_agree")
    write(screen, "debrief.change.0.words", "I ask first")
    write(screen, "debrief.change.0.tried", "Elm Street")
    write(screen, "debrief.parked", "Price")
    QTest.keyClick(_within(screen, "debrief.parked"), Qt.Key.Key_Return)
    write(screen, "debrief.parked", "Demo")
    write(screen, "debrief.comment", "Fair")
    press(_within(screen, "debrief.can_say"), "choice.yes")
    with qtbot.waitSignal(screen.call_requested) as led_on:
        press(screen, "debrief.page")
    state = screen.session.state(screen.subject)
    in_two_weeks = clock.now().date() + timedelta(weeks=2)
    assert led_on.args == [screen.subject]
    assert state.phase == Phase.CLOSED
    assert state.debrief == Debrief(
        commitments=(Commitment(words="I ask first", first_tried="Elm Street", check_on=in_two_weeks),),
        parked=("Price", "Demo"),
        comment="Fair",
        can_say=True,
    )
    assert screen.session.draft(screen.subject, Debrief) is None


def test_not_yet_makes_the_page_and_leaves_the_coaching_open(screen: DebriefScreen, qtbot: QtBot) -> None:
    _speak(screen)
    press(screen, "debrief.to_agree")
    assert not find(screen, QAbstractButton, "debrief.page").isEnabled()
    press(_within(screen, "debrief.can_say"), "choice.not_yet")
    assert "the coaching stays open" in everything_said_by(screen)
    with qtbot.waitSignal(screen.call_requested):
        press(screen, "debrief.page")
    assert screen.session.state(screen.subject).phase == Phase.DEBRIEFED


def test_without_the_rep_nobody_answers_the_closing_question(screen: DebriefScreen, qtbot: QtBot) -> None:
    press(screen, "debrief.alone")
    press(screen, "debrief.alone.yes")
    press(screen, "debrief.to_agree")
    write(screen, "debrief.change.0.words", "Ask first")
    assert not _within(screen, "debrief.can_say").isVisible()
    with qtbot.waitSignal(screen.call_requested):
        press(screen, "debrief.page")
    state = screen.session.state(screen.subject)
    assert (state.phase, state.debrief and state.debrief.can_say) == (Phase.DEBRIEFED, None)


def test_a_rep_who_comes_late_is_heard_and_can_close_the_coaching(
    screen: DebriefScreen, qtbot: QtBot
) -> None:
    press(screen, "debrief.alone")
    press(screen, "debrief.alone.yes")
    press(screen, "step.first")
    write(screen, "debrief.well", "I listened")
    press(screen, "debrief.open")
    assert screen.session.state(screen.subject).self_view
    press(screen, "debrief.to_agree")
    write(screen, "debrief.change.0.words", "I ask first")
    press(_within(screen, "debrief.can_say"), "choice.yes")
    with qtbot.waitSignal(screen.call_requested):
        press(screen, "debrief.page")
    assert screen.session.state(screen.subject).phase == Phase.CLOSED


def test_a_debriefed_call_opened_again_goes_on_from_what_was_agreed(
    opened: Open, session: Session, call_id: UUID
) -> None:
    before = Debrief(commitments=(Commitment(words="I ask first"),), can_say=False, comment="Hm")
    _debriefed(session, call_id, before)
    screen = opened(call_id)
    assert find(screen, GrowingText, "debrief.change.0.words").text() == "I ask first"
    assert find(screen, GrowingText, "debrief.change.0.words").isVisible()
    press(_within(screen, "debrief.can_say"), "choice.yes")
    press(screen, "debrief.page")
    state = session.state(call_id)
    assert (state.phase, state.debrief and state.debrief.comment) == (Phase.CLOSED, "Hm")


# What somebody has is amended


AGREED = Debrief(commitments=(Commitment(words="I ask first"),), can_say=True, comment="Hm")


def _handed_over(session: Session, call_id: UUID) -> None:
    _debriefed(session, call_id, AGREED)
    session.book(call_id).hand_over(HandOver.PRINTED, PageContext(rep=card_of(session.rep_of(call_id))))


def test_a_page_that_was_handed_over_changes_only_with_a_reason_and_an_author(
    opened: Open, session: Session, call_id: UUID, qtbot: QtBot
) -> None:
    session.save_manager(Manager(name="Dana Whitfield"))
    _handed_over(session, call_id)
    screen = opened(call_id)
    page = find(screen, QAbstractButton, "debrief.page")
    assert (page.text(), page.isEnabled()) == ("Back to the page", True)
    assert "Amend the page of Priya" in everything_said_by(screen)
    write(screen, "debrief.comment", "!")
    assert (page.text(), page.isEnabled()) == ("Make the new page", False)
    assert "Say at the top why the page changes" in everything_said_by(screen)
    write(screen, "amendment.reason", "She said more")
    with qtbot.waitSignal(screen.call_requested):
        press(screen, "debrief.page")
    state = session.state(call_id)
    assert state.debrief == replace(AGREED, comment="!Hm")
    amended = state.last_of(PageAmended)
    assert amended
    assert amended.amendment == Amendment(reason="She said more", author="Dana Whitfield")


def test_the_reason_is_there_again_when_one_comes_back(opened: Open, session: Session, call_id: UUID) -> None:
    _handed_over(session, call_id)
    screen = opened(call_id)
    write(screen, "debrief.comment", "!")
    write(screen, "amendment.reason", "She said more")
    screen = opened(call_id)
    assert find(screen, GrowingText, "amendment.reason").text() == "She said more"
    assert find(screen, GrowingText, "amendment.reason").isVisible()


def test_a_page_that_was_handed_over_can_be_left_as_it_was(
    opened: Open, session: Session, call_id: UUID
) -> None:
    _handed_over(session, call_id)
    screen = opened(call_id)
    write(screen, "debrief.comment", "!")
    write(screen, "amendment.reason", "Hm")
    press(screen, "amendment.leave")
    assert find(screen, GrowingText, "debrief.comment").text() == "Hm"
    assert find(screen, QAbstractButton, "debrief.page").text() == "Back to the page"
    assert (session.draft(call_id, Debrief), session.draft(call_id, Amendment)) == (None, None)
    press(screen, "debrief.page")
    assert not session.state(call_id).last_of(PageAmended)


def test_nothing_is_said_of_handing_over_while_nobody_has_the_page(
    opened: Open, session: Session, call_id: UUID
) -> None:
    _debriefed(session, call_id, AGREED)
    screen = opened(call_id)
    write(screen, "debrief.comment", "!")
    assert "handed over" not in everything_said_by(screen)
    assert find(screen, QAbstractButton, "debrief.page").text() == "Make the page"


# Several calls of a day


def test_what_the_rep_said_in_the_other_call_is_shown_while_it_is_covered(
    opened: Open, session: Session, clock: FakeClock, rep: Rep
) -> None:
    one, two = (a_viewed_call(session, clock, rep, name) for name in ("One", "Two"))
    write(opened(one), "debrief.well", "I listened")
    screen = opened(two)
    field = find(screen, GrowingText, "debrief.well")
    press(_within(screen, "debrief.covers"), f"choice.{one}")
    assert field.text() == "I listened"
    press(_within(screen, "debrief.covers"), f"choice.{one}")
    assert field.text() == ""


def test_one_debrief_covers_the_calls_of_the_day_and_each_keeps_its_own_ratings(
    opened: Open, session: Session, clock: FakeClock, rep: Rep
) -> None:
    one, two, three = (a_viewed_call(session, clock, rep, name) for name in ("One", "Two", "Three"))
    screen = opened(two)
    press(_within(screen, "debrief.covers"), f"choice.{one}")
    _speak(screen)
    assert session.state(one).view_is_open
    assert not session.state(three).view_is_open
    press(screen, f"seen.{CALM}.change")  # of call Two, which stands first
    settle()
    press(_within(screen, f"seen.{CALM}.levels"), "level.1")
    press(screen, "debrief.to_agree")
    write(screen, "debrief.change.0.words", "I ask first")
    press(_within(screen, "debrief.can_say"), "choice.yes")
    press(screen, "debrief.page")
    debriefs = {name: session.state(name).debrief for name in (one, two)}
    first, second = debriefs[one], debriefs[two]
    assert first
    assert second
    assert first.shared == second.shared is not None
    assert first.commitments == second.commitments
    assert (first.agreed, second.agreed) == ((), (Rating(skill=CALM, level=1),))
    assert session.state(three).phase == Phase.VIEWED


def test_calls_of_another_day_are_not_offered(
    opened: Open, session: Session, clock: FakeClock, rep: Rep, call_id: UUID
) -> None:
    clock.advance(minutes=60 * 24)
    screen = opened(a_viewed_call(session, clock, rep))
    assert not _within(screen, "debrief.covers").isVisible()


# Getting about


def test_it_says_whose_call_it_is_and_how_this_person_likes_it(screen: DebriefScreen) -> None:
    said = everything_said_by(screen)
    for words in ("Debrief with Priya", "Northgate Dental, ended 12 minutes ago", "Ask, do not tell."):
        assert words in said


def test_the_keys_start_where_the_rep_speaks_and_esc_leads_home(screen: DebriefScreen, qtbot: QtBot) -> None:
    QTest.keyClicks(find(screen, GrowingText, "debrief.well"), "I")
    assert find(screen, GrowingText, "debrief.well").hasFocus()
    with qtbot.waitSignal(screen.place_requested) as went:
        key(Qt.Key.Key_Escape)
    assert went.args == ["home"]


@pytest.mark.parametrize("step", ["first", "seen", "agree"])
def test_every_control_has_a_name_to_be_found_and_one_to_be_read_out(
    screen: DebriefScreen, step: str
) -> None:
    _speak(screen)
    press(screen, f"step.{step}")
    controls = [
        control
        for kind in (QAbstractButton, GrowingText, QLineEdit)
        for control in screen.findChildren(kind)
        if control.isVisible() and not control.objectName().startswith("qt_")
    ]
    assert [c for c in controls if not (c.objectName() and c.accessibleName())] == []


@every_look
def test_every_step_can_be_read_at_every_size_and_in_every_direction(
    qapp: QApplication, opened: Open, call_id: UUID, look: Look
) -> None:
    with worn(qapp, look):
        screen = opened(call_id)
        assert_all_can_be_read(screen)
        press(screen, "debrief.alone")
        assert_all_can_be_read(screen)
        _speak(screen)
        press(screen, f"seen.{ASKS}.change")
        press(_within(screen, f"seen.{ASKS}.levels"), "level.3")
        press(screen, f"seen.{CALM}.change")
        for step in ("seen", "agree", "first"):
            press(screen, f"step.{step}")
            assert_all_can_be_read(screen)
