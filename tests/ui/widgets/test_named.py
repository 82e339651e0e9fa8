from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.button import PrimaryButton
from ui.widgets.named import named


def test_a_part_is_found_by_its_name_and_by_nothing_a_person_hears(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    save = PrimaryButton("Save", window)
    assert named(save, "rep.save") is save
    assert window.findChild(PrimaryButton, "rep.save") is save
    heard = QAccessible.queryAccessibleInterface(save).text(QAccessible.Text.Name)
    assert heard == "Save"
