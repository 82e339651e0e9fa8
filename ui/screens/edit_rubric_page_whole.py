"""The part of the editor about the rubric itself."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scoring.call_type import CallType
from scoring.rubric_draft import Place, RubricDraft
from scoring.tenure import Tenure
from scoring.text import tr
from ui.theme import px
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.field import LabelledField
from ui.widgets.named import named
from ui.widgets.placed_field import PlacedField


class WholePart(QWidget):
    """Its name, what it is for in a sentence, and which calls and whom it suits.

    :signal edited: (Place, text) a text as it is being written.
    :signal suited: (call types, tenures) it is for these from now on; all where empty.
    """

    edited = Signal(object, str)
    suited = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = PlacedField("rubric.name", Place(field="name"), tr("Name of the rubric"), wraps=False)
        summary = PlacedField("rubric.summary", Place(field="summary"), tr("What it is for"), wraps=True)
        self.fields = [name, summary]
        self._call_types = named(ChoiceRow(_call_types(), most=len(CallType)), "rubric.call_types")
        self._tenures = named(ChoiceRow(_tenures(), most=len(Tenure)), "rubric.tenures")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        for field in self.fields:
            column.addWidget(field)
            field.edited.connect(self.edited)
        hint = tr("Nothing chosen: for all of them.")
        column.addWidget(LabelledField(tr("Calls it suits"), self._call_types, hint))
        column.addWidget(LabelledField(tr("People it suits"), self._tenures, hint))
        self._call_types.chosen.connect(self._on_call_type)
        self._tenures.chosen.connect(self._on_tenure)

    def show_draft(self, draft: RubricDraft) -> None:
        """Show what is written of the rubric."""
        for field in self.fields:
            field.show_draft(draft)
        self._call_types.set_chosen(draft.call_types)
        self._tenures.set_chosen(draft.tenures)

    def take_keys(self, place: Place) -> None:
        """Give the keys to a place of the rubric."""
        rows = {"call_types": self._call_types, "tenures": self._tenures}
        if place.field in rows:
            rows[place.field].chips()[0].setFocus()
        for field in self.fields:
            if field.place == place:
                field.take_keys()

    def _on_call_type(self, value: str) -> None:
        self._tell(_changed(self._call_types, value), self._tenures.chosen_values())

    def _on_tenure(self, value: str) -> None:
        self._tell(self._call_types.chosen_values(), _changed(self._tenures, value))

    def _tell(self, call_types: list[str], tenures: list[str]) -> None:
        self.suited.emit(tuple(map(CallType, call_types)), tuple(map(Tenure, tenures)))


def _changed(row: ChoiceRow, value: str) -> list[str]:
    """:returns: what is chosen once this one is changed from one to the other."""
    chosen = row.chosen_values()
    return [one for one in chosen if one != value] if value in chosen else [*chosen, value]


def _call_types() -> list[tuple[str, str]]:
    return [
        (CallType.OBSERVE.value, tr("The rep leads")),
        (CallType.TOGETHER.value, tr("We sell together")),
        (CallType.SHOW.value, tr("I show")),
    ]


def _tenures() -> list[tuple[str, str]]:
    return [
        (Tenure.FIRST_MONTHS.value, tr("In their first months")),
        (Tenure.LATER.value, tr("Later")),
    ]
