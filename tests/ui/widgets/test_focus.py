from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent

from ui.widgets.focus import leaves_field


@pytest.mark.parametrize(
    ("reason", "leaves"),
    [
        (Qt.FocusReason.TabFocusReason, True),
        (Qt.FocusReason.MouseFocusReason, True),
        (Qt.FocusReason.OtherFocusReason, True),
        (Qt.FocusReason.ActiveWindowFocusReason, False),
        (Qt.FocusReason.PopupFocusReason, False),
    ],
)
def test_a_menu_or_another_window_is_not_leaving(reason: Qt.FocusReason, leaves: bool) -> None:
    assert leaves_field(QFocusEvent(QEvent.Type.FocusOut, reason)) is leaves
