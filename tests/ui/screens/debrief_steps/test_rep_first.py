from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from scoring.debrief import Nerves, SelfView
from scoring.rating import Rating
from scoring.rubric import default_rubric
from tests.ui.screens.aftercall import everything_said_by, find, press, write
from ui.screens.debrief_steps.rep_first import Covering, RepFirst
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.growing_text import GrowingText

SKILLS = default_rubric().skills[:2]


@pytest.fixture
def step(qtbot: QtBot) -> RepFirst:
    """The step as a screen drives it: what it tells is shown again."""
    made = RepFirst()
    qtbot.addWidget(made)
    made.show_skills(SKILLS)
    made.show_covering(Covering())
    made.show_said(SelfView(), "Priya")
    made.show()
    return made


def test_every_answer_is_told_together_with_the_earlier_ones(step: RepFirst) -> None:
    told: list[SelfView] = []
    step.edited.connect(told.append)
    step.show_said(SelfView(went_well="Well", nerves=Nerves.A_LOT), "Priya")
    write(step, "debrief.differently", "x")
    press(find(step, QWidget, f"debrief.own.{SKILLS[1].id}"), "level.3")
    press(find(step, ChoiceRow, "debrief.nerves"), "choice.not_at_all")
    assert told == [
        SelfView(went_well="Well", nerves=Nerves.A_LOT, differently="x"),
        SelfView(went_well="Well", nerves=Nerves.A_LOT, ratings=(Rating(skill=SKILLS[1].id, level=3),)),
        SelfView(went_well="Well", nerves=Nerves.NOT_AT_ALL),
    ]


@pytest.mark.parametrize(
    ("said", "ready"),
    [
        (SelfView(), False),
        (SelfView(went_well="  "), False),
        (SelfView(nerves=Nerves.A_LOT), False),
        (SelfView(differently="Less"), True),
        (SelfView(ratings=(Rating(skill=SKILLS[0].id, level=None),)), False),
        (SelfView(ratings=(Rating(skill=SKILLS[0].id, level=1),)), True),
    ],
)
def test_the_view_can_be_opened_once_the_rep_has_said_anything_about_the_call(
    step: RepFirst, said: SelfView, ready: bool
) -> None:
    step.show_said(said, "Priya")
    assert find(step, QAbstractButton, "debrief.open").isEnabled() == ready
    assert ("Opens as soon as Priya" in everything_said_by(step)) != ready


def test_the_levels_asked_for_are_those_of_the_skills_that_were_watched(step: RepFirst) -> None:
    said = everything_said_by(step)
    assert all(f"{skill.name}: where would you put yourself?" in said for skill in SKILLS)
    step.show_skills(())
    assert "where would you put yourself?" not in everything_said_by(step)


def test_other_calls_are_offered_only_where_there_are_some(step: RepFirst) -> None:
    told: list[str] = []
    step.covered_toggled.connect(told.append)
    covers = find(step, ChoiceRow, "debrief.covers")
    assert not covers.isVisibleTo(step)
    step.show_covering(Covering(calls=(("a", "Elm Street"), ("b", "Two")), covered=("b",)))
    assert covers.chosen_values() == ["b"]
    press(covers, "choice.a")
    assert told == ["a"]
    assert covers.chosen_values() == ["b"], "a press only tells"


def test_what_was_heard_can_be_read_and_not_written_on(step: RepFirst) -> None:
    step.show_heard(SelfView(went_well="Well", nerves=Nerves.A_LOT), "Priya")
    assert find(step, GrowingText, "debrief.well").isReadOnly()
    assert not any(chip.isEnabled() for chip in find(step, ChoiceRow, "debrief.nerves").chips())
    assert not find(step, QAbstractButton, "debrief.open").isVisible()
    assert "This stands as Priya said it." in everything_said_by(step)
    step.show_said(SelfView(), "Priya")
    assert not find(step, GrowingText, "debrief.well").isReadOnly()


def test_a_rep_who_comes_late_can_still_speak(step: RepFirst, qtbot: QtBot) -> None:
    step.show_late(SelfView(), "Priya")
    assert "So far this debrief was without Priya." in everything_said_by(step)
    assert not find(step, GrowingText, "debrief.well").isReadOnly()
    assert not find(step, QAbstractButton, "debrief.alone").isVisible()
    step.show_late(SelfView(went_well="Well"), "Priya")
    assert find(step, QAbstractButton, "debrief.open").text() == "Keep what Priya said"
    with qtbot.waitSignal(step.open_chosen):
        press(step, "debrief.open")


def test_going_on_alone_is_asked_because_it_cannot_be_taken_back(step: RepFirst, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(step.alone_chosen):
        press(step, "debrief.alone")
    assert find(step, QAbstractButton, "debrief.alone.no").text() == "Wait for Priya"
    with qtbot.waitSignal(step.alone_chosen):
        press(step, "debrief.alone.yes")
