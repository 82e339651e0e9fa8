"""A stable handle for a widget: tests, screen readers and automation find it by this name."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


def named(widget: W, name: str) -> W:
    """Give ``widget`` the object name ``name``, such as ``"teeup.customer"``.

    :returns: the widget.
    """
    widget.setObjectName(name)
    return widget
