"""How far something is, and the way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStyle, QVBoxLayout, QWidget
from typing_extensions import override

from scoring.text import tr
from ui.theme import px, tokens_of
from ui.widgets.button import LinkButton
from ui.widgets.named import named
from ui.widgets.painting import painter_on
from ui.widgets.text import Text, Voice

_HEIGHT = 4  # px at 100 %


class _Bar(QWidget):
    """A line that fills from its start; empty while nobody knows how much there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setFixedHeight(px(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float) -> None:
        """:param share: 0 to 1."""
        self._share = share
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = painter_on(self)
        painter.fillRect(self.rect(), QColor(tokens.hairline))
        done = QRect(0, 0, round(self.width() * self._share), self.height())
        painter.fillRect(QStyle.visualRect(self.layoutDirection(), self.rect(), done), QColor(tokens.accent))
        painter.end()


class ProgressLine(QWidget):
    """Hidden until there is something to tell.

    :param name: of what is on its way: ``"archive.check"`` gives its parts the names ``"archive.check.words"`` and
        ``"archive.check.stop"``.
    :signal stop_chosen: it is to end.
    """

    stop_chosen = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = named(Text("", Voice.MUTED), f"{name}.words")
        self._bar = _Bar()
        self.stop = named(LinkButton(tr("Stop"), quiet=True), f"{name}.stop")
        row = QHBoxLayout()
        row.setSpacing(px(16))
        row.addWidget(self._words, 1)
        row.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addLayout(row)
        column.addWidget(self._bar)
        self.stop.clicked.connect(self._on_stop)
        self.hide()

    def begin(self, words: str) -> None:
        """Something is on its way; how much there is to do is not known yet."""
        self.stop.setEnabled(True)
        self.say(words, 0, 0)
        self.show()

    def say(self, words: str, done: int, of: int) -> None:
        """Tell how far it is; once it is to end, that is said instead.

        :param of: how many there are; 0 while that is not known.
        """
        if self.stop.isEnabled():
            self._words.setText(words)
        self._bar.set_share(done / of if of else 0)

    def end(self) -> None:
        """Nothing is on its way any more."""
        self.hide()

    def _on_stop(self) -> None:
        self.stop.setEnabled(False)
        self._words.setText(tr("Stopping …"))
        self.stop_chosen.emit()
