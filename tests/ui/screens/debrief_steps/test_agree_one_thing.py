from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from scoring.debrief import Commitment, Debrief
from scoring.debriefing import new_debrief
from tests.ui.screens.aftercall import everything_said_by, find, press, write
from ui.screens.debrief_steps.agree_one_thing import AgreeOneThing
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.growing_text import GrowingText

TODAY = date(2026, 11, 23)
IN_TWO_WEEKS = date(2026, 12, 7)


class Driver:
    """Shows again what the step tells, as the screen does."""

    def __init__(self, step: AgreeOneThing) -> None:
        self.step = step
        self.debrief = new_debrief(TODAY)
        step.show_rep("Priya", is_there=True)
        step.show_debrief(self.debrief, TODAY)
        step.edited.connect(self.on_edited)

    def on_edited(self, debrief: Debrief) -> None:
        self.debrief = debrief
        self.step.show_debrief(debrief, TODAY)

    @property
    def page_is_ready(self) -> bool:
        return find(self.step, QAbstractButton, "debrief.page").isEnabled()


@pytest.fixture
def driver(qtbot: QtBot) -> Driver:
    step = AgreeOneThing()
    qtbot.addWidget(step)
    step.resize(720, 900)
    driven = Driver(step)
    step.show()
    return driven


def _answer(driver: Driver, value: str) -> None:
    press(find(driver.step, ChoiceRow, "debrief.can_say"), f"choice.{value}")


def test_the_words_are_kept_as_they_are_typed(driver: Driver) -> None:
    write(driver.step, "debrief.change.0.words", "I ask")
    assert driver.debrief.commitments == (Commitment(words="I ask", check_on=IN_TWO_WEEKS),)


def test_a_second_thing_comes_only_when_asked_for_and_is_the_last(driver: Driver) -> None:
    second = find(driver.step, GrowingText, "debrief.change.1.words")
    assert not second.isVisible()
    press(driver.step, "debrief.second")
    write(driver.step, "debrief.change.1.words", "B")
    assert [item.words for item in driver.debrief.commitments] == ["", "B"]
    assert not find(driver.step, QAbstractButton, "debrief.second").isVisible()
    press(driver.step, "debrief.second.drop")
    assert len(driver.debrief.commitments) == 1
    assert second.text() == ""


def test_parked_points_are_one_line_each_and_blank_lines_stay_while_writing(driver: Driver) -> None:
    write(driver.step, "debrief.parked", "A\r\rB")
    assert driver.debrief.parked == ("A", "", "B")
    assert find(driver.step, GrowingText, "debrief.parked").text() == "A\n\nB"


def test_the_page_waits_for_an_answer_and_says_so(driver: Driver) -> None:
    assert not driver.page_is_ready
    assert "The last question is still open." in everything_said_by(driver.step)
    _answer(driver, "not_yet")
    assert driver.debrief.can_say is False
    assert driver.page_is_ready
    assert "the coaching stays open" in everything_said_by(driver.step)


def test_yes_needs_the_words_that_were_said(driver: Driver) -> None:
    _answer(driver, "yes")
    assert not driver.page_is_ready
    write(driver.step, "debrief.change.0.words", "I ask first")
    assert driver.debrief.can_say is True
    assert driver.page_is_ready


def test_without_the_rep_the_page_can_be_made_and_the_coaching_stays_open(driver: Driver) -> None:
    driver.step.show_rep("Priya", is_there=False)
    driver.step.show_debrief(driver.debrief, TODAY)
    assert driver.page_is_ready
    assert not find(driver.step, ChoiceRow, "debrief.can_say").isVisible()
    assert not find(driver.step, GrowingText, "debrief.comment").isVisible()
    assert "the coaching stays open" in everything_said_by(driver.step)


def test_the_questions_carry_the_name_of_the_rep(driver: Driver) -> None:
    said = everything_said_by(driver.step)
    assert "What will Priya do differently, in their own words?" in said
    assert "Can Priya say what was not done well and what to do differently?" in said
