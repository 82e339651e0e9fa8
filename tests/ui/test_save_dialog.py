from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.finding import find
from ui.save_dialog import SaveDialog, access_pack, calendar_file, last_folder
from ui.theme import apply_theme

# The offscreen platform says so of every dialog.
pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> QWidget:
    apply_theme(qapp)
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.show()
    return shown


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


def _field(dialog: SaveDialog) -> QLineEdit:
    return find(dialog, QLineEdit, "fileNameEdit")


def test_the_dialog_suggests_a_name(window: QWidget, data: Path) -> None:
    dialog = SaveDialog(data, "2026-11-23 Northgate Dental (01AD9F7B)", window)
    dialog.open()
    assert _field(dialog).text() == "2026-11-23 Northgate Dental (01AD9F7B).pdf"
    dialog.close()


def test_an_access_pack_is_a_zip_file(window: QWidget, data: Path) -> None:
    dialog = SaveDialog(data, "Access pack", window, access_pack())
    dialog.open()
    assert _field(dialog).text() == "Access pack.zip"
    assert dialog.windowTitle() == "Save the access pack"
    dialog.close()


def test_a_reminder_is_a_calendar_file(window: QWidget, data: Path) -> None:
    dialog = SaveDialog(data, "Look at it together", window, calendar_file())
    dialog.open()
    assert _field(dialog).text() == "Look at it together.ics"
    dialog.close()


def test_return_takes_the_path_and_adds_the_ending(
    qtbot: QtBot, window: QWidget, data: Path, tmp_path: Path
) -> None:
    dialog = SaveDialog(data, "page", window)
    dialog.open()
    _field(dialog).setText(str(tmp_path / "mine"))
    with qtbot.waitSignal(dialog.path_chosen) as chosen:
        qtbot.keyClick(_field(dialog), Qt.Key.Key_Return)
    assert chosen.args == [tmp_path / "mine.pdf"]


def test_the_next_dialog_starts_where_the_last_page_went(
    qtbot: QtBot, window: QWidget, data: Path, tmp_path: Path
) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    dialog = SaveDialog(data, "page", window)
    dialog.open()
    _field(dialog).setText(str(pages / "page"))
    qtbot.keyClick(_field(dialog), Qt.Key.Key_Return)
    again = SaveDialog(data, "page", window)
    assert Path(again.directory().absolutePath()) == last_folder(data) == pages


def test_a_folder_that_is_gone_is_forgotten(
    qtbot: QtBot, window: QWidget, data: Path, tmp_path: Path
) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    dialog = SaveDialog(data, "page", window)
    dialog.open()
    _field(dialog).setText(str(pages / "page"))
    qtbot.keyClick(_field(dialog), Qt.Key.Key_Return)
    pages.rmdir()
    assert last_folder(data).is_dir()
