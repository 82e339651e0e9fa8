from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.finding import find
from ui.scan_dialog import ScanDialog
from ui.theme import apply_theme

# The offscreen platform says so of every dialog.
pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_one_file_is_chosen(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    apply_theme(qapp)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    (tmp_path / "signed.jpeg").write_bytes(b"")
    dialog = ScanDialog(tmp_path, window)
    dialog.open()
    field = find(dialog, QLineEdit, "fileNameEdit")
    field.setText("signed.jpeg")
    with qtbot.waitSignal(dialog.path_chosen) as chosen:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert chosen.args == [tmp_path / "signed.jpeg"]
