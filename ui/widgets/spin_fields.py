"""Fields for a day, a time and a length, in the look of the other fields."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QPointF, QSignalBlocker, QSize, Qt, QTime, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPolygonF, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QDateTimeEdit, QSpinBox, QWidget
from typing_extensions import override

from scoring.text import trn
from ui.theme import px, tokens_of
from ui.widgets.field import LineEdit

DAY_AND_TIME = "ddd d MMM yyyy, HH:mm"
DAY = "ddd d MMM yyyy"
_ARROW_ROOM = 28
_PLAIN = "QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0px; border: 0px; }"
_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class _NumberField(QSpinBox):
    """A number in the look of a line; type it, or use the up and down keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setStyleSheet(_PLAIN)
        # Qt drops the style sheet's padding where a spin box keeps its buttons, and the text where it does not.
        self.lineEdit().setTextMargins(px(12), 0, px(12), 0)

    @override
    def sizeHint(self) -> QSize:
        return _as_high_as_a_line(super().sizeHint())

    @override
    def minimumSizeHint(self) -> QSize:
        return _as_high_as_a_line(super().minimumSizeHint())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        _turn_if_chosen(self, event, super().wheelEvent)


class MinutesField(_NumberField):
    """A length in minutes; type it, or use the up and down keys.

    :signal edited: the person has changed it (never emitted by ``set_minutes``).
    """

    edited = Signal()

    def __init__(self, suffix: str, parent: QWidget | None = None) -> None:
        """:param suffix: what stands behind the number, with the space before it."""
        super().__init__(parent)
        self.setRange(5, 600)
        self.setSingleStep(5)
        self.setSuffix(suffix)
        self.valueChanged.connect(self.edited)

    def set_minutes(self, minutes: int) -> None:
        """Show a length; one out of range is shown as the nearest in it."""
        with QSignalBlocker(self):
            self.setValue(minutes)


class MonthsField(_NumberField):
    """A number of months; type it, or use the up and down keys. 0 is without a limit, and said so.

    :signal edited: the person has changed it (never emitted by ``set_months``), once they are done typing.
    """

    edited = Signal()

    def __init__(self, no_limit: str, most: int, parent: QWidget | None = None) -> None:
        """:param no_limit: what stands there for 0."""
        super().__init__(parent)
        self.setRange(0, most)
        self.setSpecialValueText(no_limit)
        self.setKeyboardTracking(False)
        self.valueChanged.connect(self._on_changed)

    def set_months(self, months: int) -> None:
        """Show a number of months."""
        with QSignalBlocker(self):
            self.setValue(months)
        self._show_unit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """All of it is selected: a number that is typed behind the words would be swallowed."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def _on_changed(self) -> None:
        self._show_unit()
        self.edited.emit()

    def _show_unit(self) -> None:
        self.setSuffix(trn(" month", " months", self.value()))


class WhenField(QDateTimeEdit):
    """A day, or a day and a time; type it, use the up and down keys, or pick the day in a calendar.

    :param form: ``DAY`` or ``DAY_AND_TIME``.
    :signal edited: the person has changed it (never emitted by ``set_moment``).
    """

    edited = Signal()

    def __init__(self, form: str = DAY_AND_TIME, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat(form)
        self.setCalendarPopup(True)
        arrow = "QDateTimeEdit::drop-down { subcontrol-origin: border; width: %dpx; border: 0; }"
        hidden = "QDateTimeEdit::down-arrow { image: none; width: 0; height: 0; }"
        self.setStyleSheet(_PLAIN + arrow % px(_ARROW_ROOM) + hidden)
        calendar = self.calendarWidget()
        calendar.setVerticalHeaderFormat(calendar.VerticalHeaderFormat.NoVerticalHeader)
        for day in _WEEKEND:
            calendar.setWeekdayTextFormat(day, QTextCharFormat())
        self.dateTimeChanged.connect(self.edited)

    def set_moment(self, moment: datetime) -> None:
        """Show the wall time of ``moment``; seconds are left out."""
        day, time = QDate(moment.year, moment.month, moment.day), QTime(moment.hour, moment.minute)
        with QSignalBlocker(self):
            self.setDateTime(QDateTime(day, time))

    def moment(self) -> datetime:
        """:returns: what is shown, as a time of this computer's own zone."""
        shown = self.dateTime().toPython()
        assert isinstance(shown, datetime)
        return shown.astimezone()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        _turn_if_chosen(self, event, super().wheelEvent)

    @override
    def sizeHint(self) -> QSize:
        return _as_high_as_a_line(super().sizeHint())

    @override
    def minimumSizeHint(self) -> QSize:
        return _as_high_as_a_line(super().minimumSizeHint())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens_of(self).muted))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = px(_ARROW_ROOM) / 2 if mirrored else self.width() - px(_ARROW_ROOM) / 2
        y, half = self.height() / 2, px(4)
        painter.drawPolygon(
            QPolygonF(
                [QPointF(x - half, y - half / 2), QPointF(x + half, y - half / 2), QPointF(x, y + half / 2)]
            )
        )
        painter.end()


def _turn_if_chosen(field: QWidget, event: QWheelEvent, turn: Callable[[QWheelEvent], None]) -> None:
    """Whoever scrolls past a field does not mean to change it."""
    if field.hasFocus():
        turn(event)
    else:
        event.ignore()


def _as_high_as_a_line(size: QSize) -> QSize:
    """Qt gives fields with a spin box's frame some px more than the line beside them."""
    return QSize(size.width(), LineEdit().sizeHint().height())
