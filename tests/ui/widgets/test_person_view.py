"""One person there is something held about."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from exports.people import HeldPerson
from scoring.holds import place_hold
from tests.builders import NINE, a_rep, an_id
from tests.ui.finding import press
from tests.ui.looks import Look, assert_all_can_be_read, every_look, show, worn
from tests.ui.screens.aftercall import everything_said_by
from ui.widgets.person_view import PersonView

PRIYA = a_rep("Priya Nair", title="Executive", team="North", employee_number="0042", coaching="SECRET")
TWIN = a_rep("P. Nair", coaching="SECRET")
HOLDS = (place_hold("A claim", NINE, rep_id=PRIYA.id), place_hold("An audit", NINE, call_id=an_id()))
PERSON = HeldPerson(entries=(PRIYA, TWIN), calls=12, pages=3, holds=HOLDS)


@pytest.fixture
def view(qtbot: QtBot) -> PersonView:
    shown = PersonView()
    show(qtbot, shown)
    shown.show_person(PERSON)
    return shown


def test_it_says_who_it_is_and_how_much_is_held_but_no_private_notes(view: PersonView) -> None:
    words = everything_said_by(view)
    assert "Executive · North · 0042 · 12 joint calls, 3 of them with a page" in words
    assert "Also entered as P. Nair" in words
    assert "Held since 10 March 2026: A claim" in words
    assert "One call is held since 10 March 2026: An audit" in words
    assert "SECRET" not in words


@pytest.mark.parametrize("name", ["back", "pack", "merge", "hold", "erase"])
def test_each_button_says_what_it_is_for(qtbot: QtBot, view: PersonView, name: str) -> None:
    with qtbot.waitSignal(getattr(view, f"{name}_chosen")):
        press(qtbot, view, f"person.{name}")


def test_each_hold_can_be_lifted_and_each_entry_taken_apart(qtbot: QtBot, view: PersonView) -> None:
    with qtbot.waitSignal(view.lift_chosen) as lifted:
        press(qtbot, view, "person.lift.1")
    assert lifted.args == [HOLDS[1]]
    with qtbot.waitSignal(view.apart_chosen) as apart:
        press(qtbot, view, "entries.apart.0")
    assert apart.args == [TWIN.id]


def test_somebody_else_takes_their_place(view: PersonView) -> None:
    view.show_person(HeldPerson(entries=(a_rep("Jo Park"),), calls=0, pages=0, holds=()))
    view.offer_pack(offered=False)
    assert not view.pack.isEnabled()
    shown = [words for words in everything_said_by(view).splitlines() if words]
    assert "0 joint calls" in shown


@every_look
def test_all_can_be_read(qapp: QApplication, qtbot: QtBot, look: Look) -> None:
    with worn(qapp, look):
        view = PersonView()
        show(qtbot, view)
        view.show_person(PERSON)
        assert_all_can_be_read(view)
