"""The copies in the Archive screen."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from exports.backups import back_up
from scoring.errors import SecondChairError
from tests.builders import a_rep, a_tee_up
from tests.ui.finding import find, press, texts
from tests.ui.in_window import a_window
from tests.ui.looks import Look, assert_all_can_be_read, every_look, show, worn
from ui.archiving import Archiving
from ui.copy_dialog import CopyDialog
from ui.folder_dialog import FolderDialog
from ui.screens.archive import ArchiveScreen
from ui.screens.archive_parts.backups import BackupsPart
from ui.session import Session
from ui.widgets.button import PaintedButton
from ui.widgets.calm_table import CalmTable
from ui.widgets.copy_panel import CopyPanel
from ui.widgets.text import Text


@pytest.fixture
def part(qtbot: QtBot, session: Session) -> BackupsPart:
    made = BackupsPart(session)
    show(qtbot, made)
    made.show_now()
    return made


def rows(part: BackupsPart) -> list[str]:
    model = find(part, CalmTable, "backups.table").model()
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def status(part: BackupsPart) -> str:
    text = find(part, Text, "backups.status")
    return text.accessibleName() if text.isVisible() else ""


def panel(part: BackupsPart) -> CopyPanel:
    return find(part, CopyPanel, "backups.panel")


def look_into_first(qtbot: QtBot, part: BackupsPart) -> None:
    table = find(part, CalmTable, "backups.table")
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.waitUntil(panel(part).isVisible)


def test_without_copies_it_says_when_the_first_is_made(part: BackupsPart) -> None:
    assert find(part, Text, "backups.empty").isVisible()
    assert not find(part, CalmTable, "backups.table").isVisible()


def test_a_copy_is_made_now_and_listed(qtbot: QtBot, part: BackupsPart) -> None:
    press(qtbot, part, "backups.now")
    assert status(part) == "Copying everything …"
    qtbot.waitUntil(lambda: rows(part) == ["By hand"])
    assert status(part).startswith("The copy is made: ")
    assert not find(part, Text, "backups.empty").isVisible()


def test_a_copy_is_put_onto_a_stick(qtbot: QtBot, part: BackupsPart, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    press(qtbot, part, "backups.elsewhere")
    find(part, FolderDialog, "folder.dialog").folder_chosen.emit(tmp_path / "stick")
    qtbot.waitUntil(lambda: "stick" in status(part))
    assert len(list((tmp_path / "stick").iterdir())) == 1
    assert rows(part) == []


def test_a_look_says_what_would_be_gone_and_gives_the_keys_back(
    qtbot: QtBot, session: Session, part: BackupsPart
) -> None:
    back_up(session.folder)
    rep = a_rep("Priya Nair")
    session.save_rep(rep)
    session.add_call(rep.id, a_tee_up(customer="Larkfield"))
    part.show_now()
    look_into_first(qtbot, part)
    words = texts(panel(part))
    assert {"Calls that would be gone: 1", "Reps who would be gone: 1", "Priya Nair"} <= set(words)
    assert any("Larkfield with Priya Nair" in word for word in words)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert not panel(part).isVisible()
    assert find(part, CalmTable, "backups.table").hasFocus()


def test_a_file_from_elsewhere_is_looked_into(
    qtbot: QtBot, session: Session, part: BackupsPart, tmp_path: Path
) -> None:
    file = Path(shutil.copy(back_up(session.folder), tmp_path / "from the other laptop.db"))
    press(qtbot, part, "backups.file")
    find(part, CopyDialog, "copy.dialog").path_chosen.emit(file)
    qtbot.waitUntil(panel(part).isVisible)
    assert find(part, Text, "copy.title").accessibleName() == "from the other laptop.db"


def test_what_is_no_copy_is_said_in_a_sentence(qtbot: QtBot, part: BackupsPart, tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("Dear diary, " * 1000)
    with qtbot.captureExceptions() as raised:
        press(qtbot, part, "backups.file")
        find(part, CopyDialog, "copy.dialog").path_chosen.emit(tmp_path / "letter.db")
        qtbot.waitUntil(lambda: bool(raised))
    assert isinstance(raised[0][1], SecondChairError)
    assert (status(part), panel(part).isVisible()) == ("", False)


def test_the_copy_takes_the_place_of_what_is_here(qtbot: QtBot, session: Session, part: BackupsPart) -> None:
    back_up(session.folder)
    session.save_rep(a_rep("Priya Nair"))
    part.show_now()
    look_into_first(qtbot, part)
    press(qtbot, part, "copy.restore")
    with qtbot.waitSignal(session.replaced):
        press(qtbot, part, "copy.confirm")
    assert session.reps() == []


def test_while_a_call_goes_on_it_is_refused(qtbot: QtBot, session: Session, part: BackupsPart) -> None:
    back_up(session.folder)
    rep = a_rep("Priya Nair")
    session.save_rep(rep)
    session.book(session.add_call(rep.id, a_tee_up())).start()
    part.show_now()
    look_into_first(qtbot, part)
    press(qtbot, part, "copy.restore")
    with qtbot.captureExceptions() as raised:
        press(qtbot, part, "copy.confirm")
    assert "A call is going on" in str(raised[0][1])
    assert session.reps() == [rep]
    assert status(part) == ""


def test_what_is_tried_out_goes_nowhere_else_and_nothing_comes_in(qtbot: QtBot, session: Session) -> None:
    """A copy of one's own data would bring its archive folder along, and samples would be archived there."""
    Archiving.of(session).is_trial = True
    part = BackupsPart(session)
    show(qtbot, part)
    part.show_now()
    for name, is_offered in (("backups.now", True), ("backups.elsewhere", False), ("backups.file", False)):
        assert find(part, PaintedButton, name).isVisible() == is_offered


@every_look
def test_it_can_be_read(qapp: QApplication, qtbot: QtBot, session: Session, look: Look) -> None:
    back_up(session.folder)
    rep = a_rep("Priya Nair")
    session.save_rep(rep)
    session.add_call(rep.id, a_tee_up(customer="Larkfield"))
    with worn(qapp, look):
        window = a_window(qtbot, session)
        window.open_place("archive")
        screen = window.current()
        assert isinstance(screen, ArchiveScreen)
        screen.open_part("backups")
        assert_all_can_be_read(window)
        part = screen.current()
        assert isinstance(part, BackupsPart)
        look_into_first(qtbot, part)
        assert_all_can_be_read(window)
        press(qtbot, part, "copy.restore")
        assert_all_can_be_read(window)
