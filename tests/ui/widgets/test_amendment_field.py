from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from scoring.handing_over import Amendment
from tests.ui.screens.aftercall import everything_said_by, find, press, write
from ui.widgets.amendment_field import AmendmentField
from ui.widgets.growing_text import GrowingText


@pytest.fixture
def field(qtbot: QtBot) -> AmendmentField:
    made = AmendmentField()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def told(field: AmendmentField) -> list[Amendment]:
    heard: list[Amendment] = []
    field.edited.connect(heard.append)
    return heard


def test_it_says_what_a_change_means_and_leads_back_once_there_is_one(field: AmendmentField) -> None:
    leave = find(field, QAbstractButton, "amendment.leave")
    field.show_amendment("23 November 2026, 10:42", Amendment(author="Dana"), changed=False)
    assert "handed over on 23 November 2026, 10:42" in everything_said_by(field)
    assert not leave.isVisible()
    field.show_amendment("23 November 2026, 10:42", Amendment(author="Dana"), changed=True)
    assert leave.isVisible()


def test_showing_an_amendment_is_not_changing_it(field: AmendmentField, told: list[Amendment]) -> None:
    field.show_amendment("today", Amendment(reason="Wrong day", author="Dana"), changed=True)
    assert find(field, GrowingText, "amendment.reason").text() == "Wrong day"
    assert find(field, QLineEdit, "amendment.author").text() == "Dana"
    assert told == []


def test_reason_and_author_are_told_as_they_are_typed(field: AmendmentField, told: list[Amendment]) -> None:
    field.show_amendment("today", Amendment(author="Dana"), changed=True)
    write(field, "amendment.reason", "No")
    assert told[-1] == Amendment(reason="No", author="Dana")
    field.show_amendment("today", told[-1], changed=True)
    write(field, "amendment.author", "!")
    assert told[-1] == Amendment(reason="No", author="Dana!")


def test_it_can_be_left_as_it_was(field: AmendmentField, qtbot: QtBot) -> None:
    field.show_amendment("today", Amendment(), changed=True)
    with qtbot.waitSignal(field.left_as_it_was):
        press(field, "amendment.leave")
