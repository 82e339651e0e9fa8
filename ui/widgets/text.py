"""Words on a screen: plain text in one of the few sizes, wrapped and never cut."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget
from typing_extensions import override

from ui import theme
from ui.theme import px, tokens_of
from ui.widgets.painting import Lettering, breakable, painter_on


class Voice(Enum):
    """How words are set: (size in px at 100 %, bold, the token that names the colour)."""

    TITLE = (theme.TITLE, True, "text")
    HEADING = (theme.HEADING, True, "text")
    BRAND = (theme.LARGE, True, "text")
    LARGE = (theme.LARGE, False, "text")
    STRONG = (theme.BODY, True, "text")
    BODY = (theme.BODY, False, "text")
    MUTED = (theme.BODY, False, "muted")
    SMALL = (theme.SMALL, False, "muted")
    LATE = (theme.BODY, False, "late")
    ACCENT = (theme.BODY, True, "accent")


class Text(QLabel):
    """Plain words that wrap. What looks like markup is shown as it was typed; very long runs may break anywhere."""

    def __init__(self, text: str = "", voice: Voice = Voice.BODY, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self._across = Qt.AlignmentFlag.AlignLeft
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._align()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.set_voice(voice)
        self.setText(text)

    def set_voice(self, voice: Voice) -> None:
        """Set the words in another size or colour."""
        self._voice = voice
        size, bold, _colour = voice.value
        self.setFont(theme.font(size, bold=bold))
        self.update()

    def centre(self) -> None:
        """Set the words in the middle instead of at the leading edge."""
        self._across = Qt.AlignmentFlag.AlignHCenter
        self._align()

    def lettering(self) -> list[Lettering]:
        """:returns: the words and where they are painted."""
        _size, _bold, colour = self._voice.value
        wrap = int(Qt.TextFlag.TextWordWrap) if self.wordWrap() else 0
        ink: str = getattr(tokens_of(self), colour)
        return [Lettering(self.text(), self.contentsRect(), self.font(), ink, int(self.alignment()) | wrap)]

    @override
    def setText(self, text: str) -> None:
        super().setText(breakable(text))
        self.setAccessibleName(text)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        for letters in self.lettering():
            letters.paint(painter)
        if self.hasFocus():  # words that one is led to, to read from there on
            line = QRect(0, self.height() - px(2), self.width(), px(2))
            painter.fillRect(line, QColor(tokens_of(self).ring))
        painter.end()

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
