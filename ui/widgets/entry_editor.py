"""Correcting one line of the log, in place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scoring.text import tr
from ui.log_lines import LogLine
from ui.theme import px
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.live_button import LiveButton
from ui.widgets.live_chips import LiveChips
from ui.widgets.named import named
from ui.widgets.press_button import Clock, PressButton, monotonic_ms
from ui.widgets.words_field import WordsField

_STEPS_S = (-10, -1, 1, 10)


class EntryEditor(QWidget):
    """What an entry is, when it was and its words, each to be changed by one press; or the entry is struck. It
    stands where fingers scroll, so its buttons act when the finger is lifted.

    :param clock: the present time in ms; only differences count.

    :signal chosen: a value that stands for another skill, side, party or reason.
    :signal moved: so many ms later, or earlier if negative.
    :signal worded: the words it is to have.
    :signal struck: it did not happen.
    :signal left: the person is done with it.
    """

    chosen = Signal(str)
    moved = Signal(int)
    worded = Signal(str)
    struck = Signal()
    left = Signal()

    def __init__(self, shown: LogLine, parent: QWidget | None = None, *, clock: Clock = monotonic_ms) -> None:
        super().__init__(parent)
        self._clock = clock
        self._told = shown.words or ""
        self._chips: list[LiveChips] = []
        self._steps: dict[LiveButton, int] = {}
        self._words: WordsField | None = None
        self._strike = named(LiveButton(tr("Strike"), clock=clock), "log.strike")
        self._done = named(LiveButton(tr("Done"), clock=clock), "log.done")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(4), px(4), px(10))
        column.setSpacing(px(8))
        self._add_choices(column, shown)
        self._add_words(column, shown)
        if shown.movable:
            column.addLayout(self._time_steps())
        column.addLayout(self._foot())
        for button in self.findChildren(PressButton):
            button.act_on_lift()
        self._strike.tapped.connect(self.struck)
        self._done.tapped.connect(self.left)

    def _add_choices(self, column: QVBoxLayout, shown: LogLine) -> None:
        for choices in shown.choices:
            chips = LiveChips(choices.name, choices.options, clock=self._clock)
            chips.set_chosen(choices.chosen)
            chips.chosen.connect(self.chosen)
            self._chips.append(chips)
            column.addWidget(chips)

    def _add_words(self, column: QVBoxLayout, shown: LogLine) -> None:
        if shown.words is None:
            return
        self._words = named(WordsField(tr("Words")), "log.words")
        self._words.setText(self._told)
        self._words.stored.connect(self._on_words_left)
        self._words.left.connect(self._on_words_left)
        column.addWidget(self._words)

    def _time_steps(self) -> FlowLayout:
        steps = FlowLayout(spacing=px(6))
        for seconds in _STEPS_S:
            button = named(LiveButton(_step_words(seconds), clock=self._clock), f"log.move.{seconds}")
            button.setAccessibleName(_step_name(seconds))
            button.tapped.connect(self._on_step)
            self._steps[button] = seconds
            steps.addWidget(button)
        return steps

    def _foot(self) -> FlowLayout:
        foot = FlowLayout(spacing=px(6))
        foot.addWidget(self._strike)
        foot.addWidget(self._done)
        return foot

    def show_line(self, shown: LogLine) -> None:
        """Show the same entry as it is now. Words that are half typed stay."""
        before, self._told = self._told, shown.words or ""
        if self._words and self._words.text() == before:
            self._words.setText(self._told)
        for chips, choices in zip(self._chips, shown.choices, strict=True):
            chips.set_chosen(choices.chosen)

    def first(self) -> QWidget:
        """:returns: where the keys go when it is opened."""
        return self._chips[0].first() if self._chips else self._words or self._done

    def stops(self) -> list[QWidget]:
        """:returns: where the Tab key stops, in order."""
        chips = [chip for group in self._chips for chip in group.stops()]
        words = [self._words] if self._words else []
        return [*chips, *words, *self._steps, self._strike, self._done]

    def new_words(self) -> str | None:
        """:returns: what is written in its words and was not told yet, or None."""
        words = self._words.text() if self._words else self._told
        return words if words != self._told else None

    def is_typing(self) -> bool:
        """:returns: whether its words have the keys."""
        return self._words is not None and self._words.hasFocus()

    def _on_step(self) -> None:
        sender = self.sender()
        if isinstance(sender, LiveButton):
            self.moved.emit(self._steps[sender] * 1000)

    def _on_words_left(self) -> None:
        """Return or Esc: the words stand as they are, and the keys log again. Where there have to be words and none are
        left, those that were there stay."""
        if self._words:
            self.worded.emit(self._words.text())
            self._words.setText(self._told)
            self._done.setFocus(Qt.FocusReason.TabFocusReason)


def _step_words(seconds: int) -> str:
    return tr("{sign}{n} s").format(sign="+" if seconds > 0 else "–", n=abs(seconds))


def _step_name(seconds: int) -> str:
    words = tr("{n} s later") if seconds > 0 else tr("{n} s earlier")
    return words.format(n=abs(seconds))
