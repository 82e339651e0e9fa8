"""The second step of a debrief: what the manager saw, strengths first."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from scoring.rating import Rating
from scoring.text import tr, trn
from ui.layouts import TabPlace, clear_layout, tab_through
from ui.seen import SeenCall
from ui.theme import px
from ui.widgets.button import LinkButton, PrimaryButton
from ui.widgets.closing_field import AskedClosing, ClosingField
from ui.widgets.evidence_list import EvidenceLine, EvidenceList
from ui.widgets.named import named
from ui.widgets.seen_skill_row import SeenSkillRow
from ui.widgets.text import Text, Voice


class WhatWasSeen(QWidget):
    """Both look at what the manager saw: strengths, what got in the way, how it ended, then the skills. Where hearing
    the rep changes a level, the manager says so here. What was agreed last time is asked about below; a link at the
    top says so and leads there.

    It holds nothing before the view is open: ``show_seen`` makes its widgets, ``forget`` lets go of them.

    :signal rated: a level changed after hearing the rep (UUID of the call, Rating).
    :signal kept_chosen: how a commitment was kept: which of those that are asked about, from 0, and Kept.
    :signal linked: something seen is to be linked to a commitment, or no longer: which one, and the entry (str).
    :signal next_chosen: go on to agree one thing.
    """

    rated = Signal(object, object)
    kept_chosen = Signal(int, object)
    linked = Signal(int, str)
    next_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calls: list[_SeenPart] = []
        self._parts = QVBoxLayout()
        self._parts.setSpacing(px(20))
        self._closings: list[ClosingField] = []
        self._asked = QVBoxLayout()
        self._asked.setSpacing(px(20))
        self._tab_place = TabPlace(self)
        self._to_asked = named(LinkButton(quiet=True), "debrief.to_asked")
        self._to_asked.setVisible(False)
        self.next = named(PrimaryButton(tr("Agree one thing")), "debrief.to_agree")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(20))
        column.addWidget(self._to_asked, 0, Qt.AlignmentFlag.AlignLeading)
        column.addLayout(self._parts)
        column.addLayout(self._asked)
        column.addWidget(self.next, 0, Qt.AlignmentFlag.AlignLeading)
        self.next.clicked.connect(self.next_chosen)
        self._to_asked.clicked.connect(self._on_to_asked)

    def show_seen(self, calls: Sequence[SeenCall], rep: str) -> None:
        """Show what was seen in the calls of this debrief, each under its title where there are several."""
        if [part.call_id for part in self._calls] != [call.call_id for call in calls]:
            self._rebuild(calls)
        for part, call in zip(self._calls, calls, strict=True):
            part.show_call(call, rep, with_title=len(calls) > 1)

    def show_closings(self, asked: Sequence[AskedClosing]) -> None:
        """Ask what became of each of the commitments the rep came with."""
        if len(asked) != len(self._closings):
            self._make_closings(len(asked))
        for field, closing in zip(self._closings, asked, strict=True):
            field.show_closing(closing)

    def _make_closings(self, count: int) -> None:
        clear_layout(self._asked)
        self._closings = [ClosingField(number) for number in range(count)]
        for field in self._closings:
            field.kept_chosen.connect(self.kept_chosen)
            field.linked.connect(self.linked)
            self._asked.addWidget(field)
            field.show()  # at once, also in a step that is already on screen
        words = trn("Go to what was agreed last time", "Go to the {n} things agreed last time", count)
        self._to_asked.setText(words.format(n=count))
        self._to_asked.setVisible(count > 0)
        self._order_keys()

    def _order_keys(self) -> None:
        stops: list[QWidget] = [self._to_asked, self._tab_place]
        for part in self._calls:
            stops += part.findChildren(QAbstractButton)
        for field in self._closings:
            stops += field.stops()
        tab_through([*stops, self.next])

    def _on_to_asked(self) -> None:
        for stop in (
            self.next,
            self._closings[0].stops()[0],
        ):  # the end first, so that all that fits is in sight
            stop.setFocus(Qt.FocusReason.TabFocusReason)

    def forget(self) -> None:
        """Hold nothing of any view."""
        self._rebuild(())
        self._make_closings(0)

    def _rebuild(self, calls: Sequence[SeenCall]) -> None:
        clear_layout(self._parts)
        self._calls = [_SeenPart(call) for call in calls]
        for part in self._calls:
            part.rated.connect(self.rated)
            self._parts.addWidget(part)
            part.show()  # at once, also in a step that is already on screen
        self._order_keys()


class _SeenPart(QWidget):
    """What was seen in one call."""

    rated = Signal(object, object)

    def __init__(self, call: SeenCall) -> None:
        super().__init__()
        self.call_id: UUID = call.call_id
        self._title = Text("", Voice.HEADING)
        self._strengths = _Observations(tr("What went well"), tr("No strengths were written down."))
        self._gaps = _Observations(tr("What got in the way"), tr("Nothing was written down."))
        self._outcome_heading = Text(tr("How it ended"), Voice.STRONG)
        self._outcome, self._declared = Text(), Text("", Voice.MUTED)
        self._rows = [SeenSkillRow(seen.skill) for seen in call.skills]
        self._assemble()
        for row in self._rows:
            row.rated.connect(self._on_rated)

    def _assemble(self) -> None:
        ended, skills = QVBoxLayout(), QVBoxLayout()
        ended.setSpacing(px(4))
        skills.setSpacing(px(2))
        for part in (self._outcome_heading, self._outcome, self._declared):
            ended.addWidget(part)
        skills.addWidget(Text(tr("The skills"), Voice.STRONG))
        for row in self._rows:
            skills.addWidget(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(20))
        for part in (self._title, self._strengths, self._gaps):
            column.addWidget(part)
        column.addLayout(ended)
        column.addLayout(skills)

    def show_call(self, call: SeenCall, rep: str, *, with_title: bool) -> None:
        self._title.setText(call.title)
        self._title.setVisible(with_title)
        self._strengths.show_lines(call.strengths)
        self._gaps.show_lines(call.gaps)
        self._outcome.setText(call.outcome or tr("Not written down."))
        self._declared.setText(call.declared)
        self._declared.setVisible(bool(call.declared))
        for row, seen in zip(self._rows, call.skills, strict=True):
            row.show_levels(seen.standing, seen.word, _own_words(rep, seen.own))
            row.show_ticked(seen.ticked)
            row.show_evidence(seen.stands_on, seen.lines, is_focus=seen.is_focus)

    def _on_rated(self, rating: Rating) -> None:
        self.rated.emit(self.call_id, rating)


class _Observations(QWidget):
    """A heading and its lines, or the words for there being none."""

    def __init__(self, heading: str, nothing: str) -> None:
        super().__init__()
        self._lines = EvidenceList()
        self._nothing = Text(nothing, Voice.MUTED)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        for part in (Text(heading, Voice.STRONG), self._lines, self._nothing):
            column.addWidget(part)

    def show_lines(self, lines: Sequence[EvidenceLine]) -> None:
        self._lines.set_lines(lines)
        self._lines.setVisible(bool(lines))
        self._nothing.setVisible(not lines)


def _own_words(rep: str, own: str) -> str:
    return tr("{rep}: {level}").format(rep=rep, level=own) if own else ""
