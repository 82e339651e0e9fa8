"""The part of My view for strengths, or for what got in the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scoring.debrief import Observation
from scoring.text import tr
from ui.layouts import clear_layout
from ui.theme import px
from ui.widgets.button import LinkButton
from ui.widgets.evidence_list import EvidenceLine
from ui.widgets.growing_text import GrowingText
from ui.widgets.hint_line import Check, HintLine
from ui.widgets.leaving import Leaving
from ui.widgets.logged_button import LoggedButton
from ui.widgets.named import named
from ui.widgets.text import Text, Voice

MOST_OFFERED = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A logged entry that can be picked: how it looks, and the observation it becomes."""

    line: EvidenceLine
    observation: Observation


class ObservationsPart(QWidget):
    """The manager writes observations, each on a line of its own, or picks logged entries that become one.

    There is always an empty line at the end: writing there begins a new observation.

    :param name: the first part of the object names, such as ``"myview.strengths"``.
    :signal edited: the observations as they are now (tuple of Observation).
    :signal removed: what was there before one of them was removed (tuple of Observation); ``edited`` follows.
    """

    edited = Signal(object)
    removed = Signal(object)

    def __init__(self, name: str, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._question = question
        self._observations: tuple[Observation, ...] = ()
        self._offers: dict[UUID | None, Offer] = {}
        self._offered: list[Offer] = []
        self._rows: list[_Row] = []
        self._check: Check[Observation] | None = None
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(8))
        self._offers_title = Text(tr("From what was logged"), Voice.STRONG)
        self._picks = QVBoxLayout()
        self._picks.setSpacing(px(6))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addLayout(self._lines)
        column.addWidget(self._offers_title)
        column.addLayout(self._picks)
        self.show_observations(())

    def set_offers(self, offers: Sequence[Offer]) -> None:
        """Say which logged entries can be picked."""
        self._offers = {offer.observation.entry: offer for offer in offers}

    def set_check(self, check: Check[Observation]) -> None:
        """Say how to learn what would help an observation. Nothing is said before it is left."""
        self._check = check
        for row in self._rows:
            row.show_hint("")

    def show_observations(self, observations: tuple[Observation, ...]) -> None:
        """Show what is written, and what can still be picked."""
        self._observations = observations
        self._show_rows()
        self._show_offers()

    def last_line(self) -> GrowingText:
        """:returns: the empty line at the end."""
        return self._rows[-1].text

    def _show_rows(self) -> None:
        while len(self._rows) > len(self._observations) + 1:
            row = self._rows.pop()
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self._rows) < len(self._observations) + 1:
            self._rows.append(self._make_row(len(self._rows)))
            self._lines.addWidget(self._rows[-1])
            self._rows[-1].show()  # at once, also in a part that is already on screen
        for row, observation in zip(self._rows, self._observations, strict=False):
            offer = self._offers.get(observation.entry)
            row.show_observation(observation.words, _when(offer.line) if offer else "")
        self._rows[-1].show_empty()
        for index, row in enumerate(self._rows):
            if row.hint and row.hint != self._hint_of(index):
                row.show_hint("")  # another one waits until the words are left

    def _hint_of(self, index: int) -> str:
        """:returns: what would help an observation; nothing for words that were logged in the call."""
        if self._check is None or index >= len(self._observations):
            return ""
        observation = self._observations[index]
        offer = self._offers.get(observation.entry)
        is_as_logged = offer is not None and offer.observation == observation
        return "" if is_as_logged else self._check.hint(observation)

    def _make_row(self, index: int) -> _Row:
        row = _Row(index, f"{self._name}.{index}", self._question)
        row.edited.connect(self._on_edited)
        row.remove_chosen.connect(self._on_remove)
        row.left.connect(self._on_left)
        row.left_alone.connect(self._on_left_alone)
        return row

    def _show_offers(self) -> None:
        used = {observation.entry for observation in self._observations}
        left = [offer for entry, offer in self._offers.items() if entry not in used][:MOST_OFFERED]
        self._offers_title.setVisible(bool(left))
        if left == self._offered:
            return  # the usual case, at every keystroke
        self._offered = left
        clear_layout(self._picks)
        for offer in left:
            value = str(offer.observation.entry)
            button = named(LoggedButton(offer.line, value), f"{self._name}.pick.{value}")
            button.clicked.connect(self._on_picked)
            self._picks.addWidget(button)
            button.show()

    def _on_edited(self, index: int, words: str) -> None:
        written = [*self._observations]
        if index < len(written):
            written[index] = replace(written[index], words=words)
        elif words:  # an undo in the empty line at the end says nothing new
            written.append(Observation(words=words))
        self.edited.emit(tuple(written))

    def _on_left(self, index: int) -> None:
        if index < len(self._rows):
            self._rows[index].show_hint(self._hint_of(index))

    def _on_left_alone(self, index: int) -> None:
        if self._check and index < len(self._observations):
            self._check.leave(self._observations[index])
        self._rows[index].text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._rows[index].show_hint("")

    def _on_remove(self, index: int) -> None:
        before = self._observations
        self.edited.emit((*before[:index], *before[index + 1 :]))
        self.removed.emit(before)

    def _on_picked(self) -> None:
        button = self.sender()
        if isinstance(button, LoggedButton):
            self.edited.emit((*self._observations, self._offers[UUID(button.value)].observation))


def _when(line: EvidenceLine) -> str:
    """:returns: the time of what was picked, or in one word that it has none."""
    return line.time or (tr("recalled") if line.note else "")


class _Row(QWidget):
    """One observation: its time, its words, a way to remove it, and below what would help it."""

    edited = Signal(int, str)
    remove_chosen = Signal(int)
    left = Signal(int)
    left_alone = Signal(int)

    def __init__(self, index: int, name: str, question: str) -> None:
        super().__init__()
        self._index = index
        self._time = Text("", Voice.MUTED)
        self._time.setWordWrap(False)
        self.text = named(GrowingText(least=1), name)
        self.text.setAccessibleName(question)
        self.text.setPlaceholderText(tr("In a few words"))
        self._remove = named(LinkButton(tr("Remove"), quiet=True), f"{name}.remove")
        self._line = HintLine(name)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(self._time)
        row.addWidget(self.text, 1)
        row.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._line)
        self.text.edited.connect(self._on_edited)
        Leaving(self.text, parent=self).left.connect(self._on_left)
        self._line.left_alone.connect(self._on_left_alone)
        self._remove.clicked.connect(self._on_remove)

    @property
    def hint(self) -> str:
        """What is said of the words, or nothing."""
        return self._line.hint

    def show_hint(self, sentence: str) -> None:
        self._line.show_hint(sentence)
        self.text.setAccessibleDescription(sentence)

    def show_observation(self, words: str, time: str) -> None:
        self.text.set_text(words)
        self._time.setText(time)
        self._time.setVisible(bool(time))
        self._remove.show()

    def show_empty(self) -> None:
        self.show_observation("", "")
        self._remove.hide()

    def _on_edited(self, words: str) -> None:
        self.edited.emit(self._index, words)

    def _on_left(self) -> None:
        self.left.emit(self._index)

    def _on_left_alone(self) -> None:
        self.left_alone.emit(self._index)

    def _on_remove(self) -> None:
        self.remove_chosen.emit(self._index)
