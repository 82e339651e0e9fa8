"""What stands in place of something that is not open yet."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme import px, tokens_of
from ui.widgets.painting import box, painter_on
from ui.widgets.text import Text, Voice


class SealedPanel(QWidget):
    """A quiet box with a sentence that says when it opens. It knows nothing of what it stands for."""

    def __init__(self, sentence: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = Text(sentence, Voice.MUTED)
        self._sentence.centre()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(14), px(16), px(14))
        column.addWidget(self._sentence)

    def set_sentence(self, sentence: str) -> None:
        """Change the sentence."""
        self._sentence.setText(sentence)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        tokens = tokens_of(self)
        box(painter, self.rect(), tokens.ground, tokens.hairline)
        painter.end()
