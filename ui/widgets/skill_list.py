"""All skills with what was chosen for each so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.skill_colours import EDGE, paint_edge
from ui.theme import px, tokens_of
from ui.widgets.button import PaintedButton
from ui.widgets.level_dots import dots_size, paint_dots
from ui.widgets.painting import (
    TRAILING,
    WRAPPED,
    Lettering,
    box,
    longest_word,
    painter_on,
    ring,
    shown,
    text_size,
)
from ui.widgets.roving import RovingGroup


@dataclass(frozen=True, slots=True)
class SkillState:
    """A skill and what stands for it: dots for a ``level`` from 1 on, else the ``words`` ("to do", "No chance").

    With dots the ``words`` are what a screen reader says. ``place`` is that of a skill in its rubric, from 0, for the
    colour of its edge; None for what is no skill.
    """

    key: str
    name: str
    words: str
    level: int | None = None
    levels: int = 4
    place: int | None = None


class SkillRow(PaintedButton):
    """One skill; in a box while it is the one being looked at. Belongs to a ``SkillList``."""

    PADDING = (14, 10)

    def __init__(self, state: SkillState, parent: QWidget) -> None:
        self._state = state
        super().__init__(state.name, parent)
        self.key = state.key
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.set_state(state)

    def set_state(self, state: SkillState) -> None:
        """Show another state of the same skill."""
        self._state = state
        self._words = shown(state.words)
        self.setText(state.name)
        self.setAccessibleDescription(state.words)
        self.update()

    @override
    def lettering(self) -> list[Lettering]:
        tokens = tokens_of(self)
        name = self.inner().adjusted(0, 0, -self._beside(), 0)
        letters = [Lettering(self.label, self._mirrored(name), theme.font(), tokens.text, WRAPPED)]
        if not self._state.level:
            letters.append(
                Lettering(self._words, self._end(), theme.font(theme.SMALL), tokens.muted, TRAILING)
            )
        return letters

    @override
    def paint_box(self, painter: QPainter) -> None:
        tokens = tokens_of(self)
        if self.isChecked():
            box(painter, self.rect(), tokens.card, tokens.border)
        if self.ring_visible:
            ring(painter, self.rect(), tokens.ring)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = painter_on(self)
        if self._state.place is not None:
            paint_edge(painter, self._mirrored(self._edge()), self._state.place, self)
        if self._state.level:
            paint_dots(painter, self._end(), self._state.level, self._state.levels, tokens_of(self).accent)
        painter.end()

    @override
    def sizeHint(self) -> QSize:
        width = text_size(self.label, theme.font()).width() + self._beside() + 2 * px(self.PADDING[0])
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        width = longest_word(self.label, theme.font()) + self._beside() + 2 * px(self.PADDING[0])
        return QSize(width, px(40))

    @override
    def heightForWidth(self, width: int) -> int:
        words = width - self._beside() - 2 * px(self.PADDING[0])
        return max(text_size(self.label, theme.font(), words).height() + 2 * px(self.PADDING[1]), px(40))

    def _edge(self) -> QRect:
        high = self.height() - 2 * px(self.PADDING[1])
        return QRect(px(5), px(self.PADDING[1]), px(EDGE), high)

    def _end_width(self) -> int:
        words = text_size(self._words, theme.font(theme.SMALL)).width()
        return dots_size(self._state.levels).width() if self._state.level else words

    def _beside(self) -> int:
        return self._end_width() + px(12)

    def _end(self) -> QRect:
        inner = self.inner()
        end = QRect(inner.right() + 1 - self._end_width(), inner.top(), self._end_width(), inner.height())
        return self._mirrored(end)

    def _mirrored(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)


class SkillList(QWidget):
    """The skills from the top; arrow keys move, Return or a click goes to a skill.

    :signal chosen: the key of the skill that was pressed.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[SkillRow] = []
        self._group = RovingGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(2))

    def set_states(self, states: Sequence[SkillState]) -> None:
        """Show these skills. Rows of the same skills in the same order are kept, and with them the focus."""
        if [row.key for row in self._rows] != [state.key for state in states]:
            self._rebuild(states)
        for row, state in zip(self._rows, states, strict=True):
            row.set_state(state)

    def set_current(self, key: str | None) -> None:
        """Show which skill is being looked at."""
        for row in self._rows:
            row.setChecked(row.key == key)
        current = next((row for row in self._rows if row.isChecked()), self._rows[0] if self._rows else None)
        self._group.set_stop(current)

    def rows(self) -> list[SkillRow]:
        """:returns: the rows from the top."""
        return list(self._rows)

    def _rebuild(self, states: Sequence[SkillState]) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._make_row(state) for state in states]
        self._group.set_buttons(self._rows)

    def _make_row(self, state: SkillState) -> SkillRow:
        row = SkillRow(state, self)
        row.setObjectName(f"skill.{state.key}")
        row.clicked.connect(self._on_clicked)
        self._column.addWidget(row)
        row.show()  # at once, also in a list that is already on screen
        return row

    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, SkillRow):
            self.chosen.emit(sender.key)
