"""How often to ride along with everybody, in plain words: so often at first, then so often."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scoring.cadence import MOST_MONTHS, CadencePlan, two_step_plan
from scoring.text import tr
from ui.theme import px
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.named import named
from ui.widgets.spin_fields import MonthsField
from ui.widgets.text import Text, Voice

_WIDTH = 176  # px at 100 %


class PlanFields(QWidget):
    """Three lengths of time that read as one sentence.

    :signal edited: the person has changed the plan, which ``plan`` tells.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = named(MonthsField(tr("no months"), MOST_MONTHS), "plan.first")
        self._at_first = named(MonthsField(tr("not planned"), MOST_MONTHS), "plan.at_first")
        self._then = named(MonthsField(tr("not planned"), MOST_MONTHS), "plan.then")
        flow = FlowLayout(self, spacing=px(14))
        for field, words in (
            (self._first, tr("In the first")),
            (self._at_first, tr("one joint call every")),
            (self._then, tr("and then one every")),
        ):
            field.edited.connect(self.edited)
            field.setAccessibleName(words)
            flow.addWidget(_below(words, field))

    def show_plan(self, plan: CadencePlan) -> None:
        """Show the plan; of one with more than two steps the first and the last."""
        then = plan.steps[-1]
        self._first.set_months(then.from_month)
        self._at_first.set_months(plan.steps[0].every)
        self._then.set_months(then.every)
        self._at_first.setEnabled(then.from_month > 0)

    def plan(self) -> CadencePlan:
        """:returns: the plan as it is written."""
        return two_step_plan(self._first.value(), self._at_first.value(), self._then.value())


def _below(words: str, field: QWidget) -> QWidget:
    part = QWidget()
    part.setFixedWidth(px(_WIDTH))
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(4))
    column.addWidget(Text(words, Voice.MUTED))
    column.addWidget(field)
    return part
