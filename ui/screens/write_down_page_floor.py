"""The step of writing a call down that asks who had the floor."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exports.wording import floor_remembered_words
from scoring.entry import Floor, FloorRemembered
from scoring.text import tr
from ui.theme import px
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.named import named
from ui.widgets.text import Text, Voice

ANSWERS = (Floor.REP, Floor.CUSTOMER, Floor.ME, None)


class FloorPart(QWidget):
    """The manager says in words who mostly had the floor.

    :signal chosen: who it mostly was (Floor), None for about even.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mostly = named(ChoiceRow(), "writedown.floor")
        self._mostly.setAccessibleName(tr("Who had the floor"))
        self._note = Text("", Voice.SMALL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self._mostly)
        column.addWidget(self._note)
        self._mostly.chosen.connect(self._on_chosen)

    def set_rep(self, name: str) -> None:
        """Say what the rep is called."""
        self._mostly.set_options([(_value(who), floor_remembered_words(who, name)) for who in ANSWERS])

    def show_floor(self, remembered: FloorRemembered | None, note: str) -> None:
        """Show what was said, and the note about it."""
        self._mostly.set_chosen([_value(remembered.mostly)] if remembered else [])
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def stops(self) -> list[QWidget]:
        """:returns: what the Tab key visits, in the order in which it is read."""
        return [*self._mostly.chips()]

    def _on_chosen(self, value: str) -> None:
        self.chosen.emit(next(who for who in ANSWERS if _value(who) == value))


def _value(who: Floor | None) -> str:
    return who.value if who else "even"
