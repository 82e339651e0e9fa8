"""The left side of My view: everything there is to write, and the ways out."""

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
from ui.widgets.text import Text, Voice


class Contents(QWidget):
    """The skills with their dots, below them the other things to write, and at the foot the way to be done.

    :signal chosen: go to the part with this key (str).
    :signal home_chosen: leave it for now.
    :signal reopen_chosen: the call is not over.
    :signal next_call_chosen: sit in on another call first.
    :signal write_down_chosen: there is more to write down about a call without a device.
    :signal done_chosen: the view is written.
    """

    chosen = Signal(str)
    home_chosen = Signal()
    reopen_chosen = Signal()
    next_call_chosen = Signal()
    write_down_chosen = Signal()
    done_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._back = named(LinkButton(tr("Home"), quiet=True), "back")
        self._reopen = named(LinkButton(tr("The call is not over"), quiet=True), "myview.reopen")
        self._next_call = named(LinkButton(tr("Next call"), quiet=True), "myview.next_call")
        self._write_down = named(LinkButton(tr("Write down more"), quiet=True), "myview.writedown")
        self._skills = named(SkillList(), "myview.skills")
        self._others = named(SkillList(), "myview.others")
        self._done = named(SecondaryButton(tr("Done")), "myview.done")
        self._note = Text("", Voice.SMALL)
        self._header = PageHeader(tr("My view"))
        self._body = ScrollPage()
        self._assemble()
        self._back.clicked.connect(self.home_chosen)
        self._reopen.clicked.connect(self.reopen_chosen)
        self._next_call.clicked.connect(self.next_call_chosen)
        self._write_down.clicked.connect(self.write_down_chosen)
        self._skills.chosen.connect(self.chosen)
        self._others.chosen.connect(self.chosen)
        self._done.clicked.connect(self.done_chosen)

    def _assemble(self) -> None:
        body = self._body
        body.column.setContentsMargins(px(34), px(8), px(18), px(4))
        body.column.setSpacing(px(8))
        for part in (self._links(), self._header, self._skills, self._others):
            body.column.addWidget(part)
        body.column.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(34), px(8), px(18), px(14))
        foot.setSpacing(px(12))
        foot.addWidget(self._done)
        foot.addWidget(self._note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(body, 1)
        column.addLayout(foot)

    def show_call(self, title: str) -> None:
        """Say which call it is: on a field day there are several."""
        sentence = tr("Before you talk. Stays closed until the rep has spoken.")
        self._header.set_subtitle(tr("{call}. {what}").format(call=title, what=sentence))

    def _links(self) -> QWidget:
        links = QWidget()
        flow = FlowLayout(links, spacing=px(12))
        flow.addWidget(self._back)
        flow.addWidget(self._reopen)
        flow.addWidget(self._next_call)
        flow.addWidget(self._write_down)
        self._write_down.hide()
        return links

    def offer_write_down(self, is_offered: bool) -> None:
        """Say whether more can be written down."""
        self._write_down.setVisible(is_offered)

    def show_states(self, skills: Sequence[SkillState], others: Sequence[SkillState], current: str) -> None:
        """Show what is written so far, and which part is open."""
        for rows, states in ((self._skills, skills), (self._others, others)):
            rows.set_states(states)
            rows.set_current(current)
            for row in rows.rows():
                if row.key == current:
                    self._body.ensureWidgetVisible(row, 0, px(44))

    def show_note(self, note: str) -> None:
        """Say something quietly beside the button; nothing takes no room."""
        self._note.setText(note)
        self._note.setVisible(bool(note))
