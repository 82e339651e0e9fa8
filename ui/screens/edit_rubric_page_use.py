"""The part of the editor where what is written is put in use."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from exports.rubric_difference_words import DifferenceLine
from scoring.text import tr, trn
from ui.layouts import clear_layout
from ui.theme import px
from ui.widgets.button import LinkButton, PrimaryButton, SecondaryButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.named import named
from ui.widgets.panel import Panel
from ui.widgets.text import Text, Voice


class UsePart(QWidget):
    """What changed, what becomes of earlier calls, and which skills are still the same: asked before, never guessed.

    :signal same_said: the skill with this id means what it meant.
    :signal new_said: it is another skill from now on.
    :signal missing_chosen: lead to what is missing.
    :signal use_chosen: put it in use.
    :signal left: go on writing.
    """

    same_said = Signal(str)
    new_said = Signal(str)
    missing_chosen = Signal()
    use_chosen = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text("", Voice.HEADING)
        self._earlier = Text("", Voice.MUTED)
        self._meaning = Text(
            tr("New calls can be watched with it then. What you change later becomes the next version.")
        )
        self._missing = Text("", Voice.BODY)
        self._lead = named(SecondaryButton(tr("Go there")), "rubric.use.missing")
        self._asked: list[_Question] = []
        self._questions = QVBoxLayout()
        self._changes = QVBoxLayout()
        self._use = named(PrimaryButton(), "rubric.use.now")
        self._leave = named(LinkButton(tr("Go on writing"), quiet=True), "rubric.use.leave")
        self._assemble()
        self._lead.clicked.connect(self.missing_chosen)
        self._use.clicked.connect(self.use_chosen)
        self._leave.clicked.connect(self.left)

    def _assemble(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(px(12))
        for button in (self._use, self._lead, self._leave):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for layout in (self._questions, self._changes):
            layout.setSpacing(px(10))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        for part in (self._title, self._meaning, self._missing, self._earlier):
            column.addWidget(part)
        column.addLayout(self._questions)
        column.addLayout(buttons)
        column.addLayout(self._changes)

    def show_version(self, number: int, before: int, calls: int, missing: str) -> None:
        """:param number: the version it becomes. :param before: the one in use, chosen for so many ``calls``.
        :param missing: what it still needs, or nothing."""
        self._title.setText(tr("Put version {n} in use").format(n=number))
        self._use.setText(tr("Put version {n} in use").format(n=number))
        words = trn(
            "{n} call was planned or watched with version {version}. It keeps the words of that day.",
            "{n} calls were planned or watched with version {version}. They keep the words of that day.",
            calls,
        )
        self._earlier.setText(words.format(n=calls, version=before))
        self._earlier.setVisible(calls > 0)
        self._missing.setText(missing)
        for part in (self._missing, self._lead):
            part.setVisible(bool(missing))
        self._use.setVisible(not missing)

    def show_questions(self, skills: Sequence[tuple[str, str, str]]) -> None:
        """:param skills: (id, name before, name now) of the skills that look changed."""
        clear_layout(self._questions)
        self._asked = [_Question(*skill) for skill in skills]
        for question in self._asked:
            question.same_said.connect(self.same_said)
            question.new_said.connect(self.new_said)
            self._questions.addWidget(question)
            question.show()
        self._use.setEnabled(not skills)

    def show_changes(self, lines: Sequence[DifferenceLine]) -> None:
        """Show what is different from the version in use."""
        clear_layout(self._changes)
        if lines:
            self._changes.addWidget(Text(tr("What changes"), Voice.STRONG))
        for line in lines:
            self._changes.addWidget(_Change(line))

    def take_keys(self) -> None:
        """Give the keys to the first thing to do here."""
        button = self._asked[0].same if self._asked else self._use
        (button if button.isVisibleTo(self) else self._lead).setFocus()


class _Question(Panel):
    """:signal same_said: the skill id. :signal new_said: the skill id."""

    same_said = Signal(str)
    new_said = Signal(str)

    def __init__(self, skill_id: str, before: str, now: str) -> None:
        super().__init__()
        self._skill_id = skill_id
        question = _question(before, now)
        hint = tr(
            "The levels of the same skill go on from call to call, with a mark where the words changed. Those of "
            "another skill begin anew."
        )
        self.same = named(SecondaryButton(tr("The same skill, better words")), f"rubric.same.{skill_id}")
        self.new = named(SecondaryButton(tr("Another skill")), f"rubric.new.{skill_id}")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(8))
        column.addWidget(Text(question, Voice.STRONG))
        column.addWidget(Text(hint, Voice.SMALL))
        answers = QWidget()
        flow = FlowLayout(answers, spacing=px(10))
        flow.setContentsMargins(0, 0, 0, 0)
        for button in (self.same, self.new):
            button.setAccessibleDescription(question)
            flow.addWidget(button)
        column.addWidget(answers)
        self.same.clicked.connect(self._on_same)
        self.new.clicked.connect(self._on_new)

    def _on_same(self) -> None:
        self.same_said.emit(self._skill_id)

    def _on_new(self) -> None:
        self.new_said.emit(self._skill_id)


class _Change(QWidget):
    """One difference: what, and how it reads before and after."""

    def __init__(self, line: DifferenceLine) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Text(line.what, Voice.SMALL))
        if line.was:
            column.addWidget(Text(tr("Was: {words}").format(words=line.was), Voice.MUTED))
        if line.now:
            column.addWidget(Text(tr("Now: {words}").format(words=line.now)))


def _question(before: str, now: str) -> str:
    if before == now:
        return tr("“{skill}” reads very differently now. Is it still the same skill?").format(skill=now)
    words = tr("“{before}” is “{now}” now, and reads very differently. Is it still the same skill?")
    return words.format(before=before, now=now)
