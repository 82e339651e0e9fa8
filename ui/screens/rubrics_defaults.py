"""Which rubric a new call starts with, by who leads and how long the rep has been with us."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from exports.rubric_shelf import Shelf
from scoring.call_type import CallType
from scoring.rubric_choice import RubricDefaults, rubric_for
from scoring.tenure import Tenure
from scoring.text import tr
from ui.rubric_words import call_type_name, tenure_name
from ui.theme import px
from ui.widgets.menu_button import MenuButton
from ui.widgets.named import named
from ui.widgets.panel import Panel
from ui.widgets.text import Text, Voice

_USUAL = ""
Case = tuple[CallType, Tenure]


class RubricDefaultsTable(QWidget):
    """The manager sees what a new call starts with, and sets it. A press only tells what is to be set.

    :signal defaults_chosen: the ``RubricDefaults`` as they are to be.
    """

    defaults_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = Shelf()
        self._cells: dict[Case, MenuButton] = {}
        panel = Panel()
        self._grid = QGridLayout(panel)
        self._grid.setContentsMargins(px(15), px(12), px(15), px(14))
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(10))
        self._fill()
        note = tr("A new call starts with the rubric that is set here. Another one can be chosen at tee-up.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(Text(tr("Which rubric for which call"), Voice.STRONG))
        column.addWidget(Text(note, Voice.MUTED))
        column.addWidget(panel)

    def _fill(self) -> None:
        for across, tenure in enumerate(Tenure, start=1):
            self._grid.addWidget(Text(tenure_name(tenure), Voice.SMALL), 0, across)
            self._grid.setColumnStretch(across, 2)
        self._grid.setColumnStretch(0, 2)
        for down, call_type in enumerate(CallType, start=1):
            self._grid.addWidget(Text(call_type_name(call_type)), down, 0)
            for across, tenure in enumerate(Tenure, start=1):
                cell = named(MenuButton(""), f"rubrics.default.{call_type}.{tenure}")
                cell.chosen.connect(self._on_chosen)
                self._cells[call_type, tenure] = cell
                self._grid.addWidget(cell, down, across, Qt.AlignmentFlag.AlignVCenter)

    def show_shelf(self, shelf: Shelf) -> None:
        """Show what is set, and what else can be."""
        self._shelf = shelf
        options = [(one.id, one.name) for one in shelf.offered]
        for case, cell in self._cells.items():
            words = self._words(*case)
            cell.setText(words)
            cell.setAccessibleName(
                tr("{call}, {tenure}: {rubric}").format(
                    call=call_type_name(case[0]), tenure=tenure_name(case[1]), rubric=words
                )
            )
            cell.set_options([(_USUAL, tr("As usual")), *options])

    def _words(self, call_type: CallType, tenure: Tenure) -> str:
        """What is set and was put away since is not what a call starts with."""
        defaults, offered = self._shelf.defaults, self._shelf.offered
        started_with = rubric_for(defaults, call_type, tenure, offered)
        if started_with.id == defaults.rubric_id(call_type, tenure):
            return started_with.name
        return tr("As usual: {rubric}").format(rubric=started_with.name)

    def _on_chosen(self, rubric_id: str) -> None:
        case = next(case for case, cell in self._cells.items() if cell is self.sender())
        defaults: RubricDefaults = self._shelf.defaults.setting(*case, rubric_id or None)
        self.defaults_chosen.emit(defaults)
