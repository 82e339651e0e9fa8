from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.finding import find
from ui.import_dialog import ImportDialog
from ui.theme import apply_theme

# The offscreen platform says so of every dialog.
pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_several_files_can_be_chosen_at_once(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    apply_theme(qapp)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    for name in ("one.pdf", "two.json"):
        (tmp_path / name).write_bytes(b"")
    dialog = ImportDialog(tmp_path, window)
    dialog.open()
    field = find(dialog, QLineEdit, "fileNameEdit")
    field.setText('"one.pdf" "two.json"')
    with qtbot.waitSignal(dialog.paths_chosen) as chosen:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert chosen.args == [[tmp_path / "one.pdf", tmp_path / "two.json"]]
