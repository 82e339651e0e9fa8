"""The left side of writing a call down: its steps, and the ways out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scoring.text import tr
from ui.theme import px
from ui.widgets.button import LinkButton, SecondaryButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.named import named
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.skill_list import SkillList, SkillState


class Contents(QWidget):
    """The steps in their order, and at the foot the way to be done.

    :signal chosen: go to the step with this key (str).
    :signal home_chosen: leave it for now.
    :signal reopen_chosen: the call is not over.
    :signal done_chosen: nothing more is remembered.
    """

    chosen = Signal(str)
    home_chosen = Signal()
    reopen_chosen = Signal()
    done_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._back = named(LinkButton(tr("Home"), quiet=True), "back")
        self._reopen = named(LinkButton(tr("The call is not over"), quiet=True), "writedown.reopen")
        self._steps = named(SkillList(), "writedown.steps")
        self._done = named(SecondaryButton(tr("Done")), "writedown.done")
        self._assemble()
        self._back.clicked.connect(self.home_chosen)
        self._reopen.clicked.connect(self.reopen_chosen)
        self._steps.chosen.connect(self.chosen)
        self._done.clicked.connect(self.done_chosen)

    def _assemble(self) -> None:
        body = ScrollPage()
        body.column.setContentsMargins(px(34), px(8), px(18), px(4))
        body.column.setSpacing(px(8))
        header = PageHeader(
            tr("Write it down"), tr("From memory, and marked so. Every question can be left out.")
        )
        for part in (self._links(), header, self._steps):
            body.column.addWidget(part)
        body.column.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(34), px(8), px(18), px(14))
        foot.addWidget(self._done)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(body, 1)
        column.addLayout(foot)

    def _links(self) -> QWidget:
        links = QWidget()
        flow = FlowLayout(links, spacing=px(12))
        flow.addWidget(self._back)
        flow.addWidget(self._reopen)
        return links

    def show_states(self, steps: Sequence[SkillState], current: str, *, can_be_done: bool) -> None:
        """Show the steps there are, which of them is open, and whether one may be done by now."""
        self._steps.set_states(steps)
        self._steps.set_current(current)
        self._done.setVisible(can_be_done)
