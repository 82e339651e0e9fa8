"""Keys as a real keyboard sends them: with the place of the key, on any layout, held or pressed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui import live_keys

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier

# The X11 key codes of the places, as `xmodmap -pke` lists them.
X_CODES = dict(
    zip(
        "123456789qwertyuiopasdfglzxcvbnm",
        (*range(10, 19), *range(24, 34), *range(38, 43), 46, *range(52, 59)),
        strict=True,
    )
)


class _OnX11:
    @staticmethod
    def platformName() -> str:  # noqa: N802  Qt's name
        return "xcb"


def tell_places(patch: pytest.MonkeyPatch) -> None:
    """Let the keys be read as under X11, where their places are known."""
    patch.setattr(live_keys, "QGuiApplication", _OnX11)


def key_at(
    place: str,
    letter: Qt.Key | None = None,
    modifiers: Qt.KeyboardModifier = NONE,
    *,
    kind: QEvent.Type = QEvent.Type.KeyPress,
    held: bool = False,
    at_ms: int = 0,
) -> QKeyEvent:
    """:returns: the event of the key that is called ``place`` on a US keyboard and writes ``letter`` on this one."""
    key = letter if letter is not None else Qt.Key(ord(place.upper()))
    event = QKeyEvent(
        kind, key, modifiers, X_CODES[place], 0, 0, chr(key).lower() if key < 0x10000 else "", held
    )
    event.setTimestamp(at_ms)
    return event


def strike(
    widget: QWidget, place: str, letter: Qt.Key | None = None, modifiers: Qt.KeyboardModifier = NONE
) -> None:
    """Press and release a key where the keys go now."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        send(widget, key_at(place, letter, modifiers, kind=kind))


def send(widget: QWidget, event: QKeyEvent) -> None:
    """Deliver an event to the part of the window that has the keys, as Qt would."""
    QCoreApplication.sendEvent(widget.window().focusWidget() or widget, event)
