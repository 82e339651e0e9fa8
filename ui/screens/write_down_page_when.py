"""The step of writing a call down that asks when it ended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scoring.text import tr
from ui.recalled import EndOption
from ui.theme import px
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.field import LabelledField
from ui.widgets.named import named
from ui.widgets.spin_fields import WhenField
from ui.widgets.text import Text, Voice


class WhenPart(QWidget):
    """The manager says roughly how long ago the call ended, or writes the time.

    :signal chosen: when it ended (datetime).
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options: Sequence[EndOption] = ()
        self._is_edited = False
        self._ago = named(ChoiceRow(), "writedown.ago")
        self._ago.setAccessibleName(tr("How long ago"))
        self._at = named(WhenField(), "writedown.at")
        self._said = Text("", Voice.STRONG)
        self._assemble()
        self._ago.chosen.connect(self._on_ago)
        self._at.edited.connect(self._on_edited)
        self._at.editingFinished.connect(self.finish)

    def _assemble(self) -> None:
        at = QHBoxLayout()
        at.addWidget(LabelledField(tr("Or on this day, at this time"), self._at))
        at.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        column.addWidget(self._ago)
        column.addLayout(at)
        column.addWidget(self._said)

    def show_end(self, options: Sequence[EndOption], chosen: int | None, at: datetime, said: str) -> None:
        """Show the answers there are, which of them was given, and what follows from it.

        :param chosen: the place of that answer, None where it is another one, or none yet.
        :param at: the time to stand in the field.
        """
        if [option.words for option in options] != [option.words for option in self._options]:
            self._ago.set_options([(str(place), option.words) for place, option in enumerate(options)])
        self._options = options
        self._ago.set_chosen([] if chosen is None else [str(chosen)])
        self._at.set_moment(at.astimezone())  # as it is read back: in this computer's own zone
        self._is_edited = False
        self._said.setText(said)
        self._said.setVisible(bool(said))

    def finish(self) -> None:
        """A time that is written counts once the field is left."""
        if self._is_edited:
            self._is_edited = False
            self.chosen.emit(self._at.moment())

    def stops(self) -> list[QWidget]:
        """:returns: what the Tab key visits, in the order in which it is read."""
        return [*self._ago.chips(), self._at]

    def _on_ago(self, place: str) -> None:
        self._is_edited = False
        self.chosen.emit(self._options[int(place)].at)

    def _on_edited(self) -> None:
        self._is_edited = True
