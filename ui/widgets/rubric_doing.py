"""What can be done with a rubric."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from exports.rubric_shelf import ShelvedRubric
from scoring.rubric import DEFAULT_ID
from scoring.text import tr, trn
from ui.theme import px
from ui.widgets.button import LinkButton, PrimaryButton, SecondaryButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.named import named


class RubricDoing(QWidget):
    """The ways on from one rubric: those that it does not have are not shown.

    :signal edit_chosen: it is to be written on.
    :signal copy_chosen: a copy of it is to be made.
    :signal save_chosen: the version that is shown is to be saved as a file.
    :signal paper_chosen: the version that is shown is to be printed.
    :signal calls_chosen: the calls that use it are to be shown.
    :signal away_chosen: it is to be put away, or to be offered again.
    :signal thrown_away: what is written of it and not in use is to be thrown away.
    """

    edit_chosen = Signal()
    copy_chosen = Signal()
    save_chosen = Signal()
    paper_chosen = Signal()
    calls_chosen = Signal()
    away_chosen = Signal()
    thrown_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit = named(PrimaryButton(tr("Edit")), "rubric.edit")
        self._copy_to_change = named(PrimaryButton(tr("Make a copy to change it")), "rubric.copy_to_change")
        self._copy = named(SecondaryButton(tr("Make a copy")), "rubric.copy")
        self._save = named(SecondaryButton(tr("Save as file…")), "rubric.save")
        self._paper = named(SecondaryButton(tr("Print or PDF")), "rubric.paper")
        self._calls = named(LinkButton(), "rubric.calls")
        self._away = named(LinkButton(quiet=True), "rubric.away")
        self._throw = named(LinkButton(quiet=True), "rubric.throw")
        row = FlowLayout(self, spacing=px(12))
        for button, chosen in (
            (self._edit, self.edit_chosen),
            (self._copy_to_change, self.copy_chosen),
            (self._copy, self.copy_chosen),
            (self._save, self.save_chosen),
            (self._paper, self.paper_chosen),
            (self._calls, self.calls_chosen),
            (self._away, self.away_chosen),
            (self._throw, self.thrown_away),
        ):
            row.addWidget(button)
            button.clicked.connect(chosen)

    def show_rubric(self, rubric: ShelvedRubric) -> None:
        """Offer what can be done with this one."""
        is_in_use = rubric.latest is not None
        self._edit.setVisible(rubric.is_own)
        self._copy_to_change.setVisible(not rubric.is_own)
        self._copy.setVisible(rubric.is_own and is_in_use)
        self._calls.setText(trn("Show the call", "Show the calls", rubric.calls))
        self._calls.setVisible(rubric.calls > 0)
        self._away.setText(tr("Offer again") if rubric.is_put_away else tr("Put away"))
        self._away.setVisible(is_in_use and rubric.id != DEFAULT_ID)
        self._throw.setText(tr("Throw the changes away") if is_in_use else tr("Throw it away"))
        self._throw.setVisible(rubric.draft is not None)

    def offer_files(self, *, offered: bool) -> None:
        """Let what is shown be saved and printed, or not: only what is in use is shared."""
        self._save.setVisible(offered)
        self._paper.setVisible(offered)
