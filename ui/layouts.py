"""What is done to layouts in more than one place."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout


def clear_layout(layout: QLayout) -> None:
    """Take every widget out of ``layout`` and let go of it."""
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            # Later, because it may be a widget of this layout whose press is being answered.
            widget.deleteLater()
