"""Rep, customer, me and nobody in a row, to choose from."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from scoring.entry import Floor
from ui.theme import px
from ui.widgets.floor_editor_buttons import PartyChip
from ui.widgets.floor_words import neutral_names
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.named import named
from ui.widgets.roving import RovingGroup


class PartyRow(QWidget):
    """One chip for each, all equally easy; arrow keys move between them. It shows what ``set_chosen`` says.

    :param name: the beginning of the object name of each chip.
    :signal given: the Floor that was pressed.
    """

    given = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips = {
            who: named(PartyChip(who, text), f"{name}.{who}") for who, text in neutral_names().items()
        }
        flow = FlowLayout(self, spacing=px(8))
        for chip in self._chips.values():
            flow.addWidget(chip)
            chip.clicked.connect(self._on_clicked)
        self._group = RovingGroup(self)
        self._group.set_buttons(list(self._chips.values()))

    def set_names(self, names: Mapping[Floor, str]) -> None:
        """Call them by these names."""
        for who, chip in self._chips.items():
            if chip.text() != names[who]:
                chip.setText(names[who])

    def set_chosen(self, chosen: Floor | None) -> None:
        """Show who has it already."""
        for who, chip in self._chips.items():
            chip.setChecked(who == chosen)
        if chosen is not None:
            self._group.set_stop(self._chips[chosen])

    def set_live(self, is_live: bool) -> None:
        """Leave the keys of the live screen to it."""
        for chip in self._chips.values():
            chip.is_live = is_live

    def set_meaning(self, words: str) -> None:
        """Let a screen reader say what a press does, as in "Gives the stretch to them"."""
        for chip in self._chips.values():
            chip.setAccessibleDescription(words)

    def _on_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, PartyChip):
            self.given.emit(chip.who)
