from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from exports.mirror_figures import goals_in
from scoring.mirror_goals import MirrorGoals
from scoring.people import Rep
from tests.builders import FakeClock, a_rep
from tests.exports.mirror_logs import a_call_for_the_mirror
from tests.ui.finding import find, press, tab_stops, texts
from tests.ui.looks import Look, assert_all_can_be_read, every_look, show, worn
from ui.screens.mirror import MirrorScreen
from ui.session import Session
from ui.widgets.calm_table import CalmTable
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.figure_card import FigureCard
from ui.widgets.goal_panel import GoalPanel


@pytest.fixture
def rep(session: Session) -> Rep:
    rep = a_rep("Priya Nair")
    session.save_rep(rep)
    return rep


@pytest.fixture(autouse=True)
def _a_month_later(clock: FakeClock) -> None:
    clock.set_wall(seconds=timedelta(days=30).total_seconds())


def _shown(qtbot: QtBot, session: Session) -> MirrorScreen:
    screen = MirrorScreen(session)
    show(qtbot, screen)
    screen.show_now()
    return screen


def _some_calls(session: Session, rep: Rep, count: int, *, taken_over: bool = False) -> None:
    for day in range(count):
        session.ask(lambda store, day=day: a_call_for_the_mirror(store, rep, day, taken_over=taken_over))


def _choose(qtbot: QtBot, screen: MirrorScreen, row: str, value: str) -> None:
    chip = next(chip for chip in find(screen, ChoiceRow, row).chips() if chip.value == value)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)


def _one_thing(screen: MirrorScreen) -> FigureCard:
    return find(screen, FigureCard, "mirror.one_thing")


def _card(screen: MirrorScreen, title: str) -> FigureCard:
    return next(card for card in screen.findChildren(FigureCard) if card.figure.title == title)


def test_it_says_whose_it_is(qtbot: QtBot, session: Session) -> None:
    assert "For you alone: it never stands on a page." in texts(_shown(qtbot, session))


def test_before_the_first_call_it_leads_to_one(qtbot: QtBot, session: Session) -> None:
    screen = _shown(qtbot, session)
    assert not [card for card in screen.findChildren(FigureCard) if card.isVisible()]
    with qtbot.waitSignal(screen.place_requested) as asked:
        press(qtbot, screen, "empty.action")
    assert asked.args == ["newcall"]


def test_after_one_call_there_are_points_and_too_few_to_tell(
    qtbot: QtBot, session: Session, rep: Rep
) -> None:
    _some_calls(session, rep, 1)
    screen = _shown(qtbot, session)
    figure = _card(screen, "My share of the floor").figure
    assert figure.value == "too few to tell"
    assert figure.chart
    assert len(figure.chart.points) == 1
    assert not _one_thing(screen).isVisible(), "one call carries no sentence"


def test_what_there_is_nothing_of_yet_is_named_in_one_line(qtbot: QtBot, session: Session, rep: Rep) -> None:
    _some_calls(session, rep, 1)
    screen = _shown(qtbot, session)
    line = "Nothing to show yet: Handing the floor back, Commitments followed through."
    assert line in texts(screen)
    shown = [card for card in screen.findChildren(FigureCard) if card.isVisible()]
    assert all(card.figure.value or card.figure.chart or card.figure.evidence for card in shown)
    _some_calls(session, rep, 2, taken_over=True)
    screen.show_now()
    assert "Nothing to show yet: Commitments followed through." in texts(screen)


def test_it_says_how_many_calls_it_looks_at(qtbot: QtBot, session: Session, rep: Rep) -> None:
    _some_calls(session, rep, 1)
    screen = _shown(qtbot, session)
    assert any(text.endswith("You observed it.") for text in texts(screen))
    _some_calls(session, rep, 3)
    screen.show_now()
    assert any(text.endswith("You observed all of them.") for text in texts(screen))


def test_the_tab_key_comes_to_the_table_last(qtbot: QtBot, session: Session, rep: Rep) -> None:
    _some_calls(session, rep, 4, taken_over=True)
    screen = _shown(qtbot, session)
    card = _card(screen, "Step-ins a call")
    press(qtbot, card, "figure.how")
    stops = tab_stops(screen)
    assert stops[-1] is find(screen, CalmTable, "mirror.calls")
    own = [place for place, stop in enumerate(stops) if card.isAncestorOf(stop)]
    assert len(own) == 2 + 4, "its chart, its link, and the calls it stands on"
    assert own == list(range(own[0], own[-1] + 1)), "one after the other"


def test_what_changes_while_it_is_shown_is_shown(qtbot: QtBot, session: Session, rep: Rep) -> None:
    _some_calls(session, rep, 2)
    screen = _shown(qtbot, session)
    session.book(session.calls_with(rep.id)[0].call_id).void("Not this one")
    qtbot.waitUntil(lambda: any(text.startswith("1 joint call since") for text in texts(screen)))


def test_four_calls_carry_figures_and_the_one_thing(qtbot: QtBot, session: Session, rep: Rep) -> None:
    _some_calls(session, rep, 4, taken_over=True)
    screen = _shown(qtbot, session)
    assert _card(screen, "Step-ins a call").figure.value == "1"
    assert _one_thing(screen).isVisible()
    assert "4 of the last 4" in _one_thing(screen).figure.title


def test_where_nothing_is_worth_changing_nothing_is_said(qtbot: QtBot, session: Session, rep: Rep) -> None:
    _some_calls(session, rep, 5)
    assert not _one_thing(_shown(qtbot, session)).isVisible()


def test_a_goal_is_set_on_the_page_itself(qtbot: QtBot, session: Session, rep: Rep) -> None:
    _some_calls(session, rep, 4)
    screen = _shown(qtbot, session)
    assert not find(screen, GoalPanel, "mirror.goal_panel").isVisible()
    press(qtbot, screen, "mirror.goals")
    _choose(qtbot, screen, "goals.share", "10")
    assert session.ask(goals_in) == MirrorGoals(share_at_most=10)
    assert find(screen, ChoiceRow, "goals.share").chosen_values() == ["10"]
    assert "longer than you meant to" in _one_thing(screen).figure.title
    chart = _card(screen, "My share of the floor").figure.chart
    assert chart
    assert chart.goal == 0.1
    press(qtbot, screen, "mirror.goals")
    assert not find(screen, GoalPanel, "mirror.goal_panel").isVisible()


def test_looking_sets_no_goal(qtbot: QtBot, session: Session) -> None:
    screen = _shown(qtbot, session)
    press(qtbot, screen, "mirror.goals")
    screen.leave()
    assert session.ask(goals_in) == MirrorGoals()


def test_setting_a_goal_leaves_the_keys_where_they_are(qtbot: QtBot, session: Session) -> None:
    screen = _shown(qtbot, session)
    press(qtbot, screen, "mirror.goals")
    chip = next(chip for chip in find(screen, ChoiceRow, "goals.steps").chips() if chip.value == "1")
    chip.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert session.ask(goals_in) == MirrorGoals(steps_at_most=1)
    assert screen.focusWidget() is chip


def test_another_time_shows_other_calls(qtbot: QtBot, session: Session, rep: Rep, clock: FakeClock) -> None:
    _some_calls(session, rep, 2)
    clock.set_wall(seconds=timedelta(days=150).total_seconds())
    screen = _shown(qtbot, session)
    assert any(text.startswith("2 joint calls since") for text in texts(screen))
    _choose(qtbot, screen, "mirror.times", "3")
    assert find(screen, ChoiceRow, "mirror.times").chosen_values() == ["3"]
    assert find(screen, CalmTable, "mirror.calls").isHidden()
    _choose(qtbot, screen, "mirror.times", "24")
    assert find(screen, CalmTable, "mirror.calls").model().rowCount() == 2


def test_a_row_and_a_line_of_evidence_lead_to_their_call(qtbot: QtBot, session: Session, rep: Rep) -> None:
    call = session.ask(lambda store: a_call_for_the_mirror(store, rep, 0))
    screen = _shown(qtbot, session)
    with qtbot.waitSignal(screen.timeline_requested) as asked:
        find(screen, CalmTable, "mirror.calls").opened.emit(0)
    assert asked.args == [call.id]
    card = _card(screen, "Teed up before the call")
    press(qtbot, card, "figure.how")
    with qtbot.waitSignal(screen.timeline_requested) as asked:
        card.evidence_chosen.emit(card.figure.evidence[0].key)
    assert asked.args == [call.id]


@every_look
def test_all_of_it_can_be_read(
    qapp: QApplication, qtbot: QtBot, session: Session, rep: Rep, look: Look
) -> None:
    _some_calls(session, rep, 4, taken_over=True)
    with worn(qapp, look):
        screen = _shown(qtbot, session)
        press(qtbot, screen, "mirror.goals")
        press(qtbot, _one_thing(screen), "figure.how")
        assert_all_can_be_read(screen)
