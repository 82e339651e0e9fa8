"""The pages of the archive: where they are kept."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.finding import find, press
from tests.ui.looks import show
from ui.folder_dialog import FolderDialog
from ui.screens.archive_parts.pages import PagesPart
from ui.session import Session
from ui.widgets.text import Text


def test_the_folder_that_was_chosen_is_kept(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    part = PagesPart(session)
    show(qtbot, part)
    part.show_now()
    press(qtbot, part, "empty.action")
    dialog = find(part, FolderDialog, "folder.dialog")
    dialog.fileSelected.emit(str(tmp_path))
    dialog.close()
    assert find(part, Text, "archive.folder").text().replace("\u200b", "") == str(tmp_path)
    assert session.archive_folder == tmp_path
