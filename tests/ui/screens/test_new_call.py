from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoring.people import Rep
from scoring.state import Phase
from tests.builders import a_rep
from tests.ui.finding import find, press, texts
from tests.ui.in_window import assert_place_can_be_read
from tests.ui.looks import Look, every_look, show
from ui.screens.new_call import MANY, NewCallScreen
from ui.session import Session
from ui.widgets.calm_table import CalmTable
from ui.widgets.filter_field import FilterField

Shown = Callable[[], NewCallScreen]
TEAM = ["Ada", "Bo", "Cem", "Dora", "Eve", "Finn", "Gus", "Tomás Herrera"]


@pytest.fixture
def shown(qtbot: QtBot, session: Session) -> Shown:
    def show_screen() -> NewCallScreen:
        screen = NewCallScreen(session)
        show(qtbot, screen)
        screen.show_now()
        return screen

    return show_screen


def _add(session: Session, *names: str, **details: object) -> list[Rep]:
    reps = [a_rep(name, **details) for name in names]
    for rep in reps:
        session.save_rep(rep)
    return reps


def _table(screen: NewCallScreen) -> CalmTable:
    return find(screen, CalmTable, "newcall.reps")


def _letters(screen: NewCallScreen) -> FilterField:
    return find(screen, FilterField, "newcall.letters")


def _listed(screen: NewCallScreen) -> list[str]:
    model = _table(screen).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def _click(qtbot: QtBot, screen: NewCallScreen, row: int) -> None:
    table = _table(screen)
    middle = table.visualRect(table.model().index(row, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle)


def test_a_press_on_a_rep_plans_a_call_with_them(qtbot: QtBot, session: Session, shown: Shown) -> None:
    _, priya = _add(session, "Marcus Bell", "Priya Nair")
    screen = shown()
    with qtbot.waitSignal(screen.call_requested) as requested:
        _click(qtbot, screen, 1)
    (call,) = session.calls_in(Phase.PLANNED)
    assert requested.args == [call.call_id]
    assert call.rep_id == priya.id


def test_looking_plans_nothing(session: Session, shown: Shown) -> None:
    _add(session, *TEAM, "Ines")
    shown().leave()
    assert session.calls() == []


def test_a_few_reps_are_picked_with_the_arrow_keys(qtbot: QtBot, session: Session, shown: Shown) -> None:
    _, priya = _add(session, "Marcus Bell", "Priya Nair")
    screen = shown()
    assert not _letters(screen).isVisible()
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Return)
    assert [call.rep_id for call in session.calls()] == [priya.id]


@pytest.mark.parametrize("letters", ["tomas", "HERR", "rera  tom"])
def test_one_of_many_is_found_by_a_few_letters(
    qtbot: QtBot, session: Session, shown: Shown, letters: str
) -> None:
    assert len(TEAM) == MANY
    wanted = _add(session, "Ines", *TEAM)[-1]
    screen = shown()
    assert screen.focusWidget() is _letters(screen)
    qtbot.keyClicks(_letters(screen), letters)
    assert _listed(screen) == ["Tomás Herrera"]
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Return)
    assert [call.rep_id for call in session.calls()] == [wanted.id]


def test_a_return_too_many_plans_no_call_with_whoever_comes_first(
    qtbot: QtBot, session: Session, shown: Shown
) -> None:
    _add(session, *TEAM, "Ines")
    screen = shown()
    qtbot.keyClick(_letters(screen), Qt.Key.Key_Return)
    assert session.calls() == []
    assert screen.focusWidget() is _table(screen)


def test_two_of_the_same_name_are_told_apart(qtbot: QtBot, session: Session, shown: Shown) -> None:
    _add(session, "Sam Lee", team="North")
    _add(session, "Sam Lee", team="South")
    screen = shown()
    model = _table(screen).model()
    teams = [model.index(row, 2).data() for row in range(2)]
    assert sorted(teams) == ["North", "South"]
    _click(qtbot, screen, teams.index("South"))
    (call,) = session.calls()
    assert session.rep(call.rep_id).team == "South"


def test_who_has_retired_is_not_offered(session: Session, shown: Shown) -> None:
    _, marcus = _add(session, "Priya Nair", "Marcus Bell")
    session.set_retired(marcus.id, retired=True)
    assert _listed(shown()) == ["Priya Nair"]


def test_who_is_not_in_the_list_can_be_added(qtbot: QtBot, session: Session, shown: Shown) -> None:
    _add(session, *TEAM, "Ines")
    screen = shown()
    qtbot.keyClicks(_letters(screen), "zoe")
    assert not _table(screen).isVisible()
    assert "Nobody by that name." in texts(screen)
    with qtbot.waitSignal(screen.new_rep_requested):
        press(qtbot, screen, "empty.action")


def test_with_nobody_there_the_first_can_be_added_at_once(qtbot: QtBot, shown: Shown) -> None:
    screen = shown()
    assert "Nobody by that name." not in texts(screen)
    with qtbot.waitSignal(screen.new_rep_requested):
        qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Return)


def test_it_begins_anew_each_time(qtbot: QtBot, session: Session, shown: Shown) -> None:
    _add(session, *TEAM, "Ines")
    screen = shown()
    qtbot.keyClicks(_letters(screen), "zoe")
    screen.show_now()
    assert _letters(screen).text() == ""
    assert len(_listed(screen)) == len(TEAM) + 1
    assert _table(screen).isVisible()


@every_look
@pytest.mark.parametrize("names", [[], ["Aleksandra Wojciechowska-Nowakowska"], [*TEAM, "Ines"]], ids=len)
def test_it_can_be_read_in_every_look(
    qapp: QApplication, qtbot: QtBot, session: Session, names: list[str], look: Look
) -> None:
    _add(
        session, *names, title="Regional account manager", team="Key accounts, north", employee_number="4711"
    )
    assert_place_can_be_read(qapp, qtbot, session, "newcall", look)
