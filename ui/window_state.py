"""What this computer remembers of the window: its place, its size, and how large the text is.

It lies beside the data and not in it, because it is needed before the data is open and means nothing elsewhere.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QSettings, QSize, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

FILE = "window.ini"
TEXT_PERCENTS = (100, 125, 150, 200)
_FIRST_SIZE = (1180, 720)
_MARGIN = 48
_STRIP_SCREEN = "strip_screen"


class WindowState:
    """Remembers across starts; what cannot be read is simply not remembered."""

    def __init__(self, folder: Path) -> None:
        """:param folder: the data folder."""
        self._file = QSettings(str(folder / FILE), QSettings.Format.IniFormat)

    @property
    def text_percent(self) -> int:
        """The size of all text in per cent: one of ``TEXT_PERCENTS``."""
        stored = str(self._file.value("text_percent", "100"))
        return int(stored) if stored in map(str, TEXT_PERCENTS) else 100

    @text_percent.setter
    def text_percent(self, percent: int) -> None:
        self._file.setValue("text_percent", percent)

    def restore(self, window: QWidget) -> None:
        """Put ``window`` where it was, or give it a first size that fits the screen."""
        geometry = self._file.value("geometry")
        if not (isinstance(geometry, QByteArray) and window.restoreGeometry(geometry)):
            room = window.screen().availableGeometry()
            width, height = _FIRST_SIZE
            window.resize(min(width, room.width() - _MARGIN), min(height, room.height() - _MARGIN))

    def keep(self, window: QWidget) -> None:
        """Remember where ``window`` is."""
        self._file.setValue("geometry", window.saveGeometry())

    def restore_strip(self, strip: QWidget, width: int, margin: int) -> None:
        """Put a strip of this width (px) where it was, on the screen it was on last as long as there is one of that
        name, or at the trailing edge, ``margin`` px from it."""
        screen = self._strip_screen() or strip.screen()
        room = screen.availableGeometry()
        stored = self._file.value(_strip_key(screen))
        if isinstance(stored, QRect) and room.contains(stored.topLeft()):
            place = QRect(stored.topLeft(), QSize(width, stored.height()))
            place.moveLeft(min(place.left(), room.right() + 1 - width))  # the text may have become larger
        else:
            place = QRect(0, room.top() + margin, width, strip.sizeHint().height())
            mirrored = strip.layoutDirection() == Qt.LayoutDirection.RightToLeft
            place.moveLeft(room.left() + margin if mirrored else room.right() + 1 - margin - width)
        place.setHeight(min(place.height(), room.bottom() + 1 - place.top()))
        strip.setFixedWidth(width)
        strip.setGeometry(place)

    def keep_strip(self, strip: QWidget) -> None:
        """Remember where a strip is on its screen."""
        if strip.isVisible():
            self._file.setValue(_STRIP_SCREEN, strip.screen().name())
            self._file.setValue(_strip_key(strip.screen()), strip.geometry())

    def _strip_screen(self) -> QScreen | None:
        last = self._file.value(_STRIP_SCREEN)
        return next((screen for screen in QGuiApplication.screens() if screen.name() == last), None)


def _strip_key(screen: QScreen) -> str:
    return f"strip/{screen.name()}"
