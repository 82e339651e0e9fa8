"""The last step of a debrief: one thing to do differently, and the closing question."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scoring.debrief import MOST_COMMITMENTS, Commitment, Debrief
from scoring.debriefing import new_commitment
from scoring.handing_over import Amendment
from scoring.text import tr
from ui.theme import px
from ui.widgets.amendment_field import AmendmentField
from ui.widgets.button import LinkButton, PrimaryButton
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.commitment_field import CommitmentField
from ui.widgets.field import LabelledField
from ui.widgets.growing_text import GrowingText
from ui.widgets.hint_line import Check
from ui.widgets.named import named
from ui.widgets.text import Text, Voice

YES, NOT_YET = "yes", "not_yet"


class AgreeOneThing(QWidget):
    """Both agree what the rep will do differently, in the rep's own words; the rest is parked for a later ride.

    :signal edited: what is agreed so far (Debrief).
    :signal amendment_edited: why a page that was handed over changes (Amendment).
    :signal left_as_it_was: what was handed over is not to be changed after all.
    :signal page_chosen: make the page.
    """

    edited = Signal(object)
    amendment_edited = Signal(object)
    left_as_it_was = Signal()
    page_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._debrief = Debrief()
        self._today = date.min
        self._changes = [CommitmentField(f"debrief.change.{number}") for number in range(MOST_COMMITMENTS)]
        self._second = named(LinkButton(tr("Add a second one, the last"), quiet=True), "debrief.second")
        self._drop_second = named(
            LinkButton(tr("Leave the second one out"), quiet=True), "debrief.second.drop"
        )
        self._parked = named(GrowingText(least=1), "debrief.parked")
        self._comment = named(GrowingText(least=1), "debrief.comment")
        self._comment_field = LabelledField("", self._comment)
        self._can_say = named(ChoiceRow(), "debrief.can_say")
        self._can_say_field = LabelledField("", self._can_say)
        self._amendment = AmendmentField()
        self._unexplained = False
        self._page = named(PrimaryButton(tr("Make the page")), "debrief.page")
        self._note = Text("", Voice.SMALL)
        self._assemble()
        self._connect()

    @property
    def first(self) -> GrowingText:
        """Where the first change is written."""
        return self._changes[0].words

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        column.addWidget(self._amendment)
        for change in self._changes:
            column.addWidget(change)
        for link in (self._second, self._drop_second):
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)
        hint = tr("One line each. They come up at the next tee-up.")
        column.addWidget(LabelledField(tr("Parked for a later ride"), self._parked, hint))
        column.addWidget(self._comment_field)
        column.addWidget(self._can_say_field)
        column.addWidget(self._page, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._note)

    def _connect(self) -> None:
        for change in self._changes:
            change.edited.connect(self._on_changed)
        self._second.clicked.connect(self._on_second)
        self._drop_second.clicked.connect(self._on_drop_second)
        self._parked.edited.connect(self._on_parked)
        self._comment.edited.connect(self._on_comment)
        self._can_say.chosen.connect(self._on_can_say)
        self._amendment.edited.connect(self.amendment_edited)
        self._amendment.left_as_it_was.connect(self.left_as_it_was)
        self._page.clicked.connect(self.page_chosen)

    def show_rep(self, rep: str, *, is_there: bool) -> None:
        """Put the questions with the name of the rep; without the rep nobody can answer the closing one."""
        first = (
            tr("What will {rep} do differently, in their own words?")
            if is_there
            else tr("One thing for {rep} to do differently")
        )
        self._changes[0].set_question(first.format(rep=rep))
        self._changes[1].set_question(tr("A second thing"))
        self._comment_field.set_label(tr("{rep}'s comment").format(rep=rep))
        question = tr("Can {rep} say what was not done well and what to do differently?")
        self._can_say_field.set_label(question.format(rep=rep))
        self._can_say_field.setVisible(is_there)
        self._can_say.set_options([(YES, tr("Yes, in their own words")), (NOT_YET, tr("Not yet"))])
        self._comment_field.setVisible(is_there)

    def set_checks(self, words: Check[Commitment], trial: Check[Commitment]) -> None:
        """Say how to learn what would help a change."""
        for change in self._changes:
            change.set_checks(words, trial)

    def show_debrief(self, debrief: Debrief, today: date) -> None:
        """Show what is agreed so far."""
        self._debrief, self._today = debrief, today
        commitments = debrief.commitments or (new_commitment(today),)
        for number, change in enumerate(self._changes):
            change.setVisible(number < len(commitments))
            change.show_commitment(
                commitments[number] if number < len(commitments) else Commitment(words=""), today
            )
        self._second.setVisible(len(commitments) < MOST_COMMITMENTS)
        self._drop_second.setVisible(len(commitments) == MOST_COMMITMENTS)
        self._parked.set_text("\n".join(debrief.parked))
        self._comment.set_text(debrief.comment)
        self._can_say.set_chosen([] if debrief.can_say is None else [YES if debrief.can_say else NOT_YET])
        self._show_readiness()

    def show_amending(self, handed_over: str, amendment: Amendment, *, changed: bool) -> None:
        """Show what a change means for a page that was handed over.

        :param handed_over: when it was, in words; empty while nobody has it.
        :param changed: whether anything it says is changed already.
        """
        self._unexplained = changed and not amendment.is_complete
        self._amendment.setVisible(bool(handed_over))
        if handed_over:
            self._amendment.show_amendment(handed_over, amendment, changed=changed)
            self._page.setText(tr("Make the new page") if changed else tr("Back to the page"))
        else:
            self._page.setText(tr("Make the page"))
        self._show_readiness()

    def _show_readiness(self) -> None:
        missing = self._missing()
        open_still = tr("The page is made, and the coaching stays open: come back to it from the page.")
        note = missing or ("" if self._debrief.can_say else open_still)
        self._page.setEnabled(not missing)
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def _missing(self) -> str:
        """:returns: what has to be said before the page can be made, as a sentence, or nothing."""
        return self._missing_answer() or self._missing_reason()

    def _missing_reason(self) -> str:
        return tr("Say at the top why the page changes, and who changes it.") if self._unexplained else ""

    def _missing_answer(self) -> str:
        if self._can_say_field.isHidden():
            return ""
        if self._debrief.can_say is None:
            return tr("The last question is still open. “Not yet” is a good answer too.")
        if self._debrief.can_say and not any(item.words.strip() for item in self._debrief.commitments):
            return tr(
                "Write down at the top what will be done differently, in the words that were just said."
            )
        return ""

    def _commitments(self) -> list[Commitment]:
        return [*(self._debrief.commitments or (new_commitment(self._today),))]

    def _on_changed(self, commitment: Commitment) -> None:
        commitments = self._commitments()
        commitments[0 if self.sender() is self._changes[0] else 1] = commitment
        self.edited.emit(replace(self._debrief, commitments=tuple(commitments)))

    def _on_second(self) -> None:
        commitments = [*self._commitments(), new_commitment(self._today)]
        self.edited.emit(replace(self._debrief, commitments=tuple(commitments)))
        self._changes[1].words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_drop_second(self) -> None:
        self.edited.emit(replace(self._debrief, commitments=tuple(self._commitments()[:1])))
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_parked(self, words: str) -> None:
        self.edited.emit(replace(self._debrief, parked=tuple(words.split("\n")) if words else ()))

    def _on_comment(self, words: str) -> None:
        self.edited.emit(replace(self._debrief, comment=words))

    def _on_can_say(self, value: str) -> None:
        self.edited.emit(replace(self._debrief, can_say=value == YES))
