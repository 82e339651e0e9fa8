from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.widgets.evidence_list import EvidenceLine
from ui.widgets.logged_button import LoggedButton


def test_it_is_read_out_with_its_time_and_whether_it_was_seen(qtbot: QtBot) -> None:
    button = LoggedButton(EvidenceLine("04:10", "–", "Discount first", "(recalled)"), "id")
    qtbot.addWidget(button)
    assert button.accessibleName() == "04:10 missed Discount first (recalled)"


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("words", ["Short", "A very long sentence " * 12, "Donaudampfschifffahrt" * 8])
def test_nothing_on_it_is_clipped(qtbot: QtBot, words: str, direction: Qt.LayoutDirection) -> None:
    button = LoggedButton(EvidenceLine("1:04:10", "+", words, "(recalled)"), "id")
    qtbot.addWidget(button)
    button.setLayoutDirection(direction)
    button.resize(400, button.heightForWidth(400))
    assert [letters.text for letters in button.lettering() if letters.clipped()] == []


def test_its_columns_are_mirrored_right_to_left(qtbot: QtBot) -> None:
    button = LoggedButton(EvidenceLine("04:10", "+", "Asked back"), "id")
    qtbot.addWidget(button)
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    button.resize(400, button.heightForWidth(400))
    time, sign, words = button.lettering()
    assert time.rect.left() > sign.rect.left() > words.rect.left()
