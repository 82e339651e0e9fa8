"""The steps of something that is done in order."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui import theme
from ui.theme import px, tokens_of
from ui.widgets.button import PaintedButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.painting import ring
from ui.widgets.roving import RovingGroup


class TabButton(PaintedButton):
    """One step; bold and underlined while one is there. Belongs to a ``TabStrip``."""

    PADDING = (3, 8)

    def __init__(self, key: str, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.key = key
        self.setCheckable(True)

    @override
    def letter_font(self) -> QFont:
        return theme.font(bold=self.isChecked())

    @override
    def letter_colour(self) -> str:
        tokens = tokens_of(self)
        return tokens.text if self.isChecked() else tokens.muted

    @override
    def paint_box(self, painter: QPainter) -> None:
        tokens = tokens_of(self)
        if self.isChecked():
            beside = px(self.PADDING[0])
            line = QRect(beside, self.height() - px(2), self.width() - 2 * beside, px(2))
            painter.fillRect(line, QColor(tokens.accent))
        if self.ring_visible:
            ring(painter, self.rect(), tokens.ring)


class TabStrip(QWidget):
    """Steps side by side; arrow keys move, Return goes there. Steps that are not open yet cannot be reached.

    :param steps: (key, text) in order.
    :signal chosen: the key of the step that was pressed.
    """

    chosen = Signal(str)

    def __init__(self, steps: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, spacing=px(20))
        flow.setContentsMargins(0, 0, 0, 0)
        self._tabs = [TabButton(key, text, self) for key, text in steps]
        for tab in self._tabs:
            tab.setObjectName(f"step.{tab.key}")
            tab.clicked.connect(self._on_clicked)
            flow.addWidget(tab)
        self._group = RovingGroup(self)
        self._group.set_buttons(self._tabs)

    def set_current(self, key: str) -> None:
        """Show which step one is at."""
        for tab in self._tabs:
            tab.setChecked(tab.key == key)
            tab.updateGeometry()
        self._group.set_stop(self.current())

    def current(self) -> TabButton:
        """:returns: the step one is at."""
        return next((tab for tab in self._tabs if tab.isChecked()), self._tabs[0])

    def set_open(self, keys: Collection[str]) -> None:
        """Say which steps can be gone to."""
        for tab in self._tabs:
            tab.setEnabled(tab.key in keys)

    def set_text(self, key: str, text: str) -> None:
        """Change the words of a step."""
        for tab in self._tabs:
            if tab.key == key:
                tab.setText(text)

    def tabs(self) -> list[TabButton]:
        """:returns: the steps in order."""
        return list(self._tabs)

    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, TabButton):
            self.chosen.emit(sender.key)
