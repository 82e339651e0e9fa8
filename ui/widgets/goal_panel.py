"""What the manager aims at in the mirror: a choice for each goal, and none is a choice too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exports.mirror_words import debrief_by_words
from exports.wording import SECOND_MS, stretch_text
from scoring.mirror_goals import DebriefBy, MirrorGoals
from scoring.text import tr
from ui.theme import px
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.field import LabelledField
from ui.widgets.named import named
from ui.widgets.panel import Panel
from ui.widgets.text import Text, Voice

SHARES = (5, 10, 15, 20, 30)
STEPS = (0, 1, 2, 3)
SECONDS = (15, 30, 60, 120)
_NONE = "none"


class GoalPanel(Panel):
    """Shows the goals that are set. A press only tells what is to be aimed at.

    :signal goals_chosen: the ``MirrorGoals`` as they are to be.
    """

    goals_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._goals = MirrorGoals()
        self._share = named(ChoiceRow(_with_none(SHARES, _per_cent)), "goals.share")
        self._steps = named(ChoiceRow(_with_none(STEPS, str)), "goals.steps")
        self._hand_back = named(ChoiceRow(_with_none(SECONDS, _seconds)), "goals.hand_back")
        self._debrief = named(ChoiceRow(_debriefs()), "goals.debrief")
        self._assemble()
        self._share.chosen.connect(self._on_share)
        self._steps.chosen.connect(self._on_steps)
        self._hand_back.chosen.connect(self._on_hand_back)
        self._debrief.chosen.connect(self._on_debrief)
        self.show_goals(self._goals)

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(15), px(12), px(15), px(14))
        column.setSpacing(px(12))
        column.addWidget(Text(tr("Yours to set, or to leave. Nobody else sees them."), Voice.MUTED))
        for part in (
            LabelledField(tr("My share of the floor, at most"), self._share),
            LabelledField(tr("Step-ins a call, at most"), self._steps),
            LabelledField(tr("Floor handed back within"), self._hand_back),
            LabelledField(tr("Debrief"), self._debrief),
        ):
            column.addWidget(part)

    def show_goals(self, goals: MirrorGoals) -> None:
        """Show which goals are set."""
        self._goals = goals
        self._share.set_chosen([_value(goals.share_at_most)])
        self._steps.set_chosen([_value(goals.steps_at_most)])
        self._hand_back.set_chosen([_value(goals.hand_back_s)])
        self._debrief.set_chosen([goals.debrief_by.value if goals.debrief_by else _NONE])

    def _on_share(self, value: str) -> None:
        self.goals_chosen.emit(replace(self._goals, share_at_most=_number(value)))

    def _on_steps(self, value: str) -> None:
        self.goals_chosen.emit(replace(self._goals, steps_at_most=_number(value)))

    def _on_hand_back(self, value: str) -> None:
        self.goals_chosen.emit(replace(self._goals, hand_back_s=_number(value)))

    def _on_debrief(self, value: str) -> None:
        by = None if value == _NONE else DebriefBy(value)
        self.goals_chosen.emit(replace(self._goals, debrief_by=by))


def _with_none(numbers: Sequence[int], words: Callable[[int], str]) -> list[tuple[str, str]]:
    return [(_NONE, tr("No goal")), *((str(number), words(number)) for number in numbers)]


def _debriefs() -> list[tuple[str, str]]:
    return [(_NONE, tr("No goal")), *((by.value, debrief_by_words(by)) for by in DebriefBy)]


def _per_cent(number: int) -> str:
    return tr("{n} %").format(n=number)


def _seconds(number: int) -> str:
    return stretch_text(number * SECOND_MS)


def _value(number: int | None) -> str:
    return _NONE if number is None else str(number)


def _number(value: str) -> int | None:
    return None if value == _NONE else int(value)
