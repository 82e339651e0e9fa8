"""The reps on Home: found by name, in one of two orders."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from exports.overview import RepLine
from scoring.cadence import Seen, Standing
from scoring.in_short import RepInShort
from tests.builders import NINE, a_rep
from tests.ui.finding import find, press
from tests.ui.looks import Look, assert_all_can_be_read, every_look, show, worn
from tests.ui.screens.aftercall import everything_said_by
from ui.screens.home_reps import LATE_FIRST, MANY, HomeReps
from ui.theme import apply_theme
from ui.widgets.calm_table import CalmTable
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.filter_field import FilterField

TODAY = NINE.date()
NONE = Standing(seen=Seen.NONE)
LATE = Standing(seen=Seen.LATE, due=date(2026, 3, 1))
LATER = Standing(seen=Seen.LATE, due=date(2025, 11, 1))


def _line(name: str, standing: Standing = NONE) -> RepLine:
    short = RepInShort(calls=3, first_on=date(2025, 1, 1), last_on=date(2025, 12, 20), levels=(2, 2, 3))
    return RepLine(rep=a_rep(name), short=short, standing=standing, skill_name="Agrees a next step")


FEW = [_line("Ada"), _line("Kim", LATE), _line("Tomás Herrera", LATER)]
PEOPLE = [*FEW, *(_line(f"Zoë {number}") for number in range(MANY))]


@pytest.fixture
def reps(qapp: QApplication, qtbot: QtBot) -> HomeReps:
    apply_theme(qapp)
    shown = HomeReps()
    show(qtbot, shown)
    return shown


def _names(reps: HomeReps) -> list[str]:
    table = find(reps, CalmTable, "home.reps")
    if not table.isVisible():
        return []
    return [table.model().index(row, 0).data() for row in range(table.model().rowCount())]


def _type(qtbot: QtBot, reps: HomeReps, words: str) -> FilterField:
    field = find(reps, FilterField, "home.filter")
    field.setFocus()
    qtbot.keyClicks(field, words)
    return field


def test_a_handful_of_reps_needs_no_looking_for(reps: HomeReps) -> None:
    reps.show_lines(FEW, TODAY)
    assert not find(reps, FilterField, "home.filter").isVisible()
    assert not find(reps, ChoiceRow, "home.order").isVisible()
    assert _names(reps) == ["Ada", "Kim", "Tomás Herrera"]


def test_a_name_is_found_as_it_is_typed_and_opened_without_the_pointer(qtbot: QtBot, reps: HomeReps) -> None:
    reps.show_lines(PEOPLE, TODAY)
    field = _type(qtbot, reps, "tomas")
    assert _names(reps) == ["Tomás Herrera"]
    with qtbot.waitSignal(reps.rep_requested) as requested:
        qtbot.keyClick(field, Qt.Key.Key_Return)
        qtbot.keyClick(find(reps, CalmTable, "home.reps"), Qt.Key.Key_Return)
    assert requested.args == [FEW[2].rep.id]


def test_where_nobody_has_such_a_name_it_says_so_and_shows_everybody_again(
    qtbot: QtBot, reps: HomeReps
) -> None:
    reps.show_lines(PEOPLE, TODAY)
    _type(qtbot, reps, "xyz")
    assert _names(reps) == []
    assert "Nobody here has such a name." in everything_said_by(reps)
    press(qtbot, find(reps, QWidget, "home.nobody_found"), "empty.action")
    assert len(_names(reps)) == len(PEOPLE)


def test_what_is_looked_for_is_still_looked_for_when_one_comes_back(qtbot: QtBot, reps: HomeReps) -> None:
    reps.show_lines(PEOPLE, TODAY)
    _type(qtbot, reps, "kim")
    reps.show_lines([*PEOPLE, _line("Kimberley")], TODAY)
    assert _names(reps) == ["Kim", "Kimberley"]


def test_nobody_stays_hidden_once_there_is_nothing_to_look_for_with(qtbot: QtBot, reps: HomeReps) -> None:
    reps.show_lines(PEOPLE, TODAY)
    _type(qtbot, reps, "kim")
    reps.show_lines(FEW, TODAY)
    assert len(_names(reps)) == len(FEW)


def test_they_stand_by_name_or_the_longest_late_first(qtbot: QtBot, reps: HomeReps) -> None:
    reps.show_lines(PEOPLE, TODAY)
    assert _names(reps)[:3] == ["Ada", "Kim", "Tomás Herrera"]
    order = find(reps, ChoiceRow, "home.order")
    late = next(chip for chip in order.chips() if chip.value == LATE_FIRST)
    qtbot.mouseClick(late, Qt.MouseButton.LeftButton)
    assert _names(reps)[:3] == ["Tomás Herrera", "Kim", "Ada"]
    assert order.chosen_values() == [LATE_FIRST]
    reps.show_lines(FEW, TODAY)
    assert _names(reps) == ["Ada", "Kim", "Tomás Herrera"], "what cannot be seen to be chosen does not hold"


@every_look
def test_all_of_it_can_be_read(qapp: QApplication, qtbot: QtBot, look: Look) -> None:
    with worn(qapp, look):
        shown = HomeReps()
        show(qtbot, shown, (1366, 768))
        shown.show_lines(PEOPLE, TODAY)
        assert_all_can_be_read(shown)
