"""Which rubric a call is watched with, and whether newer words of it are in use."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scoring.rubric import Rubric
from scoring.text import tr
from ui.theme import px
from ui.widgets.button import LinkButton
from ui.widgets.menu_button import MenuButton
from ui.widgets.named import named
from ui.widgets.painting import shown
from ui.widgets.text import Text, Voice


class RubricField(QWidget):
    """A question with the name of the rubric as the answer, and a menu of all that are offered. It is not asked where
    there is nothing to choose. A quiet line offers the version in use where the call was planned with an older one.

    :signal chosen: the id of the rubric to watch with (str).
    :signal newest_chosen: the version in use is to be taken.
    """

    chosen = Signal(str)
    newest_chosen = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """:param name: the names of its parts begin so."""
        super().__init__(parent)
        self._menu = named(MenuButton(""), name)
        self._newer = Text("", Voice.SMALL)
        self._newer.setWordWrap(False)
        self._use = named(LinkButton(tr("Use it"), quiet=True), f"{name}.newest")
        self._newest = QWidget()
        self._assemble()
        self._menu.chosen.connect(self.chosen)
        self._use.clicked.connect(self.newest_chosen)

    def _assemble(self) -> None:
        newest = QHBoxLayout(self._newest)
        newest.setContentsMargins(0, 0, 0, 0)
        newest.setSpacing(px(8))
        newest.addWidget(self._newer)
        newest.addWidget(self._use)
        newest.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(Text(tr("Rubric"), Voice.STRONG))
        column.addWidget(self._menu, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._newest)

    def stops(self) -> list[QWidget]:
        """:returns: where the Tab key stops, in order."""
        return [self._menu, self._use]

    def show_rubric(self, rubric: Rubric, offered: Sequence[Rubric], newest: int) -> None:
        """Show what is planned, and what is offered.

        :param newest: the version of this rubric that is in use.
        """
        is_older = newest > rubric.version
        self._menu.set_options([(one.id, shown(one.name)) for one in offered])
        self._menu.setText(shown(rubric.name))
        self._menu.setAccessibleName(tr("Rubric: {rubric}").format(rubric=rubric.name))
        self._newer.setText(tr("Version {number} is in use now.").format(number=newest))
        self._newest.setVisible(is_older)
        self.setVisible(is_older or any(one.id != rubric.id for one in offered))
