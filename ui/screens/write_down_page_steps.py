"""The step of writing a call down that asks whether the manager stepped in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scoring.text import tr
from ui.recalled import RecalledStep
from ui.theme import px
from ui.widgets.button import LinkButton
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.field import LabelledField, LineEdit
from ui.widgets.named import named
from ui.widgets.text import Text, Voice

YES, NO = "yes", "no"


class StepsPart(QWidget):
    """The manager presses why, once for each time, and says whether the floor went back.

    :signal stepped: the value of the reason that was pressed.
    :signal handed_back: the key of a step, and whether the floor went back (str, bool).
    :signal edited: the key of a step and its words as they are being written.
    :signal written: the words of a step are finished for now.
    :signal removed: the key of a step that is to go.
    """

    stepped = Signal(str)
    handed_back = Signal(str, bool)
    edited = Signal(str, str)
    written = Signal()
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, _StepRow] = {}
        self._why = named(ChoiceRow(), "writedown.why")
        self._steps = QVBoxLayout()
        self._steps.setSpacing(px(20))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(20))
        column.addWidget(LabelledField(tr("I stepped in, because"), self._why))
        column.addLayout(self._steps)
        self._why.chosen.connect(self.stepped)

    def set_reasons(self, reasons: Sequence[tuple[str, str]]) -> None:
        """Say which reasons there are: (value, words)."""
        self._why.set_options(reasons)

    def show_steps(self, steps: Sequence[RecalledStep]) -> None:
        """Show these steps in their order. Rows of steps that stay are kept, and with them the cursor."""
        before, self._rows = self._rows, {}
        for place, step in enumerate(steps):
            row = self._rows[step.key] = before.pop(step.key, None) or self._make_row(step.key)
            self._steps.insertWidget(place, row)
            row.show_step(step)
            row.show()  # at once, also in a part that is already on screen
        for row in before.values():
            self._let_go(row)

    def stops(self) -> list[QWidget]:
        """:returns: what the Tab key visits, in the order in which it is read."""
        return [*self._why.chips(), *(stop for row in self._rows.values() for stop in row.stops())]

    def _make_row(self, key: str) -> _StepRow:
        row = _StepRow(key)
        row.handed_back.connect(self.handed_back)
        row.edited.connect(self.edited)
        row.written.connect(self.written)
        row.removed.connect(self.removed)
        return row

    def _let_go(self, row: _StepRow) -> None:
        self._steps.removeWidget(row)
        row.hide()
        row.deleteLater()


class _StepRow(QWidget):
    """Why, and the way to strike it; words where the reason needs some; whether the floor went back."""

    handed_back = Signal(str, bool)
    edited = Signal(str, str)
    written = Signal()
    removed = Signal(str)

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self._why = Text("", Voice.STRONG)
        self._note = Text("", Voice.SMALL)
        self._words = named(LineEdit(), f"recalled.{key}.words")
        self._words.setPlaceholderText(tr("In a few words"))
        self._back = named(ChoiceRow([(YES, tr("Yes")), (NO, tr("No"))]), f"recalled.{key}.back")
        self._remove = named(LinkButton(tr("Remove"), quiet=True), f"recalled.{key}.remove")
        self._assemble()
        self._words.textEdited.connect(self._on_edited)
        self._words.editingFinished.connect(self.written)
        self._back.chosen.connect(self._on_back)
        self._remove.clicked.connect(self._on_remove)

    def _assemble(self) -> None:
        said = QVBoxLayout()
        said.setSpacing(px(2))
        said.addWidget(self._why)
        said.addWidget(self._note)
        top = QHBoxLayout()
        top.setSpacing(px(12))
        top.addLayout(said, 1)
        top.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignTop)
        back = QHBoxLayout()
        back.setSpacing(px(12))
        back.addWidget(Text(tr("Did the floor go back?")))
        back.addWidget(self._back)
        back.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(top)
        column.addWidget(self._words)
        column.addLayout(back)

    def show_step(self, step: RecalledStep) -> None:
        self._why.setText(step.why)
        self._note.setText(step.note)
        self._words.setVisible(step.words is not None)
        self._words.setAccessibleName(tr("{name}, in words").format(name=step.why))
        if self._words.text() != (step.words or ""):
            self._words.setText(step.words or "")
        self._back.setAccessibleName(tr("{name}: did the floor go back?").format(name=step.why))
        self._back.set_chosen([] if step.handed_back is None else [YES if step.handed_back else NO])
        self._remove.setAccessibleName(tr("Remove: {name}").format(name=step.why))

    def stops(self) -> list[QWidget]:
        return [self._remove, self._words, *self._back.chips()]

    def _on_edited(self, words: str) -> None:
        self.edited.emit(self._key, words)

    def _on_back(self, answer: str) -> None:
        self.handed_back.emit(self._key, answer == YES)

    def _on_remove(self) -> None:
        self.removed.emit(self._key)
