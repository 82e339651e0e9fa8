"""Where somebody was on a screen: what had the keys, and how far each part was scrolled."""

from __future__ import annotations

from dataclasses import dataclass
from weakref import ReferenceType, ref

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Taken before a screen is left, and gone back to once it is shown again. It keeps no widget alive."""

    keys: ReferenceType[QWidget] | None
    by_keyboard: bool
    scrolled: tuple[tuple[ReferenceType[QAbstractScrollArea], int], ...]

    @classmethod
    def on(cls, screen: QWidget) -> Whereabouts:
        """:returns: where one is on ``screen`` now."""
        keys = QApplication.focusWidget()
        is_here = keys is not None and screen.isAncestorOf(keys)
        areas = screen.findChildren(QAbstractScrollArea)
        return cls(
            keys=ref(keys) if keys is not None and is_here else None,
            by_keyboard=bool(getattr(keys, "ring_visible", False)),
            scrolled=tuple((ref(area), area.verticalScrollBar().value()) for area in areas),
        )

    def go_back(self) -> None:
        """Give the keys back, and scroll to where it was; what is no longer there is left alone."""
        keys = self.keys() if self.keys else None
        if keys is not None and isValid(keys) and keys.isVisible() and keys.isEnabled():
            reason = Qt.FocusReason.TabFocusReason if self.by_keyboard else Qt.FocusReason.MouseFocusReason
            keys.setFocus(reason)
        for known, value in self.scrolled:
            area = known()
            if area is not None and isValid(area):
                area.verticalScrollBar().setValue(value)
