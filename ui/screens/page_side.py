"""What stands beside the page: what it is, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from scoring.text import tr
from ui.theme import px
from ui.widgets.button import LinkButton, PrimaryButton
from ui.widgets.named import named
from ui.widgets.paper_side import PaperSide
from ui.widgets.text import Text, Voice


class PageSide(PaperSide):
    """Beside the coaching summary: whether the coaching is still open, and the way to the debrief.

    :signal debrief_chosen: go on with the debrief.
    :signal way_on_chosen: go where a page comes from, when there is none yet.
    """

    debrief_chosen = Signal()
    way_on_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("page", tr("Home"), parent)
        self.way_on = named(PrimaryButton(), "page.way_on")
        self._coaching = named(Text(tr("The coaching is still open."), Voice.MUTED), "page.coaching")
        self.debrief = named(LinkButton(tr("Go on with the debrief")), "page.debrief")
        self.own.setSpacing(px(12))
        self.own.addWidget(self._coaching)
        self.own.addWidget(self.debrief, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.insertWidget(
            self.column.indexOf(self._actions), self.way_on, 0, Qt.AlignmentFlag.AlignLeft
        )
        self.way_on.clicked.connect(self.way_on_chosen)
        self.debrief.clicked.connect(self.debrief_chosen)

    def show_call(self, title: str, subtitle: str, *, coaching_open: bool) -> None:
        """Say which call the page is about."""
        self.show_head(title, subtitle)
        self._coaching.setVisible(coaching_open)
        self.debrief.setText(tr("Go on with the debrief") if coaching_open else tr("Change what was agreed"))

    def show_none(self, reason: str, way_on: str) -> None:
        """Say why there is no page, and the way to one."""
        self.show_reason(reason)
        self.way_on.setText(way_on)
        self.way_on.show()

    @override
    def show_making(self, sheet: str) -> None:
        super().show_making(sheet)
        self.way_on.hide()
