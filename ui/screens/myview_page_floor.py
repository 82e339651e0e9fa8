"""The part of My view for the floor: who had it, and when the manager stepped in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from exports.floor_picture import floor_picture
from exports.wording import clock_text, floor_remembered_words, step_in_reason_words, stretch_text
from scoring.entry import Floor, FloorRemembered
from scoring.floor import StepIn, end_ms, floor_spans, step_ins
from scoring.floor_editing import correction_to_redo, correction_to_undo
from scoring.state import CallState
from scoring.text import tr
from ui.theme import px
from ui.widgets.button import LinkButton
from ui.widgets.evidence_list import EvidenceLine, EvidenceList
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
        self._note.setText(picture.note if picture else _words_without_shares(state, self._rep))
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
        self._steps.set_lines([_line_of(step) for step in steps])
        for part in (self._steps_heading, self._steps):
            part.setVisible(bool(steps))


def has_floor_part(state: CallState) -> bool:
    """:returns: whether there is anything to see about the floor of a call."""
    return bool(floor_spans(state) or state.last_of(FloorRemembered) or step_ins(state))


def _words_without_shares(state: CallState, rep: str) -> str:
    """:returns: what can be said where none of the three was seen to have the floor."""
    remembered = state.last_of(FloorRemembered)
    if remembered is not None:
        words = floor_remembered_words(remembered.mostly, rep)
        return tr("{words}, from memory.").format(words=words)
    if floor_spans(state):
        return tr("Nobody had the floor, as it was tapped.")
    return tr("Who had the floor was not tapped.")


def _line_of(step: StepIn) -> EvidenceLine:
    if step.recalled:
        return EvidenceLine("", "", _described(step), tr("(recalled)"))
    length = stretch_text(step.end_ms - step.start_ms)
    words = tr("{length}, {what}").format(length=length, what=_described(step))
    return EvidenceLine(clock_text(step.start_ms), "", words)


def _described(step: StepIn) -> str:
    """:returns: why, and whether the floor went back: ``"was asked to, handed back"``."""
    back = tr("handed back") if step.handed_back else tr("not handed back")
    return tr("{why}, {back}").format(why=_why(step), back=back)


def _why(step: StepIn) -> str:
    reason, words = step_in_reason_words(step.reason) if step.reason else "", step.words.strip()
    if reason and words:
        return tr("{why}: {words}").format(why=reason, words=words)
    return reason or words or tr("no reason was given")
