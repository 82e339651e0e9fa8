from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from scoring.people import Rep
from tests.builders import a_rep
from tests.ui.finding import find
from tests.ui.in_window import a_window
from ui.rep_form import RepForm
from ui.session import Session
from ui.widgets.field import LineEdit

PRIYA = a_rep(
    "Priya Nair",
    title="Account manager",
    team="North",
    employee_number="4711",
    started_on=date(2025, 9, 1),
    coaching="Ask,\n\u00a0do not tell. ",
)


@pytest.mark.parametrize("rep", [PRIYA, a_rep("Tomás")], ids=["all", "only a name"])
def test_a_form_that_nobody_touched_says_what_is_known(rep: Rep) -> None:
    form = RepForm.of(rep)
    assert form.problem() is None
    assert form.applied_to(rep) == rep


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (RepForm(), "name"),
        (RepForm(name="  ", started="soon"), "name"),
        (RepForm(name="Priya", started="soon"), "started"),
        (RepForm(name="Priya", started="2026-02-30"), "started"),
    ],
)
def test_what_makes_no_sense_is_said_one_thing_at_a_time(form: RepForm, field: str) -> None:
    problem = form.problem()
    assert problem is not None
    assert problem[0] == field


def test_what_makes_no_sense_is_left_as_it_was_and_the_rest_is_taken() -> None:
    written = RepForm(name=" ", team="South", started="soon").applied_to(PRIYA)
    assert (written.name, written.team, written.started_on) == ("Priya Nair", "South", date(2025, 9, 1))


@pytest.mark.parametrize("months", [None, 0, 2])
def test_how_often_they_are_to_be_seen_stands_on_the_form(months: int | None) -> None:
    assert RepForm.of(PRIYA, months).months == months


def test_a_first_day_can_be_taken_out_again() -> None:
    assert RepForm(name="Priya", started=" ").applied_to(PRIYA).started_on is None


def test_a_form_that_was_begun_outlives_the_screens(qtbot: QtBot, session: Session) -> None:
    """Another text size makes all screens anew."""
    before = a_window(qtbot, session)
    before.open_place("newrep")
    qtbot.keyClicks(find(before, LineEdit, "rep.name"), "Priya Na")
    before.close()
    window = a_window(qtbot, session)
    window.open_place("newrep")
    name = find(window, LineEdit, "rep.name")
    assert name.text() == "Priya Na"
    qtbot.keyClicks(name, "ir")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert [rep.name for rep in session.reps()] == ["Priya Nair"]
    window.open_place("newrep")
    assert find(window, LineEdit, "rep.name").text() == ""
