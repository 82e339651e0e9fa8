from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scoring.debrief import Commitment
from tests.ui.widgets.conftest import Stage
from ui.widgets.button import LinkButton
from ui.widgets.choice_row import Chip, ChoiceRow
from ui.widgets.commitment_field import CommitmentField
from ui.widgets.field import LineEdit
from ui.widgets.hint_line import Check, HintLine
from ui.widgets.spin_fields import WhenField

TODAY = date(2026, 11, 23)


@pytest.fixture
def field(qtbot: QtBot) -> CommitmentField:
    made = CommitmentField("change")
    qtbot.addWidget(made)
    made.set_question("What will you do differently?")
    return made


@pytest.fixture
def told(field: CommitmentField) -> list[Commitment]:
    heard: list[Commitment] = []
    field.edited.connect(heard.append)
    return heard


def _day(field: CommitmentField) -> WhenField:
    found = field.findChild(WhenField, "change.day")
    assert found
    return found


def _weeks(field: CommitmentField) -> ChoiceRow:
    found = field.findChild(ChoiceRow, "change.weeks")
    assert found
    return found


def test_showing_a_commitment_is_not_changing_it(field: CommitmentField, told: list[Commitment]) -> None:
    field.show_commitment(Commitment(words="I ask", first_tried="Elm", check_on=date(2026, 12, 9)), TODAY)
    assert told == []
    assert _day(field).date() == QDate(2026, 12, 9)
    assert _weeks(field).chosen_values() == []


@pytest.mark.parametrize(
    ("weeks", "day"), [("1", date(2026, 11, 30)), ("2", date(2026, 12, 7)), ("4", date(2026, 12, 21))]
)
def test_a_chip_counts_its_weeks_from_today(
    field: CommitmentField, told: list[Commitment], weeks: str, day: date
) -> None:
    field.show_commitment(Commitment(words="I ask"), TODAY)
    chip = _weeks(field).findChild(Chip, f"choice.{weeks}")
    assert chip
    chip.click()
    assert told == [Commitment(words="I ask", check_on=day)]
    field.show_commitment(told[0], TODAY)
    assert _weeks(field).chosen_values() == [weeks]


def test_any_other_day_can_be_typed(field: CommitmentField, told: list[Commitment]) -> None:
    field.show_commitment(Commitment(words="I ask", check_on=date(2026, 12, 7)), TODAY)
    field.show()
    _day(field).setCurrentSection(WhenField.Section.DaySection)
    QTest.keyClick(_day(field), Qt.Key.Key_Up)
    assert told == [Commitment(words="I ask", check_on=date(2026, 12, 8))]


def test_words_and_the_first_try_are_told_as_they_are_typed(
    field: CommitmentField, told: list[Commitment]
) -> None:
    field.show_commitment(Commitment(words=""), TODAY)
    QTest.keyClicks(field.words, "A")
    tried = field.findChild(LineEdit, "change.tried")
    assert tried
    QTest.keyClicks(tried, "B")
    assert told == [Commitment(words="A"), Commitment(words="", first_tried="B")]


def test_every_part_has_a_name_to_be_read_out(field: CommitmentField) -> None:
    parts = [field.words, _day(field), *field.findChildren(LineEdit, "change.tried"), *_weeks(field).chips()]
    assert [part for part in parts if not part.accessibleName()] == []
    assert field.words.accessibleName() == "What will you do differently?"


def _said_of(field: CommitmentField, part: str) -> str:
    lines = field.findChildren(HintLine)
    return next(line.hint for line in lines if line.findChild(QWidget, f"change.{part}.hint"))


def _no_digit(commitment: Commitment) -> str:
    return "" if any(letter.isdigit() for letter in commitment.words) else "How?"


def _no_place(commitment: Commitment) -> str:
    return "" if commitment.first_tried else "Where?"


@pytest.mark.usefixtures("no_button_down")
def test_words_and_place_get_their_hints_each_after_they_are_left(qtbot: QtBot, stage: Stage) -> None:
    field, other = CommitmentField("change"), LineEdit()
    stage(field, other)
    left: list[str] = []

    def leave(commitment: Commitment) -> None:
        left.append(commitment.words)

    def keep(commitment: Commitment) -> None:
        field.show_commitment(commitment, TODAY)

    field.set_checks(Check(hint=_no_digit, leave=leave), Check(hint=_no_place, leave=leave))
    field.show_commitment(Commitment(words=""), TODAY)
    field.edited.connect(keep)
    tried = field.findChild(LineEdit, "change.tried")
    assert tried
    field.words.setFocus()
    QTest.keyClicks(field.words, "Listen")
    tried.setFocus()
    qtbot.waitUntil(lambda: _said_of(field, "words") == "How?")
    assert _said_of(field, "tried") == "", "it may be written right now"
    other.setFocus()
    qtbot.waitUntil(lambda: _said_of(field, "tried") == "Where?")
    assert tried.accessibleDescription() == "Where?"
    QTest.keyClicks(tried, "Elm")
    assert _said_of(field, "tried") == ""
    leave_it = field.findChild(LinkButton, "change.words.hint.leave")
    assert leave_it
    QTest.mouseClick(leave_it, Qt.MouseButton.LeftButton)
    assert (_said_of(field, "words"), left) == ("", ["Listen"])
    assert field.words.hasFocus()
