from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoring.debrief import Debrief, SelfView
from scoring.entry import Marked
from scoring.people import Rep
from tests.builders import FakeClock
from tests.ui.finding import find, press
from tests.ui.looks import Look, assert_all_can_be_read, every_look, worn
from tests.ui.screens.aftercall import ASKS, a_viewed_call, an_ended_call, everything_said_by, on_show, priya
from tests.ui.screens.pages import a_debriefed_call, a_planned_call
from ui.screens.call import OneCallScreen
from ui.session import Session
from ui.widgets.button import PaintedButton
from ui.widgets.entry_list import EntryList
from ui.widgets.sealed_panel import SealedPanel
from ui.widgets.side_notes import SideNotes

Opened = Callable[[UUID], OneCallScreen]


@pytest.fixture
def opened(qtbot: QtBot, session: Session) -> Opened:
    def open_call(call_id: UUID) -> OneCallScreen:
        screen = OneCallScreen(session)
        on_show(qtbot, screen, call_id)
        return screen

    return open_call


@pytest.fixture
def rep(session: Session) -> Rep:
    return priya(session)


def _seals(screen: OneCallScreen) -> list[SealedPanel]:
    return [seal for seal in screen.findChildren(SealedPanel) if seal.isVisible()]


def test_a_call_says_which_it_was_and_where_it_stands(
    session: Session, clock: FakeClock, rep: Rep, opened: Opened
) -> None:
    said = everything_said_by(opened(an_ended_call(session, clock, rep)))
    assert "Northgate Dental with Priya" in said
    assert "Priya Nair · 10 Mar 09:00 · 5 minutes · Priya leads, I observe · First together" in said
    assert "Ended, my view is next" in said


def test_what_counts_as_together_is_what_took_place_before(
    session: Session, clock: FakeClock, rep: Rep, opened: Opened
) -> None:
    for _ in range(2):
        an_ended_call(session, clock, rep)
        clock.advance(minutes=60)
    void = an_ended_call(session, clock, rep)
    session.book(void).void("Not this one")
    clock.advance(minutes=60)
    assert "3rd together" in everything_said_by(opened(an_ended_call(session, clock, rep)))
    assert "Void: Not this one" in everything_said_by(opened(void))


def test_nothing_of_my_view_is_in_any_widget_before_the_rep_has_spoken(
    session: Session, clock: FakeClock, rep: Rep, opened: Opened
) -> None:
    call_id = a_viewed_call(session, clock, rep)
    session.keep_draft(call_id, Debrief(comment="SEALED draft"))
    screen = opened(call_id)
    assert "SEALED" not in everything_said_by(screen)
    assert "Opens after Priya has spoken." in everything_said_by(screen)
    assert len(_seals(screen)) == 1
    session.book(call_id).hear_rep(SelfView(went_well="I waited"))
    assert "SEALED gap" in everything_said_by(screen)
    assert _seals(screen) == []


def test_another_call_takes_what_was_open_away(
    session: Session, clock: FakeClock, rep: Rep, opened: Opened
) -> None:
    first, sealed = a_viewed_call(session, clock, rep), a_viewed_call(session, clock, rep)
    session.book(first).debrief_alone()
    screen = opened(first)
    assert "SEALED gap" in everything_said_by(screen)
    screen.show_subject(sealed)
    assert "SEALED" not in everything_said_by(screen)


@pytest.mark.parametrize("viewed", [False, True])
def test_what_is_open_leads_to_where_the_call_goes_on(
    qtbot: QtBot, session: Session, clock: FakeClock, rep: Rep, opened: Opened, viewed: bool
) -> None:
    call_id = (a_viewed_call if viewed else an_ended_call)(session, clock, rep)
    screen = opened(call_id)
    assert find(screen, PaintedButton, "header.action").text() == ("Debrief" if viewed else "My view")
    with qtbot.waitSignal(screen.call_requested) as requested:
        press(qtbot, screen, "header.action")
    assert requested.args == [call_id]


def test_what_is_debriefed_leads_to_its_page_and_to_each_of_its_pages(
    qtbot: QtBot, session: Session, clock: FakeClock, opened: Opened
) -> None:
    call_id = a_debriefed_call(session, clock)
    screen = opened(call_id)
    with qtbot.waitSignal(screen.page_requested) as requested:
        press(qtbot, screen, "header.action")
    with qtbot.waitSignal(screen.page_chosen) as chosen:
        press(qtbot, screen, "call.page.1")
    assert (requested.args, chosen.args) == ([call_id], [call_id, 1])


def test_a_planned_call_shows_what_is_teed_up_and_no_timeline(
    qtbot: QtBot, session: Session, clock: FakeClock, opened: Opened
) -> None:
    screen = opened(a_planned_call(session, clock, purpose="", best="A date"))
    assert not find(screen, EntryList, "call.entries").isVisible()
    assert "A date" in everything_said_by(find(screen, SideNotes, "call.plan"))
    assert find(screen, PaintedButton, "header.action").text() == "Tee up"
    assert screen.focusWidget() is find(screen, PaintedButton, "header.action")


def test_a_call_of_which_nothing_is_agreed_says_so(
    session: Session, clock: FakeClock, opened: Opened
) -> None:
    blank = dict.fromkeys(("purpose", "best", "least", "introduction"), "")
    call_id = a_planned_call(session, clock, **blank, focus_skills=())
    assert "Nothing is agreed yet." in everything_said_by(opened(call_id))


def test_it_can_be_opened_at_one_skill(session: Session, clock: FakeClock, rep: Rep, opened: Opened) -> None:
    call_id = an_ended_call(session, clock, rep)
    screen = opened(call_id)
    entries = find(screen, EntryList, "call.entries")
    assert entries.model().rowCount() == 5
    screen.show_at(call_id, ASKS)
    assert entries.model().rowCount() == 3
    screen.show_subject(call_id)
    assert entries.model().rowCount() == 5


def test_whoever_comes_back_finds_what_they_had_chosen_to_see(
    session: Session, clock: FakeClock, rep: Rep, opened: Opened
) -> None:
    first, other = an_ended_call(session, clock, rep), an_ended_call(session, clock, rep)
    screen = opened(first)
    entries = find(screen, EntryList, "call.entries")
    screen.show_at(first, ASKS)
    listed = entries.model().rowCount()
    entries.choose(listed - 1)
    screen.show_again(first)
    assert (entries.model().rowCount(), entries.currentIndex().row()) == (listed, listed - 1)
    screen.show_again(other)
    assert entries.model().rowCount() > listed, "another call is shown whole"


def test_what_is_logged_meanwhile_is_shown(
    session: Session, clock: FakeClock, rep: Rep, opened: Opened
) -> None:
    call_id = an_ended_call(session, clock, rep)
    screen = opened(call_id)
    mark = next(item for item, _ in session.state(call_id).of(Marked))
    session.book(call_id).amend(mark.entry.id, None)
    assert find(screen, EntryList, "call.entries").model().rowCount() == 4


def test_back_and_escape_lead_to_where_one_came_from(
    qtbot: QtBot, session: Session, clock: FakeClock, rep: Rep, opened: Opened
) -> None:
    screen = opened(an_ended_call(session, clock, rep))
    assert screen.focusWidget() is find(screen, EntryList, "call.entries")
    with qtbot.waitSignal(screen.place_requested) as pressed:
        press(qtbot, screen, "back")
    with qtbot.waitSignal(screen.place_requested) as escaped:
        qtbot.keyClick(find(screen, EntryList, "call.entries"), Qt.Key.Key_Escape)
    assert (pressed.args, escaped.args) == (["list"], ["list"])


@every_look
def test_it_can_be_read(
    qapp: QApplication, qtbot: QtBot, session: Session, clock: FakeClock, look: Look
) -> None:
    with worn(qapp, look):
        screen = OneCallScreen(session)
        on_show(qtbot, screen, a_debriefed_call(session, clock))
        screen.show_at(screen.subject, ASKS)
        assert_all_can_be_read(screen)
