"""Finding the parts of a screen by their object names, as a person finds them by their words."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.button import PaintedButton

Q = TypeVar("Q", bound=QObject)


def find(root: QObject, kind: type[Q], name: str) -> Q:
    """:returns: the part of ``root`` called ``name``; there must be one."""
    found = root.findChild(kind, name)
    assert found is not None, f"there is no {name}"
    return found


def press(qtbot: QtBot, root: QWidget, name: str) -> None:
    """Press a button of ``root`` that can be seen and pressed."""
    button = find(root, PaintedButton, name)
    assert button.isVisible(), f"{name} cannot be seen"
    assert button.isEnabled(), f"{name} cannot be pressed"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def tab_stops(root: QWidget) -> list[QWidget]:
    """:returns: what the Tab key visits of ``root`` as it is shown, in order."""
    stops: list[QWidget] = []
    stop = root.nextInFocusChain()
    while stop is not None and stop is not root:
        takes_tab = bool(stop.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
        if root.isAncestorOf(stop) and takes_tab and stop.isVisible() and stop.isEnabled():
            stops.append(stop)
        stop = stop.nextInFocusChain()
    return stops


def texts(root: QWidget) -> list[str]:
    """:returns: every word of ``root`` and all its parts, also hidden ones, as seen, read aloud or pointed at."""
    return [text for widget in (root, *root.findChildren(QWidget)) for text in _texts_of(widget) if text]


def _texts_of(widget: QWidget) -> tuple[str, ...]:
    text = getattr(widget, "text", None)
    shown = str(text()) if callable(text) else ""
    return (
        shown,
        widget.accessibleName(),
        widget.accessibleDescription(),
        widget.toolTip(),
        widget.windowTitle(),
    )
