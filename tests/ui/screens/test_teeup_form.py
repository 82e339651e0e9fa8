"""The questions of a tee-up: what is shown of a plan can be read from it again."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from scoring.call_type import CallType
from scoring.people import Manager
from scoring.rubric import default_rubric
from scoring.teeup import StepInReason, TeeUp
from tests.builders import NINE, a_rep, a_tee_up
from tests.ui.finding import find
from tests.ui.looks import settle, show
from ui.screens.teeup_form import TeeUpForm
from ui.widgets.field import LineEdit


def a_form(qtbot: QtBot, plan: TeeUp) -> TeeUpForm:
    form = TeeUpForm()
    show(qtbot, form)
    form.offer(a_rep("Priya Nair"), Manager(name="Max Weber"))
    form.offer_rubric(default_rubric(), [default_rubric()], newest=1)
    form.show_lines(plan, NINE)
    form.show_choices(plan)
    settle()
    return form


def test_words_that_are_shown_are_read_back_as_they_were(qtbot: QtBot) -> None:
    plan = a_tee_up(parts="Priya opens", step_in_other="Fire")
    chosen = TeeUp(
        rubric_id=plan.rubric_id, rubric_version=plan.rubric_version, focus_skills=plan.focus_skills
    )
    assert a_form(qtbot, plan).written(chosen) == plan


def test_only_what_a_plan_needs_is_asked(qtbot: QtBot) -> None:
    form = a_form(qtbot, TeeUp())
    parts, other = find(form, LineEdit, "teeup.parts"), find(form, LineEdit, "teeup.other")
    assert (parts.isVisible(), other.isVisible()) == (False, False)
    form.show_choices(TeeUp(call_type=CallType.TOGETHER, step_in_reasons=(StepInReason.OTHER,)))
    assert (parts.isVisible(), other.isVisible()) == (True, True)
