"""Who had the floor, over time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QVBoxLayout, QWidget
from typing_extensions import override

from exports.summary import FloorLabel, FloorPicture, FloorSegment, Party
from ui import theme
from ui.theme import Tokens, px, tokens_of
from ui.widgets.floor_tile import party_colour
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.painting import WRAPPED, Lettering, longest_word, painter_on, shown, text_size
from ui.widgets.text import Text, Voice


def paint_party(painter: QPainter, rect: QRect, party: Party, tokens: Tokens) -> None:
    """Fill ``rect`` so that the parties differ without colour too: me is hatched, the customer outlined."""
    colour = QColor(party_colour(tokens, party))
    if party == "me":
        painter.fillRect(rect, QColor(tokens.card))
        _hatch(painter, rect, colour)
    else:
        painter.fillRect(rect, colour)
    if party in ("me", "customer"):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QColor(tokens.text if party == "customer" else colour))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0, 0, -1, -1))


def _hatch(painter: QPainter, rect: QRect, colour: QColor) -> None:
    painter.save()
    painter.setClipRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, px(2)))
    for x in range(rect.left(), rect.right() + rect.height() + px(5), px(5)):
        painter.drawLine(x, rect.top() - 1, x - rect.height() - 2, rect.bottom() + 1)
    painter.restore()


class FloorBar(QLabel):
    """The strip itself; a screen reader reads it as words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._segments: tuple[FloorSegment, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_segments(self, segments: tuple[FloorSegment, ...]) -> None:
        """Show these stretches."""
        self._segments = segments
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(240), px(20))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(20))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        tokens = tokens_of(self)
        painter.fillRect(self.rect(), QColor(tokens.nobody))
        for segment in self._segments:
            left, right = round(segment.start * self.width()), round(segment.end * self.width())
            rect = QRect(left, 0, right - left, self.height())
            if right > left:
                mirrored = QStyle.visualRect(self.layoutDirection(), self.rect(), rect)
                paint_party(painter, mirrored, segment.party, tokens)
        painter.end()


class FloorKey(QWidget):
    """A small square in a party's pattern and the party's label."""

    def __init__(self, label: FloorLabel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._party: Party = label.party
        self._text = shown(label.text)
        self.setAccessibleName(label.text)

    def lettering(self) -> list[Lettering]:
        """:returns: the label and where it is painted."""
        room = self.rect().adjusted(_swatch() + px(6), 0, 0, 0)
        mirrored = QStyle.visualRect(self.layoutDirection(), self.rect(), room)
        return [Lettering(self._text, mirrored, theme.font(theme.SMALL), tokens_of(self).text, WRAPPED)]

    @override
    def sizeHint(self) -> QSize:
        text = text_size(self._text, theme.font(theme.SMALL))
        return QSize(_swatch() + px(6) + text.width(), max(text.height(), _swatch()))

    @override
    def minimumSizeHint(self) -> QSize:
        width = longest_word(self._text, theme.font(theme.SMALL))
        return QSize(_swatch() + px(6) + width, self.sizeHint().height())

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return text_size(self._text, theme.font(theme.SMALL), width - _swatch() - px(6)).height()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        square = QRect(0, (self.height() - _swatch()) // 2, _swatch(), _swatch())
        mirrored = QStyle.visualRect(self.layoutDirection(), self.rect(), square)
        paint_party(painter, mirrored, self._party, tokens_of(self))
        for letters in self.lettering():
            letters.paint(painter)
        painter.end()


class FloorKeys(QWidget):
    """The labels of the parties in a row that wraps, each with its pattern."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, spacing=px(16))

    def set_labels(self, labels: Sequence[FloorLabel]) -> None:
        """Show these labels in place of the old ones."""
        for key in self.keys():
            self._flow.removeWidget(key)
            key.hide()
            key.deleteLater()
        for label in labels:
            key = FloorKey(label, self)
            self._flow.addWidget(key)
            key.show()  # at once, also in a row that is already on screen

    def keys(self) -> list[FloorKey]:
        """:returns: the labels in order."""
        items = (self._flow.itemAt(number) for number in range(self._flow.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, FloorKey)]


class FloorStrip(QWidget):
    """Stretches of the call in the parties' patterns, with their labels and how exact they are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Text("", Voice.STRONG)
        self.bar = FloorBar()
        self.bar.setObjectName("floor.bar")
        self._keys = FloorKeys()
        self._note = Text("", Voice.SMALL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        for part in (self._heading, self.bar, self._keys, self._note):
            column.addWidget(part)

    def set_picture(self, picture: FloorPicture) -> None:
        """Show the same strip as the page does."""
        self._heading.setText(picture.heading)
        self.bar.set_segments(picture.segments)
        self.bar.setAccessibleName(picture.heading)
        self.bar.setAccessibleDescription(picture.alternative)
        self._note.setText(picture.note)
        self._note.setVisible(bool(picture.note))
        self._keys.set_labels(picture.labels)

    def labels(self) -> list[FloorKey]:
        """:returns: the labels in order."""
        return self._keys.keys()


def _swatch() -> int:
    return px(10)
