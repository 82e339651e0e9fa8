"""The part of My view for the floor: who had it, and when the manager stepped in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from exports.floor_picture import floor_picture
from scoring.entry import Floor, FloorRemembered
from scoring.floor import StepIn, end_ms, floor_spans, step_ins
from scoring.floor_editing import correction_to_redo, correction_to_undo
from scoring.state import CallState
from scoring.text import tr
from ui.floor_lines import step_line, words_without_shares
from ui.theme import px
from ui.widgets.button import LinkButton
from ui.widgets.evidence_list import EvidenceList
from ui.widgets.floor_editor import FloorEditor
from ui.widgets.floor_strip import FloorKeys
from ui.widgets.named import named
from ui.widgets.text import Text, Voice


class FloorPart(QWidget):
    """The manager looks at who had the floor, and corrects what was tapped wrongly. It shows what ``show_call`` says.

    :signal corrected: (Floor, from_ms, until_ms): who really had the floor.
    :signal undone: take the latest correction back.
    :signal redone: let the one that was taken back last stand again.
    """

    corrected = Signal(object, object, object)
    undone = Signal()
    redone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rep = tr("Rep")
        self._shares = FloorKeys()
        self._note = named(Text("", Voice.MUTED), "myview.floor.note")
        self._editor = named(FloorEditor(), "myview.floor")
        self._undo = named(LinkButton(tr("Undo"), quiet=True), "myview.floor.undo")
        self._redo = named(LinkButton(tr("Redo"), quiet=True), "myview.floor.redo")
        self._changes = QWidget()
        self._steps_heading = Text(tr("When you stepped in"), Voice.STRONG)
        self._steps = named(EvidenceList(), "myview.floor.steps")
        self._assemble()
        self._editor.corrected.connect(self.corrected)
        self._undo.clicked.connect(self.undone)
        self._redo.clicked.connect(self.redone)

    def _assemble(self) -> None:
        changes = QHBoxLayout(self._changes)
        changes.setContentsMargins(0, 0, 0, 0)
        changes.setSpacing(px(12))
        changes.addWidget(self._undo)
        changes.addWidget(self._redo)
        changes.addStretch(1)
        steps = QVBoxLayout()
        steps.setSpacing(px(4))
        steps.addWidget(self._steps_heading)
        steps.addWidget(self._steps)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        for part in (self._shares, self._note, self._editor, self._changes):
            column.addWidget(part)
        column.addLayout(steps)

    def begin(self, rep: str) -> None:
        """Turn to another call, whose rep is called so: nothing is chosen, and all of it is seen."""
        self._rep = rep
        self._editor.forget()
        self._editor.set_names({Floor.REP: rep})

    def show_call(self, state: CallState) -> None:
        """Show the floor of a call as it stands, and what was said about it."""
        spans = floor_spans(state)
        picture = floor_picture(state, self._rep, tr("Me")) if spans else None
        self._shares.set_labels(picture.labels if picture else ())
        self._shares.setVisible(picture is not None)
        self._note.setText(picture.note if picture else words_without_shares(state, self._rep))
        self._editor.show_floor(spans, 0, end_ms(state))
        self._editor.setVisible(bool(spans))
        self._show_changes(state)
        self._show_steps(step_ins(state))

    def _show_changes(self, state: CallState) -> None:
        can_undo, can_redo = correction_to_undo(state) is not None, correction_to_redo(state) is not None
        had_keys = self._undo.hasFocus() or self._redo.hasFocus()
        self._changes.setVisible(can_undo or can_redo)
        for button, is_possible in ((self._undo, can_undo), (self._redo, can_redo)):
            button.setVisible(is_possible)
        if had_keys and can_undo != can_redo:
            (self._undo if can_undo else self._redo).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_steps(self, steps: Sequence[StepIn]) -> None:
        self._steps.set_lines([step_line(step) for step in steps])
        for part in (self._steps_heading, self._steps):
            part.setVisible(bool(steps))


def has_floor_part(state: CallState) -> bool:
    """:returns: whether there is anything to see about the floor of a call."""
    return bool(floor_spans(state) or state.last_of(FloorRemembered) or step_ins(state))
