"""Buttons that are painted here and not by the style, so that they look, wrap and mirror the same everywhere."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from ui import theme
from ui.theme import px, tokens_of
from ui.widgets.painting import (
    CENTRED,
    LEADING,
    Lettering,
    box,
    longest_word,
    painter_on,
    ring,
    shown,
    text_size,
)

_ARROWS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
_PRESS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)


class PaintedButton(QAbstractButton):
    """A button with one text that wraps when there is little room.

    A subclass says what it looks like in ``paint_box`` and which texts it shows in ``lettering``. A checked state is
    only shown: a press never changes it, whoever hears ``clicked`` does. The focus ring appears once the
    keyboard is used.

    ``label`` is the text as it is painted: one line, without control characters, bounded.

    :signal arrowed: an arrow key was pressed: -1 towards the start, 1 towards the end, mirrored right-to-left.
    :signal focused: the button has got the keyboard.
    """

    arrowed = Signal(int)
    focused = Signal()

    PADDING: tuple[int, int] = (20, 10)  # px beside and above the text at 100 %

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ring = False
        self._checked = False
        self.label = ""
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(self._on_toggled)

    @override
    def setChecked(self, checked: bool) -> None:
        self._checked = checked
        super().setChecked(checked)

    def _on_toggled(self, checked: bool) -> None:
        """A screen reader toggles what can be checked instead of pressing it: that is a press, and changes nothing by
        itself."""
        if checked != self._checked:
            super().setChecked(self._checked)
            self.click()

    @override
    def setText(self, text: str) -> None:
        self.label = shown(text)
        super().setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    @override
    def text(self) -> str:
        return super().text().replace("&&", "&")

    @property
    def ring_visible(self) -> bool:
        """Whether the focus ring is to be painted."""
        return self._ring and self.hasFocus()

    def letter_font(self) -> QFont:
        """:returns: the font of the text."""
        return theme.font()

    def letter_colour(self) -> str:
        """:returns: the colour of the text, ``#rrggbb``."""
        tokens = tokens_of(self)
        return tokens.text if self.isEnabled() else tokens.muted

    def lettering(self) -> list[Lettering]:
        """:returns: every text the button paints in its present size and state."""
        return [Lettering(self.label, self.inner(), self.letter_font(), self.letter_colour(), CENTRED)]

    def paint_box(self, painter: QPainter) -> None:
        """Draw what stands behind the text."""
        raise NotImplementedError  # every button says what

    def inner(self) -> QRect:
        """:returns: the room for text, in px."""
        beside, above = (px(pad) for pad in self.PADDING)
        return self.rect().adjusted(beside, above, -beside, -above)

    def arrow_step(self, event: QKeyEvent) -> int:
        """:returns: -1 or 1 for an arrow key that leads towards the start or the end, 0 for any other key."""
        step = _ARROWS.get(Qt.Key(event.key()), 0)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return -step if mirrored and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) else step

    @override
    def sizeHint(self) -> QSize:
        return text_size(self.label, self.letter_font()) + self._padding()

    @override
    def minimumSizeHint(self) -> QSize:
        least = longest_word(self.label, self.letter_font()) + self._padding().width()
        return QSize(least, text_size("Å", self.letter_font()).height() + self._padding().height())

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        room = self._padding()
        return text_size(self.label, self.letter_font(), width - room.width()).height() + room.height()

    @override
    def nextCheckState(self) -> None:
        """A press changes nothing by itself: state comes from outside."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        self.paint_box(painter)
        for letters in self.lettering():
            letters.paint(painter)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._show_ring(True)
        if step := self.arrow_step(event):
            self.arrowed.emit(step)
        elif event.key() in _PRESS:
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self._show_ring(event.reason() != Qt.FocusReason.MouseFocusReason)
        super().focusInEvent(event)
        self.focused.emit()

    def _show_ring(self, visible: bool) -> None:
        if visible != self._ring:
            self._ring = visible
            self.update()

    def _padding(self) -> QSize:
        beside, above = (px(pad) for pad in self.PADDING)
        return QSize(2 * beside, 2 * above)


class PrimaryButton(PaintedButton):
    """The one thing to do next on a screen."""

    @override
    def letter_font(self) -> QFont:
        return theme.font(bold=True)

    @override
    def letter_colour(self) -> str:
        tokens = tokens_of(self)
        return tokens.on_accent if self.isEnabled() else tokens.muted

    @override
    def paint_box(self, painter: QPainter) -> None:
        tokens = tokens_of(self)
        if self.isEnabled():
            box(painter, self.rect(), tokens.accent, None)
        else:
            box(painter, self.rect(), None, tokens.hairline)
        if self.ring_visible:
            ring(painter, self.rect(), tokens.on_accent, gap=px(3))


class SecondaryButton(PaintedButton):
    """Something else that can be done here."""

    @override
    def paint_box(self, painter: QPainter) -> None:
        tokens = tokens_of(self)
        box(painter, self.rect(), tokens.card, tokens.border if self.isEnabled() else tokens.hairline)
        if self.ring_visible:
            ring(painter, self.rect(), tokens.ring)


class LinkButton(PaintedButton):
    """An action that looks like a word: bold in the accent colour, or ``quiet`` in muted letters."""

    PADDING = (4, 10)

    def __init__(self, text: str = "", parent: QWidget | None = None, *, quiet: bool = False) -> None:
        self._quiet = quiet
        super().__init__(text, parent)

    @override
    def letter_font(self) -> QFont:
        return theme.font(bold=not self._quiet)

    @override
    def letter_colour(self) -> str:
        tokens = tokens_of(self)
        if not self.isEnabled():
            return tokens.border  # a quiet one is muted anyway
        return tokens.muted if self._quiet else tokens.accent

    @override
    def lettering(self) -> list[Lettering]:
        flags = LEADING | int(Qt.TextFlag.TextWordWrap)
        return [Lettering(self.label, self.inner(), self.letter_font(), self.letter_colour(), flags)]

    @override
    def paint_box(self, painter: QPainter) -> None:
        if self.ring_visible:
            ring(painter, self.rect(), tokens_of(self).ring)
