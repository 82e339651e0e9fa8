"""Home: one next thing for every open call, and everybody one rides along with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from exports.overview import MOST_OPEN, keep_cadence
from scoring.debrief import Debrief, MyView, Observation, Outcome
from scoring.entry import Moment
from scoring.people import Rep
from scoring.rating import Rating
from scoring.rubric import default_rubric
from scoring.state import Phase
from scoring.teeup import Way
from tests.builders import FakeClock, a_rep, a_self_view, a_tee_up
from tests.ui.finding import find, press
from tests.ui.in_window import a_window
from tests.ui.looks import Look, assert_all_can_be_read, every_look, show, worn
from tests.ui.screens.aftercall import everything_said_by
from ui.models.rep_table import LAST_CALL, LEVELS
from ui.screens.home import HomeScreen
from ui.session import Session
from ui.widgets.action_card import ActionCard
from ui.widgets.button import LinkButton
from ui.widgets.calm_table import TONE_ROLE, CalmTable, Tone
from ui.widgets.empty_state import EmptyState
from ui.widgets.page_header import PageHeader

Shown = Callable[[], HomeScreen]
Stage = Callable[["Calls", UUID], object]
SKILL = default_rubric().skills[1]
LATE = "32 days ago"
FOLK = "Aleksandra Wojciechowska-Nowakowska"


@pytest.fixture
def priya(session: Session) -> Rep:
    rep = a_rep("Priya Nair")
    session.save_rep(rep)
    return rep


@pytest.fixture
def shown(qtbot: QtBot, session: Session) -> Shown:
    def show_screen() -> HomeScreen:
        screen = HomeScreen(session)
        show(qtbot, screen)
        screen.show_now()
        return screen

    return show_screen


class Calls:
    """Calls with one rep, each brought as far as a test needs it."""

    def __init__(self, session: Session, clock: FakeClock, rep: Rep) -> None:
        self.session, self.clock, self.rep = session, clock, rep

    def planned(self, customer: str, *, days: int = 0, purpose: str = "Agree on a trial") -> UUID:
        planned_at = self.clock.now() + timedelta(days=days, hours=5)
        plan = a_tee_up(
            customer=customer,
            purpose=purpose,
            planned_at=planned_at,
            focus_skills=(SKILL.id,),
            rubric_id=default_rubric().id,
        )
        return self.session.add_call(self.rep.id, plan)

    def running(self, customer: str) -> UUID:
        call_id = self.planned(customer)
        self.session.book(call_id).start()
        return call_id

    def ended(self, customer: str) -> UUID:
        call_id = self.running(customer)
        self.clock.advance(minutes=30)
        self.session.book(call_id).end()
        return call_id

    def viewed(self, customer: str) -> UUID:
        call_id = self.ended(customer)
        view = MyView(
            ratings=(Rating(skill=SKILL.id, level=4),),
            outcome=Outcome.LESS,
            outcome_words="SEALED outcome",
            strengths=(Observation(words="SEALED strength"),),
        )
        self.session.book(call_id).finish_view(view)
        return call_id

    def debriefed(self, customer: str, *, can_say: bool | None = None) -> UUID:
        call_id = self.viewed(customer)
        book = self.session.book(call_id)
        book.hear_rep(a_self_view())
        book.agree(Debrief(can_say=can_say))
        return call_id


@pytest.fixture
def calls(session: Session, clock: FakeClock, priya: Rep) -> Calls:
    return Calls(session, clock, priya)


def _cards(screen: HomeScreen) -> list[ActionCard]:
    """:returns: the cards as they are read: row by row."""
    cards = [card for card in screen.findChildren(ActionCard) if card.isVisible()]
    return sorted(cards, key=lambda card: (card.y(), card.x()))


def _words(card: ActionCard) -> tuple[str, str]:
    return card.accessibleName(), card.accessibleDescription()


def _table(screen: HomeScreen) -> CalmTable:
    return find(screen, CalmTable, "home.reps")


def _cells(screen: HomeScreen, row: int = 0) -> list[str]:
    model = _table(screen).model()
    return [model.index(row, column).data() for column in range(model.columnCount())]


# What is open


def test_every_open_call_says_where_it_stands_and_what_to_do_next(
    calls: Calls, shown: Shown, clock: FakeClock
) -> None:
    calls.planned("Elm Street")
    calls.planned("Oakfield", days=1, purpose="")
    calls.debriefed("Pinewood")
    calls.viewed("Northgate")
    calls.ended("Birch Lane")
    calls.running("Willow Park")
    clock.advance(minutes=12)
    screen = shown()
    assert [_words(card) for card in _cards(screen)] == [
        ("Willow Park with Priya, Go on", "It was interrupted. Everything that was saved is there."),
        ("Birch Lane with Priya, My view", "Ended 12 minutes ago, my view is open"),
        ("Northgate with Priya, Debrief", "Ended 42 minutes ago, debrief is open"),
        ("Pinewood with Priya, Page", "Debriefed, the coaching is still open"),
        ("Elm Street with Priya, Sit in", "Today 14:00, teed up"),
        ("Oakfield with Priya, Tee up", "Tomorrow 14:00, not teed up yet"),
    ]


@pytest.fixture
def interrupted(qtbot: QtBot, session: Session, calls: Calls, clock: FakeClock) -> Iterator[HomeScreen]:
    """Home the morning after the lid was closed on a running call."""
    calls.running("Willow Park")
    session.close()
    clock.advance(minutes=60 * 20)
    again = Session(session.folder, clock)
    with qtbot.waitSignal(again.opened):
        again.start()
    screen = HomeScreen(again)
    show(qtbot, screen)
    screen.show_now()
    yield screen
    again.close()


def test_an_interrupted_call_that_was_over_ended_back_then(
    qtbot: QtBot, interrupted: HomeScreen, clock: FakeClock
) -> None:
    (over,) = [button for button in interrupted.findChildren(LinkButton) if button.text() == "It was over"]
    assert over.accessibleName() == "Willow Park with Priya, it was over"
    with qtbot.waitSignal(interrupted.call_requested) as asked:
        qtbot.mouseClick(over, Qt.MouseButton.LeftButton)
    assert asked.args is not None
    (call_id,) = asked.args
    state = interrupted.session.state(call_id)
    assert (state.phase, state.ended_at) == (Phase.ENDED, clock.now() - timedelta(hours=20))
    interrupted.show_now()
    assert [_words(card) for card in _cards(interrupted)] == [
        ("Willow Park with Priya, My view", "Ended 20 hours ago, my view is open")
    ]


def test_only_a_call_that_was_interrupted_is_asked_whether_it_was_over(calls: Calls, shown: Shown) -> None:
    calls.running("Willow Park")
    calls.planned("Elm Street")
    assert "It was over" not in everything_said_by(shown())


@pytest.fixture
def without_device(session: Session, priya: Rep) -> UUID:
    """A running call of a manager who sits in without a device."""
    plan = a_tee_up(
        customer="Willow Park",
        way=Way.NO_DEVICE,
        focus_skills=(SKILL.id,),
        rubric_id=default_rubric().id,
    )
    call_id = session.add_call(priya.id, plan)
    session.book(call_id).start()
    return call_id


def test_a_call_without_a_device_asks_to_be_written_down(
    qtbot: QtBot, session: Session, shown: Shown, clock: FakeClock, without_device: UUID
) -> None:
    screen = shown()
    running = ("Willow Park with Priya, Write it down", "Without a device. Write it down once it is over.")
    assert [_words(card) for card in _cards(screen)] == [running]
    with qtbot.waitSignal(screen.write_down_requested) as requested:
        press(qtbot, screen, f"home.call.{without_device}")
    assert requested.args == [without_device]
    clock.advance(minutes=50)
    session.book(without_device).ended_at(clock.now() - timedelta(minutes=10))
    screen.show_now()
    ended = ("Willow Park with Priya, Write it down", "Ended 10 minutes ago, not written down yet")
    assert [_words(card) for card in _cards(screen)] == [ended]


@pytest.mark.parametrize("begun", ["written down", "my view"])
def test_once_it_is_written_down_or_my_view_is_begun_my_view_is_next(
    session: Session, shown: Shown, clock: FakeClock, without_device: UUID, begun: str
) -> None:
    book = session.book(without_device)
    book.ended_at(clock.now())
    if begun == "written down":
        book.recall(Moment(words="The silence"))
    else:
        session.keep_draft(without_device, MyView(outcome_words="They agreed"))
    screen = shown()
    assert [_words(card)[0] for card in _cards(screen)] == ["Willow Park with Priya, My view"]


def test_nobody_is_asked_whether_a_call_without_a_device_was_over(
    qtbot: QtBot, session: Session, clock: FakeClock, without_device: UUID
) -> None:
    session.close()
    again = Session(session.folder, clock)
    with qtbot.waitSignal(again.opened):
        again.start()
    screen = HomeScreen(again)
    show(qtbot, screen)
    screen.show_now()
    assert "It was over" not in everything_said_by(screen), "when it ended is asked where it is written down"
    again.close()


def test_a_device_put_away_during_the_call_is_a_call_without_one(
    qtbot: QtBot, session: Session, shown: Shown, calls: Calls
) -> None:
    call_id = calls.running("Willow Park")
    qtbot.waitUntil(lambda: not session.pending)
    session.book(call_id).sit(Way.NO_DEVICE)
    screen = shown()
    assert [_words(card)[0] for card in _cards(screen)] == ["Willow Park with Priya, Write it down"]


def test_calls_to_come_stand_in_the_order_they_come_in(calls: Calls, shown: Shown) -> None:
    for customer, days in (("Third", 5), ("First", 1), ("Second", 2)):
        calls.planned(customer, days=days)
    screen = shown()
    assert [card.text().split()[0] for card in _cards(screen)] == ["First", "Second", "Third"]


def test_a_call_without_customer_and_time_is_still_there(session: Session, priya: Rep, shown: Shown) -> None:
    session.add_call(priya.id, a_tee_up(customer=" ", purpose="", planned_at=None))
    screen = shown()
    (card,) = _cards(screen)
    assert _words(card) == ("New call with Priya, Tee up", "No time yet, not teed up yet")


DONE: dict[str, Stage] = {
    "cancelled": lambda calls, call_id: calls.session.book(call_id).cancel(),
    "no show": lambda calls, call_id: calls.session.book(call_id).no_show(),
    "void": lambda calls, call_id: calls.session.book(call_id).void("by mistake"),
}


@pytest.mark.parametrize("settle", DONE.values(), ids=DONE.keys())
def test_what_did_not_take_place_asks_for_nothing(calls: Calls, shown: Shown, settle: Stage) -> None:
    settle(calls, calls.planned("Elm Street"))
    screen = shown()
    assert _cards(screen) == []


def test_a_call_whose_coaching_is_over_asks_for_nothing(calls: Calls, shown: Shown) -> None:
    calls.debriefed("Elm Street", can_say=True)
    screen = shown()
    assert _cards(screen) == []


def test_of_very_many_open_calls_the_others_are_a_press_away(
    qtbot: QtBot, calls: Calls, shown: Shown
) -> None:
    for number in range(MOST_OPEN):
        calls.planned(f"Customer {number}", days=number)
    screen = shown()
    more = find(screen, LinkButton, "home.more")
    assert (len(_cards(screen)), more.isVisible()) == (MOST_OPEN, False)
    calls.planned("One more", days=40)
    screen.show_now()
    assert (len(_cards(screen)), more.isVisible(), more.text()) == (MOST_OPEN, True, "1 more open call")
    with qtbot.waitSignal(screen.place_requested) as requested:
        press(qtbot, screen, "home.more")
    assert requested.args == ["calls"]


def test_a_press_on_a_card_goes_on_with_that_call(qtbot: QtBot, calls: Calls, shown: Shown) -> None:
    calls.ended("Birch Lane")
    wanted = calls.planned("Elm Street")
    screen = shown()
    with qtbot.waitSignal(screen.call_requested) as requested:
        press(qtbot, screen, f"home.call.{wanted}")
    assert requested.args == [wanted]


def test_the_first_thing_to_do_is_one_tab_and_the_next_one_more_away(
    qtbot: QtBot, calls: Calls, shown: Shown
) -> None:
    first, second = calls.ended("Birch Lane"), calls.planned("Elm Street")
    screen = shown()
    reached: list[str] = []
    for _ in range(4):
        qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Tab)
        focus = screen.focusWidget()
        assert focus is not None
        reached.append(focus.objectName())
    assert reached == ["header.action", f"home.call.{first}", f"home.call.{second}", "home.reps"]
    with qtbot.waitSignal(screen.call_requested) as requested:
        qtbot.keyClick(find(screen, ActionCard, f"home.call.{first}"), Qt.Key.Key_Return)
    assert requested.args == [first]


def test_what_is_done_is_gone_when_one_comes_back(session: Session, calls: Calls, shown: Shown) -> None:
    call_id = calls.planned("Elm Street")
    screen = shown()
    assert len(_cards(screen)) == 1
    session.book(call_id).cancel()
    screen.show_now()
    assert _cards(screen) == []


def test_nothing_of_the_managers_view_is_said_before_the_rep_has_spoken(calls: Calls, shown: Shown) -> None:
    calls.viewed("Northgate")
    screen = shown()
    assert SKILL.name in _cells(screen)
    said = "\n".join([everything_said_by(screen), *_cells(screen)])
    assert [secret for secret in ("SEALED", SKILL.levels[-1].word, "level") if secret in said] == []


# Everybody one rides along with


def test_the_reps_stand_in_one_table_with_what_they_work_on(
    session: Session, calls: Calls, shown: Shown
) -> None:
    calls.ended("Birch Lane")
    session.save_rep(a_rep("Tomás Herrera"))
    screen = shown()
    assert _cells(screen) == ["Priya Nair", "Today", "1", SKILL.name, "", "Not rated yet"]
    assert _cells(screen, 1) == ["Tomás Herrera", "Never", "0", "Not set", "", "Not seen yet"]


def test_who_is_late_by_the_plan_stands_out_and_who_is_not_planned_does_not(
    session: Session, calls: Calls, priya: Rep, shown: Shown, clock: FakeClock
) -> None:
    calls.debriefed("Birch Lane")
    screen = shown()
    last_call = _table(screen).model().index(0, LAST_CALL)
    for days, words, tone in (
        (0, "Today", None),
        (20, "20 days ago, due 10 Apr", None),
        (12, LATE, Tone.LATE),
    ):
        clock.advance(minutes=days * 24 * 60)
        screen.show_now()
        assert (last_call.data(), last_call.data(TONE_ROLE)) == (words, tone)
    session.ask(partial(keep_cadence, rep_id=priya.id, months=0))
    screen.show_now()
    assert (last_call.data(), last_call.data(TONE_ROLE)) == (LATE, None)


def test_the_levels_of_the_focus_skill_are_told_once_the_rep_has_spoken(calls: Calls, shown: Shown) -> None:
    calls.viewed("Birch Lane")
    screen = shown()
    assert _cells(screen)[LEVELS] == "Not rated yet"
    calls.debriefed("Elm Street")
    screen.show_now()
    assert _cells(screen)[LEVELS] == "Level 4, too few to tell"


def test_a_retired_rep_is_not_on_the_table_but_their_open_call_is(
    session: Session, calls: Calls, priya: Rep, shown: Shown
) -> None:
    calls.ended("Birch Lane")
    session.set_retired(priya.id, retired=True)
    screen = shown()
    assert not _table(screen).isVisible()
    assert len(_cards(screen)) == 1


def test_each_of_two_namesakes_is_opened_by_their_own_row(
    qtbot: QtBot, session: Session, shown: Shown
) -> None:
    sams = [a_rep("Sam Lee"), a_rep("Sam Lee")]
    for sam in sams:
        session.save_rep(sam)
    screen = shown()
    opened: list[object] = []
    screen.rep_requested.connect(opened.append)
    table = _table(screen)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    middle = table.visualRect(table.model().index(1, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert sorted(map(str, opened)) == sorted(str(sam.id) for sam in sams)


# Where there is nothing yet


def test_with_nobody_there_the_way_leads_to_the_first_rep(qtbot: QtBot, shown: Shown) -> None:
    screen = shown()
    assert not find(screen, PageHeader, "").button.isVisible()
    with qtbot.waitSignal(screen.place_requested) as requested:
        press(qtbot, find(screen, EmptyState, "home.empty"), "empty.action")
    assert requested.args == ["newrep"]


def test_with_a_rep_there_the_way_leads_to_a_new_call(qtbot: QtBot, priya: Rep, shown: Shown) -> None:
    screen = shown()
    assert not find(screen, EmptyState, "home.empty").isVisible()
    with qtbot.waitSignal(screen.place_requested) as requested:
        press(qtbot, screen, "header.action")
    assert requested.args == ["newcall"]


# Practising


@pytest.mark.parametrize("with_rep", [True, False], ids=["with a rep", "with nobody yet"])
def test_one_can_always_practise(qtbot: QtBot, session: Session, shown: Shown, with_rep: bool) -> None:
    if with_rep:
        session.save_rep(a_rep("Priya Nair"))
    screen = shown()
    with qtbot.waitSignal(screen.place_requested) as requested:
        press(qtbot, screen, "home.practise")
    assert requested.args == ["practise"]


def test_practising_comes_last_for_the_keyboard(qtbot: QtBot, priya: Rep, shown: Shown) -> None:
    screen = shown()
    _table(screen).setFocus()
    qtbot.keyClick(_table(screen), Qt.Key.Key_Tab)
    assert screen.focusWidget() is find(screen, LinkButton, "home.practise")


# Data that cannot be opened


def test_a_file_in_use_is_said_and_opened_once_it_is_free(
    qtbot: QtBot, session: Session, clock: FakeClock, priya: Rep
) -> None:
    second = Session(session.folder, clock)
    window = a_window(qtbot, second)
    with qtbot.waitSignal(second.refused):
        second.start()
    home = window.current()
    assert isinstance(home, HomeScreen)
    refusal = find(home, EmptyState, "home.refusal")
    assert refusal.isVisible()
    assert not _table(home).isVisible()
    assert not find(home, LinkButton, "home.practise").isVisible()
    with qtbot.waitSignal(second.refused):
        press(qtbot, refusal, "empty.action")
    session.close()
    with qtbot.waitSignal(second.opened):
        press(qtbot, refusal, "empty.action")
    assert not refusal.isVisible()
    assert _cells(home)[0] == "Priya Nair"
    second.close()


@every_look
def test_a_refusal_can_be_read(
    qapp: QApplication, qtbot: QtBot, session: Session, tmp_path: Path, look: Look
) -> None:
    with worn(qapp, look):
        second = Session(session.folder)
        window = a_window(qtbot, second)
        with qtbot.waitSignal(second.refused):
            second.start()
        assert_all_can_be_read(window)
        second.close()


@every_look
def test_long_names_can_be_read(
    qapp: QApplication, qtbot: QtBot, session: Session, clock: FakeClock, look: Look
) -> None:
    rep = a_rep(FOLK)
    session.save_rep(rep)
    calls = Calls(session, clock, rep)
    for stage in (calls.planned, calls.running, calls.ended, calls.viewed, calls.debriefed):
        stage("Rechtsschutzversicherungsgesellschaften Bergmann & Söhne, Niederlassung Nord")
    with worn(qapp, look):
        window = a_window(qtbot, session)
        window.open_place("home")
        assert_all_can_be_read(window)
