"""The body of a desk screen: a column that scrolls when there is more than fits."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme import px
from ui.widgets.button import PaintedButton


class _Body(QWidget):
    """As high as its words need in the width there is. Qt would give it the height they need in the least width.

    :signal laid_out: it has another size, and everything on it its place.
    """

    laid_out = Signal()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.laid_out.emit()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class ScrollPage(QScrollArea):
    """A column of widgets with the margins of a page. What gets the keyboard is scrolled into view, but no button by a
    click: it would move away from under the pointer, and the click would be none. What has it stays in view while the
    column grows.

    Add widgets and layouts to ``column``; end it with a stretch.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        body = _Body()
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(px(34), px(26), px(34), px(26))
        self.column.setSpacing(px(16))
        self.setWidget(body)
        self.viewport().setAutoFillBackground(False)
        body.setAutoFillBackground(False)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        # Later: the scroll bar learns of the new height once the body has told of it.
        body.laid_out.connect(self._keep_in_view, Qt.ConnectionType.QueuedConnection)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        body = self.widget()
        is_clicked = isinstance(now, PaintedButton) and not now.ring_visible
        if now is not None and body is not None and body.isAncestorOf(now) and not is_clicked:
            self.ensureWidgetVisible(now, px(16), px(16))

    def _keep_in_view(self) -> None:
        body, now = self.widget(), QApplication.focusWidget()
        if now is None or body is None or not body.isAncestorOf(now):
            return
        if isinstance(now, QPlainTextEdit):  # it may be higher than the page: what counts is where one writes
            caret = now.viewport().mapTo(body, now.cursorRect().center())
            self.ensureVisible(caret.x(), caret.y(), px(16), px(32))
        else:
            self.ensureWidgetVisible(now, px(16), px(16))
