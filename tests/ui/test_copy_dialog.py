from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ui.copy_dialog import CopyDialog


def test_one_copy_is_asked_for_and_told(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = CopyDialog(tmp_path, window)
    assert dialog.fileMode() == QFileDialog.FileMode.ExistingFile
    assert dialog.nameFilters() == ["Copies (*.db)", "All files (*)"]
    with qtbot.waitSignal(dialog.path_chosen) as chosen:
        dialog.fileSelected.emit(str(tmp_path / "a.db"))
    assert chosen.args == [tmp_path / "a.db"]
