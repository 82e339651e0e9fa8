"""The left side of the editor: what there is to write, in the order of a call, and the ways out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scoring.text import tr
from ui.rubric_keys import ordered_skills
from ui.rubric_writing import RubricWriting
from ui.theme import px
from ui.widgets.button import LinkButton, PrimaryButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.named import named
from ui.widgets.page_header import PageHeader
from ui.widgets.save_state import SaveState
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.skill_list import SkillList, SkillState
from ui.widgets.skill_order import SkillOrder
from ui.widgets.text import Text, Voice

WHOLE = "rubric"
"""What stands for the rubric itself where else the id of a skill does."""


_LEAST_WIDTH = 240  # px at 100 %: room for a long word beside its keys


class RubricSide(QWidget):
    """The rubric itself, then its skills with their keys. ``order`` says how they are to be rearranged.

    :signal back_chosen: go to the list of rubrics.
    :signal chosen: ``WHOLE``, or the id of the skill to write.
    :signal add_chosen: one more skill.
    :signal undo_chosen: take the last step back.
    :signal redo_chosen: take it forth again.
    :signal use_chosen: put what is written in use.
    :signal drop_chosen: go back to the words in use.
    """

    back_chosen = Signal()
    chosen = Signal(str)
    add_chosen = Signal()
    undo_chosen = Signal()
    redo_chosen = Signal()
    use_chosen = Signal()
    drop_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._back = named(LinkButton(tr("Rubrics"), quiet=True), "back")
        self._undo = named(LinkButton(tr("Undo"), quiet=True), "rubric.undo")
        self._redo = named(LinkButton(tr("Redo"), quiet=True), "rubric.redo")
        self._header = PageHeader()
        self._saved = SaveState()
        self._whole = named(SkillList(), "rubric.whole")
        self.order = named(SkillOrder(), "rubric.order")
        self._add = named(LinkButton(tr("Add a skill")), "rubric.add")
        self._use = named(PrimaryButton(tr("Put in use")), "rubric.use")
        self._drop = named(LinkButton(tr("Drop the changes"), quiet=True), "rubric.drop")
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        links = QWidget()
        flow = FlowLayout(links, spacing=px(12))
        flow.setContentsMargins(0, 0, 0, 0)
        for link in (self._back, self._undo, self._redo):
            flow.addWidget(link)
        body = ScrollPage()
        body.column.setContentsMargins(px(24), px(8), px(16), px(4))
        body.column.setSpacing(px(8))
        order_words = Text(tr("Skills, in the order of a call. Drag one, or Alt with an arrow."), Voice.SMALL)
        for part in (links, self._header, self._saved, self._whole, order_words, self.order, self._add):
            body.column.addWidget(part)
        body.column.addStretch(1)
        foot = QWidget()
        ways_out = FlowLayout(foot, spacing=px(12))
        ways_out.setContentsMargins(px(24), px(8), px(16), px(14))
        for button in (self._use, self._drop):
            ways_out.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(body, 1)
        column.addWidget(foot)
        self.setMinimumWidth(px(_LEAST_WIDTH))

    def _connect(self) -> None:
        self._back.clicked.connect(self.back_chosen)
        self._undo.clicked.connect(self.undo_chosen)
        self._redo.clicked.connect(self.redo_chosen)
        self._whole.chosen.connect(self.chosen)
        self.order.chosen.connect(self.chosen)
        self._add.clicked.connect(self.add_chosen)
        self._use.clicked.connect(self.use_chosen)
        self._drop.clicked.connect(self.drop_chosen)

    def show_writing(self, writing: RubricWriting, current: str) -> None:
        """Show how far the rubric is, and which part of it is being written."""
        draft, changed = writing.draft, writing.is_changed
        self._header.set_title(draft.name or tr("New rubric"))
        self._header.set_subtitle(_standing(writing))
        self._undo.setEnabled(writing.can_undo)
        self._redo.setEnabled(writing.can_redo)
        self._whole.set_states([SkillState(WHOLE, tr("Name and what it suits"), "")])
        self._whole.set_current(current)
        self.order.show_skills(ordered_skills(draft), current)
        is_own = not writing.is_of_the_app
        for part in (self._whole, self.order):
            part.setEnabled(is_own)
        self._add.setEnabled(is_own and writing.can_add)
        self._use.setVisible(changed)
        self._drop.setVisible(changed and writing.in_use is not None)

    def take_keys(self, current: str) -> None:
        """Give the keys to the row of this skill, or to what adds one where there is none."""
        if current == WHOLE:
            self._add.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.order.take_keys(current)

    def show_saving(self, *, waiting: bool) -> None:
        """Show whether all is durable."""
        self._saved.show_saving(None, waiting=waiting)


def _standing(writing: RubricWriting) -> str:
    if writing.in_use is None:
        return tr("Not in use yet.")
    if writing.is_changed:
        return tr("Calls use version {n} until this is put in use.").format(n=writing.in_use.version)
    return tr("Version {n} is in use.").format(n=writing.in_use.version)
