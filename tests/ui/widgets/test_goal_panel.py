from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scoring.mirror_goals import DebriefBy, MirrorGoals
from tests.ui.finding import find
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.goal_panel import GoalPanel

Stage = Callable[..., QWidget]
ROWS = ("goals.share", "goals.steps", "goals.hand_back", "goals.debrief")


@pytest.fixture
def panel(stage: Stage) -> GoalPanel:
    made = GoalPanel()
    stage(made, size=(700, 500))
    return made


def _chosen(panel: GoalPanel) -> list[str]:
    return [value for row in ROWS for value in find(panel, ChoiceRow, row).chosen_values()]


def _press(qtbot: QtBot, panel: GoalPanel, row: str, value: str) -> MirrorGoals:
    """:returns: what the press tells."""
    chip = next(chip for chip in find(panel, ChoiceRow, row).chips() if chip.value == value)
    with qtbot.waitSignal(panel.goals_chosen) as told:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert told.args
    return told.args[0]


def test_no_goal_is_set_by_anybody_else(panel: GoalPanel) -> None:
    assert _chosen(panel) == ["none"] * 4


def test_it_shows_the_goals_that_are_set(panel: GoalPanel) -> None:
    panel.show_goals(
        MirrorGoals(share_at_most=10, steps_at_most=0, hand_back_s=30, debrief_by=DebriefBy.SAME_DAY)
    )
    assert _chosen(panel) == ["10", "0", "30", "same_day"]


@pytest.mark.parametrize(
    ("row", "value", "goals"),
    [
        ("goals.share", "15", MirrorGoals(share_at_most=15)),
        ("goals.steps", "0", MirrorGoals(steps_at_most=0)),
        ("goals.hand_back", "60", MirrorGoals(hand_back_s=60)),
        ("goals.debrief", "30", MirrorGoals(debrief_by=DebriefBy.HALF_HOUR)),
    ],
)
def test_a_press_tells_the_goal_and_shows_nothing_by_itself(
    qtbot: QtBot, panel: GoalPanel, row: str, value: str, goals: MirrorGoals
) -> None:
    assert _press(qtbot, panel, row, value) == goals
    assert _chosen(panel) == ["none"] * 4
    panel.show_goals(goals)
    assert _press(qtbot, panel, row, "none") == MirrorGoals()


def test_one_goal_leaves_the_others_alone(qtbot: QtBot, panel: GoalPanel) -> None:
    panel.show_goals(MirrorGoals(steps_at_most=1, debrief_by=DebriefBy.HOUR))
    told = _press(qtbot, panel, "goals.share", "5")
    assert told == MirrorGoals(share_at_most=5, steps_at_most=1, debrief_by=DebriefBy.HOUR)
