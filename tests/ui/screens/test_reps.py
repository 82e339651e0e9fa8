from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from scoring.people import Rep
from tests.builders import a_rep
from tests.ui.finding import find, press
from tests.ui.looks import show
from ui.screens.reps import RepsScreen
from ui.session import Session
from ui.widgets.calm_table import CalmTable

Shown = Callable[[], RepsScreen]


@pytest.fixture
def shown(qtbot: QtBot, session: Session) -> Shown:
    def show_screen() -> RepsScreen:
        screen = RepsScreen(session)
        show(qtbot, screen)
        screen.show_now()
        return screen

    return show_screen


def _add(session: Session, name: str, *, retired: bool = False, **details: object) -> Rep:
    rep = a_rep(name, **details)
    session.save_rep(rep)
    session.set_retired(rep.id, retired=retired)
    return rep


def _rows(screen: RepsScreen, name: str) -> list[tuple[str, str, str, str]]:
    table = find(screen, CalmTable, name)
    if not table.isVisible():
        return []
    model = table.model()
    return [
        tuple(model.index(row, column).data() for column in range(4))  # pyright: ignore[reportReturnType]
        for row in range(model.rowCount())
    ]


def test_everybody_is_listed_by_name_and_the_retired_apart(session: Session, shown: Shown) -> None:
    _add(session, "Tom Adeyemi", title="Trainee", team="South", employee_number="7")
    _add(session, "Ada Lovelace")
    _add(session, "Old Hand", retired=True)
    screen = shown()
    assert _rows(screen, "reps.active") == [
        ("Ada Lovelace", "", "", ""),
        ("Tom Adeyemi", "Trainee", "South", "7"),
    ]
    assert [name for name, *_ in _rows(screen, "reps.retired")] == ["Old Hand"]


def test_namesakes_are_told_apart_and_opened_apart(qtbot: QtBot, session: Session, shown: Shown) -> None:
    first = _add(session, "Sam Lee", team="North")
    second = _add(session, "Sam Lee", team="South")
    screen = shown()
    rows = _rows(screen, "reps.active")
    assert sorted(team for _, _, team, _ in rows) == ["North", "South"]
    opened: list[object] = []
    screen.rep_requested.connect(opened.append)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(screen.focusWidget(), key)
    expected = {"North": first.id, "South": second.id}
    assert opened == [expected[team] for _, _, team, _ in rows]


def test_a_retired_rep_is_a_key_away_where_nobody_else_is_left(
    qtbot: QtBot, session: Session, shown: Shown
) -> None:
    old = _add(session, "Old Hand", retired=True)
    screen = shown()
    assert _rows(screen, "reps.active") == []
    with qtbot.waitSignal(screen.rep_requested) as requested:
        qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Return)
    assert requested.args == [old.id]


def test_where_nobody_is_yet_the_way_leads_to_the_first(qtbot: QtBot, shown: Shown) -> None:
    screen = shown()
    with qtbot.waitSignal(screen.new_rep_requested):
        qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Return)


def test_somebody_new_is_one_press_away(qtbot: QtBot, session: Session, shown: Shown) -> None:
    _add(session, "Ada Lovelace")
    screen = shown()
    with qtbot.waitSignal(screen.new_rep_requested):
        press(qtbot, screen, "header.action")


def test_coming_back_shows_what_changed(session: Session, shown: Shown) -> None:
    ada = _add(session, "Ada Lovelace")
    screen = shown()
    session.set_retired(ada.id, retired=True)
    screen.show_now()
    assert _rows(screen, "reps.active") == []
    assert [name for name, *_ in _rows(screen, "reps.retired")] == ["Ada Lovelace"]
