"""The first step of a debrief: the rep speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exports.wording import nerves_word
from scoring.debrief import Nerves, SelfView
from scoring.rating import Rating, rating_of, with_rating
from scoring.rubric import Skill
from scoring.text import tr
from ui.layouts import clear_layout
from ui.theme import px
from ui.widgets.button import LinkButton, PrimaryButton, SecondaryButton
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.field import LabelledField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.growing_text import GrowingText
from ui.widgets.level_choice import LevelChoice
from ui.widgets.named import named
from ui.widgets.text import Text, Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Covering:
    """The other calls of the day: (id, words) each, and the ids of those this debrief belongs to."""

    calls: tuple[tuple[str, str], ...] = ()
    covered: tuple[str, ...] = ()


class RepFirst(QWidget):
    """The rep says what went well, what they would do differently, and where they put themselves; the manager writes
    it down. Once the manager's view is open, what was said stands as it was said.

    :signal edited: what the rep has said so far (SelfView).
    :signal covered_toggled: the debrief is to belong to the call with this id too, or no longer (str).
    :signal open_chosen: the rep has spoken; open the manager's view.
    :signal alone_chosen: the debrief takes place without the rep.
    :signal next_chosen: go on to what was seen.
    """

    edited = Signal(object)
    covered_toggled = Signal(str)
    open_chosen = Signal()
    alone_chosen = Signal()
    next_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = SelfView()
        self._skills: tuple[Skill, ...] = ()
        self._rows: list[_OwnRating] = []
        self._coverable: tuple[tuple[str, str], ...] = ()
        self._covered = named(ChoiceRow(most=100), "debrief.covers")
        self._covered_field = LabelledField(tr("This debrief also covers"), self._covered)
        self.well = named(GrowingText(), "debrief.well")
        self._differently = named(GrowingText(), "debrief.differently")
        self._ratings = QVBoxLayout()
        self._nerves = named(ChoiceRow(_nerves_options()), "debrief.nerves")
        self._open = named(PrimaryButton(tr("Open my view")), "debrief.open")
        self._next = named(PrimaryButton(tr("What was seen")), "debrief.to_seen")
        self._alone = named(LinkButton(tr("Debrief without the rep"), quiet=True), "debrief.alone")
        self._why = Text("", Voice.SMALL)
        self._sure = _AloneQuestion()
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        self._ratings.setSpacing(px(16))
        column.addWidget(self._covered_field)
        column.addWidget(LabelledField(tr("What went well?"), self.well))
        column.addWidget(LabelledField(tr("What would you do differently?"), self._differently))
        column.addLayout(self._ratings)
        column.addWidget(LabelledField(tr("How much did my being there throw you?"), self._nerves))
        buttons = QWidget()
        row = FlowLayout(buttons, spacing=px(12))
        for button in (self._open, self._next, self._alone):
            row.addWidget(button)
        column.addWidget(buttons)
        column.addWidget(self._why)
        column.addWidget(self._sure)

    def _connect(self) -> None:
        self._covered.chosen.connect(self.covered_toggled)
        self.well.edited.connect(self._on_well)
        self._differently.edited.connect(self._on_differently)
        self._nerves.chosen.connect(self._on_nerves)
        self._open.clicked.connect(self.open_chosen)
        self._next.clicked.connect(self.next_chosen)
        self._alone.clicked.connect(self._on_alone)
        self._sure.alone_chosen.connect(self.alone_chosen)
        self._sure.waiting_chosen.connect(self._on_waiting)

    def show_skills(self, skills: Sequence[Skill]) -> None:
        """Ask for the rep's own level of these skills."""
        clear_layout(self._ratings)
        self._rows = [_OwnRating(skill) for skill in skills]
        for row in self._rows:
            row.choice.rated.connect(self._on_rated)
            self._ratings.addWidget(row)
            row.show()

    def show_covering(self, covering: Covering) -> None:
        """Show which other calls of the day this debrief belongs to; without any others there is nothing to ask."""
        if covering.calls != self._coverable:
            self._coverable = covering.calls
            self._covered.set_options(covering.calls)
        self._covered.set_chosen(covering.covered)
        self._covered_field.setVisible(bool(covering.calls))

    def show_said(self, said: SelfView, rep: str) -> None:
        """Show what the rep has said so far, to be written on."""
        self._said = said
        self._show_words(said)
        self._show_editable(True)
        self._open.setText(tr("Open my view"))
        self._open.setEnabled(said.is_given)
        self._alone.setText(tr("Debrief without {rep}").format(rep=rep))
        self._sure.set_rep(rep)
        why = tr("Opens as soon as {rep} has said what went well, or what to do differently.").format(rep=rep)
        self._why.setText("" if said.is_given else why)
        self._why.setVisible(not said.is_given)
        self._sure.hide()

    def show_late(self, said: SelfView, rep: str) -> None:
        """Show what a rep has said so far who comes to a debrief that began without them."""
        self.show_said(said, rep)
        self._open.setText(tr("Keep what {rep} said").format(rep=rep))
        self._alone.hide()
        self._next.show()
        why = tr("So far this debrief was without {rep}. What {rep} says now is kept, as said afterwards.")
        self._why.setText(why.format(rep=rep))
        self._why.show()

    def show_heard(self, said: SelfView, rep: str) -> None:
        """Show what the rep said, which stands."""
        self._said = said
        self._show_words(said)
        self._show_editable(False)
        self._why.setText(tr("This stands as {rep} said it.").format(rep=rep))
        self._why.show()
        self._sure.hide()

    def _show_words(self, said: SelfView) -> None:
        self.well.set_text(said.went_well)
        self._differently.set_text(said.differently)
        self._nerves.set_chosen([said.nerves] if said.nerves else [])
        for row in self._rows:
            row.choice.show_rating(rating_of(said.ratings, row.skill.id))

    def _show_editable(self, editable: bool) -> None:
        for field in (self.well, self._differently):
            field.setReadOnly(not editable)
        for answer in (self._nerves, *self._rows):
            answer.setEnabled(editable)
        self._open.setVisible(editable)
        self._alone.setVisible(editable)
        self._next.setVisible(not editable)

    def _on_well(self, words: str) -> None:
        self.edited.emit(replace(self._said, went_well=words))

    def _on_differently(self, words: str) -> None:
        self.edited.emit(replace(self._said, differently=words))

    def _on_rated(self, rating: Rating) -> None:
        self.edited.emit(replace(self._said, ratings=with_rating(self._said.ratings, rating)))

    def _on_nerves(self, value: str) -> None:
        self.edited.emit(replace(self._said, nerves=Nerves(value)))

    def _on_alone(self) -> None:
        self._sure.show()
        self._sure.wait.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_waiting(self) -> None:
        self._sure.hide()
        self.well.setFocus(Qt.FocusReason.OtherFocusReason)


class _OwnRating(LabelledField):
    """Where the rep puts themselves in one skill."""

    def __init__(self, skill: Skill) -> None:
        self.choice = named(LevelChoice(skill), f"debrief.own.{skill.id}")
        self.skill = skill
        super().__init__(tr("{skill}: where would you put yourself?").format(skill=skill.name), self.choice)


class _AloneQuestion(QWidget):
    """A debrief without the rep cannot be taken back: the view would have been seen. So it is asked, here and not in a
    box."""

    alone_chosen = Signal()
    waiting_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._question = Text()
        self._go = named(SecondaryButton(tr("Open my view now")), "debrief.alone.yes")
        self.wait = named(SecondaryButton(), "debrief.alone.no")
        buttons = QWidget()
        row = FlowLayout(buttons, spacing=px(12))
        row.addWidget(self.wait)
        row.addWidget(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self._question)
        column.addWidget(buttons)
        self._go.clicked.connect(self.alone_chosen)
        self.wait.clicked.connect(self.waiting_chosen)

    def set_rep(self, rep: str) -> None:
        question = tr(
            "Your view opens now, and the page will say that {rep} was not there. This cannot be taken back,"
            " because what has been read cannot be unread."
        )
        self._question.setText(question.format(rep=rep))
        self.wait.setText(tr("Wait for {rep}").format(rep=rep))


def _nerves_options() -> list[tuple[str, str]]:
    return [(nerves.value, nerves_word(nerves)) for nerves in Nerves]
