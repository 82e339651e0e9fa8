"""The white side of writing a call down: one step at a time, and the way to the next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scoring.text import tr
from ui.layouts import tab_through
from ui.screens.write_down_page_floor import FloorPart
from ui.screens.write_down_page_marks import MarksPart
from ui.screens.write_down_page_moments import MomentsPart
from ui.screens.write_down_page_steps import StepsPart
from ui.screens.write_down_page_when import WhenPart
from ui.screens.write_down_page_words import Step
from ui.theme import px
from ui.widgets.button import LinkButton, PrimaryButton
from ui.widgets.named import named
from ui.widgets.panel import Panel, PanelShape
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text import Text, Voice

Part = WhenPart | FloorPart | MarksPart | MomentsPart | StepsPart


class WriteDownPage(Panel):
    """Shows the part for one step.

    :signal next_chosen: go on to what comes next.
    :signal undo_chosen: take back the latest thing that was written down.
    """

    next_chosen = Signal()
    undo_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PanelShape.PAGE, parent)
        self.when = WhenPart()
        self.floor = FloorPart()
        self.marks = MarksPart()
        self.moments = MomentsPart()
        self.steps = StepsPart()
        self._current: Part = self.when
        self._heading = Text("", Voice.HEADING)
        self._summary = Text("", Voice.MUTED)
        self._next = named(PrimaryButton(tr("Next")), "writedown.next")
        self._undo = named(LinkButton(tr("Undo"), quiet=True), "writedown.undo")
        self._body = ScrollPage()
        self._assemble()
        self._next.clicked.connect(self.next_chosen)
        self._undo.clicked.connect(self.undo_chosen)

    def _assemble(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._heading)
        words.addWidget(self._summary)
        self._body.column.addLayout(words)
        for part in self._parts().values():
            self._body.column.addWidget(part)
        self._body.column.addLayout(self._ways_on())
        self._body.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 0)
        column.addWidget(self._body)

    def _ways_on(self) -> QHBoxLayout:
        ways = QHBoxLayout()
        ways.setSpacing(px(16))
        ways.addWidget(self._next)
        ways.addWidget(self._undo)
        ways.addStretch(1)
        return ways

    def show_step(self, step: Step, heading: str, summary: str) -> None:
        """Show the part for this step from its top."""
        self._current = self._parts()[step]
        self._heading.setText(heading)
        self._summary.setText(summary)
        for part in self._parts().values():
            part.setVisible(part is self._current)
        self._body.verticalScrollBar().setValue(0)

    def show_ways_on(self, next_words: str, *, can_undo: bool) -> None:
        """Say how it goes on: nowhere yet without words for it."""
        self._next.setText(next_words)
        self._next.setVisible(bool(next_words))
        self._undo.setVisible(can_undo)
        tab_through([*self._current.stops(), self._next, self._undo])

    def take_keys(self) -> None:
        """Let the keys go to the way on, so that Return goes on; to the first answer where there is none yet."""
        first = self._current.stops()[0]
        target = first if self._next.isHidden() or self._current is self.moments else self._next
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _parts(self) -> dict[Step, Part]:
        return {
            Step.WHEN: self.when,
            Step.FLOOR: self.floor,
            Step.MARKS: self.marks,
            Step.MOMENTS: self.moments,
            Step.STEPS: self.steps,
        }
