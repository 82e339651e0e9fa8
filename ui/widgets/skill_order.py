"""The skills of a rubric in the order of the call: to choose one, and to put them into another order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QVBoxLayout, QWidget
from typing_extensions import override

from scoring.text import tr
from ui import theme
from ui.skill_colours import EDGE, paint_edge
from ui.theme import px, tokens_of
from ui.widgets.button import PaintedButton
from ui.widgets.painting import (
    TRAILING,
    WRAPPED,
    Lettering,
    box,
    longest_word,
    painter_on,
    ring,
    text_size,
)
from ui.widgets.press_button import is_far
from ui.widgets.roving import RovingGroup

_GRIP = 16  # px at 100 %, as is
_BEFORE_NAME = 24  # from the leading edge of the grip: the edge of colour stands between
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class OrderedSkill:
    """A skill and the keys it has on the live screen, such as "1 Q"; nothing where there are none left."""

    id: str
    name: str
    keys: str


class OrderRow(PaintedButton):
    """One skill; in a box while it is the one being written. Belongs to a ``SkillOrder``.

    :signal moved: by so many places, by the keys.
    :signal removal_wanted: the Delete key was pressed.
    :signal dragged: the pointer, with the button down, is at this height (px of the row).
    :signal dropped: it was let go; False where the row is to stay.
    """

    PADDING = (12, 10)

    moved = Signal(int)
    removal_wanted = Signal()
    dragged = Signal(int)
    dropped = Signal(bool)

    def __init__(self, skill: OrderedSkill, parent: QWidget) -> None:
        self._skill = skill
        self._place = 0
        self._came_down = QPoint()
        self._is_dragged = False
        super().__init__(skill.name, parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    @property
    def id(self) -> str:
        """The skill."""
        return self._skill.id

    def show_skill(self, skill: OrderedSkill, place: int, count: int) -> None:
        """:param place: how many of all ``count`` skills stand before it."""
        self._skill, self._place = skill, place
        self.setText(skill.name)
        stands = tr("Skill {n} of {count}").format(n=place + 1, count=count)
        keys = tr("Keys {keys}").format(keys=skill.keys) if skill.keys else ""
        self.setAccessibleDescription(". ".join(filter(None, (stands, keys))))
        self.update()

    @override
    def lettering(self) -> list[Lettering]:
        tokens = tokens_of(self)
        inner = self.inner()
        name = inner.adjusted(px(_BEFORE_NAME), 0, -self._beside(), 0)
        end = QRect(inner.right() + 1 - self._keys_width(), inner.top(), self._keys_width(), inner.height())
        letters = [
            Lettering(self.label, self._mirrored(name), theme.font(), tokens.text, WRAPPED),
            Lettering(self._skill.keys, self._mirrored(end), theme.font(theme.SMALL), tokens.muted, TRAILING),
        ]
        return [one for one in letters if one.text]

    @override
    def paint_box(self, painter: QPainter) -> None:
        tokens = tokens_of(self)
        if self._is_dragged:
            box(painter, self.rect(), tokens.chosen, tokens.accent)
        elif self.isChecked():
            box(painter, self.rect(), tokens.card, tokens.border)
        if self.ring_visible:
            ring(painter, self.rect(), tokens.ring)
        self._paint_grip(painter)
        edge = QRect(px(10 + _GRIP + 4), px(6), px(EDGE), self.height() - 2 * px(6))
        paint_edge(painter, self._mirrored(edge), self._place, self)

    def _paint_grip(self, painter: QPainter) -> None:
        """Six dots at the leading edge: here one can take hold of it."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens_of(self).border))
        room = self._mirrored(QRect(px(10), 0, px(_GRIP), self.height()))
        middle = room.center()
        for across in (-2.5, 2.5):
            for down in (-5, 0, 5):
                dot = QPointF(middle.x() + across * px(1), middle.y() + down * px(1))
                painter.drawEllipse(dot, px(1), px(1))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and step:
            self._show_ring(True)
            self.moved.emit(step)
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape and self._is_dragged:
            self._let_go(moves=False)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._came_down = event.position().toPoint()
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self.isDown() and not self._is_dragged and is_far(at - self._came_down):
            self._is_dragged = True
            self.setDown(False)  # it is no press any more
        if self._is_dragged:
            self.dragged.emit(at.y())
            self.update()
        else:
            super().mouseMoveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_dragged:
            self._let_go(moves=True)
        else:
            super().mouseReleaseEvent(event)

    def _let_go(self, *, moves: bool) -> None:
        self._is_dragged = False
        self.dropped.emit(moves)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        width = text_size(self.label, theme.font()).width() + self._around()
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(longest_word(self.label, theme.font()) + self._around(), px(40))

    @override
    def heightForWidth(self, width: int) -> int:
        words = text_size(self.label, theme.font(), width - self._around())
        return max(words.height() + 2 * px(self.PADDING[1]), px(40))

    def _around(self) -> int:
        return self._beside() + px(_BEFORE_NAME) + 2 * px(self.PADDING[0])

    def _keys_width(self) -> int:
        return text_size(self._skill.keys, theme.font(theme.SMALL)).width() if self._skill.keys else 0

    def _beside(self) -> int:
        return self._keys_width() + px(10)

    def _mirrored(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)


class SkillOrder(QWidget):
    """The skills from the top. Arrow keys move between them, Alt with an arrow moves the skill itself, Return or a
    click chooses it, Delete removes it, and the pointer drags it. It shows what ``show_skills`` says; all else is told.

    :signal chosen: the id of the skill that was pressed.
    :signal moved: (id, so many skills are to stand before it).
    :signal removed: the id of the skill that is to go.
    """

    chosen = Signal(str)
    moved = Signal(str, int)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[OrderRow] = []
        self._group = RovingGroup(self)
        self._line = _DropLine(self)
        self._to = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(2))

    def show_skills(self, skills: Sequence[OrderedSkill], current: str) -> None:
        """Show these skills, one of which is being written. The rows of those that stay are kept, and with them the
        focus."""
        known = {row.id: row for row in self._rows}
        rows = [known.pop(skill.id, None) or self._made(skill) for skill in skills]
        for row in known.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        if rows != self._rows:
            self._arrange(rows)
        for place, (row, skill) in enumerate(zip(rows, skills, strict=True)):
            row.show_skill(skill, place, len(rows))
            row.setChecked(row.id == current)
        self._group.set_stop(next((row for row in rows if row.isChecked()), rows[0] if rows else None))

    def rows(self) -> list[OrderRow]:
        """:returns: the rows from the top."""
        return list(self._rows)

    def take_keys(self, skill_id: str) -> None:
        """Give the keys to the row of this skill, if it is there."""
        for row in self._rows:
            if row.id == skill_id:
                row.setFocus(Qt.FocusReason.TabFocusReason)

    def _arrange(self, rows: list[OrderRow]) -> None:
        self._rows = rows
        for number, row in enumerate(rows):
            self._column.insertWidget(number, row)
            row.show()  # at once, also in a list that is already on screen
            row.raise_()  # a screen reader goes by the order of the stack
        self._line.raise_()
        self._group.set_buttons(rows)

    def _made(self, skill: OrderedSkill) -> OrderRow:
        row = OrderRow(skill, self)
        row.setObjectName(f"order.{skill.id}")
        row.clicked.connect(self._on_clicked)
        row.moved.connect(self._on_moved)
        row.removal_wanted.connect(self._on_removal)
        row.dragged.connect(self._on_dragged)
        row.dropped.connect(self._on_dropped)
        return row

    def _sending(self) -> OrderRow:
        row = self.sender()
        assert isinstance(row, OrderRow)
        return row

    def _on_clicked(self) -> None:
        self.chosen.emit(self._sending().id)

    def _on_moved(self, step: int) -> None:
        row = self._sending()
        to = self._rows.index(row) + step
        if 0 <= to < len(self._rows):
            self.moved.emit(row.id, to)

    def _on_removal(self) -> None:
        self.removed.emit(self._sending().id)

    def _on_dragged(self, at: int) -> None:
        """Show between which rows it would come to stand."""
        row = self._sending()
        height = row.mapToParent(QPoint(0, at)).y()
        others = [one for one in self._rows if one is not row]
        self._to = sum(height > one.geometry().center().y() for one in others)
        edge = others[self._to].y() if self._to < len(others) else self.height()
        self._line.show_at(max(edge - px(2), 0), self.width())

    def _on_dropped(self, moves: bool) -> None:
        row = self._sending()
        self._line.hide()
        if moves and self._rows.index(row) != self._to:
            self.moved.emit(row.id, self._to)


class _DropLine(QWidget):
    """Where what is dragged would come to stand."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, top: int, width: int) -> None:
        self.setGeometry(0, top, width, px(2))
        self.raise_()
        self.show()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.fillRect(self.rect(), QColor(tokens_of(self).accent))
        painter.end()
