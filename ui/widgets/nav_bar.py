"""The side bar: where one can go."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.theme import px, tokens_of
from ui.widgets.button import PaintedButton
from ui.widgets.painting import WRAPPED, Lettering, box, painter_on, ring
from ui.widgets.roving import RovingGroup
from ui.widgets.text import Text, Voice


class NavButton(PaintedButton):
    """A place to go; bold on white while one is there."""

    PADDING = (12, 8)

    def __init__(self, key: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.key = key
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    @override
    def letter_font(self) -> QFont:
        return theme.font(bold=self.isChecked())

    @override
    def letter_colour(self) -> str:
        tokens = tokens_of(self)
        return tokens.text if self.isChecked() else tokens.muted

    @override
    def lettering(self) -> list[Lettering]:
        return [Lettering(self.label, self.inner(), self.letter_font(), self.letter_colour(), WRAPPED)]

    @override
    def paint_box(self, painter: QPainter) -> None:
        tokens = tokens_of(self)
        if self.isChecked():
            box(painter, self.rect(), tokens.card, None)
        if self.ring_visible:
            ring(painter, self.rect(), tokens.ring)


class NavBar(QWidget):
    """The side bar of the desk. Arrow keys move between the entries, Return goes there.

    :param brand: the name on top.
    :param entries: (key, text) from the top; ``bottom`` likewise, at the lower end.
    :signal chosen: the key of the place that was pressed.
    """

    chosen = Signal(str)

    def __init__(
        self,
        brand: str,
        entries: Sequence[tuple[str, str]],
        bottom: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._buttons = [self._make_button(key, text) for key, text in (*entries, *bottom)]
        self._group = RovingGroup(self)
        self._group.set_buttons(self._buttons)
        self._assemble(brand, len(entries))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setMinimumWidth(px(186))

    def set_current(self, key: str | None) -> None:
        """Show where one is; None for a place that is not in the bar."""
        for button in self._buttons:
            button.setChecked(button.key == key)
        current = next((button for button in self._buttons if button.isChecked()), self._buttons[0])
        self._group.set_stop(current)

    def set_text(self, key: str, text: str) -> None:
        """Change the words of an entry."""
        self.button(key).setText(text)

    def button(self, key: str) -> NavButton:
        """:returns: the button of an entry.

        :raises KeyError: there is none.
        """
        return {button.key: button for button in self._buttons}[key]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.fillRect(self.rect(), QColor(tokens_of(self).side))
        painter.end()

    def _make_button(self, key: str, text: str) -> NavButton:
        button = NavButton(key, text, self)
        button.setObjectName(f"nav.{key}")
        button.clicked.connect(self._on_clicked)
        return button

    def _assemble(self, brand: str, from_top: int) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(20), px(12), px(20))
        column.setSpacing(px(2))
        name = Text(brand, Voice.BRAND)
        name.setContentsMargins(px(12), 0, px(12), px(16))
        column.addWidget(name)
        for button in self._buttons[:from_top]:
            column.addWidget(button)
        column.addStretch(1)
        for button in self._buttons[from_top:]:
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)

    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, NavButton):
            self.chosen.emit(sender.key)
