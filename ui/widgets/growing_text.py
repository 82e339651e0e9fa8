"""A place to write several lines in: plain text only, and it grows with what is written."""

from __future__ import annotations

import math

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QTextDocumentFragment, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from ui.widgets.focus import leaves_field

_PARAGRAPH = "\u2029"


class GrowingText(QPlainTextEdit):
    """Plain text of any length. Pasted rich text becomes plain; Tab goes on to the next field.

    :param least: lines shown when there is little text.
    :param most: lines from which on it scrolls.
    :signal edited: the person has changed the text (never emitted by ``set_text``).
    :signal keys_left: the keys went to something else in this window.
    """

    edited = Signal(str)
    keys_left = Signal()

    def __init__(self, parent: QWidget | None = None, *, least: int = 2, most: int = 8) -> None:
        super().__init__(parent)
        self._least = least
        self._most = most
        self._loading = False
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self.horizontalScrollBar().valueChanged.connect(self._stay_at_line_starts)
        self.horizontalScrollBar().rangeChanged.connect(self._stay_at_line_starts)
        self.textChanged.connect(self._on_text_changed)

    def text(self) -> str:
        """:returns: exactly what is written; unlike Qt's ``toPlainText`` it keeps no-break spaces."""
        return self.document().toRawText().replace(_PARAGRAPH, "\n")

    def set_text(self, text: str) -> None:
        """Show ``text``. One that is already there is left alone, and with it the cursor and the undo steps."""
        if text != self.text():
            self._loading = True
            self.setPlainText(text)
            self._loading = False

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height_of(self._lines()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 12, self._height_of(self._least))

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        plain = (
            source.text() if source.hasText() else QTextDocumentFragment.fromHtml(source.html()).toPlainText()
        )
        self.textCursor().insertText(plain)
        self.ensureCursorVisible()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if leaves_field(event):
            self.keys_left.emit()

    def _lines(self) -> int:
        return min(max(round(self.document().size().height()), self._least), self._most)

    def _height_of(self, lines: int) -> int:
        self.ensurePolished()
        margins = self.contentsMargins()
        line = math.ceil(QFontMetricsF(self.font()).lineSpacing())  # as the document lays its lines out
        return lines * line + 1 + margins.top() + margins.bottom()  # Qt scrolls a line that only just fits

    def _on_size_changed(self) -> None:
        scrolls = round(self.document().size().height()) > self._most
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar)
        self.updateGeometry()

    def _stay_at_line_starts(self) -> None:
        """Lines are wrapped, but Qt goes aside when the scroll bar comes and takes its room from them, and stays so.
        Mirrored, it counts from the other end, and goes aside for a blank that hangs over at the end of a line."""
        bar = self.horizontalScrollBar()
        bar.setValue(bar.maximum() if self.isRightToLeft() else 0)

    def _on_text_changed(self) -> None:
        if not self._loading:
            self.edited.emit(self.text())
