"""The white side of My view: one part at a time, and the way to the next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scoring.text import tr
from ui.screens.myview_page_floor import FloorPart
from ui.screens.myview_page_introduction import IntroductionPart
from ui.screens.myview_page_observations import ObservationsPart
from ui.screens.myview_page_outcome import OutcomePart
from ui.screens.myview_page_skill import SkillPart
from ui.screens.myview_page_words import FLOOR, GAPS, INTRODUCTION, OUTCOME, STRENGTHS, heading_of
from ui.widgets.button import PrimaryButton
from ui.widgets.named import named
from ui.widgets.panel import Panel, PanelShape
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.side_notes import Note, SideNotes
from ui.widgets.text import Text, Voice


class ViewPage(Panel):
    """Shows the part for a skill, the floor, the outcome, strengths, what got in the way or the introduction; below it,
    the notes from the curtain.

    :signal next_chosen: go on to what comes next.
    :signal stepped: go so many parts on (1) or back (-1).
    """

    next_chosen = Signal()
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PanelShape.PAGE, parent)
        self.skill = SkillPart()
        self.floor = FloorPart()
        self.outcome = OutcomePart()
        self.strengths = ObservationsPart("myview.strength", heading_of(STRENGTHS))
        self.gaps = ObservationsPart("myview.gap", heading_of(GAPS))
        self.introduction = IntroductionPart()
        self._heading = Text("", Voice.HEADING)
        self._summary = Text("", Voice.MUTED)
        self._next = named(PrimaryButton(tr("Next")), "myview.next")
        self._curtain_notes = SideNotes()
        self._body = ScrollPage()
        self._assemble()
        self._next.clicked.connect(self.next_chosen)
        self._next.arrowed.connect(self.stepped)

    def _assemble(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._heading)
        words.addWidget(self._summary)
        self._body.column.addLayout(words)
        for part in self._parts():
            self._body.column.addWidget(part)
        self._body.column.addWidget(self._next, 0, Qt.AlignmentFlag.AlignLeading)
        self._body.column.addStretch(1)
        self._body.column.addWidget(self._curtain_notes)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 0)
        column.addWidget(self._body)

    def show_part(self, key: str, heading: str, summary: str, next_words: str) -> None:
        """Show the part with this key from its top."""
        self._heading.setText(heading)
        self._summary.setText(summary)
        self._summary.setVisible(bool(summary))
        for part in self._parts():
            part.setVisible(part is self._part_of(key))
        self._next.setText(next_words)

    def show_curtain_notes(self, notes: str) -> None:
        """Show what was written on the curtain during the call; nothing takes no room."""
        words = notes.strip()
        self._curtain_notes.show_notes([Note(tr("Your notes from the curtain"), words)] if words else [])

    def take_keys(self, key: str) -> None:
        """Let the keys go to the part: numbers reach the levels from the button too, and Return goes on from it.
        They never rest on a button that would seal."""
        match self._part_of(key):
            case ObservationsPart() as part:
                part.last_line().setFocus(Qt.FocusReason.OtherFocusReason)
            case IntroductionPart() as part:
                part.first_chip().setFocus(Qt.FocusReason.OtherFocusReason)
            case _:
                self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def to_top(self) -> None:
        """Show the beginning: a part is read from there, wherever the keys are."""
        self._body.verticalScrollBar().setValue(0)

    def _parts(self) -> tuple[QWidget, ...]:
        return self.skill, self.floor, self.outcome, self.strengths, self.gaps, self.introduction

    def _part_of(self, key: str) -> QWidget:
        others: dict[str, QWidget] = {
            FLOOR: self.floor,
            OUTCOME: self.outcome,
            STRENGTHS: self.strengths,
            GAPS: self.gaps,
            INTRODUCTION: self.introduction,
        }
        return others.get(key, self.skill)
