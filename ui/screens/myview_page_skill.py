"""The part of My view for one skill."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from scoring.rating import Basis, Rating
from scoring.rubric import Skill
from scoring.text import tr
from ui.layouts import tab_through
from ui.theme import px, text_scale
from ui.widgets.button import LinkButton
from ui.widgets.checklist import Checklist
from ui.widgets.evidence_list import EvidenceLine, EvidenceList
from ui.widgets.level_choice import levels_of, number_of
from ui.widgets.level_picker import NO_CHANCE, LevelPicker
from ui.widgets.named import named
from ui.widgets.text import Text, Voice

LARGE_TEXT = 1.5


class SkillPart(QWidget):
    """The manager chooses the level that fits what was seen, beside what was logged and what there was to look for.
    Nothing is suggested: ticks and marks change nothing about the levels.

    :signal rated: the level that was chosen, None for "no chance to see" (int | None).
    :signal ticked: the item of the checklist that was pressed, from 1 (int).
    """

    rated = Signal(object)
    ticked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._skill: Skill | None = None
        self._picker = named(LevelPicker(), "myview.level")
        self._basis = Text("", Voice.SMALL)
        self._checklist = Checklist("myview.check")
        self._logged_title = Text("", Voice.STRONG)
        self._logged = named(EvidenceList(), "myview.logged")
        self._counts = named(LinkButton(tr("What counts as seen or missed?"), quiet=True), "myview.counts")
        self._seen, self._missed = Text(), Text()
        self._checks, self._evidence, self._meaning = QWidget(), QWidget(), QWidget()
        self._assemble()
        self._picker.chosen.connect(self._on_chosen)
        self._checklist.ticked.connect(self.ticked)
        self._counts.clicked.connect(self._on_counts)

    def _assemble(self) -> None:
        _fill(self._checks, Text(tr("Did you see it?"), Voice.STRONG), self._checklist)
        _fill(self._evidence, self._logged_title, self._logged)
        _fill(self._meaning, self._seen, self._missed)
        beside = text_scale() < LARGE_TEXT
        ways = QBoxLayout.Direction
        stands_on = QBoxLayout(ways.LeftToRight if beside else ways.TopToBottom)
        stands_on.setSpacing(px(24) if beside else px(12))
        for part in (self._checks, self._evidence):
            stands_on.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self._picker)
        column.addWidget(self._basis)
        column.addLayout(stands_on)
        column.addWidget(self._counts, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._meaning)

    def show_skill(
        self,
        skill: Skill,
        rating: Rating | None,
        lines: Sequence[EvidenceLine],
        *,
        counts: str = "",
        checked: Sequence[int] = (),
    ) -> None:
        """Show the levels of a skill, the one that was chosen, what was logged, and what was ticked.

        :param counts: how often it was seen and missed, in words.
        :param checked: the items that are ticked, from 1.
        """
        if skill != self._skill:
            self._show_words(skill)
        self._picker.set_level(number_of(rating))
        self._checklist.set_checked(checked)
        self._logged_title.setText(_logged_words(counts))
        self._logged.set_lines(lines)
        self._evidence.setVisible(bool(lines))
        self._show_basis(rating, bool(lines))

    def _show_words(self, skill: Skill) -> None:
        self._skill = skill
        self._picker.set_levels(levels_of(skill))
        self._picker.setAccessibleName(skill.name)
        self._checklist.set_items(skill.checklist)
        self._checks.setVisible(bool(skill.checklist))
        self._seen.setText(tr("Seen: {words}").format(words=skill.seen))
        self._missed.setText(tr("Missed: {words}").format(words=skill.missed))
        self._meaning.hide()
        tab_through([*self._picker.rows(), *self._checklist.rows(), self._counts])

    def forget(self) -> None:
        """Show nothing of what was chosen, ticked or logged any more."""
        self._picker.set_level(None)
        self._checklist.set_checked(())
        self._logged_title.setText("")
        self._logged.set_lines(())
        self._basis.setText("")

    def _show_basis(self, rating: Rating | None, has_evidence: bool) -> None:
        words = (
            "" if has_evidence else tr("Nothing was logged for this. A level is marked as judgement only.")
        )
        if rating and rating.basis == Basis.JUDGEMENT:
            words = tr("Judgement only: nothing was logged for it.")
        if rating and rating.level is None and rating.checked:
            words = tr("Something is ticked below, so there may have been a chance to see it.")
        self._basis.setText(words)
        self._basis.setVisible(bool(words))

    def _on_chosen(self, number: int) -> None:
        self.rated.emit(None if number == NO_CHANCE else number)

    def _on_counts(self) -> None:
        self._meaning.setVisible(self._meaning.isHidden())


def _fill(holder: QWidget, *parts: QWidget) -> None:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(4))
    for part in parts:
        column.addWidget(part)


def _logged_words(counts: str) -> str:
    return tr("What was logged: {counts}").format(counts=counts) if counts else tr("What was logged")
