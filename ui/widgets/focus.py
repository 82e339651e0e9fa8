"""What becomes of the keyboard, in words of a person who writes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent

_BACK_SOON = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


def leaves_field(event: QFocusEvent) -> bool:
    """:returns: whether somebody who loses the focus goes on to something else, not to a menu or another window."""
    return event.reason() not in _BACK_SOON
