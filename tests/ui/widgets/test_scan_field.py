from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.ui.finding import find, press
from ui.widgets.button import PaintedButton
from ui.widgets.scan_field import ScanField
from ui.widgets.text import Text


def test_it_says_which_file_and_what_can_be_done(qtbot: QtBot) -> None:
    field = ScanField()
    qtbot.addWidget(field)
    field.show()
    assert not find(field, Text, "scan.file").isVisible()
    assert [button.text() for button in field.findChildren(PaintedButton) if button.isVisible()] == [
        "Choose a file…"
    ]
    field.show_file("signed.pdf, 2 kB", is_chosen=True)
    assert find(field, Text, "scan.file").isVisible()
    assert [button.text() for button in field.findChildren(PaintedButton) if button.isVisible()] == [
        "Choose another file…",
        "Take it out",
    ]
    with qtbot.waitSignal(field.choose_chosen):
        press(qtbot, field, "scan.choose")
    with qtbot.waitSignal(field.left_out):
        press(qtbot, field, "scan.leave_out")
