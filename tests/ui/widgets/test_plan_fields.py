"""How often to ride along, as three lengths of time."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from scoring.cadence import CadencePlan, Step, two_step_plan
from tests.ui.finding import find
from tests.ui.widgets.conftest import Stage
from ui.widgets.plan_fields import PlanFields
from ui.widgets.spin_fields import MonthsField

NAMES = ("plan.first", "plan.at_first", "plan.then")


def _fields(plan: PlanFields) -> list[MonthsField]:
    return [find(plan, MonthsField, name) for name in NAMES]


def test_a_plan_reads_as_a_sentence_and_is_told_as_it_is_changed(qtbot: QtBot, stage: Stage) -> None:
    fields = PlanFields()
    stage(fields, size=(700, 300))
    fields.show_plan(CadencePlan())
    said = [(field.accessibleName(), field.text()) for field in _fields(fields)]
    assert said == [
        ("In the first", "3 months"),
        ("one joint call every", "1 month"),
        ("and then one every", "3 months"),
    ]
    with qtbot.waitSignal(fields.edited):
        _fields(fields)[2].setValue(6)
    assert fields.plan() == two_step_plan(3, 1, 6)


def test_showing_a_plan_is_no_change(qtbot: QtBot, stage: Stage) -> None:
    fields = PlanFields()
    stage(fields)
    with qtbot.assertNotEmitted(fields.edited):
        fields.show_plan(two_step_plan(6, 2, 0))
    assert fields.plan() == two_step_plan(6, 2, 0)
    assert _fields(fields)[2].text() == "not planned"


def test_where_nobody_is_new_only_one_length_can_be_said(stage: Stage) -> None:
    fields = PlanFields()
    stage(fields)
    fields.show_plan(two_step_plan(0, 1, 3))
    assert [field.isEnabled() for field in _fields(fields)] == [True, False, True]
    assert fields.plan() == CadencePlan(steps=(Step(from_month=0, every=3),))
