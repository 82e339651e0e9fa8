"""Erasing for good: what goes, what it cannot reach, and a word that is typed on purpose."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from scoring.seeking import plain
from scoring.text import tr, trn
from ui.theme import px
from ui.widgets.asking_panel import AskingPanel
from ui.widgets.button import LinkButton, SecondaryButton
from ui.widgets.field import LabelledField, LineEdit
from ui.widgets.named import named
from ui.widgets.progress_line import ProgressLine
from ui.widgets.text import Text, Voice

MOST_NAMES = 12
"""Nobody reads more of them; what is left is counted."""

Lines = Sequence[tuple[str, Sequence[str]]]
"""Sentences, each with the names of what it speaks of."""


class _Step(Enum):
    LOOKING = "looking"
    SHOWN = "shown"
    ERASING = "erasing"
    ENDED = "ended"


class _Lines(QWidget):
    """A heading, and below it sentences with the names they speak of."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(4))
        self._column.addWidget(Text(heading, Voice.STRONG))
        self._texts: list[Text] = []

    def show_lines(self, lines: Lines) -> None:
        for text in self._texts:
            self._column.removeWidget(text)
            text.hide()
            text.deleteLater()
        self._texts = []
        for sentence, names in lines:
            self._add(Text(sentence))
            if names:
                self._add(Text(_some_of(names), Voice.SMALL))

    def _add(self, text: Text) -> None:
        self._texts.append(text)
        self._column.addWidget(text)


def _some_of(names: Sequence[str]) -> str:
    shown, left = list(names[:MOST_NAMES]), len(names) - MOST_NAMES
    if left > 0:
        shown.append(trn("and {n} more", "and {n} more", left).format(n=left))
    return "\n".join(shown)


class ErasePanel(AskingPanel):
    """Hidden until ``look``. It knows nothing of what is erased: it is told, and tells what the person decides.

    :signal confirmed: the person typed the word and pressed the button; neither Return nor one key does that.
    :signal stop_chosen: what is on its way is to end, while that is still possible.
    """

    confirmed = Signal()
    stop_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = _Step.ENDED
        self._expected = ""
        self._title = named(Text("", Voice.HEADING), "erase.title")
        self._title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._progress = ProgressLine("erase.progress")
        self._goes = named(_Lines(tr("This goes, and cannot be brought back")), "erase.goes")
        self._stays = named(_Lines(tr("This cannot be reached from here")), "erase.stays")
        self._told = named(Text(), "erase.told")
        self.word = named(LineEdit(), "erase.word")
        self._field = LabelledField(tr("To erase it"), self.word)
        self.button = named(SecondaryButton(tr("Erase for good")), "erase.erase")
        self.leave_button = named(LinkButton(tr("Leave it as it is"), quiet=True), "erase.leave")
        self._assemble()
        self.word.textEdited.connect(self._on_edited)
        self.button.clicked.connect(self._on_pressed)
        self.leave_button.clicked.connect(self.put_away)
        self._progress.stop_chosen.connect(self.stop_chosen)

    def _assemble(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(px(16))
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        buttons.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(14), px(18), px(14))
        column.setSpacing(px(14))
        parts = (self._title, self._progress, self._goes, self._stays, self._told, self._field)
        for part in parts:
            column.addWidget(part)
        column.addLayout(buttons)

    # What it is told

    def look(self, title: str) -> None:
        """It is being looked for what would go.

        :param title: what is to be erased.
        """
        self._title.setText(title)
        self._go_to(_Step.LOOKING)
        self._progress.begin(tr("Looking what there is …"))
        self.show()
        self._progress.stop.setFocus()

    def say_progress(self, done: int, of: int) -> None:
        """Tell how far it is."""
        words = tr("Looking through {done} of {of} …") if self._step is _Step.LOOKING else tr("Erasing …")
        self._progress.say(words.format(done=done, of=of), done, of)

    def show_what_goes(self, goes: Lines, stays: Lines, word: str) -> None:
        """Show what would go, and ask.

        :param word: what is to be typed before it can be erased.
        """
        self._expected = word
        self._goes.show_lines(goes)
        self._stays.show_lines(stays)
        self.word.clear()
        self._field.set_label(tr("To erase it, type “{word}” and press the button").format(word=word))
        self._go_to(_Step.SHOWN)
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)  # one begins to read where the list begins

    def begin(self) -> None:
        """It is being erased."""
        self._go_to(_Step.ERASING)
        self._progress.begin(tr("Erasing …"))
        self._progress.stop.setFocus()

    def tell(self, title: str, text: str) -> None:
        """Tell what came of it: a receipt, or why it was not done."""
        self._title.setText(title)
        self._told.setText(text)
        self._go_to(_Step.ENDED)
        self.show()
        self.leave_button.setFocus()

    @override
    def put_away(self) -> None:
        """Hide it, but not while something is being erased: one is told of that."""
        if not self.is_erasing:
            self._step = _Step.ENDED
            super().put_away()

    @property
    def is_asking(self) -> bool:
        """Whether nothing was decided yet."""
        return self._step in (_Step.LOOKING, _Step.SHOWN)

    @property
    def is_erasing(self) -> bool:
        """Whether it is being erased now."""
        return self._step is _Step.ERASING

    # What the person does

    def _on_edited(self, text: str) -> None:
        self.button.setEnabled(_alike(text, self._expected))

    def _on_pressed(self) -> None:
        if self._step is _Step.SHOWN and _alike(self.word.text(), self._expected):
            self.confirmed.emit()

    def _go_to(self, step: _Step) -> None:
        self._step = step
        if step in (_Step.SHOWN, _Step.ENDED):
            self._progress.end()
        for part in (self._goes, self._stays, self._field, self.button):
            part.setVisible(step is _Step.SHOWN)
        self.button.setEnabled(False)
        self._told.setVisible(step is _Step.ENDED)
        self.leave_button.setVisible(step in (_Step.SHOWN, _Step.ENDED))
        self.leave_button.setText(tr("Close") if step is _Step.ENDED else tr("Leave it as it is"))


def _alike(typed: str, expected: str) -> bool:
    return bool(typed.strip()) and " ".join(plain(typed).split()) == " ".join(plain(expected).split())
