from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ui.folder_dialog import FolderDialog


def test_a_folder_is_asked_for_and_told(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = FolderDialog("Where the pages are kept", tmp_path, window)
    assert dialog.fileMode() == QFileDialog.FileMode.Directory
    assert dialog.windowTitle() == "Where the pages are kept"
    with qtbot.waitSignal(dialog.folder_chosen) as chosen:
        dialog.fileSelected.emit(str(tmp_path))
    assert chosen.args == [tmp_path]
