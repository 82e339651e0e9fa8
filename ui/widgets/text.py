"""Words on a screen: plain text in one of the few sizes, wrapped and never cut."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget
from typing_extensions import override

from ui import theme
from ui.widgets.painting import breakable

_ROLE = QPalette.ColorRole


class Voice(Enum):
    """How words are set: (size in px at 100 %, bold, the palette's role for the colour)."""

    TITLE = (theme.TITLE, True, _ROLE.WindowText)
    HEADING = (theme.HEADING, True, _ROLE.WindowText)
    BRAND = (theme.LARGE, True, _ROLE.WindowText)
    LARGE = (theme.LARGE, False, _ROLE.WindowText)
    CLOCK = (theme.HEADING, False, _ROLE.WindowText)
    STRONG = (theme.BODY, True, _ROLE.WindowText)
    BODY = (theme.BODY, False, _ROLE.WindowText)
    MUTED = (theme.BODY, False, _ROLE.PlaceholderText)
    SMALL = (theme.SMALL, False, _ROLE.PlaceholderText)
    LATE = (theme.BODY, False, _ROLE.BrightText)
    ACCENT = (theme.BODY, True, _ROLE.Link)


class Text(QLabel):
    """Plain words that wrap. What looks like markup is shown as it was typed; very long runs may break anywhere."""

    def __init__(self, text: str = "", voice: Voice = Voice.BODY, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._across = Qt.AlignmentFlag.AlignLeft
        self._align()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.set_voice(voice)
        self.setText(text)

    def set_voice(self, voice: Voice) -> None:
        """Set the words in another size or colour."""
        self._voice = voice
        size, bold, role = voice.value
        self.setFont(theme.font(size, bold=bold))
        self.setForegroundRole(role)

    def centre(self) -> None:
        """Set the words in the middle instead of at the leading edge."""
        self._across = Qt.AlignmentFlag.AlignHCenter
        self._align()

    @override
    def setText(self, text: str) -> None:
        super().setText(breakable(text))
        self.setAccessibleName(text)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:  # the one event every widget gets from apply_theme
            self.set_voice(self._voice)
        elif event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        """Align with the screen. By itself a label would follow the script of its words: a Latin name would stand
        at the wrong edge of a mirrored screen."""
        across = QStyle.visualAlignment(self.layoutDirection(), self._across)
        self.setAlignment(across | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
