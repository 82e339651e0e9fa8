"""A sentence in the window instead of a box in front of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from scoring.text import tr
from ui.theme import px, tokens_of
from ui.widgets.button import LinkButton
from ui.widgets.painting import box, painter_on
from ui.widgets.text import Text


class MessageBar(QWidget):
    """Says what happened, offers one thing to do about it (such as "Undo"), and can be put away. Hidden until then.

    It makes no sound, takes no keys and stops nothing; a screen reader says it aloud.

    :signal action_chosen: the offered action was pressed; the bar stays until ``clear``.
    :signal dismissed: the person put the message away; the bar is hidden already.
    """

    action_chosen = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem = False
        self._sentence = Text()
        self.action = LinkButton()
        self.action.setObjectName("message.action")
        self.close_button = LinkButton(tr("Close"), quiet=True)
        self.close_button.setObjectName("message.close")
        self.close_button.setAccessibleName(tr("Close this message"))
        self._assemble()
        self.action.clicked.connect(self.action_chosen)
        self.close_button.clicked.connect(self._on_closed)
        self.hide()

    def show_message(self, sentence: str, action: str = "", *, problem: bool = False) -> None:
        """Show ``sentence`` in place of what stood there; ``problem`` marks one that asks for something to be done."""
        self._problem = problem
        self._sentence.setText(sentence)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.show()
        self.update()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def clear(self) -> None:
        """Take the message away."""
        self.hide()

    def message(self) -> str:
        """:returns: the sentence that is shown, or an empty text."""
        return "" if self.isHidden() else self._sentence.accessibleName()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = painter_on(self)
        box(painter, self.rect(), tokens.card, tokens.late if self._problem else tokens.border)
        if self._problem:
            self._paint_bar(painter, tokens.late)
        painter.end()

    def _paint_bar(self, painter: QPainter, colour: str) -> None:
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - px(10) if right_to_left else px(6)
        painter.fillRect(left, px(8), px(4), self.height() - 2 * px(8), QColor(colour))

    def _assemble(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(px(18), px(4), px(18), px(4))
        row.setSpacing(px(16))
        row.addWidget(self._sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.action)
        row.addWidget(self.close_button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def _on_closed(self) -> None:
        self.hide()
        self.dismissed.emit()
