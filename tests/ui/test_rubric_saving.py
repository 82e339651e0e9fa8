from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from exports.rubric_file import read_rubric
from scoring.rubric import default_rubric
from tests.ui.finding import find
from tests.ui.looks import show
from ui.rubric_saving import RubricSaving
from ui.save_dialog import SaveDialog
from ui.session import Session


def test_a_rubric_lies_where_it_was_asked_to_or_it_is_said_why_not(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    window = QWidget()
    show(qtbot, window)
    saving = RubricSaving(session, window)
    for path, told in ((tmp_path / "ours.json", saving.saved), (tmp_path / "no" / "x.json", saving.failed)):
        saving.ask(default_rubric(), window)
        dialog = find(window, SaveDialog, "page.save_dialog")
        with qtbot.waitSignal(told):
            dialog.fileSelected.emit(str(path))
        dialog.close()
        dialog.setObjectName("closed")
    assert read_rubric(tmp_path / "ours.json") == default_rubric()
